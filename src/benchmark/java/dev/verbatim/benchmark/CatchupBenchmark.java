package dev.verbatim.benchmark;

import dev.verbatim.answer.Answerer;
import dev.verbatim.answer.ConfidenceThreshold;
import dev.verbatim.answer.Reranker;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.catchup.CatchupGenerator;
import dev.verbatim.group.threads.Disentangler;
import dev.verbatim.reader.PassageReader;
import dev.verbatim.retrieval.PassageRetriever;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/// How long it takes to sum up 1,000 messages, in a process that has done so before. The articles
/// are left out: a search for one message is in [AnsweringBenchmark].
final class CatchupBenchmark {

    private static final int MESSAGES = 1_000;
    private static final int PEOPLE = 12;
    private static final int SECONDS_BETWEEN = 45;
    private static final int WARM_UP = 20;
    private static final int MEASURED = 20;

    /// What a user notices.
    private static final double LIMIT_MILLIS = 1_000;

    private CatchupBenchmark() {}

    /// Reports the time of a catch-up.
    ///
    /// @param arguments a file of lines that people wrote, such as
    ///   `src/training/resources/dialogue-acts/en.txt`
    public static void main(String[] arguments) throws IOException {
        List<ChatMessage> messages = messages(Files.readAllLines(Path.of(arguments[0])));
        var generator =
                new CatchupGenerator(
                        new Disentangler(Disentangler.BALANCED),
                        new Answerer(
                                PassageRetriever.EMPTY,
                                new Reranker(PassageReader.off()),
                                ConfidenceThreshold.BALANCED),
                        PassageRetriever.EMPTY);
        millis(generator, messages, WARM_UP);
        double millis = millis(generator, messages, MEASURED);
        new PrintStream(System.out, true, StandardCharsets.UTF_8)
                .printf(
                        Locale.ROOT,
                        "%d messages: %.0f ms, %s%n",
                        MESSAGES,
                        millis,
                        millis <= LIMIT_MILLIS ? "within the limit" : "too slow");
    }

    private static double millis(
            CatchupGenerator generator, List<ChatMessage> messages, int times) {
        long start = System.nanoTime();
        for (int time = 0; time < times; time++) {
            generator.generate(messages, null);
        }
        return (System.nanoTime() - start) / 1e6 / times;
    }

    private static List<ChatMessage> messages(List<String> lines) {
        List<String> said =
                lines.stream()
                        .filter(line -> !line.startsWith("== "))
                        .map(line -> line.substring(2))
                        .toList();
        return IntStream.range(0, MESSAGES).mapToObj(at -> message(at, said)).toList();
    }

    private static ChatMessage message(int at, List<String> said) {
        int who = at * 7 % PEOPLE;
        return new ChatMessage(
                at + 1L,
                0,
                new Author("user" + who, "Person" + who, null),
                Instant.EPOCH.plusSeconds((long) at * SECONDS_BETWEEN),
                null,
                said.get(at % said.size()),
                Set.of(),
                List.of());
    }
}
