package dev.verbatim.retrieval.lucene;

import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import dev.verbatim.language.TranslatedQuestion;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import dev.verbatim.retrieval.Ranking.Candidate;
import dev.verbatim.retrieval.Ranking.SentenceEvidence;
import dev.verbatim.retrieval.lucene.IndexFields.LanguageAnalyzers;
import dev.verbatim.retrieval.lucene.LexicalSearch.QueryTerms;
import dev.verbatim.retrieval.lucene.ScoreFusion.Hit;
import dev.verbatim.retrieval.lucene.ScoreFusion.ScoredHit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// A hybrid search for one question in one snapshot of the index: takes candidates from the lexical
/// and the dense search, then scores every candidate by both.
final class HybridSearch {

    /// How many candidates each search contributes when both run. The passage that answers is among
    /// the first ten of either in all but a few of a thousand questions.
    static final int CANDIDATES = 50;

    private final IndexSnapshot snapshot;
    private final Question question;
    private final LexicalSearch lexical;
    private final @Nullable DenseSearch dense;

    private final Map<String, TranslatedQuestion> translations;

    /// @param translations of the question, by field; none for a field in its own language
    /// @param vector of the question; missing when the encoder doesn't know its language
    HybridSearch(
            IndexSnapshot snapshot,
            Analyzer analyzer,
            Question question,
            Map<String, TranslatedQuestion> translations,
            float @Nullable [] vector)
            throws IOException {
        this.snapshot = snapshot;
        this.question = question;
        this.translations = translations;
        lexical = new LexicalSearch(snapshot, analyzer, question, translations);
        dense = vector == null ? null : new DenseSearch(snapshot, vector);
    }

    Ranking rank(int k) throws IOException {
        List<Hit> hits = hits(dense == null ? k : Math.max(k, CANDIDATES));
        return new Ranking(
                candidates(ScoreFusion.best(k, hits)),
                snapshot.articles(),
                snapshot.passages(),
                List.copyOf(translations.values()));
    }

    private List<Hit> hits(int count) throws IOException {
        Query scope = scope(question);
        Map<Integer, Double> bm25 = lexical.best(inScope(lexical.query(), scope), count);
        return dense == null ? hits(bm25) : hits(bm25, dense.nearest(count, scope), dense);
    }

    /// The articles that are searched; missing for all.
    static @Nullable Query scope(Question question) {
        return question.articleIds().isEmpty()
                ? null
                : new TermInSetQuery(
                        IndexFields.ARTICLE,
                        question.articleIds().stream().map(BytesRef::new).toList());
    }

    /// A query, in these articles only.
    static Query inScope(Query query, @Nullable Query scope) {
        return scope == null
                ? query
                : new BooleanQuery.Builder()
                        .add(query, Occur.MUST)
                        .add(scope, Occur.FILTER)
                        .build();
    }

    private static List<Hit> hits(Map<Integer, Double> bm25) {
        List<Hit> hits = new ArrayList<>();
        bm25.forEach(
                (document, score) ->
                        hits.add(new Hit(document, score, OptionalDouble.empty(), List.of())));
        return hits;
    }

    private List<Hit> hits(Map<Integer, Double> bm25, List<Integer> nearest, DenseSearch vectors)
            throws IOException {
        SortedSet<Integer> others = new TreeSet<>(nearest);
        others.removeAll(bm25.keySet());
        bm25.putAll(lexical.scores(others));
        SortedSet<Integer> all = new TreeSet<>(bm25.keySet());
        Map<Integer, Double> cosines = vectors.cosines(all);
        Map<Integer, List<Double>> sentenceCosines = vectors.sentenceCosines(all);
        List<Hit> hits = new ArrayList<>();
        bm25.forEach(
                (document, score) ->
                        hits.add(
                                new Hit(
                                        document,
                                        score,
                                        optional(cosines.get(document)),
                                        sentenceCosines.getOrDefault(document, List.of()))));
        return hits;
    }

    private static OptionalDouble optional(@Nullable Double cosine) {
        return cosine == null ? OptionalDouble.empty() : OptionalDouble.of(cosine);
    }

    private List<Candidate> candidates(List<ScoredHit> best) throws IOException {
        NavigableMap<Integer, ScoredHit> byDocument = new TreeMap<>();
        best.forEach(scored -> byDocument.put(scored.hit().document(), scored));
        Map<Integer, Candidate> candidates = new HashMap<>();
        snapshot.read(
                IndexFields.PASSAGE,
                byDocument.navigableKeySet(),
                (document, packed) ->
                        candidates.put(
                                document,
                                candidate(
                                        Objects.requireNonNull(byDocument.get(document)),
                                        IndexedPassage.unpack(packed))));
        return best.stream()
                .map(scored -> Objects.requireNonNull(candidates.get(scored.hit().document())))
                .toList();
    }

    private Candidate candidate(ScoredHit scored, IndexedPassage indexed) throws IOException {
        Hit hit = scored.hit();
        Passage passage = indexed.in(snapshot.article(hit.document(), indexed));
        double[] coverage = terms(passage).coverage(indexed.terms());
        Ranking.Signals signals =
                new Ranking.Signals(
                        hit.bm25(),
                        coverage[0],
                        hit.cosine(),
                        sentences(passage, coverage, hit.sentenceCosines()));
        return new Candidate(passage, scored.score(), signals);
    }

    private QueryTerms terms(Passage passage) {
        return lexical.terms(LanguageAnalyzers.field(passage.article().publication().language()));
    }

    /// @param coverage of the passage, then of each sentence
    private static List<SentenceEvidence> sentences(
            Passage passage, double[] coverage, List<Double> cosines) {
        List<SentenceEvidence> evidence = new ArrayList<>();
        for (TextSpan sentence : passage.sentences()) {
            int i = evidence.size();
            OptionalDouble cosine =
                    i < cosines.size() ? OptionalDouble.of(cosines.get(i)) : OptionalDouble.empty();
            evidence.add(new SentenceEvidence(sentence, coverage[i + 1], cosine));
        }
        return evidence;
    }
}
