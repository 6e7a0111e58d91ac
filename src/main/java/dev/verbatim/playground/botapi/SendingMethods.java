package dev.verbatim.playground.botapi;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What brings a new message into a chat, and what says that one is being made.
final class SendingMethods {

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

    SendingMethods(FakeTelegram telegram, ChatResolver chatResolver) {
        this.telegram = telegram;
        this.chatResolver = chatResolver;
    }

    void addTo(ApiMethods methods) {
        methods.add("sendMessage", this::sendMessage);
        methods.add("sendDocument", this::sendDocument);
        methods.add("forwardMessage", this::forwardMessage);
        methods.add("copyMessage", this::copyMessage);
        methods.add("sendChatAction", this::sendChatAction);
    }

    private JsonNode sendMessage(BotAccount bot, CallParameters parameters) {
        FormattedText text = FormattedText.read(parameters, "text");
        if (text.text().isBlank()) {
            throw ApiError.badRequest("message text is empty");
        }
        SimulatedChat chat = chatResolver.writable(bot, parameters);
        ObjectNode content = JsonTrees.object();
        FormattedText checked = text.checked(FormattedText.MESSAGE, "message is too long");
        checked.putInto(content, "text");
        JsonNode preview = parameters.tree("link_preview_options");
        if (preview.isObject()) {
            content.set("link_preview_options", preview.deepCopy());
        }
        return speak(bot, chat, parameters, content).wire();
    }

    private JsonNode sendDocument(BotAccount bot, CallParameters parameters) {
        FormattedText caption = FormattedText.read(parameters, "caption");
        SimulatedChat chat = chatResolver.writable(bot, parameters);
        ObjectNode content = JsonTrees.object();
        content.set("document", document(parameters));
        if (!caption.text().isBlank()) {
            caption.checked(FormattedText.CAPTION, "message caption is too long")
                    .putInto(content, "caption");
        }
        return speak(bot, chat, parameters, content).wire();
    }

    private ObjectNode document(CallParameters parameters) {
        UploadedFile upload = parameters.file("document").orElse(null);
        if (upload != null) {
            if (upload.content().length == 0) {
                throw ApiError.badRequest("file must be non-empty");
            }
            return telegram.files().store(upload);
        }
        String fileId = parameters.text("document");
        if (fileId.isEmpty()) {
            throw ApiError.badRequest("there is no document in the request");
        }
        return telegram.files()
                .again(fileId)
                .orElseThrow(() -> ApiError.badRequest("wrong file identifier/HTTP URL specified"));
    }

    private JsonNode forwardMessage(BotAccount bot, CallParameters parameters) {
        SimulatedChat chat = chatResolver.writable(bot, parameters);
        SimulatedMessage source = source(bot, parameters, "forward");
        ObjectNode content = source.content().deepCopy();
        content.remove("reply_markup");
        if (!content.has("forward_origin")) {
            content.set("forward_origin", ForwardOrigin.of(source));
        }
        return speak(bot, chat, parameters, content).wire();
    }

    private JsonNode copyMessage(BotAccount bot, CallParameters parameters) {
        SimulatedChat chat = chatResolver.writable(bot, parameters);
        ObjectNode content = source(bot, parameters, "copy").content().deepCopy();
        content.remove("reply_markup");
        content.remove("forward_origin");
        return JsonTrees.object().put("message_id", speak(bot, chat, parameters, content).id());
    }

    private SimulatedMessage source(BotAccount bot, CallParameters parameters, String what) {
        SimulatedChat from = chatResolver.known(bot, parameters, "from_chat_id");
        SimulatedMessage source = chatResolver.message(from, parameters, what);
        if (source.isService()) {
            throw ApiError.badRequest(
                    "message can't be " + (what.equals("copy") ? "copied" : "forwarded"));
        }
        return source;
    }

    private SimulatedMessage speak(
            BotAccount bot, SimulatedChat chat, CallParameters parameters, ObjectNode content) {
        SimulatedMessage.Place place = chatResolver.place(chat, parameters);
        chatResolver
                .external(bot, chat, parameters)
                .ifPresent(external -> content.set("external_reply", external));
        InlineKeyboard.of(parameters, chat).ifPresent(keys -> content.set("reply_markup", keys));
        bot.sendRateLimits().spend(chat);
        return telegram.messageService().speak(bot, chat, place, content);
    }

    private JsonNode sendChatAction(BotAccount bot, CallParameters parameters) {
        SimulatedChat chat = chatResolver.writable(bot, parameters);
        String action = ApiMethods.lower(parameters.text("action"));
        if (!ACTIONS.contains(action)) {
            throw ApiError.badRequest("wrong parameter action in request");
        }
        chatResolver.place(chat, parameters);
        telegram.tell(new SimulationEvent.Acting(bot, chat, action));
        return ApiMethods.done();
    }
}
