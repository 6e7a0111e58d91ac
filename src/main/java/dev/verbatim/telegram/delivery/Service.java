package dev.verbatim.telegram.delivery;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;

/// Serves the chats of one Bot API server: takes updates and sends replies until it is closed.
final class Service implements AutoCloseable {

    private static final Duration ANSWER = Duration.ofSeconds(20);

    // Together less than the ten seconds in which a stopped process is expected to be gone.
    private static final Duration FINISH = Duration.ofSeconds(6);
    private static final Duration CONFIRM = Duration.ofSeconds(2);

    private final Connection connection;
    private final OkHttpClient http;
    private final Gateway gateway;
    private final Cursor cursor;
    private final Intake intake;
    private final Poller poller;
    private final Runnable introduction;
    private boolean introduced;

    Service(BotApi api, Line line, Talk talk) {
        connection = line.connection();
        http = api.client(ANSWER);
        gateway =
                new Gateway(
                        new OkHttpTelegramClient(http, api.token().value(), api.url()),
                        line.meters());
        cursor = new Cursor(line.clock());
        intake = new Intake(talk.handler(gateway), cursor, line.meters());
        introduction = () -> talk.introduce(gateway);
        poller = new Poller(() -> new Session(api, intake, cursor, line), line);
    }

    /// To be called every second or so, by one thread: see [Poller#check].
    void check() {
        poller.check();
        if (!introduced && connection.isUp()) {
            introduced = true;
            Thread.ofVirtual().name("telegram-introduction").start(introduction);
        }
    }

    /// Takes no update any more, finishes those taken as far as time allows, and tells Telegram of
    /// them, so that none is answered again after the next start.
    @Override
    public void close() {
        intake.close();
        poller.close();
        intake.finish(FINISH);
        OptionalInt done = cursor.unconfirmed(); // what fails from here on has not been done
        gateway.close();
        done.ifPresent(this::confirmInTime);
        BotApi.close(http);
    }

    private void confirmInTime(int offset) {
        CompletableFuture.runAsync(() -> confirm(offset))
                .completeOnTimeout(null, CONFIRM.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /// What such a poll brings is not taken, and so comes again.
    private void confirm(int offset) {
        gateway.call(
                "confirming what was done",
                Gateway.NO_CHAT,
                GetUpdates.builder().offset(offset).limit(1).timeout(0).build());
    }
}
