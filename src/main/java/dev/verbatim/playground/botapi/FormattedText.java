package dev.verbatim.playground.botapi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A text and what is marked in it.
///
/// As on the real server, markup is read before anybody looks at the chat ([#read]), and entities
/// and the length are looked at afterwards ([#checked]).
///
/// @param entities of the Bot API, outer before inner
record FormattedText(String text, List<ObjectNode> entities) {

    static final int MESSAGE = 4096;
    static final int CAPTION = 1024;
    private static final int RAW_BYTES = 32_768;

    // Outer before inner.
    private static final Comparator<ObjectNode> OUTER_FIRST =
            Comparator.<ObjectNode>comparingInt(FormattedText::start)
                    .thenComparing(
                            Comparator.<ObjectNode>comparingInt(FormattedText::end).reversed());

    FormattedText {
        entities = entities.stream().sorted(OUTER_FIRST).toList();
    }

    /// The text of a call, with its markup or its entities.
    static FormattedText read(CallParameters parameters, String name) {
        String raw = parameters.text(name);
        if (raw.getBytes(StandardCharsets.UTF_8).length > RAW_BYTES) {
            throw ApiError.badRequest("text is too long");
        }
        return switch (parameters.text("parse_mode").toLowerCase(Locale.ROOT)) {
            case "", "none" -> new FormattedText(raw, given(parameters, name));
            case "html" -> HtmlMarkup.read(raw);
            case "markdownv2" -> MarkdownMarkup.read(raw);
            case "markdown" -> OldMarkdownMarkup.read(raw);
            default -> throw ApiError.badRequest("unsupported parse_mode");
        };
    }

    private static List<ObjectNode> given(CallParameters parameters, String name) {
        String list = name.equals("caption") ? "caption_entities" : "entities";
        List<ObjectNode> entities = new ArrayList<>();
        for (JsonNode entity : parameters.tree(list)) {
            if (!(entity instanceof ObjectNode object)) {
                throw ApiError.badRequest("can't parse MessageEntity: expected an Object");
            }
            entities.add(object.deepCopy());
        }
        return entities;
    }

    /// Within the limits, with entities that are right, and without blanks at its ends.
    ///
    /// @param limit in UTF-16 units
    /// @param tooLong what is said above it
    FormattedText checked(int limit, String tooLong) {
        entities.forEach(entity -> EntityCheck.check(text, entity));
        FormattedText trimmed = trimmed();
        if (trimmed.text.length() > limit) {
            throw ApiError.badRequest(tooLong);
        }
        return trimmed;
    }

    /// Writes it into a message, as apps get it: with the commands and links that are in it.
    void putInto(ObjectNode content, String name) {
        content.put(name, text);
        if (!entities.isEmpty()) {
            String list = name.equals("caption") ? "caption_entities" : "entities";
            ArrayNode array = content.putArray(list);
            entities.forEach(array::add);
        }
        EntityFinder.marked(content);
    }

    private FormattedText trimmed() {
        int end = text.stripTrailing().length();
        int first = entities.isEmpty() ? end : Math.min(end, start(entities.getFirst()));
        int start = Math.min(first, end - text.substring(0, end).stripLeading().length());
        List<ObjectNode> moved = new ArrayList<>();
        for (ObjectNode entity : entities) {
            int from = start(entity) - start;
            int to = Math.min(end(entity), end) - start;
            if (from < to) {
                moved.add(entity.deepCopy().put("offset", from).put("length", to - from));
            }
        }
        return new FormattedText(text.substring(start, end), moved);
    }

    static int start(JsonNode entity) {
        return entity.path("offset").asInt(0);
    }

    static int end(JsonNode entity) {
        return start(entity) + entity.path("length").asInt(0);
    }
}
