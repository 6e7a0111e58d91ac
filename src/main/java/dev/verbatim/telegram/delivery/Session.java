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
final class Session implements AutoCloseable {

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

    private final Intake intake;
    private final Line line;
    private final OkHttpClient http;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("telegram-poll").factory());
    private final BotSession session;
    private int last;
    private Instant lastCame;

    Session(BotApi api, Intake intake, Line line) {
        this.intake = intake;
        this.line = line;
        this.lastCame = line.clock().instant();
        var backoff = line.timing().backoff();
        this.http =
                api.client(line.timing().pollAnswer())
                        .newBuilder()
                        .addInterceptor(new PollWatch(line.connection(), backoff))
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
        Instant now = line.clock().instant();
        if (number != last) {
            last = number;
            lastCame = now;
        } else if (lastCame.plus(NUMBERS_HOLD).isBefore(now)) {
            last = 0;
            session.getLastReceivedUpdate().set(0);
        }
        int seconds = line.connection().isUp() ? (int) line.timing().poll().toSeconds() : 0;
        int offset = last == 0 ? 0 : last + 1;
        return new LenientGetUpdates(offset, seconds, KINDS, intake, line.connection());
    }
}
