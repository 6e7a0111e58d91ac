package dev.verbatim.playground.botapi;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A sender that posts a bot's updates to its webhook, one after the other, and each again until
/// the webhook answers with a 2xx. Ends with [#close].
final class WebhookSender {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{0,256}");
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 60_000;
    private static final long POLL_MILLIS = 1_000;

    private final BotAccount bot;
    private final Target target;
    private final HttpClient client = HttpClient.newHttpClient();
    private volatile boolean closed;
    private @Nullable Thread thread;

    record Target(String url, String secret) {}

    private WebhookSender(BotAccount bot, Target target) {
        this.bot = bot;
        this.target = target;
    }

    static void registerIn(ApiMethods methods) {
        methods.add("setWebhook", WebhookSender::setWebhook);
        methods.add("deleteWebhook", WebhookSender::deleteWebhook);
    }

    static WebhookSender start(BotAccount bot, Target target) {
        var webhook = new WebhookSender(bot, target);
        webhook.thread = Thread.startVirtualThread(webhook::run);
        return webhook;
    }

    void close() {
        closed = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run() {
        try (client) {
            long pause = FIRST_PAUSE_MILLIS;
            while (!closed) {
                boolean accepted = sendFirst();
                pause = accepted ? FIRST_PAUSE_MILLIS : Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
                if (!accepted) {
                    Thread.sleep(pause / 2);
                }
            }
        } catch (InterruptedException _) {
            closed = true;
        }
    }

    /// False when an update was due and the webhook didn't accept it.
    private boolean sendFirst() throws InterruptedException {
        Optional<ObjectNode> update = bot.updates().awaitFirst(POLL_MILLIS);
        if (update.isEmpty() || closed) {
            return true;
        }
        boolean accepted = post(update.get());
        if (accepted) {
            bot.updates().remove(update.get());
        }
        return accepted;
    }

    private boolean post(ObjectNode update) throws InterruptedException {
        try {
            int status = client.send(request(update), BodyHandlers.discarding()).statusCode();
            return status / 100 == 2;
        } catch (IOException e) {
            LoggerFactory.getLogger(WebhookSender.class)
                    .debug("The webhook can't be reached: {}", e.toString());
            return false;
        }
    }

    private HttpRequest request(ObjectNode update) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(target.url()))
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(update.toString()));
        if (!target.secret().isEmpty()) {
            request.header("X-Telegram-Bot-Api-Secret-Token", target.secret());
        }
        return request.build();
    }

    private static JsonNode setWebhook(BotAccount bot, CallParameters parameters) {
        String url = parameters.text("url");
        if (url.isEmpty()) {
            return deleteWebhook(bot, parameters);
        }
        checkUrl(url);
        String secret = parameters.text("secret_token");
        if (!SECRET.matcher(secret).matches()) {
            throw ApiError.badRequest("secret token contains unallowed characters");
        }
        ApiMethods.allowUpdates(bot, parameters);
        dropPendingUpdates(bot, parameters);
        bot.setWebhook(start(bot, new Target(url, secret)));
        return ApiMethods.success();
    }

    /// The real server wants https here, and takes http as well when it runs locally. This one
    /// calls nothing but this machine, whatever a caller asks for.
    private static void checkUrl(String url) {
        try {
            var uri = new URI(url);
            if (uri.getHost() == null || !SCHEMES.contains(String.valueOf(uri.getScheme()))) {
                throw ApiError.badRequest("bad webhook: invalid webhook URL specified");
            }
            if (!LoopbackHost.isLoopback(uri.getHost())) {
                throw ApiError.unsupported("a webhook on another machine");
            }
        } catch (URISyntaxException _) {
            throw ApiError.badRequest("bad webhook: invalid webhook URL specified");
        }
    }

    private static JsonNode deleteWebhook(BotAccount bot, CallParameters parameters) {
        dropPendingUpdates(bot, parameters);
        if (bot.webhook() != null) {
            bot.setWebhook(null);
        }
        return ApiMethods.success();
    }

    private static void dropPendingUpdates(BotAccount bot, CallParameters parameters) {
        if (parameters.flag("drop_pending_updates")) {
            bot.updates().clear();
        }
    }
}
