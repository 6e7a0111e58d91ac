package dev.verbatim.playground.botapi;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The Bot API methods for messages that one user of a group only sees, and the rules by which they
/// are sent: to a member of a group, by an administrator or within a while after that member has
/// pressed a button.
final class EphemeralMethods {

    private static final String ID = "ephemeral_message_id";
    private static final String RECEIVER = "receiver_user";

    private final FakeTelegram telegram;
    private final ChatResolver chatResolver;

    EphemeralMethods(FakeTelegram telegram, ChatResolver chatResolver) {
        this.telegram = telegram;
        this.chatResolver = chatResolver;
    }

    void registerIn(ApiMethods methods) {
        methods.add("editEphemeralMessageText", this::edit);
        methods.add("deleteEphemeralMessage", this::delete);
    }

    /// Who alone sees a message that is sent with these parameters; empty when all do.
    Optional<PersonAccount> receiver(
            BotAccount bot, SimulatedChat chat, CallParameters parameters) {
        CallParameters given = parameters.nested("ephemeral_message_parameters");
        CallParameters named = given.has("receiver_user_id") ? given : parameters;
        if (!bot.hasEphemeralMessages() || !named.has("receiver_user_id")) {
            return Optional.empty();
        }
        PersonAccount person =
                telegram.person(named.number("receiver_user_id"))
                        .filter(one -> chat.statusOf(one).isMember())
                        .orElseThrow(() -> ApiError.badRequest("USER_NOT_PARTICIPANT"));
        String query = named.text("callback_query_id");
        if (!query.isEmpty()) {
            telegram.queryService().checkPressed(bot, query);
        } else if (!chat.statusOf(bot).isAdministrator()) {
            throw ApiError.badRequest("BOT_NOT_ADMIN");
        }
        return Optional.of(person);
    }

    /// Marks a message's content as one for a user.
    static void mark(ObjectNode content, PersonAccount receiver, int number) {
        content.put(ID, number);
        content.set(RECEIVER, receiver.toJson());
    }

    /// A message as bots see it: one for a user only has no number in the chat.
    static ObjectNode toJson(SimulatedMessage message) {
        ObjectNode json = message.toJson();
        return json.has(ID) ? json.put("message_id", 0) : json;
    }

    private SimulatedMessage find(BotAccount bot, CallParameters parameters) {
        if (!bot.hasEphemeralMessages()) {
            throw ApiError.unknownMethod("ephemeral");
        }
        SimulatedChat chat = chatResolver.writable(bot, parameters);
        return chat.messages().stream()
                .filter(message -> message.isBy(bot))
                .filter(message -> isNamed(message.content(), parameters))
                .findFirst()
                .orElseThrow(() -> ApiError.badRequest("message to edit not found"));
    }

    private static boolean isNamed(ObjectNode content, CallParameters parameters) {
        return content.has(ID)
                && content.path(ID).asLong() == parameters.number(ID)
                && content.path(RECEIVER).path("id").asLong()
                        == parameters.number("receiver_user_id");
    }

    private JsonNode edit(BotAccount bot, CallParameters parameters) {
        SimulatedMessage message = find(bot, parameters);
        FormattedText text = FormattedText.read(parameters, "text");
        ObjectNode content = message.content().deepCopy();
        content.remove("entities");
        content.remove("reply_markup");
        text.checked(FormattedText.MESSAGE_LENGTH, "message is too long").putInto(content, "text");
        InlineKeyboard.read(parameters)
                .ifPresent(keyboard -> content.set("reply_markup", keyboard));
        bot.sendRateLimits().acquire(message.chat());
        telegram.messageService().editByBot(message, content);
        return ApiMethods.success();
    }

    private JsonNode delete(BotAccount bot, CallParameters parameters) {
        telegram.messageService().delete(find(bot, parameters));
        return ApiMethods.success();
    }
}
