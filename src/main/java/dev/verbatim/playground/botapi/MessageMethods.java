package dev.verbatim.playground.botapi;

import dev.verbatim.playground.botapi.DraftMessage.UploadedFile;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The Bot API methods that send and edit messages, and the one that announces them.
final class MessageMethods {

    private static final Set<String> ACTIONS =
            Set.of(
                    "typing",
                    "upload_photo",
                    "record_video",
                    "upload_video",
                    "record_voice",
                    "upload_voice",
                    "upload_document",
                    "choose_sticker",
                    "find_location",
                    "record_video_note",
                    "upload_video_note");

    private final FakeTelegram telegram;
    private final ChatResolver chatResolver;
    private final EphemeralMethods ephemeral;

    MessageMethods(FakeTelegram telegram, ChatResolver chatResolver) {
        this.telegram = telegram;
        this.chatResolver = chatResolver;
        this.ephemeral = new EphemeralMethods(telegram, chatResolver);
    }

    void registerIn(ApiMethods methods) {
        methods.add("sendMessage", this::sendMessage);
        methods.add("sendRichMessage", this::sendRichMessage);
        methods.add("sendDocument", this::sendDocument);
        methods.add("sendPhoto", this::sendPhoto);
        methods.add("sendChatAction", this::sendChatAction);
        methods.add("editMessageText", this::editMessageText);
        methods.add("setMessageReaction", this::setMessageReaction);
        methods.add("pinChatMessage", this::pinChatMessage);
        methods.add("unpinChatMessage", this::unpinChatMessage);
        ephemeral.registerIn(methods);
    }

    private JsonNode sendMessage(BotAccount bot, CallParameters parameters) {
        FormattedText text = text(parameters);
        SimulatedChat chat = chatResolver.writable(bot, parameters);
        ObjectNode content = JsonTrees.object();
        text.checked(FormattedText.MESSAGE_LENGTH, "message is too long").putInto(content, "text");
        JsonNode preview = parameters.json("link_preview_options");
        if (preview.isObject()) {
            content.set("link_preview_options", preview.deepCopy());
        }
        return send(bot, chat, parameters, content);
    }

    private JsonNode sendRichMessage(BotAccount bot, CallParameters parameters) {
        if (!bot.hasRichMessages()) {
            throw ApiError.unknownMethod("sendRichMessage");
        }
        ObjectNode rich = RichContent.read(parameters);
        SimulatedChat chat = chatResolver.writable(bot, parameters);
        ObjectNode content = JsonTrees.object();
        content.set(RichContent.FIELD, rich);
        return send(bot, chat, parameters, content);
    }

    private static FormattedText text(CallParameters parameters) {
        FormattedText text = FormattedText.read(parameters, "text");
        if (text.text().isBlank()) {
            throw ApiError.badRequest("message text is empty");
        }
        return text;
    }

    private JsonNode sendDocument(BotAccount bot, CallParameters parameters) {
        return sendFile(
                bot,
                parameters,
                content ->
                        content.set(
                                "document", telegram.files().store(file(parameters, "document"))));
    }

    private JsonNode sendPhoto(BotAccount bot, CallParameters parameters) {
        return sendFile(
                bot,
                parameters,
                content ->
                        content.putArray("photo")
                                .add(telegram.files().storePhoto(file(parameters, "photo"))));
    }

    private JsonNode sendFile(
            BotAccount bot, CallParameters parameters, Consumer<ObjectNode> file) {
        FormattedText caption = FormattedText.read(parameters, "caption");
        SimulatedChat chat = chatResolver.writable(bot, parameters);
        ObjectNode content = JsonTrees.object();
        file.accept(content);
        if (!caption.text().isBlank()) {
            caption.checked(FormattedText.CAPTION_LENGTH, "message caption is too long")
                    .putInto(content, "caption");
        }
        return send(bot, chat, parameters, content);
    }

    private static UploadedFile file(CallParameters parameters, String kind) {
        UploadedFile upload = parameters.file(kind).orElse(null);
        if (upload == null) {
            throw parameters.has(kind)
                    ? ApiError.unsupported("sending a " + kind + " by its file_id or URL")
                    : ApiError.badRequest("there is no " + kind + " in the request");
        }
        if (upload.content().length == 0) {
            throw ApiError.badRequest("file must be non-empty");
        }
        return upload;
    }

    private JsonNode send(
            BotAccount bot, SimulatedChat chat, CallParameters parameters, ObjectNode content) {
        SimulatedMessage.Placement placement = chatResolver.place(chat, parameters);
        InlineKeyboard.read(parameters)
                .ifPresent(keyboard -> content.set("reply_markup", keyboard));
        if (parameters.flag("protect_content")) {
            content.put("has_protected_content", true);
        }
        ephemeral
                .receiver(bot, chat, parameters)
                .ifPresent(one -> EphemeralMethods.mark(content, one, telegram.nextMessageId()));
        bot.sendRateLimits().acquire(chat);
        return EphemeralMethods.toJson(
                telegram.messageService().send(bot, chat, placement, content));
    }

