package dev.verbatim.retrieval.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.verbatim.article.Article;
import dev.verbatim.article.ContentChange;
import dev.verbatim.article.Passage;
import dev.verbatim.encoder.VectorCache;
import dev.verbatim.retrieval.PassageIndex;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import dev.verbatim.retrieval.ranking.HybridRetriever;
import dev.verbatim.retrieval.ranking.PassageEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
public final class LuceneIndex implements PassageIndex {

    private static final Logger LOG = LoggerFactory.getLogger(LuceneIndex.class);

    /// The size of the cache of articles, in characters of at most two bytes: a third of the heap.
    /// Reading an article from disk costs as much as half a search.
    private static final long CACHED_CHARACTERS = Runtime.getRuntime().maxMemory() / 3 / 2;

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
                    directory,
                    version,
                    new ArticleDocuments(new PassageEncoder(vectors)),
                    snapshots());
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
        return inOneSnapshot(snapshot -> retriever(snapshot).retrieve(question, k));
    }

    @Override
    public Optional<Ranking> retrieveAsAsked(Question question, int k) {
        return inOneSnapshot(snapshot -> retriever(snapshot).retrieveAsAsked(question, k));
    }

    @Override
    public List<Passage> passagesSharing(Question words, int k) {
        return inOneSnapshot(snapshot -> retriever(snapshot).passagesSharing(words, k));
    }

    @Override
    public Optional<Article> article(String id) {
        return inOneSnapshot(snapshot -> snapshot.article(id));
    }

    private HybridRetriever<Integer> retriever(IndexSnapshot snapshot) {
        return new HybridRetriever<>(new SnapshotSearch(snapshot), vectors.encoder());
    }

    @Override
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
