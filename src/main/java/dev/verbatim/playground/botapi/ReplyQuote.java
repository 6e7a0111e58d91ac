package dev.verbatim.playground.botapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads the quote of a reply, which must be an exact part of the message, with the same entities.
final class ReplyQuote {

    private static final int LIMIT = 1024;

    // Only these must match; a link or a block quote may be left out.
    private static final Set<String> PART_OF_WORDS =
            Set.of(
                    "bold",
                    "italic",
                    "underline",
                    "strikethrough",
                    "spoiler",
                    "custom_emoji",
                    "date_time");

    private ReplyQuote() {}

    /// Empty when there is none.
    static Optional<ObjectNode> of(CallParameters reply, SimulatedMessage target) {
        if (reply.text("quote").isEmpty()) {
            return Optional.empty();
        }
        FormattedText quote = read(reply);
        int position = position(quote, target, reply.integer("quote_position", 0));
        if (position < 0 || quote.text().length() > LIMIT) {
            throw ApiError.badRequest("QUOTE_TEXT_INVALID");
        }
        ObjectNode wire = JsonTrees.object().put("text", quote.text()).put("position", position);
        if (!quote.entities().isEmpty()) {
            quote.entities().forEach(wire.putArray("entities")::add);
        }
        return Optional.of(wire.put("is_manual", true));
    }

    private static FormattedText read(CallParameters reply) {
        ObjectNode values = JsonTrees.object().put("text", reply.text("quote"));
        values.put("parse_mode", reply.text("quote_parse_mode"));
        JsonNode entities = reply.json("quote_entities");
        if (entities.isArray()) {
            values.set("entities", entities);
        }
        FormattedText quote = FormattedText.read(new CallParameters(values, reply.files()), "text");
        quote.entities().forEach(entity -> MessageEntities.check(quote.text(), entity));
        return quote;
    }

    /// The position of the quote, at the given one first; below 0 when it isn't there.
    private static int position(FormattedText quote, SimulatedMessage target, int near) {
        if (matches(quote, target, near)) {
            return near;
        }
        int at = target.text().indexOf(quote.text());
        while (at >= 0 && !matches(quote, target, at)) {
            at = target.text().indexOf(quote.text(), at + 1);
        }
        return at;
    }

    private static boolean matches(FormattedText quote, SimulatedMessage target, int at) {
        return target.text().startsWith(quote.text(), at)
                && marks(quote.entities(), 0, quote.text().length())
                        .equals(marks(entities(target), at, at + quote.text().length()));
    }

    private static List<JsonNode> entities(SimulatedMessage message) {
        List<JsonNode> entities = new ArrayList<>();
        message.content().path("entities").forEach(entities::add);
        message.content().path("caption_entities").forEach(entities::add);
        return entities;
    }

    private static Set<String> marks(List<? extends JsonNode> entities, int from, int to) {
        Set<String> marks = new TreeSet<>();
        for (JsonNode entity : entities) {
            int start = Math.max(FormattedText.start(entity), from);
            int end = Math.min(FormattedText.end(entity), to);
            String type = entity.path("type").asString("");
            if (start < end && PART_OF_WORDS.contains(type)) {
                marks.add(type + " " + (start - from) + " " + (end - from));
            }
        }
        return marks;
    }
}
