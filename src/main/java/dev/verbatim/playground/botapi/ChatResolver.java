package dev.verbatim.playground.botapi;

import java.util.Optional;

/// Resolves the chat, the message and the placement that a call names, or refuses it with the first
/// error that the real server would check.
final class ChatResolver {

    private final FakeTelegram telegram;

    ChatResolver(FakeTelegram telegram) {
        this.telegram = telegram;
    }

    /// A chat that the bot may know of.
    SimulatedChat known(BotAccount bot, CallParameters parameters, String name) {
        String id = parameters.text(name);
        if (id.isEmpty()) {
            throw ApiError.badRequest(name + " is empty");
        }
        return find(bot, id).orElseThrow(() -> ApiError.badRequest("chat not found"));
    }

    /// A chat that the bot may write into.
    SimulatedChat writable(BotAccount bot, CallParameters parameters) {
        SimulatedChat chat = known(bot, parameters, "chat_id");
        chat.person().ifPresent(person -> checkPerson(bot, chat, person));
        if (!chat.isPrivate()) {
            checkGroup(bot, chat);
        }
        return chat;
    }

    /// A chat that the bot is in.
    SimulatedChat joined(BotAccount bot, CallParameters parameters) {
        SimulatedChat chat = known(bot, parameters, "chat_id");
        if (!chat.isPrivate()) {
            checkInside(bot, chat);
        }
        return chat;
    }

    /// The message of a chat that `message_id` names.
    SimulatedMessage message(SimulatedChat chat, CallParameters parameters, String what) {
        SimulatedMessage message = chat.find(parameters.integer("message_id", 0));
        if (message == null) {
            throw ApiError.badRequest("message to " + what + " not found");
        }
        return message;
    }

    private Optional<SimulatedChat> find(BotAccount bot, String id) {
        if (id.startsWith("@")) {
            return telegram.groups().stream()
                    .filter(chat -> id.equalsIgnoreCase("@" + chat.username()))
                    .findAny();
        }
        if (!id.matches("-?\\d{1,18}")) {
            return Optional.empty();
        }
        long number = Long.parseLong(id);
        if (number > 0) {
            return telegram.person(number).map(person -> person.chatWith(bot));
        }
        return telegram.group(number).filter(chat -> chat.knows(bot) || !chat.username().isEmpty());
    }

    private static void checkPerson(BotAccount bot, SimulatedChat chat, PersonAccount person) {
        if (person.hasBlocked(bot)) {
            throw ApiError.forbidden("bot was blocked by the user");
        }
        if (!person.hasStarted(bot) && chat.messages().isEmpty()) {
            throw ApiError.forbidden("bot can't initiate conversation with a user");
        }
    }

    private static void checkGroup(BotAccount bot, SimulatedChat chat) {
        checkInside(bot, chat);
        if (chat.statusOf(bot) == MembershipStatus.MUTED) {
            throw ApiError.badRequest("not enough rights to send text messages to the chat");
        }
    }

    private static void checkInside(BotAccount bot, SimulatedChat chat) {
        SimulatedChat next = chat.migratedTo();
        if (next != null) {
            throw ApiError.migrated(next.id());
        }
        String kind = chat.type().word() + " chat";
        if (chat.statusOf(bot) == MembershipStatus.KICKED) {
            throw ApiError.forbidden("bot was kicked from the " + kind);
        }
        if (!chat.statusOf(bot).isMember()) {
            throw ApiError.forbidden("bot is not a member of the " + kind);
        }
    }

    /// The topic of a new message, and the message that it replies to.
    SimulatedMessage.Placement place(SimulatedChat chat, CallParameters parameters) {
        int topic = parameters.integer("message_thread_id", 0);
        if (topic != 0 && !chat.topics().containsKey(topic)) {
            throw ApiError.badRequest("message thread not found");
        }
        CallParameters reply = reply(parameters);
        int replyTo = reply.integer("message_id", 0);
        if (replyTo == 0) {
            return new SimulatedMessage.Placement(topic, 0, null);
        }
        SimulatedMessage target = chat.find(replyTo);
        if (target == null) {
            if (!reply.flag("allow_sending_without_reply")) {
                throw ApiError.badRequest("message to be replied not found");
            }
            return new SimulatedMessage.Placement(topic, 0, null);
        }
        int targets = topic == 0 ? target.placement().topic() : topic;
        return new SimulatedMessage.Placement(
                targets, replyTo, ReplyQuote.of(reply, target).orElse(null));
    }

    /// The reply, also in the older form with its fields in the call itself.
    private static CallParameters reply(CallParameters parameters) {
        if (!parameters.has("reply_to_message_id")) {
            return parameters.nested("reply_parameters");
        }
        var values = JsonTrees.object();
        values.put("message_id", parameters.integer("reply_to_message_id", 0));
        values.put("allow_sending_without_reply", parameters.flag("allow_sending_without_reply"));
        return new CallParameters(values, parameters.files());
    }
}
