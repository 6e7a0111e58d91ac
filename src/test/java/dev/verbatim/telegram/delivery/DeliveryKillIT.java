package dev.verbatim.telegram.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.JavaCommand;
import dev.verbatim.playground.botapi.FaultInjector.InjectedFault;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.store.StoreDatabase;
import dev.verbatim.store.StoreFile;
import dev.verbatim.telegram.delivery.KilledBot.Step;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Kill -9 at any step of a question loses none, and none is answered twice but where nobody can
/// know better: when Telegram has the message and we were killed before we could say so.
///
/// `-Dverbatim.kills=N` for another number of kills a step.
@Execution(ExecutionMode.CONCURRENT)
@OnEachDatabase(inEveryBuild = false)
class DeliveryKillIT {

    private static final int KILLS = Integer.getInteger("verbatim.kills", 4);
    private static final int SIGKILLED = 128 + 9;
    private static final Set<Step> UNDECIDABLE = Set.of(Step.SENT, Step.MARKING);

    @TempDir Path data;

    private TelegramDriver server;

    @BeforeEach
    void open() throws IOException {
        server = RunningBot.server();
        StoreFile.in(data).close();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(300)
    void everyQuestionIsAnswered(Step step) throws IOException, InterruptedException {
        List<String> victims = new ArrayList<>();
        List<String> behind = new ArrayList<>();
        List<String> beside = new ArrayList<>();
        for (int run = 0; run < kills(); run++) {
            victims.add(ask(RunningBot.ANN, "victim " + run));
            behind.add(ask(RunningBot.ANN, "behind it " + run));
            beside.add(ask(RunningBot.BEN, "beside it " + run));
            killAt(step, victims.getLast());
        }

        List<String> answers = answersInTheEnd();

        assertThat(behind).allMatch(question -> count(answers, question) == 1);
        // These may have been at any step when the other one's process was killed.
        assertThat(beside).allMatch(question -> count(answers, question) >= 1);
        assertThat(victims).allMatch(question -> count(answers, question) >= 1);
        assertThat(victims)
                .allMatch(
                        question ->
                                count(answers, question) == 1
                                        || (UNDECIDABLE.contains(step)
                                                && count(answers, question) == 2));
    }

    /// A machine that starts a service again and again, or one short of memory.
    @Test
    @Timeout(300)
    void threeKillsShortlyAfterAStartLoseNothing() throws IOException, InterruptedException {
        List<Long> people = LongStream.rangeClosed(1, 20).boxed().toList();
        people.forEach(person -> server.write(person, "question of " + person));
        killOnceAtWork(people.size());

        killOnceAtWork(people.size());
        killOnceAtWork(1);
        killOnceAtWork(1);

        try (RunningBot bot = restart()) {
            awaitNothingWaits(bot);
            assertThat(people).allMatch(person -> server.botTexts(person).equals(answer(person)));
        }
    }

    /// Half as many on PostgreSQL, where each start waits until the killed bot's lease is over.
    private static int kills() {
        return StoreDatabase.current() == StoreDatabase.SQLITE ? KILLS : (KILLS + 1) / 2;
    }

    private static List<String> answer(long person) {
        return List.of(EchoUpdateHandler.ANSWER + " question of " + person);
    }

    @Test
    @Timeout(300)
    void whoeverAsksWhatEndsTheProcessIsToldAndNobodyElseWaits()
            throws IOException, InterruptedException {
        String bystander = ask(RunningBot.BEN, "beside it");
        String poison = ask(RunningBot.ANN, "poison");
        for (int run = 0; run < 1 + CrashRecovery.ATTEMPTS; run++) {
            killAt(Step.TAKEN, poison);
        }

        try (RunningBot bot = restart()) {
            awaitNothingWaits(bot);

            assertThat(server.botTexts(RunningBot.ANN)).containsExactly("FAILED");
            assertThat(bot.store.inbox.count("parked")).isEqualTo(1);
            assertThat(count(server.botTexts(RunningBot.BEN), bystander)).isEqualTo(1);
        }
    }

    /// Kills the bot when it works on so many questions and ends none.
    private void killOnceAtWork(int questions) throws IOException, InterruptedException {
        Process bot = start(Step.TAKEN, KilledBot.ANY);
        for (int question = 0; question < questions; question++) {
            assertThat(linesUntilReached(bot)).last().isEqualTo(KilledBot.REACHED);
        }
        kill(bot);
        assertThat(bot.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    private String ask(long person, String question) {
        server.write(person, question);
        return question;
    }

    private void killAt(Step step, String victim) throws IOException, InterruptedException {
        var bot = new CompletableFuture<Process>();
        if (!step.isSeenInside()) {
            server.faults()
                    .failNextIf(
                            "sendMessage",
                            call -> call.text().endsWith(victim),
                            new InjectedFault.Disconnected(
                                    step == Step.SENT, () -> kill(bot.join())));
        }
        bot.complete(start(step, victim));
        List<String> said = linesUntilReached(bot.join());
        if (step.isSeenInside()) {
            assertThat(said).last().isEqualTo(KilledBot.REACHED);
            kill(bot.join());
        }
        assertThat(bot.join().waitFor(60, TimeUnit.SECONDS)).as("%s", said).isTrue();
        assertThat(bot.join().exitValue()).as("%s", said).isEqualTo(SIGKILLED);
    }

    private static void kill(Process bot) {
        bot.toHandle().destroyForcibly();
    }

    private static List<String> linesUntilReached(Process bot) throws IOException {
        List<String> said = new ArrayList<>();
        BufferedReader lines = bot.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
            if (line.equals(KilledBot.REACHED)) {
                break;
            }
        }
        return said;
    }

    private Process start(Step step, String victim) throws IOException {
        List<String> options =
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC");
        return new ProcessBuilder(
                        JavaCommand.of(
                                options,
                                KilledBot.class,
                                server.address(),
                                data.toString(),
                                step.name(),
                                victim))
                .redirectErrorStream(true)
                .start();
    }

    /// What is in the chats when a bot that nobody kills has nothing left to do.
    private List<String> answersInTheEnd() {
        try (RunningBot bot = restart()) {
            awaitNothingWaits(bot);
            assertThat(bot.store.inbox.count("parked")).isZero();
        }
        List<String> answers = new ArrayList<>(server.botTexts(RunningBot.ANN));
        answers.addAll(server.botTexts(RunningBot.BEN));
        return answers;
    }

    private RunningBot restart() {
        return RunningBot.withExistingStore(server.address(), data, new EchoUpdateHandler());
    }

    private void awaitNothingWaits(RunningBot bot) {
        RunningBot.awaitUntil(
                () ->
                        server.pendingUpdates() == 0
                                && bot.store.inbox.count("waiting") == 0
                                && bot.store.outbox.count("waiting") == 0);
    }

    private static int count(List<String> answers, String question) {
        return Collections.frequency(answers, EchoUpdateHandler.ANSWER + " " + question);
    }
}
