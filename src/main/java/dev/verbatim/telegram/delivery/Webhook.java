package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/// Has Telegram bring the updates: says where to, as often as it takes. What they come to is the
/// [WebhookDoor].
final class Webhook implements Source {

    private final Gateway gateway;
    private final TelegramSettings.Webhook settings;
    private final Line line;
    private final Backoff backoff;
    private Instant notBefore = Instant.MIN;
    private boolean set;

    Webhook(Gateway gateway, TelegramSettings.Webhook settings, Line line) {
        this.gateway = gateway;
        this.settings = settings;
        this.line = line;
        this.backoff = line.timing().backoff();
    }

    @Override
    public void check() {
        if (set || line.clock().instant().isBefore(notBefore)) {
            return;
        }
        if (settings.url().isBlank()) {
            failed(Standing.WEBHOOK_REFUSED, "verbatim.telegram.webhook.url is empty");
            return; // an empty address would only take away the webhook that there is
        }
        switch (gateway.call("setting the webhook", Gateway.NO_CHAT, "setWebhook", call())) {
            case Delivery.Delivered<String> _ -> {
                set = true;
                line.connection().polled();
            }
            case Delivery.Rejected(var reason) -> failed(Standing.WEBHOOK_REFUSED, reason);
            case Delivery.Undelivered(var reason, _) -> failed(Standing.UNREACHABLE, reason);
            case Delivery.Unwelcome(var reason) -> failed(Standing.WRONG_TOKEN, reason);
            case Delivery.Moved<String> _ -> failed(Standing.NO_BOT_API, "");
        }
    }

    /// Leaves the webhook where it is: updates wait at Telegram until we are back.
    @Override
    public void close() {
        set = true;
    }

    private void failed(Standing standing, String reason) {
        boolean token = reason.startsWith("Unauthorized");
        line.connection().failed(token ? Standing.WRONG_TOKEN : standing, reason);
        notBefore = line.clock().instant().plus(Duration.ofMillis(backoff.nextBackOffMillis()));
    }

    private ObjectNode call() {
        ObjectNode body =
                new ObjectMapper()
                        .createObjectNode()
                        .put("url", settings.url())
                        .put("secret_token", settings.secret());
        Session.KINDS.forEach(body.putArray("allowed_updates")::add);
        return body;
    }
}
