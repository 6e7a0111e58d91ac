package dev.verbatim.playground.botapi;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Answers to presses and inline queries.
final class QueryMethods {

    private static final int RESULTS = 50;
    private static final int NEXT_OFFSET_BYTES = 64;
    private static final int RESULT_ID_BYTES = 64;
    private static final int TOAST = 200;

    private final World world;

    QueryMethods(World world) {
        this.world = world;
    }

    void addTo(Methods methods) {
        methods.add("answerCallbackQuery", this::answerPress);
        methods.add("answerInlineQuery", this::answerInline);
    }

    private JsonNode answerPress(Bot bot, Parameters parameters) {
        String text = parameters.text("text");
        if (text.length() > TOAST) {
            throw Refusal.badRequest("MESSAGE_TOO_LONG");
        }
        ObjectNode told = Json.object().put("text", text);
        told.put("show_alert", parameters.flag("show_alert")).put("url", parameters.text("url"));
        world.queries().answerPress(bot, parameters.text("callback_query_id"), told);
        return Methods.done();
    }

    private JsonNode answerInline(Bot bot, Parameters parameters) {
        JsonNode results = parameters.tree("results");
        if (results.size() > RESULTS) {
            throw Refusal.badRequest("too many inline query results specified");
        }
        String next = parameters.text("next_offset");
        if (bytes(next) > NEXT_OFFSET_BYTES) {
            throw Refusal.badRequest("NEXT_OFFSET_INVALID");
        }
        ArrayNode messages = Json.array();
        Set<String> ids = new HashSet<>();
        for (JsonNode result : results) {
            messages.add(message(result, parameters, ids));
        }
        ObjectNode told = Json.object().put("next_offset", next);
        told.set("results", results.deepCopy());
        told.set("button", parameters.tree("button").deepCopy());
        world.queries().answerInline(bot, parameters.text("inline_query_id"), messages, told);
        return Methods.done();
    }

    /// The message that a result becomes when it is taken.
    private static ObjectNode message(JsonNode result, Parameters parameters, Set<String> ids) {
        String id = result.path("id").asString("");
        if (id.isEmpty() || bytes(id) > RESULT_ID_BYTES) {
            throw Refusal.badRequest("RESULT_ID_INVALID");
        }
        if (!ids.add(id)) {
            throw Refusal.badRequest("RESULT_ID_DUPLICATE");
        }
        if (result.path("type").asString("").equals("article")
                && result.path("title").asString("").isEmpty()) {
            throw Refusal.badRequest("ARTICLE_TITLE_EMPTY");
        }
        ObjectNode message = Json.object().put("id", id);
        message.set("content", content(result, parameters));
        return message;
    }

    private static ObjectNode content(JsonNode result, Parameters parameters) {
        ObjectNode content = Json.object();
        ObjectNode values = Json.object();
        if (result.path("input_message_content") instanceof ObjectNode given) {
            values.setAll(given.deepCopy());
            values.put("text", given.path("message_text").asString(""));
        } else {
            values.put("text", result.path("title").asString(""));
        }
        Formatted text = Formatted.read(new Parameters(values, parameters.files()), "text");
        if (text.text().isBlank()) {
            throw Refusal.badRequest("message text is empty");
        }
        text.checked(Formatted.MESSAGE, "message is too long").putInto(content, "text");
        if (result.has("reply_markup")) {
            content.set("reply_markup", result.get("reply_markup").deepCopy());
        }
        return content;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
