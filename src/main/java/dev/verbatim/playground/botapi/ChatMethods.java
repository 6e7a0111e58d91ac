package dev.verbatim.playground.botapi;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The Bot API methods that ask about chats, members and files.
final class ChatMethods {

    private static final int DOWNLOAD_BYTES = 20 * 1024 * 1024;

    private final FakeTelegram telegram;
    private final ChatResolver chatResolver;

    ChatMethods(FakeTelegram telegram, ChatResolver chatResolver) {
        this.telegram = telegram;
        this.chatResolver = chatResolver;
    }

    void registerIn(ApiMethods methods) {
        methods.add("getChat", this::chat);
        methods.add("getChatMember", this::member);
        methods.add("getFile", this::file);
    }

    private JsonNode chat(BotAccount bot, CallParameters parameters) {
        SimulatedChat simulatedChat = chatResolver.joined(bot, parameters);
        ObjectNode chat =
                simulatedChat.toJson().put("accent_color_id", 0).put("max_reaction_count", 11);
        chat.putObject("accepted_gift_types")
                .put("unlimited_gifts", false)
                .put("limited_gifts", false)
                .put("unique_gifts", false)
                .put("premium_subscription", false)
                .put("gifts_from_channels", false);
        return chat;
    }

    private JsonNode member(BotAccount bot, CallParameters parameters) {
        SimulatedChat simulatedChat = chatResolver.joined(bot, parameters);
        Account account =
                telegram.account(parameters.number("user_id"))
                        .orElseThrow(() -> ApiError.badRequest("invalid user_id specified"));
        return simulatedChat.isPrivate()
                ? MembershipStatus.MEMBER.toJson(account, false)
                : simulatedChat.statusOf(account).toJson(account, false);
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
