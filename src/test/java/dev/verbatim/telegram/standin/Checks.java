package dev.verbatim.telegram.standin;

import java.net.URI;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What the Bot API checks before it takes a message, with its error texts.
final class Checks {

    private static final Set<String> ENTITIES =
            Set.of(
                    "bold",
                    "italic",
                    "blockquote",
                    "expandable_blockquote",
                    "text_link",
                    "code",
                    "pre");

    private Checks() {}

    static void message(JsonNode body) throws Refusal {
        if (body.path("chat_id").asString("").isEmpty()) {
            throw Refusal.badRequest("chat_id is empty");
        }
        String text = body.path("text").asString("");
        if (text.isBlank()) {
            throw Refusal.badRequest("message text is empty");
        }
        if (text.length() > 4096) {
            throw Refusal.badRequest("message is too long");
        }
        if (body.has("parse_mode") && body.has("entities")) {
            throw Refusal.badRequest("parse_mode and entities can't be used together");
        }
        for (JsonNode entity : body.path("entities")) {
            entity(text, entity);
        }
        buttons(body);
    }

    private static void entity(String text, JsonNode entity) throws Refusal {
        int start = entity.path("offset").asInt(-1);
        int end = start + entity.path("length").asInt(0);
        String type = entity.path("type").asString("");
        if (!ENTITIES.contains(type) || start < 0 || end <= start) {
            throw Refusal.badRequest("can't parse entities: unsupported entity " + entity);
        }
        if (end > text.length()) {
            throw new Refusal(
                    400,
                    "Entity begins after the end of the text at UTF-16 offset " + start,
                    java.util.Map.of());
        }
        if (splitsACharacter(text, start) || splitsACharacter(text, end)) {
            throw new Refusal(
                    400,
                    "Entity beginning at UTF-16 offset "
                            + start
                            + " ends in a middle of a UTF-16"
                            + " symbol",
                    java.util.Map.of());
        }
        if (type.equals("text_link")) {
            link(entity.path("url").asString(""));
        }
    }

    private static boolean splitsACharacter(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    private static void link(String url) throws Refusal {
        try {
            String scheme = String.valueOf(URI.create(url).getScheme());
            if (!Set.of("http", "https", "tg").contains(scheme)) {
                throw Refusal.badRequest("wrong HTTP URL specified");
            }
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("wrong HTTP URL specified: " + e.getMessage());
        }
    }

    private static void buttons(JsonNode body) throws Refusal {
        for (JsonNode row : body.path("reply_markup").path("inline_keyboard")) {
            for (JsonNode button : row) {
                if (button.path("text").asString("").isEmpty()) {
                    throw Refusal.badRequest("inline keyboard button text must be non-empty");
                }
                String data = button.path("callback_data").asString("");
                int bytes = data.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
                if (bytes < 1 || bytes > 64) {
                    throw Refusal.badRequest("BUTTON_DATA_INVALID");
                }
            }
        }
    }
}
