package dev.verbatim.retrieval.lucene;

import dev.verbatim.article.Article;
import dev.verbatim.article.ContentChange;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the index up to date with the articles.
///
/// A change that couldn't be written, because the disk was full, say, is kept and tried again
/// before the next one. After such a fault Lucene's writer is dead for good, so a new one is
/// opened; what was committed goes on being served meanwhile.
final class ArticleIndexer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ArticleIndexer.class);

    /// While the folder is read for the first time, so often what was read can be found and is
    /// durable. Afterwards every change is at once.
    private static final long COMMIT_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Directory directory;
    private final LanguageAnalyzers analyzers;
    private final Map<String, String> version;
    private final ArticleDocuments entries;
    private final SearcherFactory generations;

    /// Not yet committed, oldest first.
    private final Deque<ContentChange> pending = new ArrayDeque<>();

    private final IndexingProgress indexingProgress = new IndexingProgress();
    private IndexWriter writer;
    private volatile SearcherManager searchers;
    private long lastCommit = System.nanoTime();
    private boolean settled;

    ArticleIndexer(
            Directory directory,
            LanguageAnalyzers analyzers,
            Map<String, String> version,
            ArticleDocuments entries,
            SearcherFactory generations)
            throws IOException {
        this.directory = directory;
        this.analyzers = analyzers;
        this.version = version;
        this.entries = entries;
        this.generations = generations;
        writer = openWriter();
        searchers = new SearcherManager(writer, generations);
    }

    private IndexWriter openWriter() throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(analyzers);
        config.setSimilarity(IndexSnapshot.BM25);
        config.setCodec(new PassageVectorCodec());
        IndexWriter opened = new IndexWriter(directory, config);
        opened.setLiveCommitData(version.entrySet());
        return opened;
    }

    /// What answers questions; another one after the writer had to be opened anew.
    SearcherManager searchers() {
        return searchers;
    }

    synchronized void take(ContentChange change) throws IOException {
        pending.add(change);
        try {
            write(writer.isOpen() ? List.of(change) : afterReopening());
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

    private List<ContentChange> afterReopening() throws IOException {
        reopen();
        return List.copyOf(pending);
    }

    private void reopen() throws IOException {
        writer = openWriter();
        SearcherManager before = searchers;
        searchers = new SearcherManager(writer, generations);
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
        if (!serves(stored.fingerprint())) {
            List<Document> made = entries.of(article, stored);
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
}
