package dev.verbatim.retrieval.lucene;

import static dev.verbatim.retrieval.lucene.ScaleBenchmark.say;

import dev.verbatim.benchmark.OwnProcess;
import dev.verbatim.benchmark.Splicer;
import dev.verbatim.encoder.Encoder;
import dev.verbatim.encoder.StandInVectors;
import dev.verbatim.encoder.VectorCache;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.ranking.HybridRetriever;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A process that serves an index: opens it as the application does, asks questions, and says what
/// that takes.
final class Serving {

    private static final int PASSAGES = 12;

    /// After so many the compiler is done with the shortest path too; with fewer, compiling is what
    /// is measured.
    private static final int WARM_UP = 12_000;

    private static final int QUESTIONS = 1_500;

    /// The product's path and the bare one take turns of so many questions, so that what else the
    /// machine does is borne by both.
    private static final int TURN = 100;

    private static final double MICROS = 1e3;

    private final Locale language;
    private final Encoder encoder;
    private final Splicer splicer;
    private final LuceneIndex index;
    private final Path folder;

    private Serving(LuceneIndex index, Encoder encoder, Path folder, Locale language)
            throws IOException {
        this.encoder = encoder;
        this.language = language;
        this.splicer = Splicer.chosen().in(language);
        this.index = index;
        this.folder = folder;
    }

    static void inAnotherProcess(Path folder, Locale language)
            throws IOException, InterruptedException {
        int exit =
                OwnProcess.running(Serving.class, folder.toString(), language.toLanguageTag())
                        .inheritIO()
                        .start()
                        .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("the serving process ended with " + exit);
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Encoder encoder = Encoder.load(folder.resolve("native"));
        VectorCache vectors = VectorCache.open(folder.resolve("vectors.db"), encoder);
        long start = System.nanoTime();
        LuceneIndex index = LuceneIndex.open(folder.resolve("index"), vectors);
        say("  open             %,8.0f ms, checksums verified", (System.nanoTime() - start) / 1e6);
        Serving serving = new Serving(index, encoder, folder, Locale.of(arguments[1]));
        serving.measureTime(encoder.speaks(serving.language));
        index.close();
        vectors.close();
    }

    private void measureTime(boolean dense) throws IOException {
        int best = dense ? HybridRetriever.CANDIDATES : PASSAGES;
        try (BareSearch bare = BareSearch.open(folder.resolve("index"), language, best)) {
            List<List<Long>> nanos =
                    takingTurns(List.of(this::retrieved, number -> search(bare, number, dense)));
            report("retrieval", nanos.get(0));
            report("bare search", nanos.get(1));
            double rate = 100.0 * sum(nanos.get(1)) / sum(nanos.get(0));
            say("  rate of the bare search: %.0f %%", rate);
        }
    }

    private interface Asking {
        void ask(int number) throws IOException;
    }

    private void retrieved(int number) throws IOException {
        String question = splicer.question(number);
        IndexSnapshot snapshot = (IndexSnapshot) index.searchers().acquire();
        try {
            float[] vector = snapshot.hasVectors() ? StandInVectors.of(question) : null;
            new HybridRetriever<>(new SnapshotSearch(snapshot), encoder)
                    .rank(Question.of(question), Map.of(), vector, PASSAGES);
        } finally {
            index.searchers().release(snapshot);
        }
    }

    private void search(BareSearch bare, int number, boolean dense) throws IOException {
        String question = splicer.question(number);
        bare.words(question);
        if (dense) {
            bare.vector(StandInVectors.of(question));
        }
    }

    private static List<List<Long>> takingTurns(List<Asking> ways) throws IOException {
        List<List<Long>> nanos = List.of(new ArrayList<>(), new ArrayList<>());
        for (int number = 0; number < WARM_UP + QUESTIONS; number += TURN) {
            for (int way = 0; way < ways.size(); way++) {
                List<Long> turn = turn(ways.get(way), number, number + TURN);
                nanos.get(way).addAll(number < WARM_UP ? List.of() : turn);
            }
        }
        return nanos;
    }

    private static List<Long> turn(Asking way, int from, int to) throws IOException {
        List<Long> nanos = new ArrayList<>();
        for (int number = from; number < to; number++) {
            long start = System.nanoTime();
            way.ask(number);
            nanos.add(System.nanoTime() - start);
        }
        return nanos;
    }

    private static long sum(List<Long> nanos) {
        return nanos.stream().mapToLong(Long::longValue).sum();
    }

    private static void report(String name, List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        say(
                "  %-16s %,8.0f us p50, %,8.0f us p99, %,8.0f us mean",
                name,
                sorted[sorted.length / 2] / MICROS,
                sorted[sorted.length * 99 / 100] / MICROS,
                Arrays.stream(sorted).average().orElseThrow() / MICROS);
    }
}
