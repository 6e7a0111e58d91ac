package dev.verbatim.retrieval.lucene;

import dev.verbatim.article.Article;
import dev.verbatim.article.ContentChange;
import dev.verbatim.retrieval.ranking.StoredArticle;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An indexer that applies changes of the articles to the index.
///
/// A change that couldn't be written, for example because the disk was full, is kept and tried
/// again before the next one. After such a fault Lucene's writer can't be used again, so that a new
/// one is opened; what was committed is served meanwhile.
final class ArticleIndexer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ArticleIndexer.class);

    /// The interval of commits while the folder is read for the first time. Afterwards every change
    /// is committed at once.
    private static final long COMMIT_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Directory directory;
    private final Map<String, String> version;
    private final ArticleDocuments documents;
    private final SearcherFactory snapshots;

    /// Not yet committed, oldest first.
    private final Deque<ContentChange> pending = new ArrayDeque<>();

    private final IndexingProgress indexingProgress = new IndexingProgress();
    private IndexWriter writer;
    private volatile SearcherManager searchers;
    private long lastCommit = System.nanoTime();
    private boolean settled;

    ArticleIndexer(
            Directory directory,
            Map<String, String> version,
            ArticleDocuments documents,
            SearcherFactory snapshots)
            throws IOException {
        this.directory = directory;
        this.version = version;
        this.documents = documents;
        this.snapshots = snapshots;
        writer = openWriter();
        searchers = new SearcherManager(writer, snapshots);
    }

    private IndexWriter openWriter() throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(documents.analyzer());
        config.setSimilarity(IndexSnapshot.BM25);
        config.setCodec(new QuantizedVectorCodec());
        IndexWriter opened = new IndexWriter(directory, config);
        opened.setLiveCommitData(version.entrySet());
        return opened;
    }

    /// The source of snapshots; another one after the writer had to be reopened.
    SearcherManager searchers() {
        return searchers;
    }

    synchronized void apply(ContentChange change) throws IOException {
        pending.add(change);
        try {
            write(writer.isOpen() ? List.of(change) : reopenAndRetry());
        } catch (IOException e) {
            LOG.warn("The index can't be written, what it holds is served: {}", e.getMessage());
            throw e;
        }
    }

    private void write(List<ContentChange> changes) throws IOException {
        for (ContentChange change : changes) {
            write(change);
        }
        if (settled || System.nanoTime() - lastCommit > COMMIT_NANOS) {
            commit();
        }
    }

    private List<ContentChange> reopenAndRetry() throws IOException {
        reopen();
        return List.copyOf(pending);
    }

    private void reopen() throws IOException {
        writer = openWriter();
        SearcherManager before = searchers;
        searchers = new SearcherManager(writer, snapshots);
        before.close();
    }

    private void write(ContentChange change) throws IOException {
        switch (change) {
            case ContentChange.Published(Article article) -> replace(article);
            case ContentChange.Withdrawn(String articleId) -> delete(articleId);
            case ContentChange.Settled(Set<String> articleIds) -> {
                deleteAllBut(articleIds);
                settled = true;
            }
        }
    }

    private void replace(Article article) throws IOException {
        StoredArticle stored = StoredArticle.of(article);
        if (!serves(documents.fingerprint(article, stored))) {
            List<Document> made = documents.of(article, stored);
            writer.updateDocuments(new Term(IndexFields.ARTICLE, article.id()), made);
            indexingProgress.add(made.size() - 1);
        }
    }

    private boolean serves(String fingerprint) throws IOException {
        IndexSnapshot now = (IndexSnapshot) searchers.acquire();
        try {
            return now.serves(fingerprint);
        } finally {
            searchers.release(now);
        }
    }

    private void delete(String articleId) throws IOException {
        writer.deleteDocuments(new Term(IndexFields.ARTICLE, articleId));
    }

    private void deleteAllBut(Set<String> articleIds) throws IOException {
        searchers.maybeRefreshBlocking();
        IndexSnapshot now = (IndexSnapshot) searchers.acquire();
        try {
            Set<String> gone = new HashSet<>(now.articleIds());
            gone.removeAll(articleIds);
            for (String articleId : gone) {
                delete(articleId);
            }
        } finally {
            searchers.release(now);
        }
    }

    private void commit() throws IOException {
        if (writer.hasUncommittedChanges()) {
            writer.commit();
        }
        searchers.maybeRefreshBlocking();
        pending.clear();
        lastCommit = System.nanoTime();
    }

    @Override
    public synchronized void close() throws IOException {
        searchers.close();
        writer.close();
    }

    /// Lucene's default format, with the vectors that the graph search compares quantized to a byte
    /// a number.
    ///
    /// That is a quarter of the memory. The original vectors are stored beside them, and every
    /// candidate is scored by those ([DenseSearch#cosines]), so that quantization can only change
    /// which passages become candidates.
    private static final class QuantizedVectorCodec extends Lucene104Codec {

        private final KnnVectorsFormat vectors = new Lucene104HnswScalarQuantizedVectorsFormat();

        @Override
        public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
            return vectors;
        }
    }
}
