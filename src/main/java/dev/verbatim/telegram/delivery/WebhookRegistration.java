package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.verbatim.store.StoreException;
import dev.verbatim.telegram.delivery.DeliverySession.UpdateSource;
import dev.verbatim.telegram.delivery.TelegramConnection.State;
import dev.verbatim.telegram.update.UpdateDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.util.backoff.BackOffExecution;

/// A registration of the webhook, which has Telegram bring the updates to the [WebhookController].
/// It is tried until it succeeds.
final class WebhookRegistration implements UpdateSource {

    private final BotApiGateway gateway;
    private final String url;
    private final Supplier<String> secret;
    private final DeliveryContext context;
    private final BackOffExecution backoff;
    private Instant notBefore = Instant.MIN;
    private boolean set;

    /// @param secret may fail while the store does
    WebhookRegistration(
            BotApiGateway gateway, String url, Supplier<String> secret, DeliveryContext context) {
        this.gateway = gateway;
        this.url = url;
        this.secret = secret;
        this.context = context;
        this.backoff = context.timing.backoff();
    }

    @Override
    public void check() {
        if (set || context.clock.instant().isBefore(notBefore)) {
            return;
        }
        if (url.isBlank()) {
            failed(State.WEBHOOK_REFUSED, "verbatim.telegram.webhook.url is empty");
            return; // an empty address would only take away the webhook that there is
        }
        try {
            register();
        } catch (StoreException | DataAccessException e) {
            failed(State.STORE_FAILING, String.valueOf(e.getMessage()));
        }
    }

    private void register() {
        switch (gateway.call("setting the webhook", BotApiGateway.NO_CHAT, "setWebhook", call())) {
            case ApiResult.Delivered<JsonNode> _ -> {
                set = true;
                context.connection.polled();
            }
            case ApiResult.Rejected(var reason) -> failed(State.WEBHOOK_REFUSED, reason);
            case ApiResult.Undelivered(var state, var reason, _) -> failed(state, reason);
            case ApiResult.Unwelcome(_, var reason) -> failed(State.WRONG_TOKEN, reason);
            case ApiResult.Moved<JsonNode> _ -> failed(State.NO_BOT_API, "");
        }
    }

    /// Leaves the webhook where it is: updates wait at Telegram until we are back.
    @Override
    public void close() {
        set = true;
    }

    private void failed(State state, String reason) {
        context.connection.failed(state, reason);
        notBefore = context.clock.instant().plus(Duration.ofMillis(backoff.nextBackOff()));
    }

    private ObjectNode call() {
        ObjectNode body =
                UpdateDecoder.JSON
                        .createObjectNode()
                        .put("url", url)
                        .put("secret_token", secret.get());
        UpdatePoller.KINDS.forEach(body.putArray("allowed_updates")::add);
        return body;
    }
}
