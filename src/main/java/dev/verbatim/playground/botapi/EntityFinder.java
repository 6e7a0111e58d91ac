package dev.verbatim.playground.botapi;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Finds what the server marks by itself: commands, mentions, hashtags, addresses.
final class EntityFinder {

    private static final List<String> FOUND =
            List.of("url", "email", "mention", "bot_command", "hashtag");

    // In a group each, named by its type without the underscore.
    private static final Pattern PATTERN =
            Pattern.compile(
                    "(?<url>\\bhttps?://[^\\s<>\"]*[^\\s<>\".,;:!?()\\[\\]'»”]"
                            + "|\\b(?:[\\w-]+\\.)+(?:me|com|org|net|io|eu|de|ua)\\b(?:/[^\\s<>\"]*[^\\s<>\".,;:!?()\\[\\]'»”])?(?!@))"
                            + "|(?<email>\\b[\\w.+-]+@(?:[\\w-]+\\.)+[A-Za-z]{2,})"
                            + "|(?<![\\w@])(?<mention>@[A-Za-z]\\w{2,31})\\b"
                            + "|(?<![\\w/@<>])(?<botcommand>/\\w{1,64}(?:@\\w{3,32})?)(?![\\w/])"
                            + "|(?<![\\w#])(?<hashtag>#[\\p{L}\\p{N}_]*\\p{L}[\\p{L}\\p{N}_]*)");

    private static final Set<String> OPAQUE = Set.of("code", "pre", "text_link", "text_mention");

    private EntityFinder() {}

    /// The same message, with what is found marked beside what was.
    static ObjectNode marked(ObjectNode content) {
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

    // Outer before inner, and nothing twice.
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
}
