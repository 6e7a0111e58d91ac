package dev.verbatim.playground.botapi;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;

/// A registry of the Bot API methods that this stand-in has, by name in any case. It implements
/// those that say who the bot is and how it gets its updates.
final class ApiMethods {

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{0,256}");

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
        add("setWebhook", ApiMethods::setWebhook);
        add("deleteWebhook", ApiMethods::deleteWebhook);
        new MessageMethods(telegram, chatResolver).registerIn(this);
        new ChatMethods(telegram, chatResolver).registerIn(this);
        new ProfileMethods(telegram).registerIn(this);
        new QueryMethods(telegram).registerIn(this);
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
    private static void allowUpdates(BotAccount bot, CallParameters parameters) {
        if (parameters.has("allowed_updates")) {
            Set<String> kinds = new HashSet<>();
            parameters.json("allowed_updates").forEach(kind -> kinds.add(kind.asString("")));
            bot.updates().allow(kinds);
        }
    }

    private static JsonNode setWebhook(BotAccount bot, CallParameters parameters) {
        String url = parameters.text("url");
        if (url.isEmpty()) {
            return deleteWebhook(bot, parameters);
        }
        // The real server wants https here, and takes http as well when it runs locally.
        if (LinkAddress.normalized(url.replace("127.0.0.1", "localhost")).isEmpty()) {
            throw ApiError.badRequest("bad webhook: invalid webhook URL specified");
        }
        String secret = parameters.text("secret_token");
        if (!SECRET.matcher(secret).matches()) {
            throw ApiError.badRequest("secret token contains unallowed characters");
        }
        allowUpdates(bot, parameters);
        dropPendingUpdates(bot, parameters);
        bot.setWebhook(WebhookSender.start(bot, new WebhookSender.Target(url, secret)));
        return success();
    }

    private static JsonNode deleteWebhook(BotAccount bot, CallParameters parameters) {
        dropPendingUpdates(bot, parameters);
        if (bot.webhook() != null) {
            bot.setWebhook(null);
        }
        return success();
    }

    private static void dropPendingUpdates(BotAccount bot, CallParameters parameters) {
        if (parameters.flag("drop_pending_updates")) {
            bot.updates().clear();
        }
    }
}
