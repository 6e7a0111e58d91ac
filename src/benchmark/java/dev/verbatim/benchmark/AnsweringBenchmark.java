package dev.verbatim.benchmark;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.Answerer;
import dev.verbatim.retrieval.Question;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.lucene.search.TopDocs;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Answering a question against the bare sum of what nobody can do without: one forward pass of the
/// encoder, one search for its words, one for its vector.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class AnsweringBenchmark {

    /// What the whole may take of its parts.
    private static final double LIMIT = 1.25;

    private final Workbench workbench = Workbench.open();
    private final Answerer answerer = workbench.answerer();
    private int asked;

    @TearDown
    public void close() throws IOException {
        workbench.close();
    }

    private String question() {
        asked = (asked + 1) % workbench.texts().questions().size();
        return workbench.texts().questions().get(asked);
    }

    @Benchmark
    public Answer whole() {
        return answerer.answer(Question.of(question()));
    }

    @Benchmark
    public void parts(Blackhole results) throws IOException {
        String question = question();
        float[] vector = workbench.encoder().encodeQuestion(question);
        results.consume(workbench.bare().words(question));
        results.consume(workbench.bare().vector(vector));
    }

    @Benchmark
    public float[] partEncoding() {
        return workbench.encoder().encodeQuestion(question());
    }

    @Benchmark
    public TopDocs partWords() throws IOException {
        return workbench.bare().words(question());
    }

    public static void main(String[] arguments)
            throws RunnerException, CommandLineOptionException, IOException {
        Options options =
                new OptionsBuilder()
                        .parent(new CommandLineOptions(arguments))
                        .include(AnsweringBenchmark.class.getName())
                        .build();
        Map<String, Double> micros = micros(new Runner(options).run());
        Files.createDirectories(Workbench.FOLDER);
        try (PrintStream file =
                new PrintStream(
                        Files.newOutputStream(Workbench.FOLDER.resolve("answering.txt")),
                        false,
                        StandardCharsets.UTF_8)) {
            report(micros, file);
        }
        report(micros, System.out);
    }

    private static Map<String, Double> micros(Collection<RunResult> results) {
        return results.stream()
                .collect(
                        Collectors.toMap(
                                result -> result.getPrimaryResult().getLabel(),
                                result -> result.getPrimaryResult().getScore()));
    }

    private static void report(Map<String, Double> micros, PrintStream out) {
        double whole = micros.getOrDefault("whole", Double.NaN);
        double parts = micros.getOrDefault("parts", Double.NaN);
        out.printf(Locale.ROOT, "answering a question     %8.0f us%n", whole);
        out.printf(Locale.ROOT, "the bare sum of its parts%8.0f us%n", parts);
        micros.forEach((name, value) -> out.printf(Locale.ROOT, "  %-23s%8.0f us%n", name, value));
        out.printf(
                Locale.ROOT,
                "the whole is %.2f times its parts; at most %.2f is wanted%n",
                whole / parts,
                LIMIT);
    }
}
