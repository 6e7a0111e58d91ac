package dev.verbatim.playground.botapi;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What is asked about chats, members and files.
final class ChatMethods {

    private static final int DOWNLOAD_BYTES = 20 * 1024 * 1024;

    private final World world;
    private final Addressing addressing;

    ChatMethods(World world, Addressing addressing) {
        this.world = world;
        this.addressing = addressing;
    }

    void addTo(Methods methods) {
        methods.add("getChat", this::chat);
        methods.add("getChatMember", this::member);
        methods.add("getChatAdministrators", this::administrators);
        methods.add("getChatMemberCount", this::count);
        methods.add("leaveChat", this::leave);
        methods.add("createForumTopic", this::openTopic);
        methods.add("getFile", this::file);
    }

    private JsonNode chat(Bot bot, Parameters parameters) {
        Room room = addressing.entered(bot, parameters);
        ObjectNode chat = room.wire().put("accent_color_id", 0).put("max_reaction_count", 11);
        chat.putObject("accepted_gift_types")
                .put("unlimited_gifts", false)
                .put("limited_gifts", false)
                .put("unique_gifts", false)
                .put("premium_subscription", false)
                .put("gifts_from_channels", false);
        Room linked = room.linked();
        if (linked != null) {
            chat.put("linked_chat_id", linked.id());
        }
        Post pinned = room.pinned().isEmpty() ? null : room.find(room.pinned().last());
        if (pinned != null) {
            chat.set("pinned_message", pinned.wire());
        }
        return chat;
    }

    private JsonNode member(Bot bot, Parameters parameters) {
        Room room = addressing.entered(bot, parameters);
        Account account =
                world.account(parameters.number("user_id"))
                        .orElseThrow(() -> Refusal.badRequest("invalid user_id specified"));
        return room.isPrivate()
                ? Membership.MEMBER.wire(account, false)
                : room.membership(account).wire(account, false);
    }

    private JsonNode administrators(Bot bot, Parameters parameters) {
        Room room = addressing.entered(bot, parameters);
        if (room.isPrivate()) {
            throw Refusal.badRequest("there are no administrators in the private chat");
        }
        ArrayNode administrators = Json.array();
        room.members()
                .forEach(
                        (account, membership) -> {
                            if (membership.isAdministrator()) {
                                administrators.add(membership.wire(account, false));
                            }
                        });
        return administrators;
    }

    private JsonNode count(Bot bot, Parameters parameters) {
        Room room = addressing.entered(bot, parameters);
        return Json.number(room.isPrivate() ? 2 : room.inside().size());
    }

    private JsonNode leave(Bot bot, Parameters parameters) {
        Room room = addressing.entered(bot, parameters);
        if (room.isPrivate()) {
            throw Refusal.badRequest("chat member status can't be changed in private chats");
        }
        world.doors().remove(room, bot, bot);
        return Methods.done();
    }

    private JsonNode openTopic(Bot bot, Parameters parameters) {
        Room room = addressing.writable(bot, parameters);
        if (!room.membership(bot).isAdministrator()) {
            throw Refusal.badRequest("not enough rights to create a topic");
        }
        String name = parameters.text("name");
        int topic = world.posting().openTopic(room, name, bot);
        return Json.object()
                .put("message_thread_id", topic)
                .put("name", name)
                .put("icon_color", 7_322_096);
    }

    private JsonNode file(Bot bot, Parameters parameters) {
        String fileId = parameters.text("file_id");
        if (fileId.isEmpty()) {
            throw Refusal.badRequest("file_id not specified");
        }
        ObjectNode file =
                world.files().file(fileId).orElseThrow(() -> Refusal.badRequest("invalid file_id"));
        if (file.path("file_size").asInt() > DOWNLOAD_BYTES) {
            throw Refusal.badRequest("file is too big");
        }
        return file;
    }
}
