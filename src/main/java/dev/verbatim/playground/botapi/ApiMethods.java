package dev.verbatim.playground.botapi;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/// A registry of the Bot API methods that this stand-in has, by name in any case. It implements
/// those that are about no chat: who the bot is, its updates, and files.
final class ApiMethods {

    private static final int DOWNLOAD_BYTES = 20 * 1024 * 1024;

    private static final String GET_UPDATES = "getUpdates";

    private final Map<String, ApiMethod> methods = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final FakeTelegram telegram;

    /// A method of the Bot API. Throws an [ApiError] when it refuses the call.
    @FunctionalInterface
    interface ApiMethod {
        JsonNode call(BotAccount bot, CallParameters parameters);
    }

    ApiMethods(FakeTelegram telegram) {
        this.telegram = telegram;
        var chatResolver = new ChatResolver(telegram);
        names.put(GET_UPDATES, GET_UPDATES);
        add("getMe", (bot, _) -> bot.self());
        add("getFile", this::file);
        WebhookSender.registerIn(this);
        new MessageMethods(telegram, chatResolver).registerIn(this);
        chatResolver.registerIn(this);
        BotProfile.registerIn(this);
        telegram.queryService().registerIn(this);
    }

    void add(String name, ApiMethod method) {
        methods.put(name, method);
        names.put(name, name);
    }

    /// A method's name as Telegram's documentation writes it; an unknown one as it was called.
    String documentedName(String called) {
        return names.getOrDefault(called, called);
    }

    static JsonNode success() {
        return BooleanNode.TRUE;
    }

    /// Calls a method and returns its result. A poll waits, so it is the only one that doesn't hold
    /// the simulation's lock.
    JsonNode call(BotAccount bot, String name, CallParameters parameters)
            throws InterruptedException {
        if (name.equals(GET_UPDATES)) {
            return poll(bot, parameters);
        }
        ApiMethod method = methods.get(name);
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
