package dev.verbatim.benchmark;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.Answerer;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.retrieval.Question;
import dev.verbatim.telegram.delivery.RunningBot;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;

/// How much of the answering rate is left when every question comes through Telegram, into the
/// store and out of it again: 200 chats, each of which asks again as soon as it has its answer. And
/// what somebody who asks now and then notices of somebody who asks a hundred times a second.
final class LoadBenchmark {

    private static final int CHATS = 200;
    private static final int QUESTIONS = 50;
    private static final int CALM_QUESTIONS = 100;
    private static final int CALM = 1_000_001;
    private static final int FLOODING = 1_000_002;

    private final Workbench workbench;
    private final Answerer answerer;
    private final Path data;

    private LoadBenchmark(Workbench workbench, Path data) {
        this.workbench = workbench;
        this.answerer = workbench.answerer();
        this.data = data;
    }

    public static void main(String[] arguments) throws Exception {
        Path data = Workbench.FOLDER.resolve("load");
        FileSystemUtils.deleteRecursively(data);
        Files.createDirectories(data);
        try (Workbench workbench = Workbench.open()) {
            String report = new LoadBenchmark(workbench, data).run();
            Files.writeString(Workbench.FOLDER.resolve("load.txt"), report);
            new PrintStream(System.out, true, StandardCharsets.UTF_8).print(report);
        }
    }

    private String run() throws Exception {
        bareRate(CHATS * QUESTIONS / 5); // warms up
        double bare = bareRate(CHATS * QUESTIONS);
        try (TelegramDriver server = RunningBot.server();
                var _ =
                        RunningBot.with(
                                server,
                                data,
                                new AnsweringUpdateHandler(answerer),
                                new SimpleMeterRegistry())) {
            var asking = new Asking(server, workbench.texts().questions());
            server.onBotMessage(asking::answered);
            return report(bare, asking);
        }
    }

    private static String report(double bare, Asking asking) throws InterruptedException {
        long before = System.nanoTime();
        asking.inTurns(CHATS, QUESTIONS);
        double seconds = seconds(before);
        double rate = CHATS * QUESTIONS / seconds;
        Duration p50 = asking.percentile(50);
        Duration p99 = asking.percentile(99);
        Duration alone = asking.calmly(CALM, CALM_QUESTIONS);
        Duration beside = asking.calmlyBeside(FLOODING, CALM, CALM_QUESTIONS);
        return String.format(
                Locale.ROOT,
                """
                answering alone, 2 threads     %8.0f questions/s
                through Telegram and the store %8.0f questions/s, %.2f of it
                %d questions of %d chats: %d lost, %d out of order, p50 %d ms, p99 %d ms
                somebody alone p95 %d ms; beside 100 questions/s of another p95 %d ms, %.2f times
                """,
                bare,
                rate,
                rate / bare,
                CHATS * QUESTIONS,
                CHATS,
                CHATS * QUESTIONS - asking.answers(),
                asking.outOfOrder(),
                p50.toMillis(),
                p99.toMillis(),
                alone.toMillis(),
                beside.toMillis(),
                (double) beside.toNanos() / alone.toNanos());
    }

    private double bareRate(int questions) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Callable<Answer>> all =
                    IntStream.range(0, questions)
                            .<Callable<Answer>>mapToObj(number -> () -> answer(number))
                            .toList();
            long before = System.nanoTime();
            threads.invokeAll(all);
            return questions / seconds(before);
        }
    }

    private Answer answer(int number) {
        List<String> questions = workbench.texts().questions();
        return answerer.answer(Question.of(questions.get(number % questions.size())));
    }

    private static double seconds(long before) {
        return (System.nanoTime() - before) / 1e9;
    }
}
