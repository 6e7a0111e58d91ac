package dev.verbatim.telegram.delivery;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.telegram.update.DecodedUpdate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Replies that would take for ever to work on.
@OnEachDatabase(inEveryBuild = false)
class LongRepliesIT {

    @TempDir Path data;

    private final ReplyRunner runner = new ReplyRunner(Duration.ofMillis(300));

    @AfterEach
    void close() {
        runner.close();
    }

    @Test
    void anEndlessReplyEndsInAnHonestSentenceAndOthersAreAnsweredMeanwhile() throws IOException {
        var talk = new EchoUpdateHandler();
        talk.answers("endless", LongRepliesIT::compute);
        try (TelegramDriver server = RunningBot.server();
                var bot = RunningBot.with(server, data, talk)) {
            server.write(ANN, "endless");
            awaitUntil(() -> talk.asked.contains("endless"));

            server.write(BEN, "a question");
            awaitUntil(() -> server.botTexts(BEN).size() == 1);
            assertThat(server.botTexts(ANN)).isEmpty();

            server.write(ANN, "the next");
            awaitUntil(() -> server.botTexts(ANN).size() == 2);
            assertThat(server.botTexts(ANN))
                    .isEqualTo(List.of("TOO_LONG", EchoUpdateHandler.ANSWER + " the next"));
            assertThat(talk.asked).containsOnlyOnce("endless");
            assertThat(bot.store.inbox.count("parked")).isZero();
        }
    }

    /// A catch-up has a limit of its own.
    @Test
    void whatGivesItselfUpInTimeIsNotTriedAgain() throws IOException {
        var tries = new AtomicInteger();
        var talk =
                new EchoUpdateHandler() {
                    @Override
                    public void handle(DecodedUpdate update, ReplyTransaction transaction) {
                        tries.incrementAndGet();
                        throw new CancellationException("more than 4 s on the processor");
                    }
                };
        try (TelegramDriver server = RunningBot.server();
                var _ = RunningBot.with(server, data, talk)) {
            server.write(ANN, "a short chat");

            awaitUntil(() -> server.botTexts(ANN).size() == 1);
            assertThat(server.botTexts(ANN)).containsExactly("TOO_LONG");
            assertThat(tries).hasValue(1);
        }
    }

    @Test
    void workIsGivenUpByItsTimeOnTheProcessor() {
        assertThatThrownBy(() -> runner.run(LongRepliesIT::compute))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void waitingDoesNotCount() {
        assertThatCode(() -> runner.run(LongRepliesIT::sleep)).doesNotThrowAnyException();
    }

    @Test
    void throwsWhatTheWorkThrows() {
        assertThatThrownBy(
                        () ->
                                runner.run(
                                        () -> {
                                            throw new IllegalStateException("the index is gone");
                                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the index is gone");
        assertThatThrownBy(
                        () ->
                                runner.run(
                                        () -> {
                                            throw new StackOverflowError("deep");
                                        }))
                .isInstanceOf(StackOverflowError.class);
    }

    private static String compute() {
        long sum = 0;
        while (!Thread.currentThread().isInterrupted()) {
            sum++;
        }
        return "counted to " + sum;
    }

    private static void sleep() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
