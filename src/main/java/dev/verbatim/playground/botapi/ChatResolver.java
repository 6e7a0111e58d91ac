package dev.verbatim.playground.botapi;

import dev.verbatim.playground.botapi.MembershipService.MembershipStatus;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Resolves the chat, the message and the placement that a call names, or refuses it with the first
/// error that the real server would check; and the methods that only describe it.
final class ChatResolver {

    private static final int QUOTE_LENGTH = 1024;
    private static final Pattern ID = Pattern.compile("-?\\d{1,18}+");

    private final FakeTelegram telegram;

    ChatResolver(FakeTelegram telegram) {
        this.telegram = telegram;
    }

    void registerIn(ApiMethods methods) {
        methods.add("getChat", this::chat);
        methods.add("getChatMember", this::member);
        methods.add("getChatAdministrators", this::administrators);
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
        if (!ID.matcher(id).matches()) {
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
        CallParameters reply = parameters.nested("reply_parameters");
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
        return new SimulatedMessage.Placement(targets, replyTo, quote(reply, target));
    }

    /// The quote of a reply, which must be an exact part of the message. Only plain words can be
    /// quoted here, as our bot does; on the real server their formatting must be the same.
    private static @Nullable ObjectNode quote(CallParameters reply, SimulatedMessage target) {
        String words = reply.text("quote");
        if (words.isEmpty()) {
            return null;
        }
        if (!reply.json("quote_entities").isEmpty() || reply.has("quote_parse_mode")) {
            throw ApiError.unsupported("a quote with formatting");
        }
        int position = target.text().indexOf(words);
        while (position >= 0 && target.isFormatted(position, position + words.length())) {
            position = target.text().indexOf(words, position + 1);
        }
        if (position < 0 || words.length() > QUOTE_LENGTH) {
            throw ApiError.badRequest("QUOTE_TEXT_INVALID");
        }
        return JsonTrees.object()
                .put("text", words)
                .put("position", position)
                .put("is_manual", true);
    }

    private JsonNode chat(BotAccount bot, CallParameters parameters) {
        SimulatedChat simulatedChat = joined(bot, parameters);
        ObjectNode chat =
                simulatedChat.toJson().put("accent_color_id", 0).put("max_reaction_count", 11);
        if (simulatedChat.hasProtectedContent()) {
            chat.put("has_protected_content", true);
        }
        chat.putObject("accepted_gift_types")
                .put("unlimited_gifts", false)
                .put("limited_gifts", false)
                .put("unique_gifts", false)
                .put("premium_subscription", false)
                .put("gifts_from_channels", false);
        return chat;
    }

    private JsonNode administrators(BotAccount bot, CallParameters parameters) {
        SimulatedChat chat = joined(bot, parameters);
        if (chat.isPrivate()) {
            throw ApiError.badRequest("there are no administrators in the private chat");
        }
        var administrators = JsonTrees.array();
        chat.members()
                .forEach(
                        (account, status) -> {
                            if (status.isAdministrator()) {
                                administrators.add(status.toJson(account, false));
                            }
                        });
        return administrators;
    }

    private JsonNode member(BotAccount bot, CallParameters parameters) {
        SimulatedChat simulatedChat = joined(bot, parameters);
        Account account =
                telegram.account(parameters.number("user_id"))
                        .orElseThrow(() -> ApiError.badRequest("invalid user_id specified"));
        return simulatedChat.isPrivate()
                ? MembershipStatus.MEMBER.toJson(account, false)
                : simulatedChat.statusOf(account).toJson(account, false);
    }
}
