package dev.verbatim.telegram.standin;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
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

    private static final Set<String> ACTIONS =
            Set.of("callback_data", "copy_text", "switch_inline_query", "url");

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
                action(button);
            }
        }
    }

    /// A button does one thing, within its limits.
    private static void action(JsonNode button) throws Refusal {
        if (button.has("callback_data") && !hasBytes(button.path("callback_data"), 1, 64)) {
            throw Refusal.badRequest("BUTTON_DATA_INVALID");
        }
        int copied = button.at("/copy_text/text").asString("").length();
        if (button.has("copy_text") && (copied < 1 || copied > 256)) {
            throw Refusal.badRequest("BUTTON_COPY_TEXT_INVALID");
        }
        if (button.has("url")) {
            link(button.path("url").asString(""));
        }
        if (ACTIONS.stream().filter(button::has).count() != 1) {
            throw Refusal.badRequest("text buttons are unallowed in the inline keyboard");
        }
    }

    /// What is offered to somebody who types behind a bot's name.
    static void offers(JsonNode body) throws Refusal {
        JsonNode results = body.path("results");
        if (results.size() > 50) {
            throw Refusal.badRequest("too many inline query results specified");
        }
        if (!hasBytes(body.path("next_offset"), 0, 64)) {
            throw Refusal.badRequest("NEXT_OFFSET_INVALID");
        }
        Set<String> ids = new HashSet<>();
        for (JsonNode result : results) {
            if (!hasBytes(result.path("id"), 1, 64) || !ids.add(result.path("id").asString(""))) {
                throw Refusal.badRequest("RESULT_ID_DUPLICATE");
            }
            offer(result);
        }
    }

    private static void offer(JsonNode result) throws Refusal {
        JsonNode content = result.path("input_message_content");
        String text = content.path("message_text").asString("");
        if (result.path("title").asString("").isBlank() || text.isBlank() || text.length() > 4096) {
            throw Refusal.badRequest("can't parse inline query result");
        }
        for (JsonNode entity : content.path("entities")) {
            entity(text, entity);
        }
        buttons(result);
    }

    private static boolean hasBytes(JsonNode text, int least, int most) {
        int bytes = text.asString("").getBytes(StandardCharsets.UTF_8).length;
        return bytes >= least && bytes <= most;
    }
}
