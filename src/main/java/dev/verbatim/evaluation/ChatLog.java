package dev.verbatim.evaluation;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// A chat of a set, `{"id", "messages": [{"id", "author", "time", "text", "reply_to"?}…]}`, with
/// what people marked in it.
///
/// @param messages without system messages, which have no author
/// @param links for each message that people judged (system messages too) the messages it answers;
///   itself when it starts a thread. Empty when the chat has no marked links.
record ChatLog(
        String id,
        List<ChatMessage> messages,
        Map<Long, Set<Long>> links,
        ChatAnnotations annotations) {

    ChatLog {
        messages = List.copyOf(messages);
    }

    static ChatLog from(JsonLinesRecord line) {
        Set<Long> ids = new HashSet<>();
        ChatTimeParser times = new ChatTimeParser();
        List<ChatMessage> messages = new ArrayList<>();
        for (JsonLinesRecord entry : line.objects("messages")) {
            long id = id(entry, ids);
            Instant time = time(entry, times);
            if (entry.object().path("author").isString()) {
                messages.add(message(id, time, entry));
            }
        }
        return new ChatLog(line.text("id"), messages, links(line, ids), ChatAnnotations.from(line));
    }

    private static long id(JsonLinesRecord entry, Set<Long> ids) {
        long id = entry.number("id").map(Integer::longValue).orElse(-1L);
        if (id < 0) {
            throw entry.unusable("a message has no \"id\"", "Write \"id\" with a whole number");
        }
        if (!ids.add(id)) {
            throw entry.unusable("the id " + id + " occurs twice", "Give each message its own");
        }
        return id;
    }

    private static Instant time(JsonLinesRecord entry, ChatTimeParser times) {
        JsonNode time = entry.object().path("time");
        return times.next(time.isString() ? time.stringValue() : null)
                .orElseThrow(
                        () ->
                                entry.unusable(
                                        "\"time\": " + time + " is not a time",
                                        "Write it as 2022-10-12 09:14:00, or as 09:14"));
    }

    private static ChatMessage message(long id, Instant time, JsonLinesRecord entry) {
        String name = entry.text("author");
        return new ChatMessage(
                id,
                0,
                new Author(name, name, null),
                time,
                entry.number("reply_to").map(Integer::longValue).orElse(null),
                entry.text("text"),
                Set.of(),
                List.of());
    }

    private static Map<Long, Set<Long>> links(JsonLinesRecord line, Set<Long> ids) {
        Map<Long, Set<Long>> links = new TreeMap<>();
        if (line.has("links")) {
            for (JsonNode link : line.elements("links", ChatLog::isPair, "pairs of ids")) {
                long later = requireKnown(link.get(0), ids, line);
                long earlier = requireKnown(link.get(1), ids, line);
                links.computeIfAbsent(later, _ -> new TreeSet<>()).add(earlier);
            }
        }
        return links;
    }

    private static boolean isPair(JsonNode link) {
        return link.isArray() && link.size() == 2 && link.get(0).isInt() && link.get(1).isInt();
    }

    private static long requireKnown(JsonNode id, Set<Long> ids, JsonLinesRecord line) {
        if (!ids.contains(id.longValue())) {
            throw line.unusable(
                    "\"links\" names message " + id + ", which isn't there",
                    "Link messages of this chat, as [later, earlier]");
        }
        return id.longValue();
    }

    /// The same chat with every second answer made a reply, as many are where a messenger has
    /// replies.
    ChatLog withEverySecondReply() {
        List<ChatMessage> all = new ArrayList<>();
        int answers = 0;
        for (ChatMessage message : messages) {
            long parent = nearestParent(message);
            answers += parent < message.id() ? 1 : 0;
            all.add(parent < message.id() && answers % 2 == 0 ? reply(message, parent) : message);
        }
        return new ChatLog(id, all, links, annotations);
    }

    private long nearestParent(ChatMessage message) {
        return links.getOrDefault(message.id(), Set.of()).stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(message.id());
    }

    private static ChatMessage reply(ChatMessage message, long to) {
        return new ChatMessage(
                message.id(),
                message.topic(),
                message.author(),
                message.time(),
                to,
                message.text(),
                message.mentions(),
                message.links());
    }
}