    private JsonNode sendChatAction(BotAccount bot, CallParameters parameters) {
        SimulatedChat chat = chatResolver.writable(bot, parameters);
        String action = parameters.text("action").toLowerCase(Locale.ROOT);
        if (!ACTIONS.contains(action)) {
            throw ApiError.badRequest("wrong parameter action in request");
        }
        chatResolver.place(chat, parameters);
        telegram.publish(new SimulationEvent.ActionStarted(bot, chat, action));
        return ApiMethods.success();
    }

    private JsonNode pinChatMessage(BotAccount bot, CallParameters parameters) {
        SimulatedChat chat = pinnable(bot, parameters);
        SimulatedMessage message = chatResolver.message(chat, parameters, "pin");
        if (chat.pinned().add(message.id())) {
            ObjectNode content = JsonTrees.object();
            content.set("pinned_message", message.toJson());
            telegram.messageService().sendServiceMessage(chat, bot, content);
        }
        return ApiMethods.success();
    }

    private JsonNode unpinChatMessage(BotAccount bot, CallParameters parameters) {
        SimulatedChat chat = pinnable(bot, parameters);
        int message = parameters.integer("message_id", 0);
        if (message != 0 && chat.find(message) == null) {
            throw ApiError.badRequest("message to unpin not found");
        }
        if (message == 0) {
            chat.pinned().pollLast();
        } else {
            chat.pinned().remove(message);
        }
        return ApiMethods.success();
    }

    /// A member may not pin in a group, as is usual there.
    private SimulatedChat pinnable(BotAccount bot, CallParameters parameters) {
        SimulatedChat chat = chatResolver.writable(bot, parameters);
        if (!chat.isPrivate() && !chat.statusOf(bot).isAdministrator()) {
            throw ApiError.badRequest("not enough rights to manage pinned messages in the chat");
        }
        return chat;
    }

    private JsonNode setMessageReaction(BotAccount bot, CallParameters parameters) {
        SimulatedChat chat = chatResolver.writable(bot, parameters);
        SimulatedMessage message = chatResolver.message(chat, parameters, "react");
        JsonNode reactions = parameters.json("reaction");
        if (reactions.size() > 1) {
            throw ApiError.badRequest("REACTIONS_TOO_MANY");
        }
        String emoji = reactions.path(0).path("emoji").asString("");
        telegram.messageService().react(bot, message, emoji);
        return ApiMethods.success();
    }

    private JsonNode editMessageText(BotAccount bot, CallParameters parameters) {
        boolean rich = bot.hasRichMessages() && parameters.has(RichContent.FIELD);
        FormattedText text = rich ? FormattedText.read(parameters, "text") : text(parameters);
        SimulatedMessage message = editable(bot, parameters);
        ObjectNode content = message.content().deepCopy();
        if (!content.has("text") && !content.has(RichContent.FIELD)) {
            throw ApiError.badRequest("there is no text in the message to edit");
        }
        content.remove(List.of("text", "entities", RichContent.FIELD));
        if (rich) {
            content.set(RichContent.FIELD, RichContent.read(parameters));
        } else {
            text.checked(FormattedText.MESSAGE_LENGTH, "message is too long")
                    .putInto(content, "text");
        }
        return edit(bot, message, content, parameters);
    }

    /// Buttons that the call doesn't repeat are removed, as on the real server.
    private JsonNode edit(
            BotAccount bot,
            SimulatedMessage message,
            ObjectNode content,
            CallParameters parameters) {
        content.remove("reply_markup");
        InlineKeyboard.read(parameters)
                .ifPresent(keyboard -> content.set("reply_markup", keyboard));
        if (content.equals(message.content())) {
            throw ApiError.badRequest(
                    "message is not modified: specified new message content and reply markup are"
                            + " exactly the same as a current content and reply markup of the"
                            + " message");
        }
        bot.sendRateLimits().acquire(message.chat());
        telegram.messageService().editByBot(message, content);
        return message.toJson();
    }

    private SimulatedMessage editable(BotAccount bot, CallParameters parameters) {
        SimulatedChat chat = chatResolver.writable(bot, parameters);
        if (parameters.integer("message_id", 0) == 0) {
            throw ApiError.badRequest("message identifier is not specified");
        }
        SimulatedMessage message = chatResolver.message(chat, parameters, "edit");
        if (!message.isBy(bot) || message.isService()) {
            throw ApiError.badRequest("message can't be edited");
        }
        return message;
    }
}
