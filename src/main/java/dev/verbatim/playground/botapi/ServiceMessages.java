package dev.verbatim.playground.botapi;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The server's own accounts and messages.
final class ServiceMessages {

    private static final List<String> FIELDS =
            List.of(
                    "new_chat_members",
                    "left_chat_member",
                    "new_chat_title",
                    "group_chat_created",
                    "supergroup_chat_created",
                    "channel_chat_created",
                    "forum_topic_created",
                    "migrate_to_chat_id",
                    "migrate_from_chat_id",
                    "pinned_message");

    private ServiceMessages() {}

    static boolean isOneOf(JsonNode content) {
        return FIELDS.stream().anyMatch(content::has);
    }

    /// The account that stands in `from` for old bots' sake where a chat is the sender.
    static ObjectNode standIn(SimulatedChat as, SimulatedChat chat, JsonNode content) {
        if (content.path("is_automatic_forward").asBoolean(false)) {
            return account(777_000, false, "Telegram", "");
        }
        return as == chat
                ? account(1_087_968_824, true, "Group", "GroupAnonymousBot")
                : account(136_817_688, true, "Channel", "Channel_Bot");
    }

    private static ObjectNode account(long id, boolean bot, String name, String username) {
        ObjectNode wire =
                JsonTrees.object().put("id", id).put("is_bot", bot).put("first_name", name);
        return username.isEmpty() ? wire : wire.put("username", username);
    }
}
