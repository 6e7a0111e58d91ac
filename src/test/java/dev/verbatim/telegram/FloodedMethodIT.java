package dev.verbatim.telegram;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.await;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.playground.botapi.FaultInjector.InjectedFault;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.telegram.delivery.RunningBot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Telegram asks to wait with a method that is about no chat: nobody else waits.
class FloodedMethodIT {

    private static final long GROUP = -50;

    @TempDir private Path data;
    private TelegramDriver server;

    @BeforeEach
    void listen() throws IOException {
        server = RunningBot.server();
        server.startChat(ANN);
        server.startChat(BEN);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"setMyCommands", "setMyDescription", "setMyShortDescription"})
    void aFloodOfMenusAndDescriptionsDelaysNoAnswer(String method) {
        server.faults().failNext(method, InjectedFault.tooManyRequests(600));
        try (var _ = AnsweringBot.with(server, data)) {
            awaitUntil(() -> server.calls(method).size() == 1);

            server.write(ANN, "What did Smith say?");

            awaitUntil(() -> server.botTexts(ANN).size() == 1);
        }
    }

    @Test
    void aFloodOfGetMeDelaysNoAnswerAfterARestart() {
        try (var _ = AnsweringBot.with(server, data)) {
            awaitUntil(() -> !server.calls("getUpdates").isEmpty());
        }
        server.faults().failNext("getMe", InjectedFault.tooManyRequests(600));

        try (var _ = AnsweringBot.with(server, data)) {
            server.write(ANN, "What did Smith say?");

            awaitUntil(() -> server.botTexts(ANN).size() == 1);
        }
    }

    @Test
    void aFloodOfGetMeDelaysNoAnswerAtTheFirstStart() {
        server.faults().failNext("getMe", InjectedFault.tooManyRequests(600));

        try (var _ = AnsweringBot.with(server, data)) {
            server.write(ANN, "What did Smith say?");

            awaitUntil(() -> server.botTexts(ANN).size() == 1);
        }
    }

    @Test
    void whoTheBotIsIsAskedUntilTelegramTells() {
        server.faults().failNext("getMe", InjectedFault.tooManyRequests(3));
        server.group(GROUP, "Readers", ANN);
        server.setPrivacyMode(false);

        try (var _ = AnsweringBot.with(server, data)) {
            awaitUntil(() -> server.calls("getMe").size() == 2);
            server.write(GROUP, ANN, "@" + TelegramDriver.BOT + " What did Smith say?");

            awaitUntil(() -> server.botTexts(GROUP).size() == 1);
        }
    }

    @Test
    void whatTelegramRefusesOfTheMenusIsSetLater() {
        server.faults().failNext("setMyShortDescription", InjectedFault.badRequest("not just now"));

        try (var _ = AnsweringBot.with(server, data)) {
            awaitUntil(() -> server.calls("setMyShortDescription").size() == 7 + 1);
        }
    }

    @Test
    void menusThatWereNotSetAreSetLater() {
        server.faults().failNext("setMyCommands", InjectedFault.tooManyRequests(2));

        try (var _ = AnsweringBot.with(server, data)) {
            awaitUntil(() -> server.calls("setMyShortDescription").size() == 7);

            assertThat(server.calls("setMyCommands")).hasSize(5 * 7 + 1);
        }
    }

    @Test
    void menusAndDescriptionsAreSetOnlyWhenTheyChange() {
        try (var _ = AnsweringBot.with(server, data)) {
            awaitUntil(() -> server.calls("setMyShortDescription").size() == 7);
        }
        int calls = profileCalls();

        try (var _ = AnsweringBot.with(server, data)) {
            server.write(ANN, "What did Smith say?");
            awaitUntil(() -> server.botTexts(ANN).size() == 1);
            await().during(Duration.ofSeconds(1)).until(() -> profileCalls() == calls);
        }
    }

    private int profileCalls() {
        return server.calls("setMyCommands").size()
                + server.calls("setMyDescription").size()
                + server.calls("setMyShortDescription").size();
    }

    @Test
    void anInlineAnswerThatIsToldToWaitDelaysNobody() {
        server.faults().failNext("answerInlineQuery", InjectedFault.tooManyRequests(600));
        try (var _ = AnsweringBot.with(server, data)) {
            server.queryInline(ANN, "What did Smith say?", "");
            awaitUntil(() -> server.calls("answerInlineQuery").size() == 1);

            server.queryInline(ANN, "What did Smith say then?", "");
            server.write(ANN, "What did Smith say?");
            server.write(BEN, "What did Smith say?");

            awaitUntil(() -> server.botTexts(ANN).size() == 1 && server.botTexts(BEN).size() == 1);
            assertThat(server.calls("answerInlineQuery")).hasSize(1);
        }
    }

    @Test
    void anAcknowledgementThatIsToldToWaitDelaysNobody() {
        try (var _ = AnsweringBot.with(server, data)) {
            server.write(ANN, "What did Smith say?");
            awaitUntil(() -> server.botTexts(ANN).size() == 1);
            server.faults().failNext("answerCallbackQuery", InjectedFault.tooManyRequests(600));

            server.pressButton(ANN, server.lastBotMessage(ANN), "no such button");
            server.write(ANN, "What did Smith say?");

            awaitUntil(() -> server.botTexts(ANN).size() == 2);
        }
    }
}
