package dev.verbatim.telegram;

import static dev.verbatim.telegram.WaitingReaders.GROUP;
import static dev.verbatim.telegram.WaitingReaders.nothingWaits;
import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.store.PostgresServer;
import dev.verbatim.store.StoreFile;
import dev.verbatim.telegram.KilledNewsBot.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// Several instances on one PostgreSQL: pending questions are answered and live catch-ups are
/// edited by the one that works, and by another once that one is gone.
@EnabledIf("dev.verbatim.store.PostgresServer#isInstalled")
class UnaskedMessagesInstancesIT {

    @TempDir private Path data;

    private final List<AnsweringBot> running = new CopyOnWriteArrayList<>();
    private WaitingReaders readers;
    private AnsweringBot worker;
    private AnsweringBot other;

    @BeforeEach
    void open() throws IOException {
        StoreFile.keepInPostgres(data);
        readers = new WaitingReaders(data);
        worker = start();
        WaitingReaders.awaitWorks(worker);
        other = start();
    }

    @AfterEach
    void close() {
        running.forEach(AnsweringBot::close);
        readers.close();
        PostgresServer.dropDatabasesOfThisThread();
    }

    private AnsweringBot start() {
        AnsweringBot bot = readers.startBot();
        running.add(bot);
        return bot;
    }

    private void stop(AnsweringBot bot) {
        running.remove(bot);
        bot.close();
    }

    /// The one that works stops, and the other one works from now on.
    private void takeOver() {
        stop(worker);
        WaitingReaders.awaitWorks(other);
    }

    @Test
    @Timeout(180)
    void eachPendingQuestionIsAnsweredOnceByTheOneThatWorks() {
        readers.waitForGulls(worker, ANN);
        readers.waitForGulls(worker, BEN);
        readers.publishGulls(worker);

        answerDue();
        answerDue();

        awaitUntil(() -> nothingWaits(worker));
        assertThat(readers.lateAnswers(ANN)).hasSize(1);
        assertThat(readers.lateAnswers(BEN)).hasSize(1);
        assertThat(other.asked).isEmpty();
    }

    @Test
    @Timeout(180)
    void pendingQuestionsAreTakenOver() {
        readers.waitForGulls(worker, ANN);
        readers.waitForGulls(worker, BEN);
        readers.publishGulls(worker);

        takeOver();
        answerDue();
        answerDue();

        awaitUntil(() -> nothingWaits(other));
        assertThat(readers.lateAnswers(ANN)).hasSize(1);
        assertThat(readers.lateAnswers(BEN)).hasSize(1);
        assertThat(other.asked).hasSize(2);
    }

    /// That one had decided, and nobody knew of it.
    @Test
    @Timeout(180)
    void pendingQuestionOfOneThatIsKilledIsAnsweredOnce() throws IOException, InterruptedException {
        readers.waitForGulls(worker, ANN);
        readers.publishGulls(worker);
        stop(worker);
        stop(other);
        Process killed =
                KilledNewsBot.start(readers.server, data, Step.COMMITTING, readers.clock.instant());
        assertThat(KilledNewsBot.linesUntilReached(killed)).last().isEqualTo(KilledNewsBot.REACHED);
        AnsweringBot standby = start();
        standby.pendingQuestions.answerDue();
        assertThat(standby.asked).isEmpty();

        killed.toHandle().destroyForcibly();
        killed.waitFor();

        awaitUntil(
                () -> {
                    standby.pendingQuestions.answerDue();
                    return !readers.lateAnswers(ANN).isEmpty() && nothingWaits(standby);
                });
        standby.pendingQuestions.answerDue();
        assertThat(readers.lateAnswers(ANN)).hasSize(1);
    }

    @Test
    @Timeout(180)
    void liveCatchupIsPostedPinnedAndEditedByTheOneThatWorks() {
        int live = pinnedLive();
        readers.say(worker, "second");

        updateAfterAMinute();

        assertThat(readers.text(live)).contains("“second”");
        assertThat(readers.server.calls("editMessageText")).hasSize(1);
        assertThat(readers.server.calls("pinChatMessage")).hasSize(1);
        assertThat(readers.liveTexts()).hasSize(1);
    }

    @Test
    @Timeout(180)
    void liveCatchupIsTakenOver() {
        int live = pinnedLive();
        readers.say(worker, "second");

        takeOver();
        updateAfterAMinute();

        assertThat(readers.text(live)).contains("“first”", "“second”");
        readers.say(other, "third");
        updateAfterAMinute();
        assertThat(readers.text(live)).contains("“third”");
        assertThat(readers.liveTexts()).hasSize(1);
        assertThat(readers.server.pinned(GROUP)).containsExactly(live);
        assertThat(readers.server.calls("pinChatMessage")).hasSize(1);
    }

    /// All at once, as their schedulers do.
    private void answerDue() {
        running.parallelStream().forEach(bot -> bot.pendingQuestions.answerDue());
    }

    private int pinnedLive() {
        readers.beginLive(worker);
        awaitUntil(
                () -> {
                    update();
                    return readers.isPinned(worker);
                });
        return readers.server.pinned(GROUP).getFirst();
    }

    private void updateAfterAMinute() {
        readers.clock.advance(Duration.ofSeconds(61));
        update();
    }

    private void update() {
        running.parallelStream().forEach(bot -> bot.live.update());
    }
}
