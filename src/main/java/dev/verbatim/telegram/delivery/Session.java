package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
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

    // Groups come with a later version; other kinds would only be ignored.
    private static final List<String> KINDS = List.of("message", "callback_query");

    private final Cursor cursor;
    private final Line line;
    private final OkHttpClient http;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("telegram-poll").factory());
    private final BotSession session;

    Session(BotApi api, Intake intake, Cursor cursor, Line line) {
        this.cursor = cursor;
        this.line = line;
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
                        _ -> poll(),
                        () -> backoff,
                        intake);
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
    private GetUpdates poll() {
        if (cursor.startsOver()) {
            session.getLastReceivedUpdate().set(0);
        }
        int seconds = line.connection().isUp() ? (int) line.timing().poll().toSeconds() : 0;
        return new LenientGetUpdates(cursor.ask(), seconds, KINDS, this::report);
    }

    private void report(LenientGetUpdates.Outcome outcome) {
        switch (outcome) {
            case POLLED -> line.connection().polled();
            case SKIPPED_UPDATE -> line.meters().skipped();
            case NO_RESPONSE ->
                    line.connection().failed(Standing.NO_BOT_API, "no response to a poll");
        }
    }
}
