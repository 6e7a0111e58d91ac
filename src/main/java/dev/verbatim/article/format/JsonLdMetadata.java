package dev.verbatim.article.format;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The metadata that a page has for search engines: JSON-LD in the vocabulary of schema.org.
final class JsonLdMetadata {

    private static final Pattern ARTICLE = Pattern.compile("^\\w*+(?<=Article|Posting)");

    private static final JsonMapper JSON = new JsonMapper();

    private JsonLdMetadata() {}

    /// [ArticleMetadata#NONE] when the page has none or they can't be parsed.
    static ArticleMetadata of(Document page) {
        return page.select("script[type=application/ld+json]").stream()
                .flatMap(script -> nodes(script.data()))
                .filter(JsonLdMetadata::isArticle)
                .findFirst()
                .map(JsonLdMetadata::metadata)
                .orElse(ArticleMetadata.NONE);
    }

    private static Stream<JsonNode> nodes(String json) {
        try {
            JsonNode root = JSON.readTree(json);
            return Stream.of(Stream.of(root), root.valueStream(), root.path("@graph").valueStream())
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
                HtmlMetadataExtractor.date(article.path("datePublished").asString("")).orElse(null),
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
