package dev.verbatim.reader;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.verbatim.encoder.BertTokenizer;
import dev.verbatim.encoder.ModelWeights;
import dev.verbatim.language.GlossedText;
import dev.verbatim.reader.ReaderInput.WordPieces;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A reading-comprehension model for English: predicts whether passages answer a question, and
/// where. Thread-safe.
///
/// Of a passage in another language it reads the English gloss, and says where the answer is in the
/// passage itself. Passages in a language that has no glosses are for other readers.
public final class PassageReader implements ReadingComprehension, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PassageReader.class);

    /// On two cores, more threads would only take turns.
    private static final int THREADS = 2;

    /// A question takes some 60 ms of both threads, so on a small machine the last of these waits
    /// for little more than half a second.
    private static final int MAX_QUESTIONS = 8 + Runtime.getRuntime().availableProcessors();

    private final @Nullable Pipeline pipeline;
    private final Semaphore permits;
    private final LongAdder read = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final LongAdder rejected = new LongAdder();

    private PassageReader(@Nullable Pipeline pipeline, int maxQuestions) {
        this.pipeline = pipeline;
        this.permits = new Semaphore(maxQuestions);
    }

    /// Opens the reader that the settings ask for. The bundled model is loaded in the background,
    /// and the first question waits for it.
    ///
    /// @param folder where the tokenizer's native library is unpacked; created when missing
    /// @throws IllegalArgumentException when the configured model can't be used
    public static PassageReader open(ReaderSettings settings, Path folder) {
        if (!settings.enabled()) {
            return off();
        }
        CompletableFuture<OnnxReaderModel> model =
                settings.model().isBlank()
                        ? loadBundled()
                        : CompletableFuture.completedFuture(
                                OnnxReaderModel.fromFile(Path.of(settings.model())));
        return of(model, folder, MAX_QUESTIONS, new ReadingCache(settings.cache()));
    }

    private static CompletableFuture<OnnxReaderModel> loadBundled() {
        return ModelWeights.loadAside(OnnxReaderModel::bundled)
                .whenComplete(
                        (_, failure) -> {
                            if (failure != null) {
                                LOG.error("Nothing is read. {}", failure.getMessage());
                            }
                        });
    }

    /// @param maxQuestions how many questions may be read or wait at the same time
    static PassageReader of(
            CompletableFuture<OnnxReaderModel> model,
            Path folder,
            int maxQuestions,
            ReadingCache cache) {
        return new PassageReader(new Pipeline(model, folder, cache), maxQuestions);
    }

    /// A reader that never reads, so that answers are decided from retrieval alone.
    public static PassageReader off() {
        return new PassageReader(null, 0);
    }

    /// Reads passages in parallel, two at a time. Nothing is read when the reader is off or
    /// overloaded, when its model couldn't be loaded, or when the thread is interrupted.
    @Override
    public List<ReaderOutput> read(
            Inquiry question, List<Excerpt> excerpts, Predicate<List<ReaderOutput>> isEnough) {
        if (pipeline == null || excerpts.isEmpty() || pipeline.hasFailedToLoad()) {
            return List.of();
        }
        if (!permits.tryAcquire()) {
            rejected.increment();
            return List.of();
        }
        long start = System.nanoTime();
        try {
            read.increment();
            return pipeline.read(question.inEnglish(), excerpts, isEnough);
        } finally {
            permits.release();
            nanos.add(System.nanoTime() - start);
        }
    }

    @Override
    public Optional<String> remoteHost() {
        return Optional.empty();
    }

    @Override
    public boolean readsEveryLanguage() {
        return false;
    }

    /// The number of questions since the start for which passages were read.
    public long questionsRead() {
        return read.sum();
    }

    /// The time spent on them in all, including waiting for a free thread, in nanoseconds.
    public long nanosRead() {
        return nanos.sum();
    }

    /// The number of questions for which nothing was read because the reader was overloaded.
    public long questionsRejected() {
        return rejected.sum();
    }

    @Override
    public void close() {
        if (pipeline != null) {
            pipeline.close();
        }
    }

    /// Tokenizer and network, and the threads that run them.
    private static final class Pipeline {

        private static final Map<String, String> UNTRUNCATED =
                Map.of("truncation", "do_not_truncate", "padding", "false");

        private final CompletableFuture<OnnxReaderModel> model;
        private final CompletableFuture<HuggingFaceTokenizer> tokenizer;
        private final ReadingCache cache;
        private final ExecutorService threads =
                Executors.newFixedThreadPool(
                        THREADS, Thread.ofPlatform().daemon().name("reader-", 1).factory());

        Pipeline(CompletableFuture<OnnxReaderModel> model, Path folder, ReadingCache cache) {
            this.model = model;
            this.cache = cache;
            tokenizer = ModelWeights.loadAside(() -> BertTokenizer.open(folder, UNTRUNCATED));
        }

        boolean hasFailedToLoad() {
            return model.isCompletedExceptionally();
        }

        List<ReaderOutput> read(
                String question, List<Excerpt> excerpts, Predicate<List<ReaderOutput>> isEnough) {
            List<ReaderOutput> outputs = new ArrayList<>();
            while (outputs.size() < excerpts.size() && !isEnough.test(outputs)) {
                int end = Math.min(outputs.size() + THREADS, excerpts.size());
                List<ReaderOutput> next = read(question, excerpts.subList(outputs.size(), end));
                if (next.isEmpty()) {
                    return List.of();
                }
                outputs.addAll(next);
            }
            return outputs;
        }

        private List<ReaderOutput> read(String question, List<Excerpt> excerpts) {
            List<Callable<ReaderOutput>> tasks = new ArrayList<>();
            excerpts.forEach(
                    excerpt ->
                            tasks.add(
                                    () ->
                                            cache.get(
                                                    question,
                                                    excerpt,
                                                    () -> read(question, excerpt))));
            try {
                return results(threads.invokeAll(tasks));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return List.of();
            }
        }

        private ReaderOutput read(String question, Excerpt excerpt) {
            GlossedText text = GlossedText.of(excerpt.text(), excerpt.language());
            GlossedText context = GlossedText.of(excerpt.context(), excerpt.language());
            ReaderInput input =
                    ReaderInput.of(
                            piecesOf(question), piecesOf(context.text()), piecesOf(text.text()));
            return ReaderOutput.decode(input, model.join().run(input)).inOriginalOf(text);
        }

        private WordPieces piecesOf(String text) {
            return WordPieces.of(text, tokenizer.join());
        }

        private static List<ReaderOutput> results(List<Future<ReaderOutput>> done)
                throws InterruptedException {
            List<ReaderOutput> outputs = new ArrayList<>();
            for (Future<ReaderOutput> one : done) {
                try {
                    outputs.add(one.get());
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof CompletionException) { // it couldn't be loaded
                        return List.of();
                    }
                    throw new IllegalStateException("a passage can't be read", e.getCause());
                }
            }
            return outputs;
        }

        /// Lets running tasks finish.
        void close() {
            threads.close();
            tokenizer.join().close();
            if (!hasFailedToLoad()) {
                model.join().close();
            }
        }
    }
}
