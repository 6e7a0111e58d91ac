package dev.verbatim.article.format;

import dev.verbatim.article.Publication;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
            return Optional.of(Publication.parseUrl(value));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private @Nullable Locale language() {
        return page.select("html[lang]").stream()
                .map(html -> html.attr("lang"))
                .flatMap(tag -> ArticleMetadata.parseLanguage(tag).stream())
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

    /// The metadata that a page has for search engines: JSON-LD in the vocabulary of schema.org.
    static final class JsonLdMetadata {

        private static final Pattern ARTICLE = Pattern.compile("^\\w*+(?<=Article|Posting)");

        // What describes an article has a few kilobytes.
        private static final int MAX_DATA = 500_000;

        private static final JsonMapper JSON = new JsonMapper();

        private JsonLdMetadata() {}

        /// [ArticleMetadata#NONE] when the page has none or they can't be parsed.
        static ArticleMetadata of(Document page) {
            return page.select("script[type=application/ld+json]").stream()
                    .map(Element::data)
                    .filter(data -> data.length() <= MAX_DATA)
                    .flatMap(JsonLdMetadata::nodes)
                    .filter(JsonLdMetadata::isArticle)
                    .findFirst()
                    .map(JsonLdMetadata::metadata)
                    .orElse(ArticleMetadata.NONE);
        }

        private static Stream<JsonNode> nodes(String json) {
            try {
                JsonNode root = JSON.readTree(json);
                return Stream.of(
                                Stream.of(root),
                                root.valueStream(),
                                root.path("@graph").valueStream())
                        .flatMap(nodes -> nodes);
            } catch (JacksonException e) {
                return Stream.empty();
            }
        }

        private static boolean isArticle(JsonNode node) {
            JsonNode type = node.path("@type");
            return Stream.concat(Stream.of(type), type.valueStream())
                    .anyMatch(name -> ARTICLE.matcher(name.asString("")).matches());
        }

        private static ArticleMetadata metadata(JsonNode article) {
            return new ArticleMetadata(
                    name(article.path("headline")),
                    name(article.path("publisher")),
                    name(article.path("author")),
                    HtmlMetadataExtractor.date(article.path("datePublished").asString(""))
                            .orElse(null),
                    null,
                    null,
                    null);
        }

        /// A name: text, an object with a name, or the first of several.
        private static @Nullable String name(JsonNode value) {
            JsonNode first = value.isArray() ? value.path(0) : value;
            JsonNode text = first.isObject() ? first.path("name") : first;
            String name = Whitespace.squeezed(text.asString(""));
            return name.isEmpty() ? null : name;
        }
    }
}
