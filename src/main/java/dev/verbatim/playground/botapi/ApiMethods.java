package dev.verbatim.playground.botapi;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/// A registry of the Bot API methods that this stand-in has, by name in any case. It implements
/// those that are about no chat: who the bot is, its updates, and files.
final class ApiMethods {

    private static final int DOWNLOAD_BYTES = 20 * 1024 * 1024;

    private final Map<String, ApiMethod> methods = new HashMap<>();
    private final FakeTelegram telegram;

    /// A method of the Bot API. Throws an [ApiError] when it refuses the call.
    @FunctionalInterface
    interface ApiMethod {
        JsonNode call(BotAccount bot, CallParameters parameters);
    }

    ApiMethods(FakeTelegram telegram) {
        this.telegram = telegram;
        var chatResolver = new ChatResolver(telegram);
        add("getMe", (bot, _) -> bot.self());
        add("getFile", this::file);
        WebhookSender.registerIn(this);
        new MessageMethods(telegram, chatResolver).registerIn(this);
        chatResolver.registerIn(this);
        BotProfile.registerIn(this);
        telegram.queryService().registerIn(this);
    }

    void add(String name, ApiMethod method) {
        methods.put(lower(name), method);
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    static JsonNode success() {
        return BooleanNode.TRUE;
    }

    /// Calls a method and returns its result. A poll waits, so it is the only one that doesn't hold
    /// the simulation's lock.
    JsonNode call(BotAccount bot, String name, CallParameters parameters)
            throws InterruptedException {
        if (lower(name).equals("getupdates")) {
            return poll(bot, parameters);
        }
        ApiMethod method = methods.get(lower(name));
        if (method == null) {
            throw ApiError.unknownMethod(name);
        }
        return telegram.locked(() -> method.call(bot, parameters));
    }

    private static JsonNode poll(BotAccount bot, CallParameters parameters)
            throws InterruptedException {
        if (bot.webhook() != null) {
            throw ApiError.webhookActive();
        }
        allowUpdates(bot, parameters);
        var poll =
                new UpdateQueue.Poll(
                        parameters.integer("offset", 0),
                        parameters.integer("limit", 100),
                        parameters.integer("timeout", 0));
        ArrayNode updates = JsonTrees.array();
        bot.updates().poll(poll).forEach(updates::add);
        return updates;
    }

    /// The kinds named by an earlier call stay when this one names none.
    static void allowUpdates(BotAccount bot, CallParameters parameters) {
        if (parameters.has("allowed_updates")) {
            Set<String> kinds = new HashSet<>();
            parameters.json("allowed_updates").forEach(kind -> kinds.add(kind.asString("")));
            bot.updates().allow(kinds);
        }
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
