package dev.verbatim.article.format;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// An extractor of the metadata in an HTML page's head. The editor didn't write them, so a value
/// that can't be parsed counts as missing, never as an error.
final class HtmlMetadataExtractor {

    private final Document page;

    private HtmlMetadataExtractor(Document page) {
        this.page = page;
    }

    static ArticleMetadata of(Document page) {
        return new HtmlMetadataExtractor(page).metadata();
    }

    private ArticleMetadata metadata() {
        return new ArticleMetadata(
                title(), meta("og:site_name"), author(), published(), url(), language(), null);
    }

    private @Nullable String title() {
        return Stream.of(metas("og:title"), texts("h1"), texts("title"))
                .flatMap(values -> values)
                .findFirst()
                .orElse(null);
    }

    private @Nullable String author() {
        return Stream.concat(metas("author"), metas("article:author"))
                .filter(Predicate.not(value -> value.startsWith("http")))
                .findFirst()
                .orElse(null);
    }

    private @Nullable LocalDate published() {
        return Stream.of("article:published_time", "datePublished", "date")
                .flatMap(this::metas)
                .flatMap(value -> date(value).stream())
                .findFirst()
                .orElse(null);
    }

    // A time of day may follow, which the page doesn't show.
    static Optional<LocalDate> date(String value) {
        try {
            return Optional.of(LocalDate.parse(value.substring(0, Math.min(10, value.length()))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private @Nullable URI url() {
        Stream<String> canonical =
                page.select("link[rel=canonical]").stream().map(link -> link.attr("href"));
        return Stream.concat(canonical, metas("og:url"))
                .flatMap(value -> webAddress(value).stream())
                .findFirst()
                .orElse(null);
    }

    private static Optional<URI> webAddress(String value) {
        try {
            return Optional.of(WebAddress.parse(value));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private @Nullable Locale language() {
        return page.select("html[lang]").stream()
                .map(html -> html.attr("lang"))
                .flatMap(tag -> LanguageTag.parse(tag).stream())
                .findFirst()
                .orElse(null);
    }

    private @Nullable String meta(String name) {
        return metas(name).findFirst().orElse(null);
    }

    private Stream<String> metas(String name) {
        return page.select("meta").stream()
                .filter(meta -> isNamed(meta, name))
                .map(meta -> Whitespace.squeezed(meta.attr("content")))
                .filter(Predicate.not(String::isEmpty));
    }

    private static boolean isNamed(Element meta, String name) {
        return Stream.of("property", "name", "itemprop")
                .anyMatch(attribute -> meta.attr(attribute).equalsIgnoreCase(name));
    }

    private Stream<String> texts(String tag) {
        return page.select(tag).stream()
                .map(element -> Whitespace.squeezed(element.wholeText()))
                .filter(Predicate.not(String::isEmpty));
    }
}
