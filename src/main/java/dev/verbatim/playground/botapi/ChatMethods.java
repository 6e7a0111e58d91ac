package dev.verbatim.playground.botapi;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What is asked about chats, members and files.
final class ChatMethods {

    private static final int DOWNLOAD_BYTES = 20 * 1024 * 1024;

    private final FakeTelegram telegram;
    private final ChatResolver chatResolver;

    ChatMethods(FakeTelegram telegram, ChatResolver chatResolver) {
        this.telegram = telegram;
        this.chatResolver = chatResolver;
    }

    void addTo(ApiMethods methods) {
        methods.add("getChat", this::chat);
        methods.add("getChatMember", this::member);
        methods.add("getChatAdministrators", this::administrators);
        methods.add("getChatMemberCount", this::count);
        methods.add("leaveChat", this::leave);
        methods.add("createForumTopic", this::openTopic);
        methods.add("getFile", this::file);
    }

    private JsonNode chat(BotAccount bot, CallParameters parameters) {
        SimulatedChat simulatedChat = chatResolver.entered(bot, parameters);
        ObjectNode chat =
                simulatedChat.wire().put("accent_color_id", 0).put("max_reaction_count", 11);
        chat.putObject("accepted_gift_types")
                .put("unlimited_gifts", false)
                .put("limited_gifts", false)
                .put("unique_gifts", false)
                .put("premium_subscription", false)
                .put("gifts_from_channels", false);
        SimulatedChat linked = simulatedChat.linked();
        if (linked != null) {
            chat.put("linked_chat_id", linked.id());
        }
        SimulatedMessage pinned =
                simulatedChat.pinned().isEmpty()
                        ? null
                        : simulatedChat.find(simulatedChat.pinned().last());
        if (pinned != null) {
            chat.set("pinned_message", pinned.wire());
        }
        return chat;
    }

    private JsonNode member(BotAccount bot, CallParameters parameters) {
        SimulatedChat simulatedChat = chatResolver.entered(bot, parameters);
        Account account =
                telegram.account(parameters.number("user_id"))
                        .orElseThrow(() -> ApiError.badRequest("invalid user_id specified"));
        return simulatedChat.isPrivate()
                ? MembershipStatus.MEMBER.wire(account, false)
                : simulatedChat.membership(account).wire(account, false);
    }

    private JsonNode administrators(BotAccount bot, CallParameters parameters) {
        SimulatedChat simulatedChat = chatResolver.entered(bot, parameters);
        if (simulatedChat.isPrivate()) {
            throw ApiError.badRequest("there are no administrators in the private chat");
        }
        ArrayNode administrators = JsonTrees.array();
        simulatedChat
                .members()
                .forEach(
                        (account, membershipStatus) -> {
                            if (membershipStatus.isAdministrator()) {
                                administrators.add(membershipStatus.wire(account, false));
                            }
                        });
        return administrators;
    }

    private JsonNode count(BotAccount bot, CallParameters parameters) {
        SimulatedChat simulatedChat = chatResolver.entered(bot, parameters);
        return JsonTrees.number(simulatedChat.isPrivate() ? 2 : simulatedChat.inside().size());
    }

    private JsonNode leave(BotAccount bot, CallParameters parameters) {
        SimulatedChat simulatedChat = chatResolver.entered(bot, parameters);
        if (simulatedChat.isPrivate()) {
            throw ApiError.badRequest("chat member status can't be changed in private chats");
        }
        telegram.membershipService().remove(simulatedChat, bot, bot);
        return ApiMethods.done();
    }

    private JsonNode openTopic(BotAccount bot, CallParameters parameters) {
        SimulatedChat simulatedChat = chatResolver.writable(bot, parameters);
        if (!simulatedChat.membership(bot).isAdministrator()) {
            throw ApiError.badRequest("not enough rights to create a topic");
        }
        String name = parameters.text("name");
        int topic = telegram.messageService().openTopic(simulatedChat, name, bot);
        return JsonTrees.object()
                .put("message_thread_id", topic)
                .put("name", name)
                .put("icon_color", 7_322_096);
    }

    private JsonNode file(BotAccount bot, CallParameters parameters) {
        String fileId = parameters.text("file_id");
        if (fileId.isEmpty()) {
            throw ApiError.badRequest("file_id not specified");
        }
        ObjectNode file =
                telegram.files()
                        .file(fileId)
                        .orElseThrow(() -> ApiError.badRequest("invalid file_id"));
        if (file.path("file_size").asInt() > DOWNLOAD_BYTES) {
            throw ApiError.badRequest("file is too big");
        }
        return file;
    }
}
