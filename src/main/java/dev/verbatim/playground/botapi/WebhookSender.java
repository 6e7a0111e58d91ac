package dev.verbatim.playground.botapi;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Brings a bot its updates, one after the other, and each again until it is taken with a 2xx.
///
/// An answer may be a call of a method. Ends with [#close].
final class WebhookSender {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 60_000;
    private static final long LOOK_AGAIN_MILLIS = 1_000;

    private final BotAccount bot;
    private final ApiMethods methods;
    private final Target target;
    private final Clock clock;
    private final HttpClient client = HttpClient.newHttpClient();
    private volatile @Nullable Failure failure;
    private volatile boolean closed;
    private @Nullable Thread thread;

    /// @param connections told back, but updates go one by one
    record Target(String url, String secret, int connections) {}

    private record Failure(Instant at, String message) {}

    private WebhookSender(BotAccount bot, ApiMethods methods, Target target, Clock clock) {
        this.bot = bot;
        this.methods = methods;
        this.target = target;
        this.clock = clock;
    }

    static WebhookSender start(BotAccount bot, ApiMethods methods, Target target) {
        var webhook = new WebhookSender(bot, methods, target, methods.clock());
        webhook.thread = Thread.startVirtualThread(webhook::run);
        return webhook;
    }

    Target target() {
        return target;
    }

    void close() {
        closed = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    void describe(ObjectNode info) {
        info.put("max_connections", target.connections());
        Failure last = failure;
        if (last != null) {
            info.put("last_error_date", last.at().getEpochSecond());
            info.put("last_error_message", last.message());
        }
    }

    private void run() {
        try (client) {
            long pause = FIRST_PAUSE_MILLIS;
            while (!closed) {
                boolean taken = deliverFirst();
                pause = taken ? FIRST_PAUSE_MILLIS : Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
                if (!taken) {
                    Thread.sleep(pause / 2);
                }
            }
        } catch (InterruptedException _) {
            closed = true;
        }
    }

    /// False when there was one and it wasn't taken.
    private boolean deliverFirst() throws InterruptedException {
        Optional<ObjectNode> update = bot.updates().first(LOOK_AGAIN_MILLIS);
        if (update.isEmpty() || closed) {
            return true;
        }
        boolean taken = post(update.get());
        if (taken) {
            bot.updates().remove(update.get());
        }
        return taken;
    }

    private boolean post(ObjectNode update) throws InterruptedException {
        try {
            HttpResponse<String> response = client.send(request(update), BodyHandlers.ofString());
            boolean taken = response.statusCode() / 100 == 2;
            if (taken) {
                JsonTrees.read(response.body()).ifPresent(this::callBack);
            } else {
                fail("Wrong response from the webhook: " + response.statusCode());
            }
            return taken;
        } catch (IOException e) {
            fail("Connection refused or broken: " + e.getMessage());
            return false;
        }
    }

    private HttpRequest request(ObjectNode update) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(target.url()))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(update.toString()));
        if (!target.secret().isEmpty()) {
            request.header("X-Telegram-Bot-Api-Secret-Token", target.secret());
        }
        return request.build();
    }

    /// What comes of it nobody hears, as on the real server.
    private void callBack(JsonNode answer) {
        String method = answer.path("method").asString("");
        if (!method.isEmpty() && answer instanceof ObjectNode values) {
            try {
                methods.call(bot, method, new CallParameters(values, Map.of()));
            } catch (ApiError apiError) {
                fail("Method in the answer refused: " + apiError.getMessage());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void fail(String message) {
        failure = new Failure(clock.instant(), message);
    }
}
