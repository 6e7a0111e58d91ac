package dev.verbatim.telegram.delivery;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.verbatim.playground.botapi.FaultInjector.InjectedFault;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.DiskSearch;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.store.Store;
import dev.verbatim.store.StoreDatabase;
import dev.verbatim.store.StoreFile;
import dev.verbatim.telegram.update.DecodedUpdate;
import dev.verbatim.telegram.update.Incoming;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever goes wrong between the bot and Telegram is said, and passes.
@OnEachDatabase
class TelegramBotFaultsIT {

    @TempDir Path data;

    private TelegramDriver server;

    @BeforeEach
    void listen() throws IOException {
        server = RunningBot.server();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void skipsAnUnreadableUpdateAndAnswersTheOthers() {
        server.queueUpdate(
                """
                {"message": {"message_id": 5, "date": "yesterday", "text": "poison",
                 "chat": {"id": 7, "type": "private"}}}
                """);
        server.write(ANN, "What did Smith say?");

        try (var bot = RunningBot.with(server, data)) {
            awaitUntil(() -> server.sendCalls(ANN).size() == 1 && server.pendingUpdates() == 0);

            assertThat(bot.counted("verbatim.telegram.updates.skipped")).isEqualTo(1);
        }
    }

    @Test
    void goesOnWhenExpiredDataCannotBeDeleted() {
        var published = new CountDownLatch(1);
        var talk =
                new EchoUpdateHandler() {
                    private final Store closed = closedStore();

                    @Override
                    public void purgeExpired() {
                        closed.write(_ -> true);
                    }

                    @Override
                    public boolean publishProfile(BotApiGateway gateway) {
                        published.countDown();
                        return true;
                    }
                };

        try (var _ = RunningBot.with(server, data, talk)) {
            awaitUntil(() -> published.getCount() == 0); // it looks after the line still
        }
    }

    private Store closedStore() {
        try (StoreFile file = StoreFile.in(data)) {
            return file.store();
        }
    }

    @Test
    void neverStoresWhatTheHandlerRejects() {
        var talk =
                new EchoUpdateHandler() {
                    @Override
                    public boolean mayStore(DecodedUpdate update) {
                        return !(update.incoming() instanceof Incoming.Asked question
                                && question.text().contains("between us"));
                    }
                };
        server.write(ANN, "Quietly, between us");
        server.write(ANN, "What did Smith say?");

        try (var _ = RunningBot.with(server, data, talk)) {
            awaitUntil(() -> server.sendCalls(ANN).size() == 1 && server.pendingUpdates() == 0);

            assertThat(DiskSearch.filesContaining("Quietly, between us", data)).isEmpty();
            if (StoreDatabase.current() == StoreDatabase.SQLITE) { // the row has no text any more
                assertThat(DiskSearch.filesContaining("What did Smith say?", data)).isNotEmpty();
            }
        }
    }

    @Test
    void decodesAnUpdateOnce() {
        var decoded = new AtomicInteger();
        var handler =
                new EchoUpdateHandler() {
                    @Override
                    public DecodedUpdate decode(JsonNode json) throws JsonProcessingException {
                        decoded.incrementAndGet();
                        return super.decode(json);
                    }
                };
        server.write(ANN, "What did Smith say?");

        try (var _ = RunningBot.with(server, data, handler)) {
            awaitUntil(() -> server.sendCalls(ANN).size() == 1);
        }

        assertThat(decoded).hasValue(1);
    }

    @Test
    void passesOverJsonThatIsNoUpdate() {
        server.queueUpdate("{\"message\": null}");
        server.queueUpdate("{\"message\": {\"message_id\": 5}}");
        server.write(ANN, "What did Smith say?");

        try (var _ = RunningBot.with(server, data)) {
            awaitUntil(() -> server.sendCalls(ANN).size() == 1 && server.pendingUpdates() == 0);
        }
    }

    @Test
    void reportsAnUnreachableServerAndServesItOnceItIsThere() throws IOException {
        int port = server.port();
        server.close();

        try (var bot = RunningBot.at(RunningBot.TOKEN, "http://127.0.0.1:" + port, data)) {
            bot.awaitState(TelegramConnection.State.UNREACHABLE);
            server = new TelegramDriver(RunningBot.TOKEN, port);
            server.write(ANN, "What did Smith say?");

            awaitUntil(() -> server.sendCalls(ANN).size() == 1);
            bot.awaitState(TelegramConnection.State.CONNECTED);
        }
    }

    @Test
    void servesAServerThatComesBack() throws IOException {
        try (var bot = RunningBot.with(server, data)) {
            bot.awaitState(TelegramConnection.State.CONNECTED);
            server.close();
            bot.awaitState(TelegramConnection.State.UNREACHABLE);
            server = new TelegramDriver(RunningBot.TOKEN, server.port());
            server.write(ANN, "What did Smith say?");

            awaitUntil(() -> server.sendCalls(ANN).size() == 1);
        }
    }

    @Test
    void reportsAWrongToken() {
        try (var bot = RunningBot.at("1:wrong", server.address(), data)) {
            bot.awaitState(TelegramConnection.State.WRONG_TOKEN);

            assertThat(bot.connection.status().detail()).isEqualTo("Unauthorized");
            assertThat(bot.telegramBot.isRunning()).isTrue();
        }
    }

    @Test
    void reportsASecondInstanceAndRecovers() {
        server.faults().failAlways("getUpdates", InjectedFault.conflict());

        try (var bot = RunningBot.with(server, data)) {
            bot.awaitState(TelegramConnection.State.CONFLICT);
            server.faults().clear();

            bot.awaitState(TelegramConnection.State.CONNECTED);
        }
    }

    @Test
    void reportsTwoInstancesThatConflict(@TempDir Path others) {
        try (var one = RunningBot.with(server, data);
                var other = RunningBot.with(server, others)) {
            awaitUntil(
                    () ->
                            one.connection.status().state() == TelegramConnection.State.CONFLICT
                                    || other.connection.status().state()
                                            == TelegramConnection.State.CONFLICT);
        }
    }

    @Test
    void reportsAProxyErrorPageAndRecovers() {
        server.faults().failAlways("*", InjectedFault.badGateway());

        try (var bot = RunningBot.with(server, data)) {
            bot.awaitState(TelegramConnection.State.NO_BOT_API);
            assertThat(bot.connection.status().detail()).isEqualTo("HTTP 502 text/html");
            server.faults().clear();

            bot.awaitState(TelegramConnection.State.CONNECTED);
        }
    }

    @Test
    void reportsASuccessfulHtmlPageAndRecovers() {
        server.faults().failAlways("*", InjectedFault.captivePortal());

        try (var bot = RunningBot.with(server, data)) {
            bot.awaitState(TelegramConnection.State.NO_BOT_API);
            server.faults().clear();

            bot.awaitState(TelegramConnection.State.CONNECTED);
        }
    }

    @Test
    void reportsGarbageAndRecovers() {
        server.faults().failAlways("getUpdates", InjectedFault.malformedJson());

        try (var bot = RunningBot.with(server, data)) {
            bot.awaitState(TelegramConnection.State.NO_BOT_API);
            server.faults().clear();

            bot.awaitState(TelegramConnection.State.CONNECTED);
        }
    }

    @Test
    void reportsAFloodAndWaits() {
        server.faults().failNext("getUpdates", InjectedFault.tooManyRequests(2));

        try (var bot = RunningBot.with(server, data)) {
            bot.awaitState(TelegramConnection.State.FLOODED);
            int polls = server.calls("getUpdates").size();

            bot.awaitState(TelegramConnection.State.CONNECTED);
            assertThat(polls).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api.telegram.org",
                "ftp://x",
                "http://",
                "https://a?b=c",
                "http://u:p@h"
            })
    void reportsAnInvalidAddress(String address) {
        try (var bot = RunningBot.at(RunningBot.TOKEN, address, data)) {
            bot.awaitState(TelegramConnection.State.BAD_ADDRESS);

            assertThat(bot.telegramBot.isRunning()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a/path", "/a/path/"})
    void servesAServerUnderAPath(String path) {
        server.write(ANN, "What did Smith say?");

        try (var _ = RunningBot.at(RunningBot.TOKEN, server.address() + path, data)) {
            awaitUntil(() -> server.sendCalls(ANN).size() == 1);
        }
    }

    @Test
    @Timeout(30)
    void stopsQuicklyAndTakesNothingAfterwards() {
        var bot = RunningBot.with(server, data);
        bot.awaitState(TelegramConnection.State.CONNECTED);
        long before = System.nanoTime();

        bot.close();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        int polls = server.calls("getUpdates").size();
        server.write(ANN, "Is anybody there?");
        assertThat(bot.telegramBot.isRunning()).isFalse();
        RunningBot.await()
                .during(Duration.ofSeconds(1))
                .until(() -> server.calls("getUpdates").size() == polls);
        assertThat(server.pendingUpdates()).isEqualTo(1);
    }

    @Test
    void stoppingFinishesAndConfirmsWhatWasBegun() {
        var working = new CountDownLatch(1);
        var bot = RunningBot.with(server, data);
        bot.answers(
                "slow",
                () -> {
                    working.countDown();
                    Thread.sleep(1000);
                    return EchoUpdateHandler.ANSWER;
                });
        server.write(ANN, "slow");
        awaitUntil(() -> working.getCount() == 0);

        bot.close();

        assertThat(server.sendCalls(ANN)).hasSize(1);
        assertThat(server.pendingUpdates()).isZero();
    }

    @Test
    void leavesUnfinishedUpdatesToTheNextStart() {
        var bot = RunningBot.with(server, data);
        var working = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        bot.answers(
                "stuck",
                () -> {
                    working.countDown();
                    never.await();
                    return EchoUpdateHandler.ANSWER;
                });
        server.write(ANN, "stuck");
        awaitUntil(() -> working.getCount() == 0);

        bot.close();
        try (var _ = RunningBot.with(server, data)) {
            awaitUntil(() -> server.sendCalls(ANN).size() == 1 && server.pendingUpdates() == 0);
        }
    }

    @Test
    void startsAgainAfterAStop() {
        try (var bot = RunningBot.with(server, data)) {
            bot.awaitState(TelegramConnection.State.CONNECTED);
            bot.telegramBot.stop();
            bot.telegramBot.start();
            server.write(ANN, "What did Smith say?");

            awaitUntil(() -> server.sendCalls(ANN).size() == 1);
        }
    }
}
