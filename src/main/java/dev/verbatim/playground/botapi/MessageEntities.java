package dev.verbatim.playground.botapi;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Checks the message entities that bots send, and detects those that the server adds by itself:
/// commands, mentions, hashtags and links.
final class MessageEntities {

    private static final Set<String> TYPES =
            Set.of(
                    "mention",
                    "hashtag",
                    "cashtag",
                    "bot_command",
                    "url",
                    "email",
                    "phone_number",
                    "bold",
                    "italic",
                    "underline",
                    "strikethrough",
                    "spoiler",
                    "blockquote",
                    "expandable_blockquote",
                    "code",
                    "pre",
                    "text_link",
                    "text_mention",
                    "custom_emoji",
                    "date_time");

    private static final List<String> FOUND =
            List.of("url", "email", "mention", "bot_command", "hashtag");

    // In a group each, named by its type without the underscore. An address begins only where no
    // other could have begun before, so that no run of labels is read twice.
    private static final Pattern PATTERN =
            Pattern.compile(
                    "(?<url>(?<!\\w)https?://[^\\s<>\"]*[^\\s<>\".,;:!?()\\[\\]'»”]"
                            + "|(?<!\\w-{0,8}\\.?)\\w[\\w-]*+\\.(?:[\\w-]++\\.){0,30}(?:me|com|org|net|io|eu|de|ua)(?!\\w)(?:/[^\\s<>\"]*[^\\s<>\".,;:!?()\\[\\]'»”])?(?!@))"
                            + "|(?<![\\w.+-])[.+-]*+(?<email>\\w[\\w.+-]*+@(?:[\\w-]++\\.){1,9}[A-Za-z]{2,}+)"
                            + "|(?<![\\w@])(?<mention>@[A-Za-z]\\w{2,31}+)(?!\\w)"
                            + "|(?<![\\w/@<>])(?<botcommand>/\\w{1,64}(?:@\\w{3,32})?)(?![\\w/])"
                            + "|(?<![\\w#])(?<hashtag>#[\\p{L}\\p{N}_]*\\p{L}[\\p{L}\\p{N}_]*)");

    private static final Set<String> OPAQUE = Set.of("code", "pre", "text_link", "text_mention");

    private static final Set<String> SCHEMES = Set.of("http", "https", "tg", "ton");

    private MessageEntities() {}

    static void check(String text, ObjectNode entity) {
        if (!TYPES.contains(entity.path("type").asString(""))) {
            throw ApiError.badRequest("can't parse MessageEntity: unsupported type specified");
        }
        int start = FormattedText.start(entity);
        int end = FormattedText.end(entity);
        if (start < 0 || end <= start) {
            throw ApiError.badRequest("can't parse MessageEntity: invalid offset or length");
        }
        bounds(text, start, end);
        if (entity.path("type").asString().equals("text_link")) {
            String url = normalizedUrl(entity.path("url").asString(""));
            if (url.isEmpty()) {
                throw ApiError.badRequest("Wrong HTTP URL specified");
            }
            entity.put("url", url);
        }
    }

    private static void bounds(String text, int start, int end) {
        if (start >= text.length()) {
            throw ApiError.badRequest(
                    "Entity begins after the end of the text at UTF-16 offset " + start);
        }
        if (end > text.length()) {
            throw ApiError.badRequest(
                    "Entity beginning at UTF-16 offset %d ends after the end of the text at UTF-16 offset %d"
                            .formatted(start, end));
        }
        if (splits(text, start)) {
            throw ApiError.badRequest(
                    "Entity begins in a middle of a UTF-16 symbol at byte offset "
                            + bytes(text, start + 1));
        }
        if (splits(text, end)) {
            throw ApiError.badRequest(
                    "Entity beginning at UTF-16 offset %d ends in a middle of a UTF-16 symbol at byte offset %d"
                            .formatted(start, bytes(text, end + 1)));
        }
    }

    private static boolean splits(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    /// The number of UTF-8 bytes before an offset.
    static int bytes(String text, int at) {
        return text.substring(0, at).getBytes(StandardCharsets.UTF_8).length;
    }

    /// Whether a message mentions this user name.
    static boolean mentions(ObjectNode content, String username) {
        String text = content.path("text").asString(content.path("caption").asString(""));
        return Stream.of("entities", "caption_entities")
                .flatMap(list -> content.path(list).valueStream())
                .filter(entity -> entity.path("type").asString("").equals("mention"))
                .map(e -> text.substring(FormattedText.start(e), FormattedText.end(e)))
                .anyMatch(marked -> marked.equalsIgnoreCase("@" + username));
    }

    /// Adds the detected entities of text and caption to those that are there.
    static ObjectNode detect(ObjectNode content) {
        mark(content, "text", "entities");
        mark(content, "caption", "caption_entities");
        return content;
    }

    private static void mark(ObjectNode content, String words, String list) {
        JsonNode given = content.path(list);
        var all = new TreeSet<>(ORDER);
        StreamSupport.stream(given.spliterator(), false).forEach(all::add);
        Matcher matcher = PATTERN.matcher(content.path(words).asString(""));
        while (matcher.find()) {
            ObjectNode found = entity(matcher);
            if (StreamSupport.stream(given.spliterator(), false).noneMatch(e -> hides(e, found))) {
                all.add(found);
            }
        }
        if (!all.isEmpty()) {
            ArrayNode array = content.putArray(list);
            all.forEach(array::add);
        }
    }

    // Outer before inner, without duplicates.
    private static final Comparator<JsonNode> ORDER =
            Comparator.<JsonNode>comparingInt(FormattedText::start)
                    .thenComparing(Comparator.<JsonNode>comparingInt(FormattedText::end).reversed())
                    .thenComparing(entity -> entity.path("type").asString(""));

    private static ObjectNode entity(Matcher matcher) {
        String type =
                FOUND.stream()
                        .filter(name -> matcher.group(name.replace("_", "")) != null)
                        .findFirst()
                        .orElseThrow();
        String group = type.replace("_", "");
        return JsonTrees.object()
                .put("type", type)
                .put("offset", matcher.start(group))
                .put("length", matcher.end(group) - matcher.start(group));
    }

    private static boolean hides(JsonNode entity, JsonNode found) {
        return OPAQUE.contains(entity.path("type").asString(""))
                && FormattedText.start(entity) < FormattedText.end(found)
                && FormattedText.start(found) < FormattedText.end(entity);
    }

    /// The URL as the real server writes it; empty when it isn't one.
    static String normalizedUrl(String written) {
        String address = written.strip();
        String full = address.contains("://") ? address : "http://" + address;
        try {
            var uri = new URI(full);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            String host = uri.getHost() == null ? "" : uri.getHost();
            boolean usable = SCHEMES.contains(scheme) && (isNamed(host) || scheme.equals("tg"));
            return !usable ? "" : uri.getRawPath().isEmpty() && isWeb(scheme) ? full + "/" : full;
        } catch (URISyntaxException _) {
            return "";
        }
    }

    private static boolean isNamed(String host) {
        return host.contains(".") || host.equals("localhost");
    }

    private static boolean isWeb(String scheme) {
        return scheme.startsWith("http");
    }
}
