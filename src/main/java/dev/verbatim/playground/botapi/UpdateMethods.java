package dev.verbatim.playground.botapi;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// How a bot gets its updates.
final class UpdateMethods {

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{0,256}");

    private final ApiMethods methods;

    UpdateMethods(ApiMethods methods) {
        this.methods = methods;
    }

    void addTo(ApiMethods all) {
        all.add("setWebhook", this::setWebhook);
        all.add("deleteWebhook", this::deleteWebhook);
        all.add("getWebhookInfo", (bot, _) -> info(bot));
    }

    JsonNode poll(BotAccount bot, CallParameters parameters) throws InterruptedException {
        if (bot.webhook() != null) {
            throw ApiError.webhookActive();
        }
        allow(bot, parameters);
        var poll =
                new UpdateQueue.Poll(
                        parameters.whole("offset", 0),
                        parameters.whole("limit", 100),
                        parameters.whole("timeout", 0));
        ArrayNode updates = JsonTrees.array();
        bot.updates().poll(poll).forEach(updates::add);
        return updates;
    }

    /// When they aren't named, those named last time stay.
    private static void allow(BotAccount bot, CallParameters parameters) {
        if (parameters.has("allowed_updates")) {
            Set<String> kinds = new HashSet<>();
            parameters.tree("allowed_updates").forEach(kind -> kinds.add(kind.asString("")));
            bot.updates().allow(kinds);
        }
    }

    private JsonNode setWebhook(BotAccount bot, CallParameters parameters) {
        String url = parameters.text("url");
        if (url.isEmpty()) {
            return deleteWebhook(bot, parameters);
        }
        // The real server wants https here, and takes this as well when it runs locally.
        if (LinkAddress.checked(url.replace("127.0.0.1", "localhost")).isEmpty()) {
            throw ApiError.badRequest("bad webhook: invalid webhook URL specified");
        }
        String secret = parameters.text("secret_token");
        if (!SECRET.matcher(secret).matches()) {
            throw ApiError.badRequest("secret token contains unallowed characters");
        }
        allow(bot, parameters);
        dropIfAsked(bot, parameters);
        int connections = Math.clamp(parameters.whole("max_connections", 40), 1, 100);
        bot.setWebhook(
                WebhookSender.start(
                        bot, methods, new WebhookSender.Target(url, secret, connections)));
        return ApiMethods.done();
    }

    private JsonNode deleteWebhook(BotAccount bot, CallParameters parameters) {
        dropIfAsked(bot, parameters);
        if (bot.webhook() != null) {
            bot.setWebhook(null);
        }
        return ApiMethods.done();
    }

    private static void dropIfAsked(BotAccount bot, CallParameters parameters) {
        if (parameters.flag("drop_pending_updates")) {
            bot.updates().clear();
        }
    }

    private static ObjectNode info(BotAccount bot) {
        WebhookSender webhook = bot.webhook();
        ObjectNode info =
                JsonTrees.object().put("url", webhook == null ? "" : webhook.target().url());
        info.put("has_custom_certificate", false);
        info.put("pending_update_count", bot.updates().size());
        if (webhook != null) {
            webhook.describe(info);
        }
        if (!bot.updates().allowed().isEmpty()) {
            ArrayNode allowed = info.putArray("allowed_updates");
            bot.updates().allowed().forEach(allowed::add);
        }
        return info;
    }
}
