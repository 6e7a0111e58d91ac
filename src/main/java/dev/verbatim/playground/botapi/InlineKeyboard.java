package dev.verbatim.playground.botapi;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The buttons under a message.
final class InlineKeyboard {

    // Neither is documented; apps show a hundred buttons, and the server takes some ten kilobytes.
    private static final int BUTTONS = 100;
    private static final int BYTES = 10_240;
    private static final int DATA_BYTES = 64;
    private static final int COPIED = 256;

    private static final List<String> KINDS =
            List.of(
                    "callback_data",
                    "url",
                    "copy_text",
                    "switch_inline_query",
                    "switch_inline_query_current_chat",
                    "switch_inline_query_chosen_chat",
                    "web_app",
                    "login_url",
                    "callback_game",
                    "pay");

    private InlineKeyboard() {}

    /// The buttons of a call, checked. Empty when there are none, or only those of the input field,
    /// which are not part of a message.
    static Optional<ObjectNode> read(CallParameters parameters, SimulatedChat chat) {
        JsonNode markup = parameters.tree("reply_markup");
        if (!markup.isMissingNode() && !markup.isObject()) {
            throw ApiError.badRequest("object expected as reply markup");
        }
        JsonNode rows = markup.path("inline_keyboard");
        int buttons = 0;
        for (JsonNode row : rows) {
            for (JsonNode button : row) {
                check(button, chat);
                buttons++;
            }
        }
        if (buttons > BUTTONS || rows.toString().length() > BYTES) {
            throw ApiError.badRequest("reply markup is too long");
        }
        return buttons == 0 ? Optional.empty() : Optional.of((ObjectNode) markup.deepCopy());
    }

    private static void check(JsonNode button, SimulatedChat chat) {
        if (button.path("text").asString("").isEmpty()) {
            throw ApiError.badRequest("inline keyboard button text must be non-empty");
        }
        List<String> kinds = KINDS.stream().filter(button::has).toList();
        if (kinds.isEmpty()) {
            throw ApiError.badRequest("Text buttons are unallowed in the inline keyboard");
        }
        JsonNode value = button.path(kinds.getFirst());
        switch (kinds.getFirst()) {
            case "callback_data" -> data(value.asString(""));
            case "url" -> url(value.asString(""));
            case "copy_text" -> copied(value.path("text").asString(""));
            case "web_app" -> onlyPrivate(chat);
            default -> {}
        }
    }

    private static void data(String data) {
        int bytes = data.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < 1 || bytes > DATA_BYTES) {
            throw ApiError.badRequest("BUTTON_DATA_INVALID");
        }
    }

    private static void url(String url) {
        if (LinkAddress.normalized(url).isEmpty()) {
            throw ApiError.badRequest(
                    "inline keyboard button URL '%s' is invalid: Wrong HTTP URL".formatted(url));
        }
    }

    private static void copied(String text) {
        if (text.isEmpty() || text.length() > COPIED) {
            throw ApiError.badRequest("BUTTON_COPY_TEXT_INVALID");
        }
    }

    private static void onlyPrivate(SimulatedChat chat) {
        if (!chat.isPrivate()) {
            throw ApiError.badRequest("BUTTON_TYPE_INVALID");
        }
    }
}
