package dev.verbatim.retrieval.opensearch;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.retrieval.opensearch.ClusterIndexes.ServedIndex;
import dev.verbatim.retrieval.opensearch.ClusterQueries.Rarity;
import dev.verbatim.retrieval.opensearch.ClusterSnapshot.PassageKey;
import dev.verbatim.retrieval.ranking.HybridRetriever;
import dev.verbatim.retrieval.ranking.PassageQuery;
import dev.verbatim.retrieval.ranking.SearchSnapshot;
import dev.verbatim.retrieval.ranking.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A view of the index for one question. When the index changes meanwhile, it fails, and the
/// question is searched for once more.
final class ClusterSnapshot implements SearchSnapshot<PassageKey> {

    /// A cluster that can't search vectors finds candidates by words alone, so it takes more.
    private static final int CANDIDATES_BY_WORDS = 4 * HybridRetriever.CANDIDATES;

    /// Where it can't, and there are so few passages at most, all are compared here.
    private static final int EXACT_UP_TO = 1_000;

    /// The articles of so many of the best of each search are read with the candidates.
    private static final int LIKELY = 10;

    private final ClusterSearch search;
    private final ServedIndex index;
    private final IndexState state;
    private final PassageCache cache;
    private final VocabularyCache vocabularies;

    ClusterSnapshot(
            ClusterSearch search, ServedIndex index, IndexState state, ClusterCaches caches) {
        this.search = search;
        this.index = index;
        this.state = state;
        this.cache = caches.passages();
        this.vocabularies = caches.vocabularies();
    }

    /// What is remembered of an index from one question to the next.
    record ClusterCaches(PassageCache passages, VocabularyCache vocabularies) {}

    /// What passages are told apart by.
    ///
    /// @param place in the order in which they were indexed
    record PassageKey(long place, String id) implements Comparable<PassageKey> {

        private static final Comparator<PassageKey> BY_PLACE =
                Comparator.comparingLong(PassageKey::place).thenComparing(PassageKey::id);

        @Override
        public int compareTo(PassageKey other) {
            return BY_PLACE.compare(this, other);
        }
    }

    /// The index is another one than when the question began.
    static final class ChangedException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient @Nullable IndexState now;

        ChangedException(@Nullable IndexState now) {
            super("the index has changed", null, false, false);
            this.now = now;
        }

