package dev.verbatim.playground.botapi;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What is done to messages that are there.
final class MessageMethods {

    private final World world;
    private final Addressing addressing;

    MessageMethods(World world, Addressing addressing) {
        this.world = world;
        this.addressing = addressing;
    }

    void addTo(Methods methods) {
        methods.add("editMessageText", this::editText);
        methods.add("editMessageCaption", this::editCaption);
        methods.add("editMessageReplyMarkup", this::editMarkup);
        methods.add("deleteMessage", this::delete);
        methods.add("deleteMessages", this::deleteAll);
        methods.add("setMessageReaction", this::react);
        methods.add("pinChatMessage", this::pin);
        methods.add("unpinChatMessage", this::unpin);
    }

    private JsonNode editText(Bot bot, Parameters parameters) {
        Formatted text = Formatted.read(parameters, "text");
        if (text.text().isBlank()) {
            throw Refusal.badRequest("message text is empty");
        }
        Post post = editable(bot, parameters);
        if (!post.content().has("text")) {
            throw Refusal.badRequest("there is no text in the message to edit");
        }
        ObjectNode content = post.content().deepCopy();
        content.remove("entities");
        text.checked(Formatted.MESSAGE, "message is too long").putInto(content, "text");
        return edit(bot, post, content, parameters);
    }

    private JsonNode editCaption(Bot bot, Parameters parameters) {
        Formatted caption = Formatted.read(parameters, "caption");
        Post post = editable(bot, parameters);
        if (!post.content().has("document")) {
            throw Refusal.badRequest("there is no caption in the message to edit");
        }
        ObjectNode content = post.content().deepCopy();
        content.remove("caption_entities");
        caption.checked(Formatted.CAPTION, "message caption is too long")
                .putInto(content, "caption");
        return edit(bot, post, content, parameters);
    }

    private JsonNode editMarkup(Bot bot, Parameters parameters) {
        Post post = editable(bot, parameters);
        return edit(bot, post, post.content().deepCopy(), parameters);
    }

    /// Buttons that aren't named again are gone.
    private JsonNode edit(Bot bot, Post post, ObjectNode content, Parameters parameters) {
        content.remove("reply_markup");
        Keyboard.of(parameters, post.room()).ifPresent(keys -> content.set("reply_markup", keys));
        if (content.equals(post.content())) {
            throw Refusal.badRequest(
                    "message is not modified: specified new message content and reply markup are"
                            + " exactly the same as a current content and reply markup of the"
                            + " message");
        }
        bot.rates().spend(post.room());
        ObjectNode before = post.content().deepCopy();
        before.remove("reply_markup");
        ObjectNode after = content.deepCopy();
        after.remove("reply_markup");
        world.posting().rewrite(post, content, !before.equals(after));
        return parameters.has("inline_message_id") ? Methods.done() : post.wire();
    }

    private Post editable(Bot bot, Parameters parameters) {
        if (parameters.has("inline_message_id")) {
            return Optional.ofNullable(
                            world.queries().inlinePost(parameters.text("inline_message_id")))
                    .filter(post -> bot.equals(post.via()))
                    .orElseThrow(() -> Refusal.badRequest("MESSAGE_ID_INVALID"));
        }
        Room room = addressing.writable(bot, parameters);
        if (parameters.whole("message_id", 0) == 0) {
            throw Refusal.badRequest("message identifier is not specified");
        }
        Post post = addressing.message(room, parameters, "edit");
        if (!post.isBy(bot) || post.isService()) {
            throw Refusal.badRequest("message can't be edited");
        }
        return post;
    }

    private JsonNode delete(Bot bot, Parameters parameters) {
        Room room = addressing.entered(bot, parameters);
        if (parameters.whole("message_id", 0) == 0) {
            throw Refusal.badRequest("message identifier is not specified");
        }
        Post post = addressing.message(room, parameters, "delete");
        if (!mayDelete(bot, post)) {
            throw Refusal.badRequest("message can't be deleted");
        }
        world.posting().remove(post);
        return Methods.done();
    }

    /// Those that can't be found are skipped, as on the real server.
    private JsonNode deleteAll(Bot bot, Parameters parameters) {
        Room room = addressing.entered(bot, parameters);
        for (JsonNode id : parameters.tree("message_ids")) {
            Optional.ofNullable(room.find(id.asInt(0)))
                    .filter(post -> mayDelete(bot, post))
                    .ifPresent(world.posting()::remove);
        }
        return Methods.done();
    }

    private static boolean mayDelete(Bot bot, Post post) {
        Room room = post.room();
        return post.isBy(bot) || room.isPrivate() || room.membership(bot).isAdministrator();
    }

    private JsonNode react(Bot bot, Parameters parameters) {
        Room room = addressing.entered(bot, parameters);
        Post post = addressing.message(room, parameters, "react");
        JsonNode list = parameters.tree("reaction");
        if (list.size() > 1) {
            throw Refusal.badRequest("REACTIONS_TOO_MANY");
        }
        world.posting().react(bot, post, list.path(0).path("emoji").asString(""));
        return Methods.done();
    }

    private JsonNode pin(Bot bot, Parameters parameters) {
        Room room = pinnable(bot, parameters);
        Post post = addressing.message(room, parameters, "pin");
        if (room.pinned().add(post.id())) {
            ObjectNode content = Json.object();
            content.set("pinned_message", post.wire());
            world.posting().service(room, bot, content);
        }
        return Methods.done();
    }

    private JsonNode unpin(Bot bot, Parameters parameters) {
        Room room = pinnable(bot, parameters);
        int id = parameters.whole("message_id", room.pinned().isEmpty() ? 0 : room.pinned().last());
        if (!room.pinned().remove(id)) {
            throw Refusal.badRequest("message to unpin not found");
        }
        world.tell(new Event.RoomChanged(room));
        return Methods.done();
    }

    private Room pinnable(Bot bot, Parameters parameters) {
        Room room = addressing.entered(bot, parameters);
        if (!room.isPrivate() && !room.membership(bot).isAdministrator()) {
            throw Refusal.badRequest("not enough rights to manage pinned messages in the chat");
        }
        return room;
    }
}
