package dev.verbatim.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What people marked in a chat, its links aside.
///
/// Of meetings, where a mark is made shortly after what it is about: `topics`, `actions`, and as
/// decisions `agreed` and `votes`, each with the number of messages `before` it. `topics` may also
/// have a `topic` and no place. Of conversations, `relations`: `[earlier, later, kind]`.
///
/// @param answers for each message that asks, the messages that answer it; none where only a
///   question came back, or an elaboration
/// @param actions the messages that each one may be about, by id
/// @param decisions the same
record ChatMarks(
        Map<Long, Set<Long>> answers,
        boolean hasRelations,
        List<String> topics,
        List<Set<Long>> actions,
        List<Set<Long>> decisions) {

    /// So far a mark and what it is about may be apart: it is made by hand, after what was said.
    private static final int BEFORE = 10;

    private static final int AFTER = 2;

    private static final String ANSWER = "QAP";

    /// What asks back, and what says more of a question, follow a question as well.
    private static final Set<String> FOLLOW_A_QUESTION = Set.of("Clarification_question", "Q-Elab");

    static ChatMarks from(JsonLinesRecord line) {
        List<Long> ids =
                line.objects("messages").stream()
                        .map(message -> message.object().path("id").asLong(-1))
                        .toList();
        return new ChatMarks(
                line.has("relations") ? answers(line, ids) : Map.of(),
                line.has("relations"),
                marks(line, "topics").map(ChatMarks::topic).toList(),
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
            } else if (FOLLOW_A_QUESTION.contains(kind)) {
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
                                                "Write how many messages stand before it"));
        Set<Long> near = new TreeSet<>();
        IntStream.range(Math.max(0, before - BEFORE), Math.min(ids.size(), before + AFTER))
                .forEach(i -> near.add(ids.get(i)));
        return near;
    }
}
