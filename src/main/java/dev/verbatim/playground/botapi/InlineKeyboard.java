package dev.verbatim.playground.botapi;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Checks the inline keyboards that bots send.
final class InlineKeyboard {

    // Neither is documented; apps show a hundred buttons, and the server takes some ten kilobytes.
    private static final int BUTTONS = 100;
    private static final int BYTES = 10_240;
    private static final int DATA_BYTES = 64;
    private static final int COPIED_LENGTH = 256;

    private static final List<String> ACTIONS =
            List.of(
                    "callback_data",
                    "url",
                    "copy_text",
                    "switch_inline_query",
                    "switch_inline_query_current_chat",
                    "switch_inline_query_chosen_chat");

    private InlineKeyboard() {}

    /// The keyboard of a call, checked. Empty when it has no buttons, or only those of a custom
    /// keyboard, which is not part of a message.
    static Optional<ObjectNode> read(CallParameters parameters) {
        JsonNode markup = parameters.json("reply_markup");
        if (!markup.isMissingNode() && !markup.isObject()) {
            throw ApiError.badRequest("object expected as reply markup");
        }
        return check(markup) == 0 ? Optional.empty() : Optional.of((ObjectNode) markup.deepCopy());
    }

    /// Refuses a keyboard that the server wouldn't take, and counts its buttons.
    static int check(JsonNode markup) {
        JsonNode rows = markup.path("inline_keyboard");
        int buttons = 0;
        for (JsonNode row : rows) {
            row.forEach(InlineKeyboard::checkButton);
            buttons += row.size();
        }
        if (buttons > BUTTONS || rows.toString().length() > BYTES) {
            throw ApiError.badRequest("reply markup is too long");
        }
        return buttons;
    }

    /// A button has exactly one action. The real server takes the first of several and drops the
    /// others; here that is refused, because no bot can mean it.
    private static void checkButton(JsonNode button) {
        if (button.path("text").asString("").isEmpty()) {
            throw ApiError.badRequest("inline keyboard button text must be non-empty");
        }
        List<String> actions = ACTIONS.stream().filter(button::has).toList();
        if (actions.isEmpty()) {
            throw ApiError.badRequest("Text buttons are unallowed in the inline keyboard");
        }
        if (actions.size() > 1) {
            throw ApiError.unsupported("a button with several actions: " + actions);
        }
        JsonNode value = button.path(actions.getFirst());
        switch (actions.getFirst()) {
            case "callback_data" -> data(value.asString(""));
            case "url" -> url(value.asString(""));
            case "copy_text" -> copied(value.path("text").asString(""));
            default -> {} // an inline query may be any text
        }
    }

    private static void data(String data) {
        int bytes = data.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < 1 || bytes > DATA_BYTES) {
            throw ApiError.badRequest("BUTTON_DATA_INVALID");
        }
    }

    private static void url(String url) {
        if (MessageEntities.normalizedUrl(url).isEmpty()) {
            throw ApiError.badRequest(
                    "inline keyboard button URL '%s' is invalid: Wrong HTTP URL".formatted(url));
        }
    }

    private static void copied(String text) {
        if (text.isEmpty() || text.length() > COPIED_LENGTH) {
            throw ApiError.badRequest("BUTTON_COPY_TEXT_INVALID");
        }
    }
}
