package dev.verbatim.article.format;

import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a page says about its article for search engines: JSON-LD with the words of schema.org.
final class JsonLdMetadata {

    private static final JsonMapper JSON = new JsonMapper();

    private JsonLdMetadata() {}

    /// Nothing, when the page has none or it can't be understood.
    static ArticleMetadata of(Document page) {
        return page.select("script[type=application/ld+json]").stream()
                .flatMap(script -> things(script.data()))
                .filter(JsonLdMetadata::isArticle)
                .findFirst()
                .map(JsonLdMetadata::imprint)
                .orElse(ArticleMetadata.NONE);
    }

    private static Stream<JsonNode> things(String json) {
        try {
            JsonNode root = JSON.readTree(json);
            return Stream.of(Stream.of(root), root.valueStream(), root.path("@graph").valueStream())
                    .flatMap(nodes -> nodes);
        } catch (JacksonException e) {
            return Stream.empty();
        }
    }

    private static boolean isArticle(JsonNode thing) {
        JsonNode type = thing.path("@type");
        return Stream.concat(Stream.of(type), type.valueStream())
                .anyMatch(name -> name.asString("").matches("\\w*(?:Article|Posting)"));
    }

    private static ArticleMetadata imprint(JsonNode article) {
        return new ArticleMetadata(
                name(article.path("headline")),
                name(article.path("publisher")),
                name(article.path("author")),
                HtmlMetadataExtractor.date(article.path("datePublished").asString("")).orElse(null),
                null,
                null,
                null);
    }

    /// A name as a text, as a thing that has one, or as the first of several.
    private static @Nullable String name(JsonNode value) {
        String name = Whitespace.squeezed(named(value.isArray() ? value.path(0) : value));
        return name.isEmpty() ? null : name;
    }

    private static String named(JsonNode value) {
        return value.isObject() ? value.path("name").asString("") : value.asString("");
    }
}
