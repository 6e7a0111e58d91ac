package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.longpolling.BotSession;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// One run of the library's polling with all that belongs to it, so that it can be ended for good:
/// left to itself the library lets the last poll go on and hands over what it brings.
final class PollingSession implements AutoCloseable {

    /// What is asked for; other kinds would only be ignored.
    static final List<String> KINDS =
            List.of(
                    "message",
                    "edited_message",
                    "callback_query",
                    "inline_query",
                    "my_chat_member");

    // After a week without updates Telegram goes on with a random number, which may be a lower one.
    private static final Duration NUMBERS_HOLD = Duration.ofDays(6);

    private final UpdateIngestor ingestor;
    private final DeliveryContext context;
    private final OkHttpClient http;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("telegram-poll").factory());
    private final BotSession session;
    private int last;
    private Instant lastCame;

    PollingSession(BotApi api, UpdateIngestor ingestor, DeliveryContext context) {
        this.ingestor = ingestor;
        this.context = context;
        this.lastCame = context.clock().instant();
        var backoff = context.timing().backoff();
        this.http =
                api.client(context.timing().pollAnswer())
                        .newBuilder()
                        .addInterceptor(new PollingInterceptor(context.connection(), backoff))
                        .build();
        this.session =
                new BotSession(
                        new ObjectMapper(),
                        http,
                        thread,
                        api.token().value(),
                        api::url,
                        this::poll,
                        () -> backoff,
                        _ -> {});
    }

    /// Starts polling, after removing a webhook if there is one.
    void start() throws TelegramApiException {
        session.start();
    }

    /// Whether polling has ended by itself, which the library's own `isRunning` doesn't tell.
    boolean isDead() {
        Future<?> polling = session.getRunningPolling();
        return polling == null || polling.isDone();
    }

    @Override
    public void close() {
        session.stop();
        thread.shutdownNow();
        BotApi.close(http);
    }

    /// The first poll after a failure comes back at once, to know that the line stands.
    ///
    /// @param number the last update that was taken
    private GetUpdates poll(int number) {
        Instant now = context.clock().instant();
        if (number != last) {
            last = number;
            lastCame = now;
        } else if (lastCame.plus(NUMBERS_HOLD).isBefore(now)) {
            last = 0;
            session.getLastReceivedUpdate().set(0);
        }
        int seconds = context.connection().isUp() ? (int) context.timing().poll().toSeconds() : 0;
        int offset = last == 0 ? 0 : last + 1;
        return new LenientGetUpdates(offset, seconds, KINDS, ingestor, context.connection());
    }
}
