package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/// Has Telegram bring the updates: says where to, as often as it takes. What they come to is the
/// [WebhookController].
final class WebhookRegistration implements UpdateSource {

    private final BotApiGateway gateway;
    private final TelegramSettings.Webhook settings;
    private final DeliveryContext context;
    private final Backoff backoff;
    private Instant notBefore = Instant.MIN;
    private boolean set;

    WebhookRegistration(
            BotApiGateway gateway, TelegramSettings.Webhook settings, DeliveryContext context) {
        this.gateway = gateway;
        this.settings = settings;
        this.context = context;
        this.backoff = context.timing().backoff();
    }

    @Override
    public void check() {
        if (set || context.clock().instant().isBefore(notBefore)) {
            return;
        }
        if (settings.url().isBlank()) {
            failed(ConnectionStatus.WEBHOOK_REFUSED, "verbatim.telegram.webhook.url is empty");
            return; // an empty address would only take away the webhook that there is
        }
        switch (gateway.call("setting the webhook", BotApiGateway.NO_CHAT, "setWebhook", call())) {
            case ApiResult.Delivered<String> _ -> {
                set = true;
                context.connection().polled();
            }
            case ApiResult.Rejected(var reason) -> failed(ConnectionStatus.WEBHOOK_REFUSED, reason);
            case ApiResult.Undelivered(var reason, _) ->
                    failed(ConnectionStatus.UNREACHABLE, reason);
            case ApiResult.Unwelcome(var reason) -> failed(ConnectionStatus.WRONG_TOKEN, reason);
            case ApiResult.Moved<String> _ -> failed(ConnectionStatus.NO_BOT_API, "");
        }
    }

    /// Leaves the webhook where it is: updates wait at Telegram until we are back.
    @Override
    public void close() {
        set = true;
    }

    private void failed(ConnectionStatus connectionStatus, String reason) {
        boolean token = reason.startsWith("Unauthorized");
        context.connection()
                .failed(token ? ConnectionStatus.WRONG_TOKEN : connectionStatus, reason);
        notBefore = context.clock().instant().plus(Duration.ofMillis(backoff.nextBackOffMillis()));
    }

    private ObjectNode call() {
        ObjectNode body =
                new ObjectMapper()
                        .createObjectNode()
                        .put("url", settings.url())
                        .put("secret_token", settings.secret());
        PollingSession.KINDS.forEach(body.putArray("allowed_updates")::add);
        return body;
    }
}
