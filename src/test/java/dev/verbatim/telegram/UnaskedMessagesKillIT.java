package dev.verbatim.telegram;

import static dev.verbatim.telegram.WaitingReaders.GROUP;
import static dev.verbatim.telegram.WaitingReaders.nothingWaits;
import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.playground.botapi.FaultInjector.InjectedFault;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.telegram.KilledNewsBot.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Kill -9 at any step of what nobody asked for just now: the answer to a pending question comes,
/// and a live catch-up is edited on and not posted again. Twice comes only what Telegram has when
/// the process is killed before it could know so.
@OnEachDatabase(inEveryBuild = false)
class UnaskedMessagesKillIT {

    private static final int SIGKILLED = 128 + 9;

    @TempDir private Path data;

    private WaitingReaders readers;
    private AnsweringBot bot;

    /// Where a bot is killed.
    enum Kill {
        ASKED_AGAIN,
        COMMITTING,
        /// Telegram is called, and hasn't done it.
        CALLED,
        /// Telegram has done it, the bot doesn't know it.
        DONE;

        /// Whether it is the bot that can say so, and not Telegram.
        private boolean isSeenInside() {
            return this == ASKED_AGAIN || this == COMMITTING;
        }

        private Step step() {
            return switch (this) {
                case ASKED_AGAIN -> Step.ASKED_AGAIN;
                case COMMITTING -> Step.COMMITTING;
                case CALLED, DONE -> Step.NONE;
            };
        }
    }

    @BeforeEach
    void open() throws IOException {
        readers = new WaitingReaders(data);
        start();
    }

    @AfterEach
    void close() {
        bot.close();
        readers.close();
    }

    private void start() {
        bot = readers.startBot();
        WaitingReaders.awaitWorks(bot);
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(300)
    void pendingQuestionIsAnsweredWhereverTheProcessIsKilled(Kill kill)
            throws IOException, InterruptedException {
        readers.waitForGulls(bot, ANN);
        readers.publishGulls(bot);
        bot.close();

        killAt(kill, "sendMessage");

        start();
        awaitUntil(
                () -> {
                    bot.pendingQuestions.answerDue();
                    return WaitingReaders.count(bot, "pending_question") == 0 && nothingWaits(bot);
                });
        assertThat(readers.lateAnswers(ANN))
                .hasSize(kill == Kill.DONE ? 2 : 1)
                .allMatch(text -> text.contains("Thousands of gulls"));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ASKED_AGAIN")
    @Timeout(300)
    void liveCatchupIsPinnedOnceWhereverTheProcessThatPostsItIsKilled(Kill kill)
            throws IOException, InterruptedException {
        readers.beginLive(bot);
        bot.close();

        killAt(kill, "sendMessage");

        start();
        int live = pinned();
        assertThat(readers.liveTexts()).hasSize(kill == Kill.DONE ? 2 : 1);
        isEditedOn(live);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ASKED_AGAIN")
    @Timeout(300)
    void liveCatchupIsPinnedWhereverTheProcessThatPinsItIsKilled(Kill kill)
            throws IOException, InterruptedException {
        readers.beginLive(bot);
        bot.live.update();
        awaitUntil(() -> WaitingReaders.count(bot, "live_catchup where message_id > 0") == 1);
        bot.close();

        killAt(kill, "pinChatMessage");

        start();
        int live = pinned();
        assertThat(readers.liveTexts()).hasSize(1);
        isEditedOn(live);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ASKED_AGAIN")
    @Timeout(300)
    void liveCatchupIsEditedOnWhereverTheProcessThatEditsItIsKilled(Kill kill)
            throws IOException, InterruptedException {
        readers.beginLive(bot);
        int live = pinned();
        readers.say(bot, "second");
        readers.clock.advance(Duration.ofSeconds(61));
        bot.close();

        killAt(kill, "editMessageText");

        start();
        isEditedOn(live);
        assertThat(readers.text(live)).contains("“first”", "“second”");
        assertThat(readers.liveTexts()).hasSize(1);
        assertThat(readers.server.calls("pinChatMessage")).hasSize(1);
    }

    /// The live catch-up, as soon as it is there and pinned.
    private int pinned() {
        awaitUntil(
                () -> {
                    bot.live.update();
                    return readers.isPinned(bot);
                });
        assertThat(readers.server.pinned(GROUP)).hasSize(1);
        return readers.server.pinned(GROUP).getFirst();
    }

    private void isEditedOn(int live) {
        readers.say(bot, "the last one");
        readers.clock.advance(Duration.ofSeconds(61));
        bot.live.update();

        assertThat(readers.text(live)).contains("“the last one”");
        assertThat(readers.server.pinned(GROUP)).containsExactly(live);
    }

    /// @param method of the Bot API that it calls
    private void killAt(Kill kill, String method) throws IOException, InterruptedException {
        var process = new CompletableFuture<Process>();
        if (!kill.isSeenInside()) {
            readers.server
                    .faults()
                    .failNext(
                            method,
                            new InjectedFault.Disconnected(
                                    kill == Kill.DONE,
                                    () -> process.join().toHandle().destroyForcibly()));
        }
        process.complete(
                KilledNewsBot.start(readers.server, data, kill.step(), readers.clock.instant()));
        List<String> said = KilledNewsBot.linesUntilReached(process.join());
        process.join().toHandle().destroyForcibly();
        assertThat(process.join().waitFor(60, TimeUnit.SECONDS)).as("%s", said).isTrue();
        assertThat(process.join().exitValue()).as("%s", said).isEqualTo(SIGKILLED);
    }
}
