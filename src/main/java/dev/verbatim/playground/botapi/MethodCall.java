package dev.verbatim.playground.botapi;

import tools.jackson.databind.JsonNode;

/// A call of a Bot API method by a bot.
///
/// @param method as Telegram's documentation writes it, such as `sendMessage`, in whatever case it
///   was called
/// @param parameters as JSON, in whatever form they were sent; an uploaded file is there by its
///   name
public record MethodCall(String method, JsonNode parameters) {

    /// Empty when there is none.
    public String text() {
        return parameters.path("text").asString("");
    }

    /// 0 when there is none.
    public long chatId() {
        return parameters.path("chat_id").asLong(0);
    }

    /// The words that an entity of this type marks, as an app shows them; the first if there are
    /// several, empty if there is none.
    public String marked(String type) {
        for (JsonNode entity : parameters.path("entities")) {
            if (entity.path("type").asString("").equals(type)) {
                int offset = entity.path("offset").asInt();
                return text().substring(offset, offset + entity.path("length").asInt());
            }
        }
        return "";
    }

    /// The data of the first button; empty if there is none.
    public String button() {
        return parameters.at("/reply_markup/inline_keyboard/0/0/callback_data").asString("");
    }

    /// The button with this label; missing if there is none.
    public JsonNode button(String label) {
        return parameters
                .at("/reply_markup/inline_keyboard")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .filter(button -> button.path("text").asString("").equals(label))
                .findFirst()
                .orElse(JsonTrees.missing());
    }
}
