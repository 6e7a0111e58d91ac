package dev.verbatim.telegram.delivery;

import static dev.verbatim.telegram.delivery.Serving.ANN;
import static dev.verbatim.telegram.delivery.Serving.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.playground.botapi.InjectedFault;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.DiskText;
import dev.verbatim.store.Store;
import dev.verbatim.store.StoreFile;
import dev.verbatim.telegram.update.DecodedUpdate;
import dev.verbatim.telegram.update.Incoming;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever goes wrong between the bot and Telegram is said, and passes.
class TelegramBotFaultsTest {

    @TempDir Path data;

    private TelegramDriver server;

    @BeforeEach
    void listen() throws IOException {
        server = Serving.server();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void anUnreadableUpdateIsSkippedAndTheOthersAreAnswered() {
        server.deliver(
                """
                {"message": {"message_id": 5, "date": "yesterday", "text": "poison",
                 "chat": {"id": 7, "type": "private"}}}
                """);
        server.write(ANN, "What did Smith say?");

        try (var serving = Serving.with(server, data)) {
            awaitUntil(() -> server.sentTo(ANN).size() == 1 && server.unconfirmed() == 0);

            assertThat(serving.counted("verbatim.telegram.updates.skipped")).isEqualTo(1);
        }
    }

    @Test
    void aStoreThatRefusesTheTidyingEndsNothing() {
        var published = new CountDownLatch(1);
        var talk =
                new CannedTalk() {
                    private final Store closed = closedStore();

                    @Override
                    public void purgeExpired() {
                        closed.write(_ -> true);
                    }

                    @Override
                    public void publishProfile(BotApiGateway gateway) {
                        published.countDown();
                    }
                };

        try (var _ = Serving.with(server, data, talk)) {
            awaitUntil(() -> published.getCount() == 0); // it looks after the line still
        }
    }

    private Store closedStore() {
        try (StoreFile file = StoreFile.in(data)) {
            return file.store();
        }
    }

    @Test
    void whatIsNothingToUsIsNeverWrittenDown() {
        var talk =
                new CannedTalk() {
                    @Override
                    public boolean mayStore(DecodedUpdate update) {
                        return !(update.incoming() instanceof Incoming.Asked question
                                && question.text().contains("between us"));
                    }
                };
        server.write(ANN, "Quietly, between us");
        server.write(ANN, "What did Smith say?");

        try (var _ = Serving.with(server, data, talk)) {
            awaitUntil(() -> server.sentTo(ANN).size() == 1 && server.unconfirmed() == 0);

            assertThat(DiskText.of("Quietly, between us", data)).isEmpty();
            assertThat(DiskText.of("What did Smith say?", data)).isNotEmpty();
        }
    }

    @Test
    void anUpdateThatIsNoneIsPassedOver() {
        server.deliver("{\"message\": null}");
        server.deliver("{\"message\": {\"message_id\": 5}}");
        server.write(ANN, "What did Smith say?");

        try (var _ = Serving.with(server, data)) {
            awaitUntil(() -> server.sentTo(ANN).size() == 1 && server.unconfirmed() == 0);
        }
    }

    @Test
    void anUnreachableServerIsSaidAndServedAsSoonAsItIsThere() throws IOException {
        int port = server.port();
        server.close();

        try (var serving = Serving.at(Serving.TOKEN, "http://127.0.0.1:" + port, data)) {
            serving.awaits(TelegramConnection.State.UNREACHABLE);
            server = new TelegramDriver(Serving.TOKEN, port);
            server.write(ANN, "What did Smith say?");

            awaitUntil(() -> server.sentTo(ANN).size() == 1);
            serving.awaits(TelegramConnection.State.CONNECTED);
        }
    }

    @Test
    void aServerThatGoesAndComesBackIsServedAgain() throws IOException {
        try (var serving = Serving.with(server, data)) {
            serving.awaits(TelegramConnection.State.CONNECTED);
            server.close();
            serving.awaits(TelegramConnection.State.UNREACHABLE);
            server = new TelegramDriver(Serving.TOKEN, server.port());
            server.write(ANN, "What did Smith say?");

            awaitUntil(() -> server.sentTo(ANN).size() == 1);
        }
    }

    @Test
    void aWrongTokenIsSaid() {
        try (var serving = Serving.at("1:wrong", server.address(), data)) {
            serving.awaits(TelegramConnection.State.WRONG_TOKEN);

            assertThat(serving.connection.status().detail()).isEqualTo("Unauthorized");
            assertThat(serving.telegramBot.isRunning()).isTrue();
        }
    }

    @Test
    void aSecondInstanceIsSaidAndTheBotRecoversWhenItIsGone() {
        server.alwaysOnPolls(InjectedFault.conflict());

        try (var serving = Serving.with(server, data)) {
            serving.awaits(TelegramConnection.State.CONFLICT);
            server.heal();

            serving.awaits(TelegramConnection.State.CONNECTED);
        }
    }

    @Test
    void twoInstancesThatFightAreSaid(@TempDir Path others) {
        try (var one = Serving.with(server, data);
                var other = Serving.with(server, others)) {
            awaitUntil(
                    () ->
                            one.connection.status().state() == TelegramConnection.State.CONFLICT
                                    || other.connection.status().state()
                                            == TelegramConnection.State.CONFLICT);
        }
    }

    @Test
    void aPageOfAProxyIsSaidAndPasses() {
        server.always(InjectedFault.badGateway());

        try (var serving = Serving.with(server, data)) {
            serving.awaits(TelegramConnection.State.NO_BOT_API);
            assertThat(serving.connection.status().detail()).isEqualTo("HTTP 502 text/html");
            server.heal();

            serving.awaits(TelegramConnection.State.CONNECTED);
        }
    }

    @Test
    void aPageThatSaysAllIsWellIsSaidAndPasses() {
        server.always(InjectedFault.captivePortal());

        try (var serving = Serving.with(server, data)) {
            serving.awaits(TelegramConnection.State.NO_BOT_API);
            server.heal();

            serving.awaits(TelegramConnection.State.CONNECTED);
        }
    }

    @Test
    void garbageIsSaidAndPasses() {
        server.alwaysOnPolls(InjectedFault.malformedJson());

        try (var serving = Serving.with(server, data)) {
            serving.awaits(TelegramConnection.State.NO_BOT_API);
            server.heal();

            serving.awaits(TelegramConnection.State.CONNECTED);
        }
    }

    @Test
    void beingToldToWaitIsSaidAndObeyed() {
        server.next("getUpdates", InjectedFault.tooManyRequests(2));

        try (var serving = Serving.with(server, data)) {
            serving.awaits(TelegramConnection.State.FLOODED);
            int polls = server.calls("getUpdates").size();

            serving.awaits(TelegramConnection.State.CONNECTED);
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
    void anAddressThatIsNoneIsSaid(String address) {
        try (var serving = Serving.at(Serving.TOKEN, address, data)) {
            serving.awaits(TelegramConnection.State.BAD_ADDRESS);

            assertThat(serving.telegramBot.isRunning()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a/path", "/a/path/"})
    void aServerMayStandUnderAPath(String path) {
        server.write(ANN, "What did Smith say?");

        try (var _ = Serving.at(Serving.TOKEN, server.address() + path, data)) {
            awaitUntil(() -> server.sentTo(ANN).size() == 1);
        }
    }

    @Test
    @Timeout(30)
    void stoppingIsQuickAndNothingIsTakenAfterwards() {
        var serving = Serving.with(server, data);
        serving.awaits(TelegramConnection.State.CONNECTED);
        long before = System.nanoTime();

        serving.close();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        int polls = server.calls("getUpdates").size();
        server.write(ANN, "Is anybody there?");
        assertThat(serving.telegramBot.isRunning()).isFalse();
        Serving.await()
                .during(Duration.ofSeconds(1))
                .until(() -> server.calls("getUpdates").size() == polls);
        assertThat(server.unconfirmed()).isEqualTo(1);
    }

    @Test
    void stoppingFinishesWhatWasBegunAndConfirmsIt() {
        var working = new CountDownLatch(1);
        var serving = Serving.with(server, data);
        serving.answers(
                "slow",
                () -> {
                    working.countDown();
                    Thread.sleep(1000);
                    return CannedTalk.ANSWER;
                });
        server.write(ANN, "slow");
        awaitUntil(() -> working.getCount() == 0);

        serving.close();

        assertThat(server.sentTo(ANN)).hasSize(1);
        assertThat(server.unconfirmed()).isZero();
    }

    @Test
    void stoppingLeavesWhatCannotBeFinishedToTheNextStart() {
        var serving = Serving.with(server, data);
        var working = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        serving.answers(
                "stuck",
                () -> {
                    working.countDown();
                    never.await();
                    return CannedTalk.ANSWER;
                });
        server.write(ANN, "stuck");
        awaitUntil(() -> working.getCount() == 0);

        serving.close();
        try (var _ = Serving.with(server, data)) {
            awaitUntil(() -> server.sentTo(ANN).size() == 1 && server.unconfirmed() == 0);
        }
    }

    @Test
    void aStoppedBotCanBeStartedAgain() {
        try (var serving = Serving.with(server, data)) {
            serving.awaits(TelegramConnection.State.CONNECTED);
            serving.telegramBot.stop();
            serving.telegramBot.start();
            server.write(ANN, "What did Smith say?");

            awaitUntil(() -> server.sentTo(ANN).size() == 1);
        }
    }
}
