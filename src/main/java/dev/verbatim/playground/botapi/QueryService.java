package dev.verbatim.playground.botapi;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A service for the queries that bots answer: button presses, inline queries and guest queries. It
/// has users' side of them and the Bot API methods that answer them. Runs under the simulation's
/// lock.
final class QueryService {

    private static final String TOO_OLD =
            "query is too old and response timeout expired or query ID is invalid";
    private static final int RESULTS = 50;
    private static final int NEXT_OFFSET_BYTES = 64;
    private static final int RESULT_ID_BYTES = 64;
    private static final int TOAST = 200;

    // Not documented. A user watches the spinning button no longer than this.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final FakeTelegram telegram;
    private final Map<String, Query> open = new HashMap<>();
    private final Map<String, Query> pressed = new HashMap<>();
    private final Map<String, JsonNode> results = new HashMap<>();
    private final Map<String, SimulatedMessage> guestMessages = new HashMap<>();
    private long lastId = 4_000_000_000_000_000L;

    QueryService(FakeTelegram telegram) {
        this.telegram = telegram;
    }

    // After a press, so long may a message be sent that only its user sees.
    private static final Duration SHOWN_ALONE = Duration.ofSeconds(15);

    private record Query(BotAccount bot, Instant asked) {}

    void registerIn(ApiMethods methods) {
        methods.add("answerCallbackQuery", this::answerPress);
        methods.add("answerInlineQuery", this::answerInline);
        methods.add("answerGuestQuery", this::answerGuest);
    }

    String pressButton(PersonAccount person, SimulatedMessage message, String data) {
        if (!(message.sender().account() instanceof BotAccount bot)) {
            throw new IllegalArgumentException("no bot's message, so no button: " + message.id());
        }
        String id = register(bot);
        pressed.put(id, new Query(bot, telegram.clock().instant()));
        ObjectNode query =
                JsonTrees.object().put("id", id).put("chat_instance", "" + message.chat().id());
        query.set("from", person.toJson());
        query.set("message", EphemeralMethods.toJson(message));
        telegram.updateDispatcher().queue(bot, "callback_query", query.put("data", data));
        return id;
    }

    /// Asks the bots that a message mentions in a chat which they aren't in. Each sees this message
    /// and the one that it replies to.
    void queryGuests(SimulatedMessage message) {
        telegram.bots().stream()
                .filter(bot -> isGuest(bot, message))
                .forEach(bot -> ask(bot, message));
    }

    private static boolean isGuest(BotAccount bot, SimulatedMessage message) {
        SimulatedChat chat = message.chat();
        return bot.hasGuestMode()
                && !chat.isPrivate()
                && !chat.hasProtectedContent()
                && !chat.statusOf(bot).isMember()
                && MessageEntities.mentions(message.content(), bot.username());
    }

    private void ask(BotAccount bot, SimulatedMessage message) {
        String id = register(bot);
        guestMessages.put(id, message);
        telegram.updateDispatcher()
                .queue(bot, "guest_message", message.toJson().put("guest_query_id", id));
    }

    String queryInline(
            PersonAccount person, BotAccount bot, String text, String offset, String chatType) {
        String id = register(bot);
        ObjectNode query =
                JsonTrees.object().put("id", id).put("query", text).put("offset", offset);
        query.set("from", person.toJson());
        if (bot.hasInlineMode()) {
            telegram.updateDispatcher()
                    .queue(bot, "inline_query", query.put("chat_type", chatType));
        }
        return id;
    }

    SimulatedMessage chooseInlineResult(
            PersonAccount person, String queryId, String resultId, SimulatedChat chat) {
        JsonNode result = result(queryId, resultId);
        Query query = open.get(queryId);
        if (query == null) {
            throw new IllegalArgumentException("no such inline query: " + queryId);
        }
        ObjectNode content = (ObjectNode) result.path("content").deepCopy();
        return telegram.messageService().sendViaBot(person, chat, query.bot(), content);
    }

    private String register(BotAccount bot) {
        String id = String.valueOf(++lastId);
        open.put(id, new Query(bot, telegram.clock().instant()));
        return id;
    }

    private void answer(BotAccount bot, String id, JsonNode answer) {
        Query query = open.get(id);
        if (query == null || query.bot() != bot || isLate(query)) {
            throw ApiError.badRequest(TOO_OLD);
        }
        telegram.publish(new SimulationEvent.QueryAnswered(id, answer));
    }

    /// Refuses a message for a user that names no press, or one of long ago. Whether the press is
    /// answered already doesn't matter.
    void checkPressed(BotAccount bot, String id) {
        Query query = pressed.get(id);
        if (query == null
                || query.bot() != bot
                || query.asked().plus(SHOWN_ALONE).isBefore(telegram.clock().instant())) {
            throw ApiError.badRequest(TOO_OLD);
        }
    }

    private boolean isLate(Query query) {
        return query.asked().plus(PATIENCE).isBefore(telegram.clock().instant());
    }

    private JsonNode result(String queryId, String resultId) {
        for (JsonNode result : results.getOrDefault(queryId, JsonTrees.array())) {
            if (result.path("id").asString("").equals(resultId)) {
                return result;
            }
        }
        throw new IllegalArgumentException("no such inline result: " + resultId);
    }

    private JsonNode answerPress(BotAccount bot, CallParameters parameters) {
        String text = parameters.text("text");
        if (text.length() > TOAST) {
            throw ApiError.badRequest("MESSAGE_TOO_LONG");
        }
        ObjectNode shown = JsonTrees.object().put("text", text);
        shown.put("show_alert", parameters.flag("show_alert")).put("url", parameters.text("url"));
        String id = parameters.text("callback_query_id");
        answer(bot, id, shown);
        open.remove(id);
        return ApiMethods.success();
    }

    private JsonNode answerInline(BotAccount bot, CallParameters parameters) {
        JsonNode offered = parameters.json("results");
        if (offered.size() > RESULTS) {
            throw ApiError.badRequest("too many inline query results specified");
        }
        String next = parameters.text("next_offset");
        if (bytes(next) > NEXT_OFFSET_BYTES) {
            throw ApiError.badRequest("NEXT_OFFSET_INVALID");
        }
        ArrayNode messages = JsonTrees.array();
        Set<String> ids = new HashSet<>();
        for (JsonNode result : offered) {
            messages.add(message(result, parameters, ids));
        }
        ObjectNode shown = JsonTrees.object().put("next_offset", next);
        shown.set("results", offered.deepCopy());
        shown.set("button", parameters.json("button").deepCopy());
        String id = parameters.text("inline_query_id");
        results.put(id, messages);
        answer(bot, id, shown);
        return ApiMethods.success();
    }

    /// A query is answered once. The answer is a message of the bot, which replies to the question.
    private JsonNode answerGuest(BotAccount bot, CallParameters parameters) {
        String id = parameters.text("guest_query_id");
        ObjectNode content = content(parameters.json("result"), parameters);
        SimulatedMessage question = guestMessages.get(id);
        if (question == null) {
            throw ApiError.badRequest(TOO_OLD);
        }
        answer(bot, id, parameters.json("result").deepCopy());
        guestMessages.remove(id);
        open.remove(id);
        content.set("guest_bot_caller_user", question.sender().account().toJson());
        SimulatedChat chat = question.chat();
        var place =
                new SimulatedMessage.Placement(question.placement().topic(), question.id(), null);
        int sent = telegram.messageService().send(bot, chat, place, content).id();
        return JsonTrees.object().put("inline_message_id", "guest-" + sent);
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
