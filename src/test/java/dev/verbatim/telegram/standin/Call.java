package dev.verbatim.telegram.standin;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// A call that a bot has made.
///
/// @param method in lower case, since names are compared without regard to case
public record Call(String method, JsonNode body) {

    public String text() {
        return body.path("text").asString("");
    }

    public long chatId() {
        return body.path("chat_id").asLong();
    }

    /// The words that an entity of this type marks, as an app shows them; the first if there are
    /// several, empty if there is none.
    public String marked(String type) {
        for (JsonNode entity : body.path("entities")) {
            if (entity.path("type").asString("").equals(type)) {
                int offset = entity.path("offset").asInt();
                return text().substring(offset, offset + entity.path("length").asInt());
            }
        }
        return "";
    }

    /// The data of the first button; empty if there is none.
    public String button() {
        return body.at("/reply_markup/inline_keyboard/0/0/callback_data").asString("");
    }

    /// The button with this label; nothing if there is none.
    public JsonNode button(String label) {
        for (JsonNode row : body.at("/reply_markup/inline_keyboard")) {
            for (JsonNode button : row) {
                if (button.path("text").asString("").equals(label)) {
                    return button;
                }
            }
        }
        return MissingNode.getInstance();
    }
}
