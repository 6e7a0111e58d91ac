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

    private final World world;
    private final Addressing addressing;

    SendingMethods(World world, Addressing addressing) {
        this.world = world;
        this.addressing = addressing;
    }

    void addTo(Methods methods) {
        methods.add("sendMessage", this::sendMessage);
        methods.add("sendDocument", this::sendDocument);
        methods.add("forwardMessage", this::forwardMessage);
        methods.add("copyMessage", this::copyMessage);
        methods.add("sendChatAction", this::sendChatAction);
    }

    private JsonNode sendMessage(Bot bot, Parameters parameters) {
        Formatted text = Formatted.read(parameters, "text");
        if (text.text().isBlank()) {
            throw Refusal.badRequest("message text is empty");
        }
        Room room = addressing.writable(bot, parameters);
        ObjectNode content = Json.object();
        Formatted checked = text.checked(Formatted.MESSAGE, "message is too long");
        checked.putInto(content, "text");
        JsonNode preview = parameters.tree("link_preview_options");
        if (preview.isObject()) {
            content.set("link_preview_options", preview.deepCopy());
        }
        return speak(bot, room, parameters, content).wire();
    }

    private JsonNode sendDocument(Bot bot, Parameters parameters) {
        Formatted caption = Formatted.read(parameters, "caption");
        Room room = addressing.writable(bot, parameters);
        ObjectNode content = Json.object();
        content.set("document", document(parameters));
        if (!caption.text().isBlank()) {
            caption.checked(Formatted.CAPTION, "message caption is too long")
                    .putInto(content, "caption");
        }
        return speak(bot, room, parameters, content).wire();
    }

    private ObjectNode document(Parameters parameters) {
        Upload upload = parameters.file("document").orElse(null);
        if (upload != null) {
            if (upload.content().length == 0) {
                throw Refusal.badRequest("file must be non-empty");
            }
            return world.files().store(upload);
        }
        String fileId = parameters.text("document");
        if (fileId.isEmpty()) {
            throw Refusal.badRequest("there is no document in the request");
        }
        return world.files()
                .again(fileId)
                .orElseThrow(() -> Refusal.badRequest("wrong file identifier/HTTP URL specified"));
    }

    private JsonNode forwardMessage(Bot bot, Parameters parameters) {
        Room room = addressing.writable(bot, parameters);
        Post source = source(bot, parameters, "forward");
        ObjectNode content = source.content().deepCopy();
        content.remove("reply_markup");
        if (!content.has("forward_origin")) {
            content.set("forward_origin", Origin.of(source));
        }
        return speak(bot, room, parameters, content).wire();
    }

    private JsonNode copyMessage(Bot bot, Parameters parameters) {
        Room room = addressing.writable(bot, parameters);
        ObjectNode content = source(bot, parameters, "copy").content().deepCopy();
        content.remove("reply_markup");
        content.remove("forward_origin");
        return Json.object().put("message_id", speak(bot, room, parameters, content).id());
    }

    private Post source(Bot bot, Parameters parameters, String what) {
        Room from = addressing.known(bot, parameters, "from_chat_id");
        Post source = addressing.message(from, parameters, what);
        if (source.isService()) {
            throw Refusal.badRequest(
                    "message can't be " + (what.equals("copy") ? "copied" : "forwarded"));
        }
        return source;
    }

    private Post speak(Bot bot, Room room, Parameters parameters, ObjectNode content) {
        Post.Place place = addressing.place(room, parameters);
        addressing
                .external(bot, room, parameters)
                .ifPresent(external -> content.set("external_reply", external));
        Keyboard.of(parameters, room).ifPresent(keys -> content.set("reply_markup", keys));
        bot.rates().spend(room);
        return world.posting().speak(bot, room, place, content);
    }

    private JsonNode sendChatAction(Bot bot, Parameters parameters) {
        Room room = addressing.writable(bot, parameters);
        String action = Methods.lower(parameters.text("action"));
        if (!ACTIONS.contains(action)) {
            throw Refusal.badRequest("wrong parameter action in request");
        }
        addressing.place(room, parameters);
        world.tell(new Event.Acting(bot, room, action));
        return Methods.done();
    }
}
