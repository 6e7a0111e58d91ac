package dev.verbatim.benchmark;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.Answerer;
import dev.verbatim.reader.ReaderOutput;
import dev.verbatim.reader.ReadingComprehension.Excerpt;
import dev.verbatim.reader.ReadingComprehension.Inquiry;
import dev.verbatim.retrieval.Question;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Answering a question against the bare sum of what nobody can do without: one forward pass of the
/// encoder, one search for its words, one for its vector. And answering with the reader against
/// that and the reader's bare passes over the same passages.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class AnsweringBenchmark {

    /// What the whole may take of its parts.
    private static final double LIMIT = 1.15;

    /// For so many questions the excerpts are looked up beforehand.
    private static final int MOST_READ = 200;

    private final Workbench workbench = Workbench.open();
    private final Answerer answerer = workbench.answerer();
    private final Answerer reading = workbench.readingAnswerer();
    private final Map<String, List<Excerpt>> excerpts =
            workbench.texts().questions().stream()
                    .distinct()
                    .limit(MOST_READ)
                    .collect(Collectors.toMap(one -> one, workbench::excerptsToRead));
    private final List<String> readQuestions = List.copyOf(excerpts.keySet());
    private int asked;

    private String questionToRead() {
        asked = (asked + 1) % readQuestions.size();
        return readQuestions.get(asked);
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public Answer wholeWithReader() {
        return reading.answer(Question.of(questionToRead()));
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public List<ReaderOutput> partReading() {
        return read(questionToRead());
    }

    private List<ReaderOutput> read(String question) {
        return workbench
                .reader()
                .read(Inquiry.of(question), excerpts.getOrDefault(question, List.of()), _ -> false);
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public List<ReaderOutput> partsWithReader(Blackhole results) throws IOException {
        String question = questionToRead();
        searchFor(question, results);
        return read(question);
    }

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
        searchFor(question(), results);
    }

    private void searchFor(String question, Blackhole results) throws IOException {
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
        Map<String, Result<?>> results = results(new Runner(options).run());
        Files.createDirectories(Workbench.FOLDER);
        try (PrintStream file =
                new PrintStream(
                        Files.newOutputStream(Workbench.FOLDER.resolve("answering.txt")),
                        false,
                        StandardCharsets.UTF_8)) {
            report(results, file);
        }
        report(results, System.out);
    }

    private static Map<String, Result<?>> results(Collection<RunResult> runs) {
        Map<String, Result<?>> results = new TreeMap<>();
        for (RunResult run : runs) {
            Result<?> result = run.getPrimaryResult();
            results.put(result.getLabel(), result);
        }
        return results;
    }

    private static void report(Map<String, Result<?>> results, PrintStream out) {
        results.forEach(
                (name, result) ->
                        out.printf(
                                Locale.ROOT,
                                "  %-23s%8.0f us, p50 %.0f, p99 %.0f%n",
                                name,
                                result.getScore(),
                                result.getStatistics().getPercentile(50),
                                result.getStatistics().getPercentile(99)));
        compare(results, "whole", "parts", out);
        compare(results, "wholeWithReader", "partsWithReader", out);
    }

    private static void compare(
            Map<String, Result<?>> results, String whole, String parts, PrintStream out) {
        if (results.containsKey(whole) && results.containsKey(parts)) {
            out.printf(
                    Locale.ROOT,
                    "%s is %.2f times %s; at most %.2f is wanted%n",
                    whole,
                    results.get(whole).getScore() / results.get(parts).getScore(),
                    parts,
                    LIMIT);
        }
    }
}
