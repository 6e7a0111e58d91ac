package dev.verbatim.article.format;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The metadata that a page has for search engines: JSON-LD in the vocabulary of schema.org.
final class JsonLdMetadata {

    private static final Pattern ARTICLE = Pattern.compile("^\\w*+(?<=Article|Posting|Report)");

    // Of a part of the page, or of somebody else.
    private static final Pattern OTHER =
            Pattern.compile(
                    "^(?:\\w*+(?<=Object|Comment|Organization|Event|List|Action|Rating|Series)"
                            + "|WebSite|Person|Review|Product|Offer|Clip|Question|Answer)");

    // Some sites wrap the data as if it were a script of XHTML.
    private static final Pattern WRAPPING =
            Pattern.compile(
                    "(?://|/\\*)?\\s{0,9}(?:<!\\[CDATA\\[|\\]\\]>|<!--|-->)\\s{0,9}(?:\\*/)?");

    // What describes an article has a few kilobytes.
    private static final int MAX_DATA = 500_000;
    private static final int MAX_AUTHORS = 20;

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(
                            JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                            JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .build();

    private final List<JsonNode> nodes;

    private JsonLdMetadata(List<JsonNode> nodes) {
        this.nodes = nodes;
    }

    static JsonLdMetadata of(Document page) {
        return new JsonLdMetadata(
                page.select("script[type*=ld+json]").stream()
                        .map(Element::data)
                        .filter(data -> data.length() <= MAX_DATA)
                        .flatMap(JsonLdMetadata::nodesIn)
                        .toList());
    }

    private static Stream<JsonNode> nodesIn(String json) {
        try {
            JsonNode root = JSON.readTree(WRAPPING.matcher(json).replaceAll(""));
            return Stream.concat(Stream.of(root), root.valueStream())
                    .flatMap(
                            node ->
                                    Stream.of(
                                                    Stream.of(node),
                                                    node.path("@graph").valueStream(),
                                                    Stream.of(node.path("mainEntity")))
                                            .flatMap(some -> some))
                    .filter(JsonNode::isObject);
        } catch (JacksonException e) {
            return Stream.empty();
        }
    }

    /// What the page says about its article; [ArticleMetadata#NONE] when it says nothing, or what
    /// can't be parsed.
    ///
    /// @param title of the page, which tells its article from others that it also describes
    /// @param address of the page, which tells it better
    ArticleMetadata article(@Nullable String title, @Nullable URI address) {
        return node(title, address).map(this::metadata).orElse(ArticleMetadata.NONE);
    }

    /// The text of the article, which some pages have nowhere else; empty when they don't say it.
    String body(@Nullable String title, @Nullable URI address) {
        return node(title, address)
                .map(article -> article.path("articleBody").asString(""))
                .orElse("");
    }

    private Optional<JsonNode> node(@Nullable String title, @Nullable URI address) {
        List<JsonNode> articles =
                nodes.stream().filter(node -> types(node).anyMatch(isLike(ARTICLE))).toList();
        return Stream.<Predicate<JsonNode>>of(
                        article -> isAt(address, article),
                        article -> Objects.equals(text(article.path("headline")), title),
                        _ -> true)
                .flatMap(condition -> articles.stream().filter(condition))
                .findFirst();
    }

    private static boolean isAt(@Nullable URI address, JsonNode article) {
        JsonNode page = article.path("mainEntityOfPage");
        return address != null
                && Stream.of(article.path("url"), page, page.path("@id"), article.path("@id"))
                        .map(link -> link.asString(""))
                        .anyMatch(link -> PageAddress.isSame(address, link));
    }

    /// What the page says about itself.
    ArticleMetadata page() {
        return nodes.stream()
                .filter(node -> types(node).noneMatch(isLike(OTHER)))
                .map(this::metadata)
                .reduce(ArticleMetadata.NONE, ArticleMetadata::or);
    }

    private static Predicate<String> isLike(Pattern type) {
        return name -> type.matcher(name).matches();
    }

    private static Stream<String> types(JsonNode node) {
        JsonNode type = node.path("@type");
        return Stream.concat(Stream.of(type), type.valueStream()).map(name -> name.asString(""));
    }

    private ArticleMetadata metadata(JsonNode node) {
        return new ArticleMetadata(
                text(node.path("headline")),
                names(node.path("publisher")).findFirst().orElse(null),
                authors(node),
                date(node),
                null,
                null,
                null);
    }

    private static @Nullable LocalDate date(JsonNode node) {
        return PageDate.parse(node.path("datePublished").asString("")).orElse(null);
    }

    private @Nullable String authors(JsonNode node) {
        Set<String> names = new LinkedHashSet<>();
        Stream.of("author", "creator")
                .flatMap(key -> names(node.path(key)).limit(MAX_AUTHORS))
                .flatMap(name -> Byline.names(name).stream())
                .forEach(names::add);
        return Byline.joined(new ArrayList<>(names));
    }

    /// Names: a text, an object with a name, a reference to one, or several of these.
    private Stream<String> names(JsonNode value) {
        return (value.isArray() ? value.valueStream() : Stream.of(value))
                .map(this::resolved)
                .map(one -> one.isObject() ? one.path("name") : one)
                .flatMap(one -> one.isArray() ? one.valueStream() : Stream.of(one))
                .flatMap(one -> Optional.ofNullable(text(one)).stream());
    }

    private JsonNode resolved(JsonNode value) {
        String id = value.path("@id").asString("");
        return id.isEmpty() || value.has("name")
                ? value
                : nodes.stream()
                        .filter(node -> node.path("@id").asString("").equals(id))
                        .findFirst()
                        .orElse(value);
    }

    private static @Nullable String text(JsonNode value) {
        String text = Whitespace.squeezed(Parser.unescapeEntities(value.asString(""), false));
        return text.isEmpty() ? null : text;
    }
}
