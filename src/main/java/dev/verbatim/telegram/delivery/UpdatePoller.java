package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.verbatim.store.StoreException;
import dev.verbatim.telegram.delivery.DeliverySession.UpdateSource;
import dev.verbatim.telegram.delivery.TelegramConnection.State;
import dev.verbatim.telegram.update.UpdateEnvelope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.util.backoff.BackOffExecution;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;

/// A loop that asks Telegram for updates and confirms them once they are stored.
///
/// It uses the library's methods, but not its `BotSession`: that one reads a whole batch into typed
/// updates, so that with a single update it can't read it asks for the same batch for ever; it sets
/// the next offset, which confirms a batch, before its consumer has stored it; and after its end it
/// lets the last poll go on. Here an update stays JSON until it is stored.
final class UpdatePoller implements UpdateSource {

    /// The kinds of updates that are asked for; other ones would only be ignored.
    static final List<String> KINDS =
            List.of(
                    "message",
                    "edited_message",
                    "callback_query",
                    "inline_query",
                    "guest_message",
                    "my_chat_member",
                    "message_reaction");

    private static final Logger log = LoggerFactory.getLogger(UpdatePoller.class);
    private static final int BATCH = 100;
    private static final Duration LONGEST_TOLD = Duration.ofMinutes(5);

    // After a week without updates Telegram goes on with a random number, which may be a lower one.
    private static final Duration NUMBERS_HOLD = Duration.ofDays(6);

    private final BotApiHttpClient http;
    private final UpdateIngestor ingestor;
    private final DeliveryContext context;
    private BackOffExecution backoff;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable Thread thread;
    private boolean webhookRemoved;
    private Instant lastSuccess;
    private Instant lastUpdate;
    private long lastId;

    UpdatePoller(BotApiHttpClient.Endpoint api, UpdateIngestor ingestor, DeliveryContext context) {
        this.http = new BotApiHttpClient(api, context.timing.pollAnswer());
        this.ingestor = ingestor;
        this.context = context;
        this.backoff = context.timing.backoff();
        this.lastSuccess = context.clock.instant();
        this.lastUpdate = lastSuccess;
        context.connection.expectPolls(context.timing.pollAnswer().multipliedBy(2));
    }

    /// Starts the loop, also after an error of the machine has ended it.
    @Override
    public void check() {
        Thread current = thread;
        if (closing.getCount() > 0 && (current == null || !current.isAlive())) {
            thread =
                    Thread.ofPlatform()
                            .daemon()
                            .name("telegram-poll")
                            .uncaughtExceptionHandler(
                                    (_, e) -> log.error("polling has ended and starts again", e))
                            .start(this::run);
        }
    }

    /// Aborts the poll in flight; there won't be another.
    @Override
    public void close() {
        closing.countDown();
        http.close();
        Thread current = thread;
        if (current != null) {
            current.interrupt();
        }
    }

    private void run() {
        try {
            Duration wait = Duration.ZERO;
            while (!closing.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                wait = poll();
            }
        } catch (InterruptedException e) {
            log.debug("polling is interrupted", e);
        }
    }

    /// Makes one poll.
    ///
    /// @return how long to wait before the next one
    Duration poll() {
        if (lastSuccess.plus(context.timing.silence()).isBefore(now())) {
            webhookRemoved = false; // someone may have set one meanwhile
        }
        try {
            return webhookRemoved ? getUpdates() : removeWebhook();
        } catch (StoreException | DataAccessException e) {
            // The updates stay at Telegram, and the ingestor has reported it.
            return retry(Duration.ZERO);
        } catch (RuntimeException | StackOverflowError e) {
            log.error("a poll failed", e);
            return failed(State.NOT_POLLING, e.getClass().getSimpleName());
        }
    }

    private Duration removeWebhook() {
        return switch (post(new DeleteWebhook())) {
            case ApiResult.Delivered<JsonNode> _ -> {
                webhookRemoved = true;
                lastSuccess = now();
                yield Duration.ZERO;
            }
            case ApiResult<JsonNode> failure -> failed(failure);
        };
    }

    private Duration getUpdates() {
        return switch (post(request())) {
            case ApiResult.Delivered(JsonNode json)
                    when json != null && json.path("result").isArray() ->
                    ingest(json.path("result"));
            case ApiResult<JsonNode> failure -> failed(failure);
        };
    }

    /// The first poll after a failure returns at once, to find out that the connection is up.
    private GetUpdates request() {
        if (lastUpdate.plus(NUMBERS_HOLD).isBefore(now())) {
            lastId = 0;
        }
        boolean up = context.connection.isUp();
        return GetUpdates.builder()
                .offset(lastId == 0 ? 0 : (int) lastId + 1)
                .limit(BATCH)
                .timeout(up ? (int) context.timing.poll().toSeconds() : 0)
                .allowedUpdates(KINDS)
                .build();
    }

    /// Takes the updates in, and waits for the next ones at once unless none of these is confirmed
    /// by that.
    private Duration ingest(JsonNode result) {
        List<JsonNode> updates = StreamSupport.stream(result.spliterator(), false).toList();
        if (!updates.isEmpty() && ingestor.isUnidentified()) {
            return retry(Duration.ZERO); // no successful poll: health says so when it lasts
        }
        ingestor.ingest(updates);
        lastSuccess = now();
        backoff = context.timing.backoff();
        long newest =
                updates.stream()
                        .filter(UpdateEnvelope::isUpdate)
                        .mapToLong(update -> update.path("update_id").longValue())
                        .max()
                        .orElse(0);
        if (newest > lastId) {
            lastId = newest;
            lastUpdate = lastSuccess;
        } else if (!updates.isEmpty()) {
            return failed(State.NO_BOT_API, "updates without a new number");
        }
        return Duration.ZERO;
    }

    private ApiResult<JsonNode> post(BotApiMethod<?> method) {
        return http.post(method.getMethod(), ApiCall.body(method));
    }

    private Duration failed(ApiResult<JsonNode> result) {
        return switch (result) {
            case ApiResult.Undelivered(var state, var reason, var told) -> {
                context.connection.failed(state, reason);
                yield retry(told.compareTo(LONGEST_TOLD) < 0 ? told : LONGEST_TOLD);
            }
            case ApiResult.Rejected(var reason) -> failed(State.NO_BOT_API, reason);
            case ApiResult.Unwelcome(_, var reason) -> failed(State.NO_BOT_API, reason);
            case ApiResult.Moved<JsonNode> _, ApiResult.Delivered<JsonNode> _ ->
                    failed(State.NO_BOT_API, "no response to a poll");
        };
    }

    private Duration failed(State state, String reason) {
        context.connection.failed(state, reason);
        return retry(Duration.ZERO);
    }

    /// Waits longer each time, and never shorter than Telegram asks for.
    private Duration retry(Duration told) {
        Duration next = Duration.ofMillis(backoff.nextBackOff());
        return next.compareTo(told) > 0 ? next : told;
    }

    private Instant now() {
        return context.clock.instant();
    }
}
