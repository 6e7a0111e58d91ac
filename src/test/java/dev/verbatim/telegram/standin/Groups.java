package dev.verbatim.telegram.standin;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The chats that are no private ones, who leads them, and what of them reaches the bot.
final class Groups {

    private static final Pattern MENTION = Pattern.compile("(?<![\\w/])@\\w+");

    private final JsonMapper json;
    private final Map<Long, String> titles = new ConcurrentHashMap<>();
    private final Map<Long, Set<Long>> admins = new ConcurrentHashMap<>();
    volatile boolean botReadsAll;

    Groups(JsonMapper json) {
        this.json = json;
    }

    void add(long chatId, String title, long... leaders) {
        titles.put(chatId, title);
        Set<Long> theirs = admins.computeIfAbsent(chatId, _ -> ConcurrentHashMap.newKeySet());
        for (long leader : leaders) {
            theirs.add(leader);
        }
    }

    boolean isGroup(long chatId) {
        return titles.containsKey(chatId);
    }

    ObjectNode chat(long chatId) {
        ObjectNode chat = json.createObjectNode().put("id", chatId);
        return isGroup(chatId)
                ? chat.put("type", "supergroup").put("title", titles.get(chatId))
                : chat.put("type", "private").put("first_name", "Ann");
    }

    /// The answer to `getChat`.
    ObjectNode full(long chatId) {
        ObjectNode chat = chat(chatId).put("accent_color_id", 0).put("max_reaction_count", 11);
        chat.putObject("accepted_gift_types")
                .put("unlimited_gifts", false)
                .put("limited_gifts", false)
                .put("unique_gifts", false)
                .put("premium_subscription", false)
                .put("gifts_from_channels", false);
        return chat;
    }

    ObjectNode bot() {
        return json.createObjectNode()
                .put("id", 1)
                .put("is_bot", true)
                .put("first_name", "Bot")
                .put("username", "a_bot");
    }

    /// The answer to `getMe`.
    ObjectNode me() {
        return bot().put("can_join_groups", true)
                .put("can_read_all_group_messages", botReadsAll)
                .put("supports_inline_queries", true);
    }

    ObjectNode member(long chatId, long person) throws Refusal {
        if (!isGroup(chatId)) {
            throw Refusal.badRequest("chat not found");
        }
        boolean leads = admins.getOrDefault(chatId, Set.of()).contains(person);
        ObjectNode member =
                json.createObjectNode()
                        .put("status", leads ? "creator" : "member")
                        .put("is_anonymous", false);
        member.putObject("user").put("id", person).put("is_bot", false).put("first_name", "Ann");
        return member;
    }

    /// The bot comes or goes.
    ObjectNode membership(long chatId, long by, String before, String after) {
        ObjectNode update = json.createObjectNode();
        ObjectNode change = update.putObject("my_chat_member").put("date", 1767225600);
        change.set("chat", chat(chatId));
        change.putObject("from")
                .put("id", by)
                .put("is_bot", false)
                .put("first_name", "Ann")
                .put("language_code", "en");
        change.putObject("old_chat_member").put("status", before).set("user", bot());
        change.putObject("new_chat_member").put("status", after).set("user", bot());
        return update;
    }

    /// What privacy mode lets through: commands, unless they are another bot's, and replies.
    boolean reachesTheBot(ObjectNode message) {
        String text = message.path("text").asString("");
        Matcher command = Pattern.compile("/\\w+(@\\w+)?.*", Pattern.DOTALL).matcher(text);
        boolean commands =
                command.matches()
                        && (command.group(1) == null || command.group(1).equals("@a_bot"));
        return botReadsAll
                || !isGroup(message.at("/chat/id").asLong())
                || commands
                || message.at("/reply_to_message/from/id").asLong() == 1;
    }

    /// The entities that Telegram itself makes.
    ArrayNode mentions(String text) {
        ArrayNode entities = json.createArrayNode();
        Matcher mention = MENTION.matcher(text);
        while (mention.find()) {
            entities.addObject()
                    .put("type", "mention")
                    .put("offset", mention.start())
                    .put("length", mention.group().length());
        }
        return entities;
    }
}
