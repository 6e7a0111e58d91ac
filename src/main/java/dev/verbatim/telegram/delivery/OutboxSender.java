package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.verbatim.store.StoreException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes the calls that were written down, and writes down what became of them. Thread-safe.
final class OutboxSender {

    private static final Logger log = LoggerFactory.getLogger(OutboxSender.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DeliveryStore store;
    private final BotApiGateway gateway;
    private final DeliveryMetrics metrics;
    private final Map<String, SendListener> receipts;

    OutboxSender(
            DeliveryStore store,
            BotApiGateway gateway,
            UpdateHandler handler,
            DeliveryMetrics metrics) {
        this.store = store;
        this.gateway = gateway;
        this.metrics = metrics;
        this.receipts =
                handler.receipts().stream()
                        .collect(Collectors.toMap(SendListener::name, Function.identity()));
    }

    /// Returns when it is clear what became of the call, or when the gateway is closed.
    ///
    /// @return the chat whose turn it is now: another one, when this one has moved
    long send(Outbox.Parcel parcel) {
        try {
            return send(parcel, parcel.opened());
        } catch (JsonProcessingException e) {
            return park(parcel, "it can't be read: " + e.getClass().getSimpleName());
        }
    }

    private long send(Outbox.Parcel parcel, ApiCall.Content content) {
        long chat = parcel.chatId();
        return switch (gateway.deliver(chat, content)) {
            case ApiResult.Delivered(var response) -> sent(parcel, content, messageId(response));
            case ApiResult.Moved(var to) -> {
                store.store().write(rows -> store.chats().move(rows, chat, to));
                yield to;
            }
            case ApiResult.Unwelcome(var reason) ->
                    write(parcel, rows -> store.chats().close(rows, chat, reason));
            case ApiResult.Rejected(var reason) -> refused(parcel, content, reason);
            case ApiResult.Undelivered(var reason, _) ->
                    gateway.isClosed() ? chat : park(parcel, reason);
        };
    }

    private long refused(Outbox.Parcel parcel, ApiCall.Content content, String reason) {
        ApiCall.Content other =
                reason.contains("message to be replied not found")
                                && content.body().has("reply_parameters")
                        ? content.withoutReply()
                        : content.afterRefusal();
        if (other == null) {
            return park(parcel, reason);
        }
        log.debug("chat {}: {} is made another way: {}", parcel.chatId(), content.method(), reason);
        return write(parcel, rows -> Outbox.replace(rows, parcel, other));
    }

    private long park(Outbox.Parcel parcel, String reason) {
        metrics.undelivered();
        log.warn("chat {}: call {} is given up: {}", parcel.chatId(), parcel.place(), reason);
        return write(parcel, rows -> Outbox.park(rows, parcel));
    }

    private interface Statements {
        void run(JdbcClient rows);
    }

    private long write(Outbox.Parcel parcel, Statements statements) {
        return store.store()
                .write(
                        rows -> {
                            statements.run(rows);
                            return parcel.chatId();
                        });
    }

    /// Telegram has it. That must be known before anything else happens in the chat, or it would be
    /// sent again.
    private long sent(Outbox.Parcel parcel, ApiCall.Content content, int messageId) {
        for (int attempt = 0; !written(parcel, content, messageId); attempt++) {
            if (attempt == 0) {
                log.error("chat {}: what is sent can't be marked", parcel.chatId());
            }
            if (gateway.closesWithin(Duration.ofSeconds(1))) {
                log.error("chat {}: a message may be sent twice", parcel.chatId());
                break;
            }
        }
        return parcel.chatId();
    }

    private boolean written(Outbox.Parcel parcel, ApiCall.Content content, int messageId) {
        try {
            write(
                    parcel,
                    rows -> {
                        Outbox.sent(rows, parcel, messageId);
                        receipt(parcel, content, messageId, rows);
                    });
            return true;
        } catch (StoreException e) {
            log.debug("marking failed", e);
            return false;
        } catch (RuntimeException e) {
            log.error("chat {}: a receipt failed", parcel.chatId(), e);
            return written(
                    parcel, new ApiCall.Content("", content.body(), null, null, null), messageId);
        }
    }

    private void receipt(
            Outbox.Parcel parcel, ApiCall.Content content, int messageId, JdbcClient rows) {
        ApiCall.Notice notice = content.notice();
        if (notice != null && receipts.containsKey(notice.receipt())) {
            receipts.get(notice.receipt()).sent(parcel.chatId(), messageId, notice.note(), rows);
        }
    }

    private static int messageId(@Nullable String response) {
        try {
            return response == null ? 0 : JSON.readTree(response).at("/result/message_id").asInt();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("it was read before", e);
        }
    }
}
