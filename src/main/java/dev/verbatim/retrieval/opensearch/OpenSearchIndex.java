package dev.verbatim.retrieval.opensearch;

import dev.verbatim.article.Article;
import dev.verbatim.article.ContentChange;
import dev.verbatim.article.Passage;
import dev.verbatim.encoder.VectorCache;
import dev.verbatim.retrieval.PassageIndex;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import dev.verbatim.retrieval.opensearch.ClusterIndexes.ServedIndex;
import dev.verbatim.retrieval.opensearch.ClusterSnapshot.ChangedException;
import dev.verbatim.retrieval.opensearch.ClusterSnapshot.ClusterCaches;
import dev.verbatim.retrieval.opensearch.ClusterSnapshot.PassageKey;
import dev.verbatim.retrieval.opensearch.NodeFailure.RefusedException;
import dev.verbatim.retrieval.ranking.HybridRetriever;
import dev.verbatim.retrieval.ranking.PassageEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// An index of articles on an OpenSearch cluster, which several instances share: one of them
/// writes, all of them read. Thread-safe.
public final class OpenSearchIndex implements PassageIndex {

    private static final Logger LOG = LoggerFactory.getLogger(OpenSearchIndex.class);

    /// A question that an update overtakes is searched for again; so many updates in a row are
    /// none.
    private static final int ATTEMPTS = 5;

    private final OpenSearchClient client;
    private final ClusterIndexes indexes;
    private final VectorCache vectors;
    private final ArticleQueue queue;
    private final BooleanSupplier isWriter;
    private final boolean temporary;
    private volatile @Nullable Served served;

    /// The index that is read, what of it is remembered, and how it was last seen.
    private record Served(ServedIndex index, ClusterCaches caches, @Nullable IndexState state) {

        static Served of(ServedIndex index) {
            return new Served(
                    index, new ClusterCaches(new PassageCache(), new VocabularyCache()), null);
        }

        Served in(@Nullable IndexState now) {
            return new Served(index, caches, now);
        }
    }

    private OpenSearchIndex(
            OpenSearchSettings settings,
            VectorCache vectors,
            BooleanSupplier isWriter,
            boolean temporary) {
        this.isWriter = isWriter;
        this.temporary = temporary;
        this.client = new OpenSearchClient(settings.checked());
        this.vectors = vectors;
        PassageEncoder encoder = new PassageEncoder(vectors);
        this.indexes = new ClusterIndexes(client, settings, encoder.vectorSource());
        this.queue = new ArticleQueue(client, indexes, encoder, isWriter);
    }

    /// Opens the index, and says in one line when the cluster can't be reached: questions wait
    /// until it can.
    ///
    /// @param isWriter whether it is this instance that writes articles, asked at each change
    /// @throws IllegalArgumentException when a setting can't be used, the cluster doesn't accept
    ///   the user or isn't trusted, or the index is another program's
    public static OpenSearchIndex open(
            OpenSearchSettings settings, VectorCache vectors, BooleanSupplier isWriter) {
        var index = new OpenSearchIndex(settings, vectors, isWriter, false);
        try {
            index.begin(index::served);
        } catch (UnavailableException e) {
            LOG.warn("{}", e.getMessage());
        }
        index.queue.start();
        return index;
    }

    /// Opens an index for this process alone, which is deleted when it is closed.
    ///
    /// @throws IllegalArgumentException as [#open]
    public static PassageIndex openTemporary(OpenSearchSettings settings, VectorCache vectors) {
        String name = settings.index() + "-temporary-" + random();
        var index = new OpenSearchIndex(settings.with(name), vectors, () -> true, true);
        index.begin(index.indexes::writable);
        return index;
    }

    /// Asks the cluster for the first time, when settings can still be corrected.
    private void begin(Supplier<?> question) {
        try {
            var _ = question.get();
        } catch (RefusedException e) {
            client.close();
            throw new IllegalArgumentException(e.line(), e);
        } catch (IllegalStateException e) {
            client.close();
            throw new IllegalArgumentException("verbatim.opensearch.urls: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            client.close();
            throw e;
        }
    }

    private static String random() {
        return Long.toHexString(ThreadLocalRandom.current().nextLong());
    }

    @Override
    public Ranking retrieve(Question question, int k) {
        return inOneSnapshot(retriever -> retriever.retrieve(question, k));
    }

    @Override
    public Optional<Ranking> retrieveAsAsked(Question question, int k) {
        return inOneSnapshot(retriever -> retriever.retrieveAsAsked(question, k));
    }

    @Override
    public List<Passage> passagesSharing(Question words, int k) {
        return inOneSnapshot(retriever -> retriever.passagesSharing(words, k));
    }

    private interface SnapshotQuery<T> {
        T run(HybridRetriever<PassageKey> retriever) throws IOException;
    }

    private <T> T inOneSnapshot(SnapshotQuery<T> query) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Served now = current();
            try {
                return query.run(
                        new HybridRetriever<>(
                                new ClusterSnapshot(
                                        search(now),
                                        now.index(),
                                        Objects.requireNonNull(now.state()),
                                        now.caches()),
                                vectors.encoder()));
            } catch (ChangedException e) {
                served = now.in(e.now());
            } catch (UnavailableException e) {
                served = null;
                throw e;
            } catch (IOException e) {
                throw new UncheckedIOException("the index can't be read", e);
            }
        }
        throw new UnavailableException("the index changes faster than it can be read");
    }

    private ClusterSearch search(Served now) {
        return new ClusterSearch(client, now.index().name(), random());
    }

    /// The index with its state.
    private Served current() {
        Served now = served();
        if (now.state() == null) {
            List<JsonNode> results = OpenSearchClient.join(search(now).run(IndexState.searches()));
            now = now.in(IndexState.of(results));
            served = now;
        }
        return now;
    }

    private Served served() {
        Served known = served;
        if (known == null || queue.hasMovedFrom(known.index())) {
            known = Served.of(indexes.served(isWriter.getAsBoolean()));
            served = known;
        }
        return known;
    }

    @Override
    public Optional<Article> article(String id) {
        Map<String, Object> query =
                Map.of(
                        "size", 1,
                        "_source", List.of(IndexSchema.CONTENT),
                        "query",
                                Map.of(
                                        "bool",
                                        Map.of(
                                                "filter",
                                                List.of(
                                                        term(IndexSchema.KIND, "article"),
                                                        term(IndexSchema.ARTICLE, id)))));
        List<JsonNode> results = OpenSearchClient.join(search(served()).run(List.of(query)));
        JsonNode hit = ClusterSearch.hits(results.getFirst()).path(0);
        return hit.isMissingNode()
                ? Optional.empty()
                : Optional.of(PassageCache.read(hit.path("_source")));
    }

    private static Map<String, Object> term(String field, String value) {
        return Map.of("term", Map.of(field, value));
    }

    @Override
    public int passages() {
        Served now = served();
        try {
            return IndexState.of(OpenSearchClient.join(search(now).run(IndexState.searches())))
                    .passages();
        } catch (UnavailableException e) {
            served = null;
            throw e;
        }
    }

    @Override
    public void accept(ContentChange change) {
        queue.accept(change);
    }

    @Override
    public void close() {
        queue.close();
        if (temporary) {
            indexes.deleteOwn();
        }
        client.close();
    }
}
