package dev.verbatim.article.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/// A cleaner that removes what surrounds and interrupts the article in a page: menus, comments,
/// cards of other stories, share bars, captions, hidden elements, reference marks. It knows them by
/// tag, role, and words in class and id ([ElementNames]).
///
/// Names can mislead, so what holds a good part of the page's prose, or its title, stays. Comments
/// go however long they are, as long as there is prose outside them.
final class PageCleaner implements NodeFilter {

    private static final String CLUTTER =
            """
            script, style, noscript, template, nav, footer, aside, figcaption, button, select, \
            textarea, input, iframe, object, svg, audio, video, canvas, dialog, [hidden], \
            [aria-hidden=true], [role=navigation], [role=banner], [role=contentinfo], \
            [role=complementary], [role=dialog], [role=search], [role=menu], [role=tooltip]\
            """;

    private static final String REFERENCE_MARKS =
            """
            sup:has(a[href*=#]), sup[class~=reference|footnote|noteref|cite], [role=doc-noteref], \
            a.footnote-ref, a.footnote-backref\
            """;

    private static final Pattern REFERENCE_MARK = Pattern.compile("^\\[[\\p{L}\\p{N}]{1,3}]$");
    private static final Pattern INVISIBLE =
            Pattern.compile(
                    "(?:display\\s*+:\\s*+none|visibility\\s*+:\\s*+hidden)",
                    Pattern.CASE_INSENSITIVE);

    private static final String DIGITS = "0123456789";
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final int MAX_SUPERSCRIPT = 4;

    private static final Set<String> PHRASES =
            Set.of(
                    "a", "abbr", "b", "cite", "em", "font", "i", "small", "span", "strong", "time",
                    "u");

    private static final double MAX_SHARE = 0.3;

    // Some pages hide their article until a script shows it.
    private static final double MAX_HIDDEN = 0.5;
    private static final int MAX_LABEL = 250;
    private static final int PARAGRAPH = 60;

    private final TextDensity density;
    private final int prose;
    private final Set<Element> holdTitle = new HashSet<>();

    private final List<Element> clutter = new ArrayList<>();

    private PageCleaner(Document page) {
        this.density = TextDensity.of(page.body());
        this.prose = density.prose(page.body());
        page.select("h1, [itemprop*=articleBody]").forEach(this::keepWithParents);
    }

    private void keepWithParents(Element start) {
        Element element = start;
        while (element != null && holdTitle.add(element)) {
            element = element.parent();
        }
    }

    static void clean(Document page) {
        removeNonText(page);
        PageCleaner cleaner = new PageCleaner(page);
        cleaner.clutter.addAll(StoryCards.in(page, cleaner.density));
        page.body().filter(cleaner);
        remove(cleaner.clutter);
    }

    /// Removes what is no text of a document wherever it stands.
    static void removeNonText(Document page) {
        remove(page.select(CLUTTER));
        List<Element> marks = new ArrayList<>(page.select(REFERENCE_MARKS));
        page.select("sup, a[href^=#]").stream()
                .filter(mark -> REFERENCE_MARK.matcher(mark.wholeText().strip()).matches())
                .forEach(marks::add);
        remove(marks);
        page.select("sup").forEach(PageCleaner::raise);
    }

    /// Removes all at once, because jsoup counts the siblings again after each that it removes.
    private static void remove(List<Element> elements) {
        Set<Node> removed = new HashSet<>();
        removed.addAll(elements);
        Set<Element> parents = new HashSet<>();
        elements.stream().flatMap(one -> Stream.ofNullable(one.parent())).forEach(parents::add);
        for (Element parent : parents) {
            List<Node> kept =
                    parent.childNodes().stream().filter(node -> !removed.contains(node)).toList();
            parent.empty();
            parent.appendChildren(kept);
        }
    }

    /// Writes a raised number as characters, because "10⁶" without markup would be "106".
    private static void raise(Element raised) {
        String text = raised.wholeText();
        boolean number =
                text.length() <= MAX_SUPERSCRIPT
                        && text.chars().allMatch(digit -> DIGITS.indexOf(digit) >= 0);
        if (number && !text.isEmpty()) {
            StringBuilder characters = new StringBuilder();
            text.chars().forEach(digit -> characters.append(SUPERSCRIPTS.charAt(digit - '0')));
            raised.empty().appendChild(new TextNode(characters.toString()));
        }
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (depth > 0 && node instanceof Element element && isClutter(element)) {
            clutter.add(element);
            return FilterResult.SKIP_ENTIRELY;
        }
        return FilterResult.CONTINUE;
    }

    private boolean isClutter(Element element) {
        if (holdTitle.contains(element)) {
            return false;
        }
        return switch (element.normalName()) {
            case "form" -> isSmall(element);
            case "header" -> isSmall(element) && element.closest("article, main") == null;
            case "main" -> false;
            default ->
                    isNamedClutter(element)
                            || (isInvisible(element)
                                    && density.prose(element) <= MAX_HIDDEN * prose);
        };
    }

    private boolean isInvisible(Element element) {
        return INVISIBLE.matcher(element.attr("style")).find();
    }

    private boolean isNamedClutter(Element element) {
        if ((element.className().isEmpty() && element.id().isEmpty()) || isInSentence(element)) {
            return false;
        }
        ElementNames names = ElementNames.of(element);
        return (names.tellOfComments() && hasProseOutside(element))
                || (names.tellOfSurroundings() && isSmall(element))
                || (names.tellOfLabel() && density.length(element) <= MAX_LABEL);
    }

    // Without it the sentence would lose words.
    private boolean isInSentence(Element element) {
        Element parent = element.parent();
        return parent != null
                && PHRASES.contains(element.normalName())
                && density.prose(parent) >= density.length(element) + PARAGRAPH;
    }

    private boolean hasProseOutside(Element element) {
        return prose - density.prose(element) >= PARAGRAPH;
    }

    private boolean isSmall(Element element) {
        return density.prose(element) <= MAX_SHARE * prose;
    }
}
