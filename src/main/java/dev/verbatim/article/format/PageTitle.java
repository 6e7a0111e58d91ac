package dev.verbatim.article.format;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The title of a page's article, which the page may give in its metadata, in its `<title>` with
/// the site's name beside it, and in a heading. A heading that agrees with one of the others is the
/// article's; the first `<h1>` alone may be the name of the site or of a section.
///
/// @param text missing when the page has none
/// @param heading in which it stands
/// @param site what the `<title>` has besides, if that is like a name
record PageTitle(@Nullable String text, @Nullable Element heading, @Nullable String site) {

    private static final String HEADINGS = "h1, h2, h3";
    private static final int MAX_HEADINGS = 40;
    private static final int MAX_SITE_WORDS = 4;

    private static final Pattern SEPARATOR = Pattern.compile("\\s[|·•»:–—-]\\s|\\|");
    private static final Pattern SEPARATOR_AT_END = Pattern.compile("(?<=\\S)\\s?[|·•»:–—-]\\s$");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]++");
    private static final Pattern BLANK = Pattern.compile("\\s++");

    /// @param titles given by the page's metadata, the most reliable first
    /// @param sites names of the site, which a title may have at its end
    static PageTitle of(Document page, List<String> titles, List<String> sites) {
        List<String> given = titles.stream().map(title -> withoutSite(title, sites)).toList();
        List<Element> headings = page.select(HEADINGS).stream().limit(MAX_HEADINGS).toList();
        String head =
                page.select("title:not(svg title)").stream()
                        .map(PageTitle::text)
                        .findFirst()
                        .orElse("");
        Optional<Element> heading =
                Stream.concat(given.stream(), Stream.of(head))
                        .flatMap(title -> headingOf(title, headings).stream())
                        .findFirst();
        String text =
                given.stream()
                        .findFirst()
                        .filter(title -> heading.isEmpty() || !hasPart(title, heading.get()))
                        .or(() -> heading.map(PageTitle::text))
                        .or(() -> otherTitle(page, head))
                        .orElse(null);
        return new PageTitle(text, heading.orElse(null), text == null ? null : site(head, text));
    }

    private static String withoutSite(String title, List<String> sites) {
        return sites.stream()
                .filter(site -> title.length() > site.length() && title.endsWith(site))
                .map(site -> title.substring(0, title.length() - site.length()))
                .filter(start -> SEPARATOR_AT_END.matcher(start).find())
                .map(start -> SEPARATOR_AT_END.matcher(start).replaceFirst(""))
                .findFirst()
                .orElse(title);
    }

    private static Optional<Element> headingOf(String title, List<Element> headings) {
        return headings.stream().filter(heading -> hasPart(title, heading)).findFirst();
    }

    private static boolean hasPart(String title, Element heading) {
        String words = words(text(heading));
        return !words.isEmpty()
                && Stream.concat(Stream.of(title), parts(title))
                        .anyMatch(part -> words(part).equals(words));
    }

    private static Stream<String> parts(String title) {
        return Arrays.stream(SEPARATOR.split(title))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty));
    }

    // Without a heading that agrees, the longer one says more than a name.
    private static Optional<String> otherTitle(Document page, String head) {
        return Stream.concat(
                        page.select("h1").stream().map(PageTitle::text).limit(1), Stream.of(head))
                .filter(Predicate.not(String::isEmpty))
                .max(Comparator.comparingInt(String::length));
    }

    private static @Nullable String site(String head, String title) {
        List<String> others =
                parts(head).filter(part -> !words(part).equals(words(title))).toList();
        boolean beside = others.size() == parts(head).count() - 1 && !others.isEmpty();
        return beside && BLANK.split(others.getLast()).length <= MAX_SITE_WORDS
                ? others.getLast()
                : null;
    }

    static String text(Element element) {
        return Whitespace.squeezed(element.wholeText());
    }

    private static String words(String text) {
        return NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
