package dev.verbatim.playground.botapi;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A service for the queries that bots answer: button presses and inline queries. Runs under the
/// simulation's lock.
final class QueryService {

    // Not documented. A user watches the spinning button no longer than this.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final FakeTelegram telegram;
    private final Map<String, Query> open = new HashMap<>();
    private final Map<String, JsonNode> results = new HashMap<>();
    private final Map<String, SimulatedMessage> inlineMessages = new HashMap<>();
    private long lastId = 4_000_000_000_000_000L;

    QueryService(FakeTelegram telegram) {
        this.telegram = telegram;
    }

    private record Query(BotAccount bot, Instant asked) {}

    String pressButton(PersonAccount person, SimulatedMessage message, String data) {
        BotAccount bot =
                message.sender().account() instanceof BotAccount author ? author : message.via();
        if (bot == null) {
            throw new IllegalArgumentException("no bot's message, so no button: " + message.id());
        }
        String id = register(bot);
        ObjectNode query =
                JsonTrees.object().put("id", id).put("chat_instance", "" + message.chat().id());
        query.set("from", person.toJson());
        if (message.via() == null) {
            query.set("message", message.toJson());
        } else {
            query.put("inline_message_id", inlineId(message));
        }
        telegram.updateDispatcher().queue(bot, "callback_query", query.put("data", data));
        return id;
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

    /// @param result what apps get
    void answerCallback(BotAccount bot, String id, JsonNode result) {
        answer(bot, id, result);
        open.remove(id);
    }

    /// @param list of results, each with the `content` of its message
    void answerInline(BotAccount bot, String id, JsonNode list, JsonNode told) {
        results.put(id, list);
        answer(bot, id, told);
    }

    /// The message that an inline result became; empty if there is none.
    Optional<SimulatedMessage> inlineMessage(String inlineId) {
        return Optional.ofNullable(inlineMessages.get(inlineId));
    }

    private String inlineId(SimulatedMessage message) {
        String id = "inline-" + message.chat().id() + "-" + message.id();
        inlineMessages.put(id, message);
        return id;
    }

    private String register(BotAccount bot) {
        String id = String.valueOf(++lastId);
        open.put(id, new Query(bot, telegram.clock().instant()));
        return id;
    }

    private void answer(BotAccount bot, String id, JsonNode answer) {
        Query query = open.get(id);
        if (query == null || query.bot() != bot || isLate(query)) {
            throw ApiError.badRequest(
                    "query is too old and response timeout expired or query ID is invalid");
        }
        telegram.publish(new SimulationEvent.QueryAnswered(id, answer));
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
}
