package dev.verbatim.playground;

import dev.verbatim.playground.botapi.SimulatedChat;
import dev.verbatim.playground.botapi.SimulatedMessage;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes a chat in the format of Telegram Desktop's export.
///
/// There a text is a list of consecutive parts, so of nested entities only the outer one is
/// written.
final class DesktopExportWriter {

    private static final Map<String, String> NAMES =
            Map.of("url", "link", "expandable_blockquote", "blockquote");

    private DesktopExportWriter() {}

    static ObjectNode of(SimulatedChat simulatedChat) {
        JsonNode chat = simulatedChat.toJson();
        ObjectNode export = JsonNodeFactory.instance.objectNode();
        export.put("name", chat.path("title").asString(chat.path("first_name").asString("")));
        export.put("type", type(chat.path("type").asString("")));
        export.put("id", Math.abs(simulatedChat.id()));
        ArrayNode messages = export.putArray("messages");
        simulatedChat.messages().stream()
                .filter(simulatedMessage -> !simulatedMessage.isForOne())
                .forEach(simulatedMessage -> messages.add(message(simulatedMessage)));
        return export;
    }

    private static String type(String type) {
        return switch (type) {
            case "private" -> "bot_chat";
            case "group" -> "private_group";
            default -> "private_supergroup";
        };
    }

    private static ObjectNode message(SimulatedMessage simulatedMessage) {
        JsonNode wire = simulatedMessage.toJson();
        boolean words = wire.has("text") || wire.has("document");
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("id", simulatedMessage.id());
        message.put("type", words ? "message" : "service");
        time(message, "date", wire.path("date").asLong());
        if (wire.has("edit_date")) {
            time(message, "edited", wire.path("edit_date").asLong());
        }
        String name = wire.at("/from/first_name").asString("");
        String id = "user" + wire.at("/from/id").asLong();
        if (words) {
            message.put("from", name).put("from_id", id);
        } else {
            message.put("actor", name).put("actor_id", id).put("action", action(wire));
        }
        if (wire.has("reply_to_message")) {
            message.put("reply_to_message_id", wire.at("/reply_to_message/message_id").asInt());
        }
        if (wire.has("document")) {
            message.put("file_name", wire.at("/document/file_name").asString(""));
        }
        text(message, wire);
        return message;
    }

    private static String action(JsonNode wire) {
        return wire.has("new_chat_members")
                ? "invite_members"
                : wire.has("forum_topic_created") ? "topic_created" : "other";
    }

    private static void time(ObjectNode message, String name, long seconds) {
        var time = LocalDateTime.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
        message.put(name, time.toString()).put(name + "_unixtime", String.valueOf(seconds));
    }

    private static void text(ObjectNode message, JsonNode wire) {
        String text = wire.path("text").asString(wire.path("caption").asString(""));
        JsonNode entities =
                wire.has("text") ? wire.path("entities") : wire.path("caption_entities");
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        int at = 0;
        for (JsonNode entity : entities) {
            int start = entity.path("offset").asInt();
            int end = start + entity.path("length").asInt();
            if (start >= at) {
                plain(parts, text.substring(at, start));
                parts.add(part(entity, text.substring(start, end)));
                at = end;
            }
        }
        plain(parts, text.substring(at));
        message.put("text", text);
        message.set("text_entities", parts);
    }

    private static void plain(ArrayNode parts, String text) {
        if (!text.isEmpty()) {
            parts.addObject().put("type", "plain").put("text", text);
        }
    }

    private static ObjectNode part(JsonNode entity, String words) {
        String type = entity.path("type").asString("");
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        part.put("type", NAMES.getOrDefault(type, type)).put("text", words);
        for (String name : List.of("url", "language")) {
            if (entity.has(name)) {
                part.put(name.equals("url") ? "href" : name, entity.path(name).asString(""));
            }
        }
        return part;
    }
}
