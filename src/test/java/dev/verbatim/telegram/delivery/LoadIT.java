package dev.verbatim.telegram.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.OnEachDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Many ask at once. How fast it is, is a matter of the benchmark.
@OnEachDatabase(inEveryBuild = false)
class LoadIT {

    private static final int CHATS = 50;
    private static final int QUESTIONS = 20;

    @TempDir Path data;

    private TelegramDriver server;

    @BeforeEach
    void open() throws IOException {
        server = RunningBot.server();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    @Timeout(120)
    void losesNoneAndKeepsEachChatsOrder() {
        try (var _ = RunningBot.with(server, data)) {
            askAll();
            RunningBot.awaitUntil(this::allAnswered);
        }

        assertEachInOrder();
    }

    @Test
    @Timeout(120)
    void queueFitsASmallHeap() throws IOException, InterruptedException {
        askAll();
        Process bot = BotProcess.start(server, data, "-Xmx48m");

        RunningBot.awaitUntil(this::allAnswered);

        bot.outputWriter().close();
        assertThat(bot.waitFor()).isZero();
        assertEachInOrder();
    }

    @Test
    @Timeout(120)
    void stoppingUnderLoadLosesAndRepeatsNothing() throws IOException, InterruptedException {
        askAll();
        Process bot = BotProcess.start(server, data);
        RunningBot.awaitUntil(() -> server.calls("sendMessage").size() > 100);

        bot.destroy();

        assertThat(bot.waitFor(10, TimeUnit.SECONDS)).isTrue();
        try (var _ = RunningBot.with(server, data)) {
            RunningBot.awaitUntil(this::allAnswered);
        }
        assertEachInOrder();
    }

    private void askAll() {
        for (int question = 0; question < QUESTIONS; question++) {
            for (int chat = 1; chat <= CHATS; chat++) {
                server.write(chat, "question " + question);
            }
        }
    }

    private boolean allAnswered() {
        return server.pendingUpdates() == 0
                && server.calls("sendMessage").size() >= CHATS * QUESTIONS;
    }

    private void assertEachInOrder() {
        List<String> expected =
                IntStream.range(0, QUESTIONS)
                        .mapToObj(question -> EchoUpdateHandler.ANSWER + " question " + question)
                        .toList();
        for (int chat = 1; chat <= CHATS; chat++) {
            int person = chat;
            RunningBot.awaitUntil(() -> server.botTexts(person).size() >= QUESTIONS);
            assertThat(server.botTexts(chat)).isEqualTo(expected);
        }
    }
}
