package dev.verbatim.playground.botapi;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The Bot API methods that answer button presses and inline queries.
final class QueryMethods {

    private static final int RESULTS = 50;
    private static final int NEXT_OFFSET_BYTES = 64;
    private static final int RESULT_ID_BYTES = 64;
    private static final int TOAST = 200;

    private final FakeTelegram telegram;

    QueryMethods(FakeTelegram telegram) {
        this.telegram = telegram;
    }

    void registerIn(ApiMethods methods) {
        methods.add("answerCallbackQuery", this::answerPress);
        methods.add("answerInlineQuery", this::answerInline);
    }

    private JsonNode answerPress(BotAccount bot, CallParameters parameters) {
        String text = parameters.text("text");
        if (text.length() > TOAST) {
            throw ApiError.badRequest("MESSAGE_TOO_LONG");
        }
        ObjectNode told = JsonTrees.object().put("text", text);
        told.put("show_alert", parameters.flag("show_alert")).put("url", parameters.text("url"));
        telegram.queryService().answerCallback(bot, parameters.text("callback_query_id"), told);
        return ApiMethods.success();
    }

    private JsonNode answerInline(BotAccount bot, CallParameters parameters) {
        JsonNode results = parameters.json("results");
        if (results.size() > RESULTS) {
            throw ApiError.badRequest("too many inline query results specified");
        }
        String next = parameters.text("next_offset");
        if (bytes(next) > NEXT_OFFSET_BYTES) {
            throw ApiError.badRequest("NEXT_OFFSET_INVALID");
        }
        ArrayNode messages = JsonTrees.array();
        Set<String> ids = new HashSet<>();
        for (JsonNode result : results) {
            messages.add(message(result, parameters, ids));
        }
        ObjectNode told = JsonTrees.object().put("next_offset", next);
        told.set("results", results.deepCopy());
        told.set("button", parameters.json("button").deepCopy());
        telegram.queryService()
                .answerInline(bot, parameters.text("inline_query_id"), messages, told);
        return ApiMethods.success();
    }

    /// The message that a result becomes when the user chooses it.
    private static ObjectNode message(JsonNode result, CallParameters parameters, Set<String> ids) {
        String id = result.path("id").asString("");
        if (id.isEmpty() || bytes(id) > RESULT_ID_BYTES) {
            throw ApiError.badRequest("RESULT_ID_INVALID");
        }
        if (!ids.add(id)) {
            throw ApiError.badRequest("RESULT_ID_DUPLICATE");
        }
        if (result.path("type").asString("").equals("article")
                && result.path("title").asString("").isEmpty()) {
            throw ApiError.badRequest("ARTICLE_TITLE_EMPTY");
        }
        ObjectNode message = JsonTrees.object().put("id", id);
        message.set("content", content(result, parameters));
        return message;
    }

    private static ObjectNode content(JsonNode result, CallParameters parameters) {
        ObjectNode content = JsonTrees.object();
        ObjectNode values = JsonTrees.object();
        if (result.path("input_message_content") instanceof ObjectNode given) {
            values.setAll(given.deepCopy());
            values.put("text", given.path("message_text").asString(""));
        } else {
            values.put("text", result.path("title").asString(""));
        }
        FormattedText text =
                FormattedText.read(new CallParameters(values, parameters.files()), "text");
        if (text.text().isBlank()) {
            throw ApiError.badRequest("message text is empty");
        }
        text.checked(FormattedText.MESSAGE_LENGTH, "message is too long").putInto(content, "text");
        if (result.has("reply_markup")) {
            InlineKeyboard.check(result.get("reply_markup"));
            content.set("reply_markup", result.get("reply_markup").deepCopy());
        }
        return content;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
