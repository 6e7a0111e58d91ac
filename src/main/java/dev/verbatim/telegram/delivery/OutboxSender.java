package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.verbatim.store.StoreException;
import dev.verbatim.telegram.delivery.ApiResult.Barrier;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A sender of the calls in the outbox, which also stores what became of them. Thread-safe.
final class OutboxSender {

    private static final Logger log = LoggerFactory.getLogger(OutboxSender.class);

    private final DeliveryStore store;
    private final BotApiGateway gateway;
    private final DeliveryMetrics metrics;

    OutboxSender(DeliveryStore store, BotApiGateway gateway, DeliveryMetrics metrics) {
        this.store = store;
        this.gateway = gateway;
        this.metrics = metrics;
    }

    /// Returns when it is clear what became of the call, or when the gateway is closed.
    ///
    /// @return the chat whose turn it is now: another one, when this one has moved
    long send(Outbox.Pending call) {
        try {
            return send(call, call.parsed());
        } catch (StoreException | DataAccessException e) {
            throw e; // not this call's fault
        } catch (JsonProcessingException | RuntimeException e) {
            return park(call, "it can't be made: " + e.getClass().getSimpleName());
        }
    }

    private long send(Outbox.Pending call, ApiCall.Content content) {
        if (content.isEphemeral()) {
            return sendToOne(call, content.withoutRichMessage());
        }
        return settle(call, content, gateway.deliver(call.chatId(), content));
    }

    /// What can't be shown to one user only is sent another way, and that is remembered. A press
    /// that is too old to be answered says nothing about others.
    private long sendToOne(Outbox.Pending call, ApiCall.Content content) {
        long chat = call.chatId();
        boolean sends = !content.body().has("ephemeral_message_id");
        if (sends && !gateway.ephemeral().accepts(chat, content.isByPress())) {
            return refused(call, content, "messages for one user aren't accepted here");
        }
        ApiResult<JsonNode> result = gateway.deliver(chat, content);
        return switch (result) {
            case ApiResult.Delivered(var response) when response == null ->
                    refused(call, content, "the button was pressed too long ago");
            case ApiResult.Delivered(var response) -> {
                if (sends && !response.path("result").has("ephemeral_message_id")) {
                    gateway.ephemeral().disbelieve();
                }
                yield sent(call, content, 0);
            }
            case ApiResult.Rejected(var reason) -> refusedToOne(call, content, reason);
            case ApiResult.Unwelcome(_, var reason) -> refusedToOne(call, content, reason);
            case ApiResult.Moved<?> _, ApiResult.Undelivered<?> _ -> settle(call, content, result);
        };
    }

    private long refusedToOne(Outbox.Pending call, ApiCall.Content content, String reason) {
        if (!content.body().has("ephemeral_message_id")) {
            gateway.ephemeral().refuse(call.chatId(), content.isByPress());
        }
        return refused(call, content, reason);
    }

    private long settle(Outbox.Pending call, ApiCall.Content content, ApiResult<JsonNode> result) {
        long chat = call.chatId();
        return switch (result) {
            case ApiResult.Delivered(var response) -> sent(call, content, messageId(response));
            case ApiResult.Moved(var to) -> {
                store.write(rows -> store.chats.move(rows, chat, to));
                yield to;
            }
            case ApiResult.Unwelcome<?> refusal ->
                    write(call, rows -> drop(rows, call, content, refusal));
            case ApiResult.Rejected(var reason) -> refused(call, content, reason);
            case ApiResult.Undelivered(_, var reason, _) ->
                    gateway.isClosed() ? chat : park(call, reason);
        };
    }

    private void drop(
            JdbcClient rows,
            Outbox.Pending call,
            ApiCall.Content content,
            ApiResult.Unwelcome<?> refusal) {
        Barrier barrier = refusal.barrier();
        if (barrier.isOfChat() && content.isInChat()) {
            store.close(rows, call.chatId(), barrier, refusal.reason());
        } else {
            log.info(
                    "chat {}: call {} is dropped: {}",
                    call.chatId(),
                    call.place(),
                    refusal.reason());
            store.outbox.drop(rows, call, barrier);
        }
    }

    private long refused(Outbox.Pending call, ApiCall.Content content, String reason) {
        ApiCall.Content other =
                reason.contains("message to be replied not found")
                                && content.body().has("reply_parameters")
                        ? content.withoutReply()
                        : content.afterRefusal();
        if (other == null) {
            return park(call, reason);
        }
        log.debug("chat {}: {} is made another way: {}", call.chatId(), content.method(), reason);
        return write(call, rows -> Outbox.replace(rows, call, other));
    }

    private long park(Outbox.Pending call, String reason) {
        metrics.undelivered();
        log.warn("chat {}: call {} is given up: {}", call.chatId(), call.place(), reason);
        return write(
                call,
                rows -> {
                    Outbox.park(rows, call);
                    store.eraseDeleted();
                });
    }

    private long write(Outbox.Pending call, Consumer<JdbcClient> statements) {
        store.write(statements);
        return call.chatId();
    }

    /// Marks a call that Telegram has taken. Nothing else may happen in the chat before, or it
    /// would be made again.
    private long sent(Outbox.Pending call, ApiCall.Content content, int messageId) {
        for (int attempt = 0; !written(call, content, messageId); attempt++) {
            if (attempt == 0) {
                log.error("chat {}: what is sent can't be marked", call.chatId());
            }
            if (gateway.closesWithin(Duration.ofSeconds(1))) {
                log.error("chat {}: a message may be sent twice", call.chatId());
                break;
            }
        }
        return call.chatId();
    }

    private boolean written(Outbox.Pending call, ApiCall.Content content, int messageId) {
        try {
            write(
                    call,
                    rows -> {
                        Outbox.sent(rows, call, messageId);
                        if (!content.isInChat()) {
                            store.eraseDeleted(); // nothing is kept of a chat we aren't in
                        }
                        notifyListener(call, content, messageId, rows);
                    });
            return true;
        } catch (StoreException e) {
            log.debug("marking failed", e);
            return false;
        } catch (RuntimeException e) {
            log.error("chat {}: a listener failed", call.chatId(), e);
            return written(
                    call, new ApiCall.Content("", content.body(), null, null, null), messageId);
        }
    }

    private void notifyListener(
            Outbox.Pending call, ApiCall.Content content, int messageId, JdbcClient rows) {
        ApiCall.Notice notice = content.notice();
        if (notice != null) {
            store.outbox
                    .listener(notice)
                    .ifPresent(one -> one.sent(call.chatId(), messageId, notice.note(), rows));
        }
    }

    private static int messageId(@Nullable JsonNode response) {
        return response == null ? 0 : response.at("/result/message_id").asInt();
    }
}
