package dev.verbatim.telegram;

import static dev.verbatim.telegram.SmallNewsBot.GULLS;
import static dev.verbatim.telegram.SmallNewsBot.HARBOUR;

import dev.verbatim.JavaCommand;
import dev.verbatim.answer.Answer;
import dev.verbatim.article.Passage;
import dev.verbatim.playground.botapi.TelegramDriver;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/// A bot in a process of its own that answers pending questions and keeps live catch-ups up to
/// date. It says when it has come to a step and stays there, to be killed.
final class KilledNewsBot {

    static final String QUESTION = "How many gulls nest in Dalton?";
    static final Answer ANSWER = answer();

    static final String REACHED = "reached!";
    private static final int MILLIS = 50;

    /// Where it stays.
    enum Step {
        /// A question is asked again, and nothing is decided.
        ASKED_AGAIN,
        /// What is sent is there, and being committed.
        COMMITTING,
        /// At none of these: Telegram has it killed.
        NONE
    }

    private KilledNewsBot() {}

    private static Answer answer() {
        Passage passage = GULLS.passages().getFirst();
        return new Answer.Found(passage, passage.span(), null, 0.9);
    }

    /// @param now what its clock says all the time
    static Process start(TelegramDriver server, Path data, Step step, Instant now)
            throws IOException {
        List<String> options =
                new ArrayList<>(
                        List.of(
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC"));
        // That of the mocks.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-javaagent:") && option.contains("mockito"))
                .forEach(options::add);
        return new ProcessBuilder(
                        JavaCommand.of(
                                options,
                                KilledNewsBot.class,
                                server.address(),
                                data.toString(),
                                step.name(),
                                now.toString()))
                .redirectErrorStream(true)
                .start();
    }

    /// What it says until it stays at its step, or until its end.
    static List<String> linesUntilReached(Process bot) throws IOException {
        List<String> said = new ArrayList<>();
        BufferedReader lines = bot.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
            if (line.equals(REACHED)) {
                break;
            }
        }
        return said;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Clock clock = Clock.fixed(Instant.parse(arguments[3]), ZoneOffset.UTC);
        try (AnsweringBot bot = AnsweringBot.at(arguments[0], Path.of(arguments[1]), clock)) {
            bot.articles = Map.of(HARBOUR.id(), HARBOUR, GULLS.id(), GULLS);
            bot.answers(ANSWER);
            while (!bot.say("start", _ -> {})) {
                Thread.sleep(MILLIS);
            }
            stayAt(Step.valueOf(arguments[2]), bot);
            Thread.startVirtualThread(() -> work(bot));
            int _ = System.in.read();
        }
    }

    private static void stayAt(Step step, AnsweringBot bot) {
        switch (step) {
            case ASKED_AGAIN ->
                    bot.answers(
                            QUESTION,
                            () -> {
                                stay();
                                return ANSWER;
                            });
            case COMMITTING -> bot.beforeCommit = KilledNewsBot::stay;
            case NONE -> {}
        }
    }

    private static void work(AnsweringBot bot) {
        while (true) {
            bot.pendingQuestions.answerDue();
            bot.live.update();
            LockSupport.parkNanos(Duration.ofMillis(MILLIS).toNanos());
        }
    }

    private static void stay() {
        System.out.println(REACHED);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
