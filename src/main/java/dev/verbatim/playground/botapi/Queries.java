package dev.verbatim.playground.botapi;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What wants an answer from a bot: a button's press, or an inline query. Always under the world's
/// lock.
final class Queries {

    // Nowhere documented. A person looks at the spinning button no longer than this.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final World world;
    private final Map<String, Query> open = new HashMap<>();
    private final Map<String, JsonNode> results = new HashMap<>();
    private final Map<String, Post> inlinePosts = new HashMap<>();
    private long lastId = 4_000_000_000_000_000L;

    Queries(World world) {
        this.world = world;
    }

    private record Query(Bot bot, String text, Instant asked) {}

    String press(Person person, Post post, String data) {
        Bot bot = post.sender().account() instanceof Bot author ? author : post.via();
        if (bot == null) {
            throw new IllegalArgumentException("no bot's message, so no button: " + post.id());
        }
        String id = ask(bot, data);
        ObjectNode query = Json.object().put("id", id).put("chat_instance", "" + post.room().id());
        query.set("from", person.wire());
        if (post.via() == null) {
            query.set("message", post.wire());
        } else {
            query.put("inline_message_id", inlineId(post));
        }
        world.dispatch().add(bot, "callback_query", query.put("data", data));
        return id;
    }

    String type(Person person, Bot bot, String text, String offset, String chatType) {
        String id = ask(bot, text);
        ObjectNode query = Json.object().put("id", id).put("query", text).put("offset", offset);
        query.set("from", person.wire());
        if (bot.hasInlineMode()) {
            world.dispatch().add(bot, "inline_query", query.put("chat_type", chatType));
        }
        return id;
    }

    Post pick(Person person, String queryId, String resultId, Room room) {
        JsonNode result = result(queryId, resultId);
        Query query = open.get(queryId);
        if (query == null) {
            throw new IllegalArgumentException("no such inline query: " + queryId);
        }
        ObjectNode content = (ObjectNode) result.path("content").deepCopy();
        Post post = world.posting().writeVia(person, room, query.bot(), content);
        if (query.bot().hasInlineFeedback()) {
            ObjectNode chosen = Json.object().put("result_id", resultId).put("query", query.text());
            chosen.set("from", person.wire());
            if (content.has("reply_markup")) {
                chosen.put("inline_message_id", inlineId(post));
            }
            world.dispatch().add(query.bot(), "chosen_inline_result", chosen);
        }
        return post;
    }

    /// @param result what apps are told
    void answerPress(Bot bot, String id, JsonNode result) {
        answer(bot, id, result);
        open.remove(id);
    }

    /// @param list of results, each with its `content` as a message has it
    void answerInline(Bot bot, String id, JsonNode list, JsonNode told) {
        results.put(id, list);
        answer(bot, id, told);
    }

    /// The message that an inline result became; missing if there is none.
    @Nullable Post inlinePost(String inlineId) {
        return inlinePosts.get(inlineId);
    }

    private String inlineId(Post post) {
        String id = "inline-" + post.room().id() + "-" + post.id();
        inlinePosts.put(id, post);
        return id;
    }

    private String ask(Bot bot, String text) {
        String id = String.valueOf(++lastId);
        open.put(id, new Query(bot, text, world.clock().instant()));
        return id;
    }

    private void answer(Bot bot, String id, JsonNode answer) {
        Query query = open.get(id);
        if (query == null || query.bot() != bot || isLate(query)) {
            throw Refusal.badRequest(
                    "query is too old and response timeout expired or query ID is invalid");
        }
        world.tell(new Event.Answered(id, answer));
    }

    private boolean isLate(Query query) {
        return query.asked().plus(PATIENCE).isBefore(world.clock().instant());
    }

    private JsonNode result(String queryId, String resultId) {
        for (JsonNode result : results.getOrDefault(queryId, Json.array())) {
            if (result.path("id").asString("").equals(resultId)) {
                return result;
            }
        }
        throw new IllegalArgumentException("no such inline result: " + resultId);
    }
}
