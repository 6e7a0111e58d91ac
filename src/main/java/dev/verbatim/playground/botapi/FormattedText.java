package dev.verbatim.playground.botapi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A text with its entities.
///
/// As on the real server, it is read before the chat is looked up ([#read]); its entities and its
/// length are checked afterwards ([#checked]).
///
/// @param entities of the Bot API, outer before inner
record FormattedText(String text, List<ObjectNode> entities) {

    static final int MESSAGE_LENGTH = 4096;
    static final int CAPTION_LENGTH = 1024;
    private static final int RAW_BYTES = 32_768;

    // Outer before inner.
    private static final Comparator<ObjectNode> OUTER_FIRST =
            Comparator.<ObjectNode>comparingInt(FormattedText::start)
                    .thenComparing(
                            Comparator.<ObjectNode>comparingInt(FormattedText::end).reversed());

    FormattedText {
        entities = entities.stream().sorted(OUTER_FIRST).toList();
    }

    /// Reads a call's text and entities. A parse mode is refused: this stand-in has none.
    static FormattedText read(CallParameters parameters, String name) {
        String raw = parameters.text(name);
        if (raw.getBytes(StandardCharsets.UTF_8).length > RAW_BYTES) {
            throw ApiError.badRequest("text is too long");
        }
        if (!parameters.text("parse_mode").isEmpty()) {
            throw ApiError.unsupported(
                    "parse_mode \"%s\": send entities".formatted(parameters.text("parse_mode")));
        }
        return new FormattedText(raw, entities(parameters, name));
    }

    private static List<ObjectNode> entities(CallParameters parameters, String name) {
        String list = name.equals("caption") ? "caption_entities" : "entities";
        List<ObjectNode> entities = new ArrayList<>();
        for (JsonNode entity : parameters.json(list)) {
            if (!(entity instanceof ObjectNode object)) {
                throw ApiError.badRequest("can't parse MessageEntity: expected an Object");
            }
            entities.add(object.deepCopy());
        }
        return entities;
    }

    /// The text without blanks at its ends, once its entities and its length are checked.
    ///
    /// @param limit in UTF-16 units
    /// @param tooLong the error above it
    FormattedText checked(int limit, String tooLong) {
        entities.forEach(entity -> MessageEntities.check(text, entity));
        FormattedText trimmed = trimmed();
        if (trimmed.text.length() > limit) {
            throw ApiError.badRequest(tooLong);
        }
        return trimmed;
    }

    /// Writes it into a message, with entities for the commands and links that are in it.
    void putInto(ObjectNode content, String name) {
        content.put(name, text);
        if (!entities.isEmpty()) {
            String list = name.equals("caption") ? "caption_entities" : "entities";
            ArrayNode array = content.putArray(list);
            entities.forEach(array::add);
        }
        MessageEntities.detect(content);
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
