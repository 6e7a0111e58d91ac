package dev.verbatim.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The marks that people made in a chat, apart from its links.
///
/// In meetings: `topics`, `actions` and, as decisions, `agreed` and `votes`, each with the number
/// of messages `before` it, because a mark is made shortly after what it is about. Topics may also
/// have a `topic` and no position. In conversations: `relations`, `[earlier, later, kind]`.
///
/// @param answers for each question, the messages that answer it; none when it was only followed by
///   another question or an elaboration
/// @param actions for each marked action, the ids of the messages that it may be about
/// @param decisions the same for decisions
record ChatAnnotations(
        Map<Long, Set<Long>> answers,
        boolean hasRelations,
        List<String> topics,
        List<Set<Long>> actions,
        List<Set<Long>> decisions) {

    /// How many messages before a mark may be its subject: it is made by hand, after the talk.
    private static final int WINDOW_BEFORE = 10;

    private static final int WINDOW_AFTER = 2;

    private static final String ANSWER = "QAP";

    /// Relations that also start at a question, but aren't answers.
    private static final Set<String> QUESTION_FOLLOW_UPS =
            Set.of("Clarification_question", "Q-Elab");

    static ChatAnnotations from(JsonLinesRecord line) {
        List<Long> ids =
                line.objects("messages").stream()
                        .map(message -> message.object().path("id").asLong(-1))
                        .toList();
        return new ChatAnnotations(
                line.has("relations") ? answers(line, ids) : Map.of(),
                line.has("relations"),
                marks(line, "topics").map(ChatAnnotations::topic).toList(),
                near(line, ids, "actions"),
                Stream.of("agreed", "votes").flatMap(k -> near(line, ids, k).stream()).toList());
    }

    private static Map<Long, Set<Long>> answers(JsonLinesRecord line, List<Long> ids) {
        Map<Long, Set<Long>> answers = new TreeMap<>();
        for (JsonNode relation :
                line.elements("relations", JsonNode::isArray, "an array of arrays")) {
            long earlier = id(relation.path(0), ids, line);
            long later = id(relation.path(1), ids, line);
            String kind = relation.path(2).asString("");
            if (kind.equals(ANSWER)) {
                answers.computeIfAbsent(earlier, _ -> new TreeSet<>()).add(later);
            } else if (QUESTION_FOLLOW_UPS.contains(kind)) {
                answers.computeIfAbsent(later, _ -> new TreeSet<>());
            }
        }
        return answers;
    }

    private static long id(JsonNode index, List<Long> ids, JsonLinesRecord line) {
        int at = index.asInt(-1);
        if (at < 0 || at >= ids.size()) {
            throw line.unusable(
                    "\"relations\" names message " + index + ", which isn't there",
                    "Write [earlier, later, kind], messages counted from 0");
        }
        return ids.get(at);
    }

    private static Stream<JsonLinesRecord> marks(JsonLinesRecord line, String field) {
        return line.has(field) ? line.objects(field).stream() : Stream.empty();
    }

    private static String topic(JsonLinesRecord mark) {
        return mark.text(mark.has("topic") ? "topic" : "text");
    }

    private static List<Set<Long>> near(JsonLinesRecord line, List<Long> ids, String field) {
        return marks(line, field).map(mark -> near(mark, ids)).toList();
    }

    private static Set<Long> near(JsonLinesRecord mark, List<Long> ids) {
        int before =
                mark.number("before")
                        .orElseThrow(
                                () ->
                                        mark.unusable(
                                                "a mark has no \"before\"",
                                                "Write how many messages are before it"));
        Set<Long> near = new TreeSet<>();
        IntStream.range(
                        Math.max(0, before - WINDOW_BEFORE),
                        Math.min(ids.size(), before + WINDOW_AFTER))
                .forEach(i -> near.add(ids.get(i)));
        return near;
    }
}
