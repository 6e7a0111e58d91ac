package dev.verbatim.playground.botapi;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What is done to messages that are there.
final class MessageMethods {

    private final FakeTelegram telegram;
    private final ChatResolver chatResolver;

    MessageMethods(FakeTelegram telegram, ChatResolver chatResolver) {
        this.telegram = telegram;
        this.chatResolver = chatResolver;
    }

    void addTo(ApiMethods methods) {
        methods.add("editMessageText", this::editText);
        methods.add("editMessageCaption", this::editCaption);
        methods.add("editMessageReplyMarkup", this::editMarkup);
        methods.add("deleteMessage", this::delete);
        methods.add("deleteMessages", this::deleteAll);
        methods.add("setMessageReaction", this::react);
        methods.add("pinChatMessage", this::pin);
        methods.add("unpinChatMessage", this::unpin);
    }

    private JsonNode editText(BotAccount bot, CallParameters parameters) {
        FormattedText text = FormattedText.read(parameters, "text");
        if (text.text().isBlank()) {
            throw ApiError.badRequest("message text is empty");
        }
        SimulatedMessage message = editable(bot, parameters);
        if (!message.content().has("text")) {
            throw ApiError.badRequest("there is no text in the message to edit");
        }
        ObjectNode content = message.content().deepCopy();
        content.remove("entities");
        text.checked(FormattedText.MESSAGE, "message is too long").putInto(content, "text");
        return edit(bot, message, content, parameters);
    }

    private JsonNode editCaption(BotAccount bot, CallParameters parameters) {
        FormattedText caption = FormattedText.read(parameters, "caption");
        SimulatedMessage message = editable(bot, parameters);
        if (!message.content().has("document")) {
            throw ApiError.badRequest("there is no caption in the message to edit");
        }
        ObjectNode content = message.content().deepCopy();
        content.remove("caption_entities");
        caption.checked(FormattedText.CAPTION, "message caption is too long")
                .putInto(content, "caption");
        return edit(bot, message, content, parameters);
    }

    private JsonNode editMarkup(BotAccount bot, CallParameters parameters) {
        SimulatedMessage message = editable(bot, parameters);
        return edit(bot, message, message.content().deepCopy(), parameters);
    }

    /// Buttons that aren't named again are gone.
    private JsonNode edit(
            BotAccount bot,
            SimulatedMessage message,
            ObjectNode content,
            CallParameters parameters) {
        content.remove("reply_markup");
        InlineKeyboard.of(parameters, message.chat())
                .ifPresent(keys -> content.set("reply_markup", keys));
        if (content.equals(message.content())) {
            throw ApiError.badRequest(
                    "message is not modified: specified new message content and reply markup are"
                            + " exactly the same as a current content and reply markup of the"
                            + " message");
        }
        bot.sendRateLimits().spend(message.chat());
        ObjectNode before = message.content().deepCopy();
        before.remove("reply_markup");
        ObjectNode after = content.deepCopy();
        after.remove("reply_markup");
        telegram.messageService().rewrite(message, content, !before.equals(after));
        return parameters.has("inline_message_id") ? ApiMethods.done() : message.wire();
    }

    private SimulatedMessage editable(BotAccount bot, CallParameters parameters) {
        if (parameters.has("inline_message_id")) {
            return Optional.ofNullable(
                            telegram.queryService()
                                    .inlinePost(parameters.text("inline_message_id")))
                    .filter(message -> bot.equals(message.via()))
                    .orElseThrow(() -> ApiError.badRequest("MESSAGE_ID_INVALID"));
        }
        SimulatedChat chat = chatResolver.writable(bot, parameters);
        if (parameters.whole("message_id", 0) == 0) {
            throw ApiError.badRequest("message identifier is not specified");
        }
        SimulatedMessage message = chatResolver.message(chat, parameters, "edit");
        if (!message.isBy(bot) || message.isService()) {
            throw ApiError.badRequest("message can't be edited");
        }
        return message;
    }

    private JsonNode delete(BotAccount bot, CallParameters parameters) {
        SimulatedChat chat = chatResolver.entered(bot, parameters);
        if (parameters.whole("message_id", 0) == 0) {
            throw ApiError.badRequest("message identifier is not specified");
        }
        SimulatedMessage message = chatResolver.message(chat, parameters, "delete");
        if (!mayDelete(bot, message)) {
            throw ApiError.badRequest("message can't be deleted");
        }
        telegram.messageService().remove(message);
        return ApiMethods.done();
    }

    /// Those that can't be found are skipped, as on the real server.
    private JsonNode deleteAll(BotAccount bot, CallParameters parameters) {
        SimulatedChat chat = chatResolver.entered(bot, parameters);
        for (JsonNode id : parameters.tree("message_ids")) {
            Optional.ofNullable(chat.find(id.asInt(0)))
                    .filter(message -> mayDelete(bot, message))
                    .ifPresent(telegram.messageService()::remove);
        }
        return ApiMethods.done();
    }

    private static boolean mayDelete(BotAccount bot, SimulatedMessage message) {
        SimulatedChat chat = message.chat();
        return message.isBy(bot) || chat.isPrivate() || chat.membership(bot).isAdministrator();
    }

    private JsonNode react(BotAccount bot, CallParameters parameters) {
        SimulatedChat chat = chatResolver.entered(bot, parameters);
        SimulatedMessage message = chatResolver.message(chat, parameters, "react");
        JsonNode list = parameters.tree("reaction");
        if (list.size() > 1) {
            throw ApiError.badRequest("REACTIONS_TOO_MANY");
        }
        telegram.messageService().react(bot, message, list.path(0).path("emoji").asString(""));
        return ApiMethods.done();
    }

    private JsonNode pin(BotAccount bot, CallParameters parameters) {
        SimulatedChat chat = pinnable(bot, parameters);
        SimulatedMessage message = chatResolver.message(chat, parameters, "pin");
        if (chat.pinned().add(message.id())) {
            ObjectNode content = JsonTrees.object();
            content.set("pinned_message", message.wire());
            telegram.messageService().service(chat, bot, content);
        }
        return ApiMethods.done();
    }

    private JsonNode unpin(BotAccount bot, CallParameters parameters) {
        SimulatedChat chat = pinnable(bot, parameters);
        int id = parameters.whole("message_id", chat.pinned().isEmpty() ? 0 : chat.pinned().last());
        if (!chat.pinned().remove(id)) {
            throw ApiError.badRequest("message to unpin not found");
        }
        telegram.tell(new SimulationEvent.RoomChanged(chat));
        return ApiMethods.done();
    }

    private SimulatedChat pinnable(BotAccount bot, CallParameters parameters) {
        SimulatedChat chat = chatResolver.entered(bot, parameters);
        if (!chat.isPrivate() && !chat.membership(bot).isAdministrator()) {
            throw ApiError.badRequest("not enough rights to manage pinned messages in the chat");
        }
        return chat;
    }
}
