package dev.verbatim.playground.botapi;

import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A dispatcher that queues an update about an event for each bot that may receive it.
final class UpdateDispatcher {

    private final FakeTelegram telegram;

    UpdateDispatcher(FakeTelegram telegram) {
        this.telegram = telegram;
    }

    void messageChanged(SimulatedMessage message, boolean edited) {
        String kind = edited ? "edited_message" : "message";
        each(bot -> PrivacyFilter.receives(bot, message), kind, message.toJson());
    }

    /// Tells the bot whose status changed, and bots that are administrators and asked for it.
    void membershipChanged(
            SimulatedChat chat,
            Account who,
            Account by,
            MembershipStatus before,
            MembershipStatus after) {
        ObjectNode change = JsonTrees.object();
        change.set("chat", chat.toJson());
        change.set("from", by.toJson());
        change.put("date", telegram.now());
        change.set("old_chat_member", before.toJson(who, false));
        change.set("new_chat_member", after.toJson(who, false));
        each(bot -> bot == who, "my_chat_member", change);
        each(bot -> chat.statusOf(bot).isAdministrator(), "chat_member", change);
    }

    void reactionChanged(
            PersonAccount person, SimulatedMessage message, String before, String after) {
        ObjectNode change = JsonTrees.object();
        change.set("chat", message.chat().toJson());
        change.put("message_id", message.id());
        change.set("user", person.toJson());
        change.put("date", telegram.now());
        change.set("old_reaction", reactions(before));
        change.set("new_reaction", reactions(after));
        each(bot -> hearsReactions(bot, message), "message_reaction", change);
    }

    /// Queues an update as it is.
    int queue(BotAccount bot, ObjectNode content) {
        return telegram.locked(() -> told(bot, bot.updates().add(content)));
    }

    void queue(BotAccount bot, String kind, JsonNode content) {
        if (bot.updates().accepts(kind)) {
            told(bot, bot.updates().add(kind, content.deepCopy()));
        }
    }

    private int told(BotAccount bot, ObjectNode update) {
        telegram.publish(
                new SimulationEvent.UpdateQueued(
                        bot, update.deepCopy(), telegram.clock().instant()));
        return update.path("update_id").asInt();
    }

    private void each(Predicate<BotAccount> chosen, String kind, JsonNode content) {
        telegram.bots().stream().filter(chosen).forEach(bot -> queue(bot, kind, content));
    }

    private static boolean hearsReactions(BotAccount bot, SimulatedMessage message) {
        SimulatedChat chat = message.chat();
        return chat.bot().filter(bot::equals).isPresent() || chat.statusOf(bot).isAdministrator();
    }

    private static ArrayNode reactions(String emoji) {
        ArrayNode reactions = JsonTrees.array();
        if (!emoji.isEmpty()) {
            reactions.addObject().put("type", "emoji").put("emoji", emoji);
        }
        return reactions;
    }
}