        /// What it is now, if that is known.
        @Nullable IndexState now() {
            return now;
        }
    }

    @Override
    public List<String> languages() {
        return state.languages();
    }

    @Override
    public int articles() {
        return state.articles();
    }

    @Override
    public int passages() {
        return state.passages();
    }

    @Override
    public boolean hasVectors() {
        return state.hasVectors() && index.encodes();
    }

    @Override
    public Vocabulary vocabulary(String language) {
        return vocabularies.vocabulary(language, state.generation(), search);
    }

    @Override
    public Hits<PassageKey> search(PassageQuery query, int count) {
        boolean all = comparesAll(query);
        var frequencies = search.documentFrequencies(query);
        Map<String, Object> words =
                ClusterQueries.anyOf(
                        query,
                        new Rarity(
                                ClusterQueries.needsRarity(query)
                                        ? OpenSearchClient.join(frequencies)
                                        : Map.of(),
                                state.passages()));
        List<JsonNode> results = inThisState(searches(query, words, count));
        Map<String, Double> bm25 = scores(results.getFirst());
        Set<String> found = Set.copyOf(bm25.keySet());
        Map<String, Double> more = results.size() > 1 ? scores(results.get(1)) : Map.of();
        if (all) {
            bm25.putAll(more);
        }
        addScores(bm25, more.keySet(), words);
        List<Hit<PassageKey>> hits = hits(bm25, query);
        return new Hits<>(
                all ? nearestOf(hits, found, count) : hits, OpenSearchClient.join(frequencies));
    }

    /// By words, and by the vector where there is one.
    private List<Map<String, Object>> searches(
            PassageQuery query, Map<String, Object> words, int count) {
        float[] vector = query.vector();
        Set<String> scope = query.articleIds();
        if (vector == null) {
            return List.of(ClusterQueries.best(count, words, scope));
        }
        if (index.dense()) {
            return List.of(
                    ClusterQueries.best(count, words, scope),
                    ClusterQueries.nearest(count, vector, scope));
        }
        return comparesAll(query)
                ? List.of(
                        ClusterQueries.best(count, words, scope),
                        ClusterQueries.all(EXACT_UP_TO, words, scope))
                : List.of(ClusterQueries.best(Math.max(count, CANDIDATES_BY_WORDS), words, scope));
    }

    /// Whether the vectors of all passages are compared here.
    private boolean comparesAll(PassageQuery query) {
        return query.vector() != null
                && !index.dense()
                && (state.passages() <= EXACT_UP_TO || !query.articleIds().isEmpty());
    }

    /// Those that were found by their words, and of the others those nearest to the question.
    private static List<Hit<PassageKey>> nearestOf(
            List<Hit<PassageKey>> all, Set<String> found, int count) {
        Set<String> nearest =
                all.stream()
                        .filter(hit -> hit.cosine().isPresent())
                        .sorted(Comparator.comparingDouble(hit -> -hit.cosine().orElse(-1)))
                        .limit(count)
                        .map(hit -> hit.key().id())
                        .collect(Collectors.toSet());
        return all.stream()
                .filter(hit -> found.contains(hit.key().id()) || nearest.contains(hit.key().id()))
                .toList();
    }

    /// The results of searches, if the index is what it was when the question was analysed.
    private List<JsonNode> inThisState(List<Map<String, Object>> searches) {
        List<Map<String, Object>> all = new ArrayList<>(searches);
        all.addAll(IndexState.searches());
        List<JsonNode> results = OpenSearchClient.join(search.run(all));
        IndexState now = IndexState.of(results.subList(searches.size(), results.size()));
        if (!now.equals(state)) {
            throw new ChangedException(now);
        }
        return results.subList(0, searches.size());
    }

    /// By id, best first.
    ///
    /// @throws ChangedException when they are of another generation
    private Map<String, Double> scores(JsonNode result) {
        Map<String, Double> scores = new LinkedHashMap<>();
        for (JsonNode hit : ClusterSearch.hits(result)) {
            scores.put(hit.path("_id").asString(""), hit.path("_score").asDouble(0));
        }
        JsonNode first = ClusterSearch.hits(result).path(0);
        long generation = first.path("fields").path(IndexSchema.GENERATION).path(0).asLong(0);
        if (generation != state.generation()) {
            throw new ChangedException(null);
        }
        scores.remove(IndexSchema.STATE_ID);
        return scores;
    }

    /// The second round trip: the scores of those found by their vectors alone, and what isn't in
    /// the cache.
    private void addScores(
            Map<String, Double> bm25, Set<String> nearest, Map<String, Object> words) {
        Set<String> others = new LinkedHashSet<>(nearest);
        others.removeAll(bm25.keySet());
        List<Map<String, Object>> searches = new ArrayList<>();
        if (!others.isEmpty()) {
            searches.add(ClusterQueries.scores(others, words));
        }
        Set<String> all = new LinkedHashSet<>(bm25.keySet());
        all.addAll(others);
        List<String> likely =
                Stream.concat(bm25.keySet().stream().limit(LIKELY), nearest.stream().limit(LIKELY))
                        .map(StoredPassage::articleOf)
                        .toList();
        searches.addAll(cache.searches(cache.withoutPassage(all), cache.withoutArticle(likely)));
        if (searches.isEmpty()) {
            return;
        }
        List<JsonNode> results = OpenSearchClient.join(search.run(searches));
        if (!others.isEmpty()) {
            bm25.putAll(scores(results.getFirst()));
        }
        cache.addAll(results.subList(others.isEmpty() ? 0 : 1, results.size()));
    }

    private List<Hit<PassageKey>> hits(Map<String, Double> bm25, PassageQuery query) {
        List<Hit<PassageKey>> hits = new ArrayList<>();
        bm25.forEach(
                (id, score) -> {
                    StoredPassage stored = stored(id);
                    hits.add(
                            new Hit<>(
                                    new PassageKey(stored.place(), id),
                                    score,
                                    index.encodes()
                                            ? stored.cosine(query.vector())
                                            : OptionalDouble.empty(),
                                    index.encodes()
                                            ? query.sentenceCosines(stored.sentences())
                                            : List.of()));
                });
        return hits;
    }

    private StoredPassage stored(String id) {
        StoredPassage stored = cache.passage(id);
        if (stored == null) {
            throw new ChangedException(null);
        }
        return stored;
    }

    @Override
    public List<PassageKey> sharing(
            String language, List<String> terms, Set<String> articleIds, int count) {
        Map<String, Object> shared = ClusterQueries.shingles(language, terms);
        List<JsonNode> results =
                inThisState(List.of(ClusterQueries.best(count, shared, articleIds)));
        Map<String, Double> found = scores(results.getFirst());
        addScores(found, Set.of(), shared);
        return found.keySet().stream().map(id -> new PassageKey(stored(id).place(), id)).toList();
    }

    @Override
    public void read(Collection<PassageKey> keys, PassageConsumer<PassageKey> consumer) {
        List<String> missing =
                cache.withoutArticle(
                        keys.stream().map(key -> StoredPassage.articleOf(key.id())).toList());
        if (!missing.isEmpty()) {
            cache.addAll(OpenSearchClient.join(search.run(cache.searches(List.of(), missing))));
        }
        for (PassageKey key : keys) {
            StoredPassage stored = stored(key.id());
            Article article = cache.article(StoredPassage.articleOf(key.id()));
            if (article == null) {
                throw new ChangedException(null);
            }
            consumer.accept(
                    key, new Passage(article, stored.paragraph(), stored.span()), stored.terms());
        }
    }
}
