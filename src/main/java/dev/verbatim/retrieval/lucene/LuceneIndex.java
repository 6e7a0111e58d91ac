package dev.verbatim.retrieval.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.verbatim.article.Article;
import dev.verbatim.article.ContentChange;
import dev.verbatim.article.Passage;
import dev.verbatim.encoder.Encoder;
import dev.verbatim.encoder.VectorCache;
import dev.verbatim.language.Language;
import dev.verbatim.language.LanguageDetector;
import dev.verbatim.language.TranslatedQuestion;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import dev.verbatim.retrieval.lucene.IndexFields.LanguageAnalyzers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An embedded index of articles that finds their passages. Thread-safe; questions are answered
/// while articles are indexed.
///
/// A folder has one writer. Where another process already writes, a second one reads what that
/// process has committed, so that `ask` works beside a running bot.
public final class LuceneIndex implements PassageRetriever, Consumer<ContentChange>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LuceneIndex.class);

    /// The size of the cache of articles, in characters of at most two bytes: a third of the heap.
    /// Reading an article from disk costs as much as half a search.
    private static final long CACHED_CHARACTERS = Runtime.getRuntime().maxMemory() / 3 / 2;

    private final LanguageAnalyzers analyzers = new LanguageAnalyzers();
    private final Cache<String, Article> articles =
            Caffeine.newBuilder()
                    .maximumWeight(CACHED_CHARACTERS)
                    .weigher((String _, Article article) -> article.text().length())
                    .build();
    private final Directory directory;
    private final VectorCache vectors;
    private final @Nullable ArticleIndexer writer;
    private final @Nullable SearcherManager committed;

    private LuceneIndex(Directory directory, VectorCache vectors) throws IOException {
        this.directory = directory;
        this.vectors = vectors;
        writer = openWriter();
        committed = writer == null ? new SearcherManager(directory, snapshots()) : null;
    }

    /// Opens the index, and creates it when it is missing, damaged or of another version. With
    /// another encoder than before it is kept: what it holds is found by words until each article,
    /// when it is published again, has new vectors.
    ///
    /// @param folder created when missing
    /// @param vectors encodes passages and questions
    /// @throws UncheckedIOException when the folder can't be read or written
    public static LuceneIndex open(Path folder, VectorCache vectors) {
        try {
            Files.createDirectories(folder);
            return open(IndexDirectory.open(folder), vectors);
        } catch (IOException e) {
            throw new UncheckedIOException("the index in " + folder + " can't be opened", e);
        }
    }

    static LuceneIndex open(Directory directory, VectorCache vectors) throws IOException {
        return new LuceneIndex(directory, vectors);
    }

    private @Nullable ArticleIndexer openWriter() throws IOException {
        Map<String, String> version = Map.of("format", IndexFields.FORMAT);
        try {
            IndexDirectory.deleteUnlessSound(directory, version);
            return new ArticleIndexer(
                    directory, version, new ArticleDocuments(vectors, analyzers), snapshots());
        } catch (LockObtainFailedException e) {
            if (!DirectoryReader.indexExists(directory)) {
                throw e;
            }
            LOG.info("Another process keeps the index; reading what it has committed.");
            return null;
        }
    }

    private SearcherFactory snapshots() {
        return new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous)
                    throws IOException {
                return new IndexSnapshot(reader, articles, vectors.encoder().model());
            }
        };
    }

    @Override
    public Ranking retrieve(Question question, int k) {
        return inOneSnapshot(
                snapshot -> {
                    var translations =
                            new QuestionTranslator(snapshot, analyzers).translate(question);
                    return retrieval(question, translations, snapshot).rank(k);
                });
    }

    @Override
    public Optional<Ranking> retrieveAsAsked(Question question, int k) {
        return inOneSnapshot(
                snapshot ->
                        QuestionTranslator.mayAnswerAsAsked(question, snapshot)
                                ? Optional.of(retrieval(question, Map.of(), snapshot).rank(k))
                                : Optional.empty());
    }

    @Override
    public List<Passage> passagesSharing(Question words, int k) {
        return inOneSnapshot(snapshot -> new PhraseSearch(snapshot, analyzers, words).best(k));
    }

    @Override
    public Optional<Article> article(String id) {
        return inOneSnapshot(snapshot -> snapshot.article(id));
    }

    private HybridSearch retrieval(
            Question question, Map<String, TranslatedQuestion> translations, IndexSnapshot snapshot)
            throws IOException {
        float[] vector = snapshot.hasVectors() ? vector(question, translations) : null;
        return new HybridSearch(snapshot, analyzers, question, translations, vector);
    }

    /// The number of passages that can be found now.
    public int passages() {
        return inOneSnapshot(IndexSnapshot::passages);
    }

    private interface SnapshotQuery<T> {
        T run(IndexSnapshot snapshot) throws IOException;
    }

    private <T> T inOneSnapshot(SnapshotQuery<T> query) {
        try {
            SearcherManager searchers = searchers();
            IndexSnapshot snapshot = (IndexSnapshot) searchers.acquire();
            try {
                return query.run(snapshot);
            } finally {
                searchers.release(snapshot);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the index can't be read", e);
        }
    }

    /// The source of current snapshots.
    SearcherManager searchers() throws IOException {
        if (writer != null) {
            return writer.searchers();
        }
        SearcherManager others = Objects.requireNonNull(committed);
        others.maybeRefresh();
        return others;
    }

    private float @Nullable [] vector(
            Question question, Map<String, TranslatedQuestion> translations) {
        Encoder encoder = vectors.encoder();
        Optional<String> gloss =
                translations.values().stream()
                        .filter(translation -> encoder.speaks(translation.to().locale()))
                        .map(TranslatedQuestion::gloss)
                        .findFirst();
        if (speaks(encoder, question, gloss.isPresent())) {
            return encoder.encodeQuestion(question.text());
        }
        return gloss.map(encoder::encodeQuestion).orElse(null);
    }

    /// Whether a question is in a language of the encoder. In doubt it is taken for English, unless
    /// it was carried over.
    private static boolean speaks(Encoder encoder, Question question, boolean isCarriedOver) {
        Language language = LanguageDetector.ofQuestion(question.text());
        return encoder.speaks(Locale.ROOT)
                || (language != Language.ENGLISH && encoder.speaks(language.locale()))
                || (!isCarriedOver
                        && encoder.speaks(Locale.ENGLISH)
                        && LanguageDetector.mayBeEnglish(question.text()));
    }

    /// Applies a change of the articles. While the folder is read for the first time it takes
    /// effect within seconds, later at once.
    ///
    /// @throws UncheckedIOException when it can't be written; it is tried again with the next
    ///   change
    @Override
    public void accept(ContentChange change) {
        if (writer == null) {
            return;
        }
        try {
            writer.apply(change);
        } catch (IOException e) {
            throw new UncheckedIOException("the index can't be written", e);
        }
    }

    @Override
    public void close() {
        try {
            if (committed != null) {
                committed.close();
            }
            if (writer != null) {
                writer.close();
            }
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the index can't be closed", e);
        }
    }
}
