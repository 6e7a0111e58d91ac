package dev.verbatim.reader;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.verbatim.encoder.BertTokenizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads passages for questions. Thread-safe.
///
/// It knows English, whatever it is given: ask it only about passages in English.
public final class PassageReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PassageReader.class);

    /// On two cores more would only take turns.
    private static final int THREADS = 2;

    /// So many questions may be here at once, those that are being read among them. A question
    /// takes some 40 ms of both threads, so the last one waits for less than half a second on a
    /// small machine.
    private static final int MOST_QUESTIONS = 8 + Runtime.getRuntime().availableProcessors();

    private final @Nullable Model model;
    private final Semaphore places;
    private final LongAdder read = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final LongAdder turnedAway = new LongAdder();

    private PassageReader(@Nullable Model model, int places) {
        this.model = model;
        this.places = new Semaphore(places);
    }

    /// What the settings ask for. Our own model is loaded beside what the caller does next, and the
    /// first question waits for it.
    ///
    /// @param folder where the tokenizer's native library is unpacked to; it is made when missing
    /// @throws IllegalArgumentException when a model that was given can't be used
    public static PassageReader open(ReaderSettings settings, Path folder) {
        if (!settings.enabled()) {
            return off();
        }
        return settings.model().isBlank()
                ? of(ours(), folder, MOST_QUESTIONS)
                : of(
                        CompletableFuture.completedFuture(
                                OnnxReaderModel.fromFile(Path.of(settings.model()))),
                        folder,
                        MOST_QUESTIONS);
    }

    private static CompletableFuture<OnnxReaderModel> ours() {
        return CompletableFuture.supplyAsync(OnnxReaderModel::bundled)
                .whenComplete(
                        (_, failure) -> {
                            if (failure != null) {
                                LOG.error("Nothing is read. {}", failure.getMessage());
                            }
                        });
    }

    /// @param places how many questions may be here at once
    static PassageReader of(CompletableFuture<OnnxReaderModel> network, Path folder, int places) {
        Map<String, String> whole = Map.of("truncation", "do_not_truncate", "padding", "false");
        return new PassageReader(
                new Model(
                        network,
                        CompletableFuture.supplyAsync(() -> BertTokenizer.open(folder, whole)),
                        Executors.newFixedThreadPool(
                                THREADS,
                                Thread.ofPlatform().daemon().name("reader-", 1).factory())),
                places);
    }

    /// One that never reads: everything is decided from retrieval.
    public static PassageReader off() {
        return new PassageReader(null, 0);
    }

    /// Reads passages, side by side.
    ///
    /// @return one reading a passage, in their order; none at all when the reader is off, has too
    ///   much to do, has no model that could be loaded, or the thread is interrupted
    public List<ReaderOutput> read(String question, List<String> passages) {
        if (model == null || passages.isEmpty() || model.network.isCompletedExceptionally()) {
            return List.of();
        }
        if (!places.tryAcquire()) {
            turnedAway.increment();
            return List.of();
        }
        long start = System.nanoTime();
        try {
            read.increment();
            return model.read(question, passages);
        } finally {
            places.release();
            nanos.add(System.nanoTime() - start);
        }
    }

    /// For how many questions something was read since the start.
    public long questionsRead() {
        return read.sum();
    }

    /// How long that took in all, waiting for a free thread included, in nanoseconds.
    public long nanosRead() {
        return nanos.sum();
    }

    /// For how many questions there was no time to read.
    public long questionsRejected() {
        return turnedAway.sum();
    }

    @Override
    public void close() {
        if (model != null) {
            model.close();
        }
    }

    private record Model(
            CompletableFuture<OnnxReaderModel> network,
            CompletableFuture<HuggingFaceTokenizer> tokenizer,
            ExecutorService threads) {

        List<ReaderOutput> read(String question, List<String> passages) {
            WordPieces asked = WordPieces.of(question, tokenizer.join());
            List<Callable<ReaderOutput>> work = new ArrayList<>();
            passages.forEach(passage -> work.add(() -> reading(asked, passage)));
            try {
                return results(threads.invokeAll(work));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return List.of();
            }
        }

        private ReaderOutput reading(WordPieces question, String passage) {
            ReaderInput readerInput =
                    ReaderInput.of(question, WordPieces.of(passage, tokenizer.join()));
            return SpanDecoder.of(readerInput, network.join().run(readerInput));
        }

        private static List<ReaderOutput> results(List<Future<ReaderOutput>> done)
                throws InterruptedException {
            List<ReaderOutput> readings = new ArrayList<>();
            for (Future<ReaderOutput> one : done) {
                try {
                    readings.add(one.get());
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof CompletionException) { // it could not be loaded
                        return List.of();
                    }
                    throw new IllegalStateException("a passage can't be read", e.getCause());
                }
            }
            return readings;
        }

        /// What is being read is read to its end.
        void close() {
            threads.close();
            tokenizer.join().close();
            if (!network.isCompletedExceptionally()) {
                network.join().close();
            }
        }
    }
}
