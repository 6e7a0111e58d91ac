package dev.verbatim.benchmark;

import dev.verbatim.answer.Answerer;
import dev.verbatim.answer.ConfidenceThreshold;
import dev.verbatim.answer.Reranker;
import dev.verbatim.reader.PassageReader;
import dev.verbatim.reader.ReaderSettings;
import dev.verbatim.retrieval.Question;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// How many questions a second one process answers with the reader, and how long each takes, when
/// one, four or sixteen people ask without a pause: other questions each time, then the same ones
/// again and again.
final class AskersBenchmark {

    private static final List<Integer> ASKERS = List.of(1, 4, 16);
    private static final Duration EACH = Duration.ofSeconds(20);
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    /// As many as a group may ask of one article in an hour.
    private static final int SAME = 50;

    private final Answerer answerer;
    private final PassageReader reader;
    private final List<String> questions;
    private final AtomicInteger asked = new AtomicInteger();

    private AskersBenchmark(Workbench workbench, PassageReader reader, List<String> questions) {
        this.answerer =
                new Answerer(workbench.index(), new Reranker(reader), ConfidenceThreshold.BALANCED);
        this.reader = reader;
        this.questions = questions;
    }

    public static void main(String[] arguments) throws Exception {
        var settings = new ReaderSettings(true, "", 1000, "", "", "", Duration.ofSeconds(1));
        try (Workbench workbench = Workbench.open();
                PassageReader remembering =
                        PassageReader.open(settings, Workbench.FOLDER.resolve("native"))) {
            List<String> questions = workbench.texts().questions().stream().distinct().toList();
            List<String> same = questions.stream().limit(SAME).toList();
            String report =
                    "Other questions each time:\n"
                            + new AskersBenchmark(workbench, workbench.reader(), questions).run()
                            + "The same "
                            + same.size()
                            + " questions:\n"
                            + new AskersBenchmark(workbench, remembering, same).run();
            Files.writeString(Workbench.FOLDER.resolve("askers.txt"), report);
            new PrintStream(System.out, true, StandardCharsets.UTF_8).print(report);
        }
    }

    private String run() throws InterruptedException {
        ask(1, WARM_UP);
        var report = new StringBuilder();
        for (int askers : ASKERS) {
            long read = reader.questionsRead();
            long[] micros = ask(askers, EACH);
            report.append(
                    String.format(
                            Locale.ROOT,
                            "  %2d askers: %6.1f a second, p50 %.1f ms, p99 %.1f ms, %.0f %% read%n",
                            askers,
                            micros.length / (double) EACH.toSeconds(),
                            micros[micros.length / 2] / 1000.0,
                            micros[micros.length * 99 / 100] / 1000.0,
                            100.0 * (reader.questionsRead() - read) / micros.length));
        }
        return report.toString();
    }

    /// The time that each answer took in microseconds, shortest first.
    private long[] ask(int askers, Duration time) throws InterruptedException {
        var micros = new ConcurrentLinkedQueue<Long>();
        long end = System.nanoTime() + time.toNanos();
        List<Thread> threads =
                Stream.generate(() -> Thread.ofPlatform().unstarted(() -> ask(micros, end)))
                        .limit(askers)
                        .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        long[] sorted = micros.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private void ask(ConcurrentLinkedQueue<Long> micros, long end) {
        while (System.nanoTime() < end) {
            String question = questions.get(asked.getAndIncrement() % questions.size());
            long before = System.nanoTime();
            var _ = answerer.answer(Question.of(question));
            micros.add((System.nanoTime() - before) / 1000);
        }
    }
}
