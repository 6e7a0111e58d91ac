package dev.verbatim.telegram.delivery;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.playground.botapi.FaultInjector.InjectedFault;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.telegram.update.DecodedUpdate;
import dev.verbatim.telegram.update.Incoming;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Telegram is out of order, or refuses the bot for a while: what waits is sent afterwards.
@OnEachDatabase(inEveryBuild = false)
class OutageIT {

    @TempDir Path data;

    private TelegramDriver server;

    @BeforeEach
    void listen() throws IOException {
        server = RunningBot.server();
        server.startChat(ANN);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @MethodSource("outages")
    void losesNothingInAnOutage(InjectedFault outage) {
        try (var bot = RunningBot.with(server, data)) {
            bot.awaitState(TelegramConnection.State.CONNECTED);
            IntStream.range(0, 5).forEach(number -> server.write(ANN, "question " + number));
            server.faults().failAlways("*", outage);
            server.write(BEN, "another");
            awaitUntil(() -> server.calls().size() > 20);
            server.faults().clear();

            awaitUntil(() -> server.botTexts(ANN).size() == 5 && server.botTexts(BEN).size() == 1);
            assertThat(server.botTexts(ANN)).doesNotHaveDuplicates();
        }
    }

    static List<InjectedFault> outages() {
        return List.of(
                InjectedFault.badGateway(),
                InjectedFault.malformedJson(),
                InjectedFault.connectionReset(),
                InjectedFault.captivePortal(),
                InjectedFault.refused(500, "Internal Server Error: restart"),
                InjectedFault.unauthorized(),
                InjectedFault.refused(404, "Not Found"),
                InjectedFault.refused(400, "Logged out"),
                InjectedFault.conflict(),
                InjectedFault.refused(420, "FLOOD_WAIT_1"));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void anOutageReplacesNoAnswerByAnApology(InjectedFault outage) {
        var talk =
                new EchoUpdateHandler() {
                    @Override
                    ApiCall reply(Incoming.Asked question, String text) {
                        return super.reply(question, text).otherwise(saying(ANN, "sorry"));
                    }
                };
        try (var bot = RunningBot.with(server, data, talk)) {
            server.faults().failAlways("sendMessage", outage);
            server.write(ANN, "What did Smith say?");
            awaitUntil(() -> server.calls("sendMessage").size() >= 3);
            server.faults().clear();

            awaitUntil(() -> bot.store.outbox.count("sent") == 1);
            assertThat(server.botTexts(ANN))
                    .containsExactly(EchoUpdateHandler.ANSWER + " What did Smith say?");
        }
    }

    @Test
    void anOutageIsNoFailureOfWhatNeedsTelegram() {
        var talk =
                new EchoUpdateHandler() {
                    @Override
                    public void handle(DecodedUpdate update, ReplyTransaction transaction) {
                        transaction.download(ANN, "a file", 10);
                        super.handle(update, transaction);
                    }
                };
        try (var bot = RunningBot.with(server, data, talk)) {
            bot.awaitState(TelegramConnection.State.CONNECTED);
            server.faults().failAlways("getFile", InjectedFault.unauthorized());
            server.write(ANN, "What is in the file?");
            awaitUntil(() -> !server.calls("getFile").isEmpty());
            server.faults().failAlways("*", InjectedFault.unauthorized());
            awaitUntil(() -> server.calls("getFile").size() > 6);

            server.faults().clear();

            awaitUntil(() -> server.botTexts(ANN).size() == 1);
            assertThat(server.botTexts(ANN))
                    .containsExactly(EchoUpdateHandler.ANSWER + " What is in the file?");
        }
    }

    @Test
    void parksACallThatFailsWhileOthersGetThrough() {
        for (int time = 0; time < 30; time++) {
            server.faults()
                    .failNextIf(
                            "sendMessage",
                            call -> call.text().endsWith("poison"),
                            InjectedFault.refused(500, "Internal Server Error"));
        }
        try (var bot = RunningBot.with(server, data)) {
            server.write(ANN, "poison");
            server.write(ANN, "behind it");
            awaitUntil(
                    () -> {
                        server.write(BEN, "alive?");
                        return !server.botTexts(ANN).isEmpty();
                    });

            assertThat(server.botTexts(ANN).getFirst())
                    .isEqualTo(EchoUpdateHandler.ANSWER + " behind it");
            assertThat(bot.store.outbox.count("parked")).isEqualTo(1);
            assertThat(bot.counted("verbatim.telegram.sends.failed")).isEqualTo(1);
        }
    }
}
