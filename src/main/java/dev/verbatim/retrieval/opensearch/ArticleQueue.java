package dev.verbatim.retrieval.opensearch;

import dev.verbatim.article.Article;
import dev.verbatim.article.ContentChange;
import dev.verbatim.retrieval.opensearch.ClusterIndexes.ServedIndex;
import dev.verbatim.retrieval.ranking.PassageEncoder;
import dev.verbatim.retrieval.ranking.StoredArticle;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A queue of changes of the articles that the index doesn't have yet. Thread-safe.
///
/// All instances have the same articles, and one writes them. The others only look whether it has,
/// and keep what it hasn't: when it ends, whoever writes next has the rest.
final class ArticleQueue implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ArticleQueue.class);
    private static final long INTERVAL_SECONDS = 3;

    private static final String SETTLED = "";

    private final OpenSearchClient client;
    private final ClusterIndexes indexes;
    private final PassageEncoder encoder;
    private final BooleanSupplier isWriter;

    /// Oldest first, by the id of the article.
    private final Map<String, ContentChange> waiting = new LinkedHashMap<>();

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("cluster-index").factory());
    private @Nullable ClusterWriter writer;
    private volatile @Nullable ServedIndex written;
    private boolean failing;

    ArticleQueue(
            OpenSearchClient client,
            ClusterIndexes indexes,
            PassageEncoder encoder,
            BooleanSupplier isWriter) {
        this.client = client;
        this.indexes = indexes;
        this.encoder = encoder;
        this.isWriter = isWriter;
    }

    /// Begins to look from time to time whether what waits can be written.
    void start() {
        var _ =
                thread.scheduleWithFixedDelay(
                        this::tryAgain, INTERVAL_SECONDS, INTERVAL_SECONDS, TimeUnit.SECONDS);
    }

    private void tryAgain() {
        try {
            run();
            failing = false;
        } catch (UncheckedIOException | IllegalStateException | IllegalArgumentException e) {
            if (!failing) {
                LOG.warn("Articles wait for the index: {}", e.getMessage());
            }
            failing = true;
        }
    }

    /// Writes a change, or keeps it for later.
    ///
    /// @throws UncheckedIOException when it can't be written now
    synchronized void accept(ContentChange change) {
        String key =
                switch (change) {
                    case ContentChange.Published(Article article) -> article.id();
                    case ContentChange.Withdrawn(String articleId) -> articleId;
                    case ContentChange.Settled _ -> SETTLED;
                };
        waiting.remove(key);
        waiting.put(key, change);
        run();
    }

    private synchronized void run() {
        if (!isWriter.getAsBoolean()) {
            writer = null;
            waiting.values().removeIf(this::isDoneByAnother);
            return;
        }
        for (Map.Entry<String, ContentChange> next : List.copyOf(waiting.entrySet())) {
            write(next.getValue());
            waiting.remove(next.getKey());
        }
    }

    private void write(ContentChange change) {
        try {
            ClusterWriter open = writer();
            switch (change) {
                case ContentChange.Published(Article article) -> open.publish(article);
                case ContentChange.Withdrawn(String articleId) -> open.withdraw(articleId);
                case ContentChange.Settled(Set<String> articleIds) -> {
                    open.settle(articleIds);
                    indexes.serveOwn();
                }
            }
        } catch (UncheckedIOException e) {
            writer = null; // what it knows of the index may be wrong
            throw e;
        }
    }

    private ClusterWriter writer() {
        ClusterWriter open = writer;
        if (open == null) {
            ServedIndex index = indexes.writable();
            open = ClusterWriter.open(client, index, encoder);
            writer = open;
            written = index;
        }
        return open;
    }

    /// What has no file any more is found out when all articles are compared.
    private boolean isDoneByAnother(ContentChange change) {
        return switch (change) {
            case ContentChange.Published(Article article) -> isIndexed(article);
            case ContentChange.Withdrawn _ -> true;
            case ContentChange.Settled _ -> false;
        };
    }

    private boolean isIndexed(Article article) {
        try {
            String id = StoredArticle.of(article).fingerprint();
            return !client.get(indexes.served(false).name() + "/_doc/" + id + "?_source=false")
                    .isMissing();
        } catch (UncheckedIOException e) {
            LOG.debug("whether {} is indexed is looked for again", article.id(), e);
            return false;
        }
    }

    /// Whether articles are written to another index than this one.
    boolean hasMovedFrom(ServedIndex index) {
        ServedIndex now = written;
        return now != null && !now.name().equals(index.name());
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
