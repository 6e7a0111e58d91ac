package dev.verbatim.retrieval.lucene;

import dev.verbatim.article.Passage;
import dev.verbatim.retrieval.ranking.PassageQuery;
import dev.verbatim.retrieval.ranking.SearchSnapshot;
import dev.verbatim.retrieval.ranking.Vocabulary;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// A search in one snapshot of the index. Passages are told apart by their document's number.
final class SnapshotSearch implements SearchSnapshot<Integer> {

    /// Between two terms may be words that a search leaves out, and one that was put in.
    private static final int SLOP = 4;

    private final IndexSnapshot snapshot;

    SnapshotSearch(IndexSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    @Override
    public List<String> languages() {
        return snapshot.languages();
    }

    @Override
    public int articles() {
        return snapshot.articles();
    }

    @Override
    public int passages() {
        return snapshot.passages();
    }

    @Override
    public boolean hasVectors() {
        return snapshot.hasVectors();
    }

    @Override
    public Vocabulary vocabulary(String language) {
        return snapshot.vocabulary(language);
    }

    @Override
    public Hits<Integer> search(PassageQuery query, int count) throws IOException {
        LexicalSearch lexical = new LexicalSearch(snapshot, query);
        Query scope = scope(query.articleIds());
        Map<Integer, Double> bm25 = lexical.best(inScope(lexical.query(), scope), count);
        float[] vector = query.vector();
        return new Hits<>(
                vector == null
                        ? hits(bm25)
                        : hits(query, bm25, lexical, new DenseSearch(snapshot, vector), count),
                lexical.documentFrequencies());
    }

    /// The articles that are searched; missing for all.
    private static @Nullable Query scope(Set<String> articleIds) {
        return articleIds.isEmpty()
                ? null
                : new TermInSetQuery(
                        IndexFields.ARTICLE, articleIds.stream().map(BytesRef::new).toList());
    }

    /// A query, in these articles only.
    private static Query inScope(Query query, @Nullable Query scope) {
        return scope == null
                ? query
                : new BooleanQuery.Builder()
                        .add(query, Occur.MUST)
                        .add(scope, Occur.FILTER)
                        .build();
    }

    private static List<Hit<Integer>> hits(Map<Integer, Double> bm25) {
        List<Hit<Integer>> hits = new ArrayList<>();
        bm25.forEach(
                (document, score) ->
                        hits.add(new Hit<>(document, score, OptionalDouble.empty(), List.of())));
        return hits;
    }

    private List<Hit<Integer>> hits(
            PassageQuery query,
            Map<Integer, Double> bm25,
            LexicalSearch lexical,
            DenseSearch dense,
            int count)
            throws IOException {
        SortedSet<Integer> others = new TreeSet<>(dense.nearest(count, scope(query.articleIds())));
        others.removeAll(bm25.keySet());
        bm25.putAll(lexical.scores(others));
        SortedSet<Integer> all = new TreeSet<>(bm25.keySet());
        Map<Integer, Double> cosines = dense.cosines(all);
        Map<Integer, List<Double>> sentences = sentenceCosines(query, all);
        List<Hit<Integer>> hits = new ArrayList<>();
        bm25.forEach(
                (document, score) ->
                        hits.add(
                                new Hit<>(
                                        document,
                                        score,
                                        optional(cosines.get(document)),
                                        sentences.getOrDefault(document, List.of()))));
        return hits;
    }

    private Map<Integer, List<Double>> sentenceCosines(
            PassageQuery query, SortedSet<Integer> documents) throws IOException {
        Map<Integer, List<Double>> cosines = new HashMap<>();
        snapshot.read(
                snapshot.sentencesField(),
                documents,
                (document, packed) ->
                        cosines.put(
                                document,
                                query.sentenceCosines(
                                        ByteBuffer.wrap(
                                                packed.bytes, packed.offset, packed.length))));
        return cosines;
    }

    private static OptionalDouble optional(@Nullable Double cosine) {
        return cosine == null ? OptionalDouble.empty() : OptionalDouble.of(cosine);
    }

    @Override
    public List<Integer> sharing(
            String language, List<String> terms, Set<String> articleIds, int count)
            throws IOException {
        Query shared = shingles(IndexFields.TEXT_PREFIX + language, terms);
        return Stream.of(snapshot.search(inScope(shared, scope(articleIds)), count).scoreDocs)
                .map(hit -> hit.doc)
                .toList();
    }

    /// The terms and the shingles of two terms, so that a text of which every other word was
    /// changed is found, too.
    private static Query shingles(String field, List<String> terms) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        terms.stream()
                .distinct()
                .forEach(term -> any.add(new TermQuery(new Term(field, term)), Occur.SHOULD));
        for (int i = 0; i + 1 < terms.size(); i++) {
            any.add(new PhraseQuery(SLOP, field, terms.get(i), terms.get(i + 1)), Occur.SHOULD);
        }
        return any.build();
    }

    @Override
    public void read(Collection<Integer> keys, PassageConsumer<Integer> consumer)
            throws IOException {
        snapshot.read(
                IndexFields.PASSAGE,
                new TreeSet<>(keys),
                (document, packed) -> {
                    IndexedPassage indexed = IndexedPassage.unpack(packed);
                    Passage passage = indexed.in(snapshot.article(document, indexed));
                    consumer.accept(document, passage, indexed.terms());
                });
    }
}
