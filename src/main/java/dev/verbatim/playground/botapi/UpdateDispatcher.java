package dev.verbatim.playground.botapi;

import dev.verbatim.playground.botapi.MembershipService.MembershipStatus;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A dispatcher that queues an update about an event for each bot that may receive it.
///
/// In groups, with privacy mode on and as a plain member, a bot receives the messages addressed to
/// it: commands with its name; other commands if it was the last bot to write; messages of its
/// inline mode; replies to its messages and to those addressed to it; and service messages. A
/// mention is not enough. It never receives messages of other bots.
final class UpdateDispatcher {

    private final FakeTelegram telegram;

    UpdateDispatcher(FakeTelegram telegram) {
        this.telegram = telegram;
    }

    void messageChanged(SimulatedMessage message, boolean edited) {
        String kind = edited ? "edited_message" : "message";
        each(bot -> receives(bot, message), kind, message.toJson());
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
        each(bot -> receivesReactions(bot, message), "message_reaction", change);
    }

    /// Queues an update as it is.
    int queue(BotAccount bot, ObjectNode content) {
        return telegram.locked(() -> publish(bot, bot.updates().add(content)));
    }

    void queue(BotAccount bot, String kind, JsonNode content) {
        if (bot.updates().accepts(kind)) {
            publish(bot, bot.updates().add(kind, content.deepCopy()));
        }
    }

    private int publish(BotAccount bot, ObjectNode update) {
        telegram.publish(
                new SimulationEvent.UpdateQueued(
                        bot, update.deepCopy(), telegram.clock().instant()));
        return update.path("update_id").asInt();
    }

    private void each(Predicate<BotAccount> chosen, String kind, JsonNode content) {
        telegram.bots().stream().filter(chosen).forEach(bot -> queue(bot, kind, content));
    }

    private static boolean receivesReactions(BotAccount bot, SimulatedMessage message) {
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

    private static boolean receives(BotAccount bot, SimulatedMessage message) {
        SimulatedChat chat = message.chat();
        if (chat.isPrivate()) {
            return chat.bot().filter(bot::equals).isPresent() && !message.isBy(bot);
        }
        if (!chat.statusOf(bot).isMember()) {
            return false;
        }
        if (message.isService()) {
            return true;
        }
        if (isByABot(message)) {
            return false;
        }
        boolean addressed = isAddressedTo(bot, message);
        return !message.isBy(bot) && (addressed || receivesAll(bot, chat));
    }

    private static boolean isByABot(SimulatedMessage message) {
        return message.sender().account() instanceof BotAccount && message.sender().as() == null;
    }

    private static boolean receivesAll(BotAccount bot, SimulatedChat chat) {
        return !bot.privacyMode() || chat.statusOf(bot).isAdministrator();
    }

    private static boolean isAddressedTo(BotAccount bot, SimulatedMessage message) {
        boolean addressed =
                isCommandFor(bot, message) || bot.equals(message.via()) || isReplyTo(bot, message);
        if (addressed) {
            message.addressees().add(bot);
        }
        return addressed;
    }

    private static boolean isCommandFor(BotAccount bot, SimulatedMessage message) {
        String command = command(message).toLowerCase(Locale.ROOT);
        if (command.contains("@")) {
            return command.endsWith("@" + bot.username().toLowerCase(Locale.ROOT));
        }
        return !command.isEmpty() && bot.equals(message.chat().lastBot());
    }

    private static String command(SimulatedMessage message) {
        String text = message.text();
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.startsWith("/") ? text.substring(0, end) : "";
    }

    private static boolean isReplyTo(BotAccount bot, SimulatedMessage message) {
        return Optional.ofNullable(message.chat().find(message.placement().replyTo()))
                .filter(target -> target.isBy(bot) || target.addressees().contains(bot))
                .isPresent();
    }
}
