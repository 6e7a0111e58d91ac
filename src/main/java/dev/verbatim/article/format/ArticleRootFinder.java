package dev.verbatim.article.format;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// A finder of the element that holds a page's article: the one marked as its body, otherwise the
/// one with the best [TextDensity]. In a page with several stories it is the one whose heading is
/// the page's title.
final class ArticleRootFinder {

    private static final String BODY = "[itemprop*=articleBody]";

    // A single paragraph is no article, even where all else is short.
    private static final Set<String> CONTAINERS =
            Set.of(
                    "article",
                    "body",
                    "center",
                    "div",
                    "fieldset",
                    "form",
                    "main",
                    "section",
                    "span",
                    "table",
                    "tbody",
                    "td",
                    "tr",
                    "blockquote");

    // A mark on a first paragraph or a teaser has less.
    private static final double MIN_MARKED = 0.4;

    // What an element has to have of the best one's score to be taken in its place, because it is
    // deeper: around an article there may be a notice or two in sentences.
    private static final double ENOUGH = 0.93;

    private static final List<String> ADDRESSES =
            List.of("itemid", "data-url", "data-permalink", "data-href", "about");
    private static final String PERMALINKS =
            "h1 a[href], h2 a[href], a[rel~=bookmark], link[itemprop~=url], link[itemprop~=mainEntityOfPage]";

    private static final int MIN_STORY = 60;
    private static final int MIN_TITLE = 8;
    private static final int MAX_STORIES = 50;

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]++");

    private final Document page;
    private final TextDensity density;

    private ArticleRootFinder(Document page) {
        this.page = page;
        this.density = TextDensity.of(page.body());
    }

    /// @param known the title and the address of the page
    static Element find(Document page, ArticleMetadata known) {
        ArticleRootFinder finder = new ArticleRootFinder(page);
        return finder.root(finder.story(known.title(), known.url()));
    }

    private Element root(Element story) {
        Element best = best(containers(story));
        Element marked = story.select(BODY).isEmpty() ? best : best(story.select(BODY));
        return density.prose(marked) >= MIN_MARKED * density.prose(best) ? marked : deepest(best);
    }

    private static List<Element> containers(Element story) {
        List<Element> containers = new ArrayList<>(List.of(story));
        story.getAllElements().stream()
                .filter(ArticleRootFinder::isContainer)
                .forEach(containers::add);
        return containers;
    }

    private static boolean isContainer(Element element) {
        return CONTAINERS.contains(element.normalName());
    }

    private Element best(List<Element> elements) {
        Element best = elements.getFirst();
        for (Element element : elements) {
            best = density.score(element) >= density.score(best) ? element : best;
        }
        return best;
    }

    private Element deepest(Element best) {
        Element root = best;
        Optional<Element> deeper = Optional.of(best);
        while (deeper.isPresent()) {
            root = deeper.get();
            deeper =
                    root.children().stream()
                            .filter(ArticleRootFinder::isContainer)
                            .filter(child -> density.score(child) >= ENOUGH * density.score(best))
                            .findFirst();
        }
        return root;
    }

    /// The part of the page with the story that has a title; the whole page when it isn't one of
    /// several.
    private Element story(@Nullable String title, @Nullable URI address) {
        List<Element> headings = headings();
        List<Element> addressed =
                headings.size() < 2 || address == null
                        ? List.of()
                        : headings.stream().filter(heading -> isAt(address, heading)).toList();
        Stream<Element> titled =
                title == null
                        ? Stream.empty()
                        : headings.stream().filter(heading -> isOf(title, heading));
        return Stream.concat(addressed.size() == 1 ? addressed.stream() : Stream.empty(), titled)
                .map(heading -> branch(heading, headings))
                .filter(branch -> density.prose(branch) >= MIN_STORY)
                .findFirst()
                .orElse(page.body());
    }

    private List<Element> headings() {
        List<Element> first = page.body().select("h1").stream().limit(MAX_STORIES).toList();
        return first.size() > 1
                ? first
                : page.body().select("article, [role=article], " + BODY).stream()
                        .limit(MAX_STORIES)
                        .flatMap(story -> Stream.ofNullable(story.selectFirst("h1, h2")))
                        .distinct()
                        .toList();
    }

    /// Whether a story says in its heading, or around it, that the address is its own.
    private static boolean isAt(URI address, Element heading) {
        Element story = heading.closest("article, [role=article], [itemscope]");
        Stream<Element> around = Stream.concat(Stream.of(heading), Stream.ofNullable(story));
        return around.anyMatch(
                element ->
                        ADDRESSES.stream()
                                        .anyMatch(
                                                name ->
                                                        PageAddress.isSame(
                                                                address, element.attr(name)))
                                || element.select(PERMALINKS).stream()
                                        .anyMatch(
                                                link ->
                                                        PageAddress.isSame(
                                                                address, link.attr("href"))));
    }

    private static boolean isOf(String title, Element heading) {
        String words = words(heading.wholeText());
        return words.length() >= MIN_TITLE && words(title).contains(words);
    }

    private static String words(String text) {
        return NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /// The largest element around a heading that has none of the others.
    private Element branch(Element heading, List<Element> headings) {
        Set<Element> aroundOthers = new HashSet<>();
        headings.stream()
                .filter(other -> !other.equals(heading))
                .forEach(other -> aroundOthers.addAll(other.parents()));
        Element branch = heading;
        Element parent = heading.parent();
        while (parent != null && !parent.equals(page.body()) && !aroundOthers.contains(parent)) {
            branch = parent;
            parent = parent.parent();
        }
        return branch;
    }
}
