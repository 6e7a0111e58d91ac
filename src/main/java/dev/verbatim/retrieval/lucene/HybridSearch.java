package dev.verbatim.retrieval.lucene;

import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import dev.verbatim.retrieval.Candidate;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import dev.verbatim.retrieval.RankingSignals;
import dev.verbatim.retrieval.RankingSignals.SentenceEvidence;
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

/// One question in one generation of the index: candidates from both searches, then every candidate
/// scored by both.
final class HybridSearch {

    /// How many candidates each search brings in when both do. The passage that answers is among
    /// the first ten of either in all but a few of a thousand questions.
    static final int CANDIDATES = 50;

    private final IndexSnapshot snapshot;
    private final Question question;
    private final LexicalSearch lexical;
    private final @Nullable DenseSearch dense;

    /// @param vector of the question; missing when the encoder doesn't speak its language
    HybridSearch(
            IndexSnapshot snapshot, Analyzer analyzer, Question question, float @Nullable [] vector)
            throws IOException {
        this.snapshot = snapshot;
        this.question = question;
        lexical = new LexicalSearch(snapshot, analyzer, question);
        dense = vector == null ? null : new DenseSearch(snapshot, vector);
    }

    Ranking rank(int k) throws IOException {
        List<Hit> matches = matches(dense == null ? k : Math.max(k, CANDIDATES));
        return new Ranking(
                candidates(ScoreFusion.best(k, matches)), snapshot.articles(), snapshot.passages());
    }

    private @Nullable Query scope() {
        return question.articleIds().isEmpty()
                ? null
                : new TermInSetQuery(
                        IndexFields.ARTICLE,
                        question.articleIds().stream().map(BytesRef::new).toList());
    }

    private static Query inScope(Query query, @Nullable Query scope) {
        return scope == null
                ? query
                : new BooleanQuery.Builder()
                        .add(query, Occur.MUST)
                        .add(scope, Occur.FILTER)
                        .build();
    }

    private List<Hit> matches(int count) throws IOException {
        Query scope = scope();
        Map<Integer, Double> bm25 = lexical.best(inScope(lexical.query(), scope), count);
        return dense == null
                ? lexicalMatches(bm25)
                : matches(bm25, dense.nearest(count, scope), dense);
    }

    private static List<Hit> lexicalMatches(Map<Integer, Double> bm25) {
        List<Hit> matches = new ArrayList<>();
        bm25.forEach(
                (entry, score) ->
                        matches.add(new Hit(entry, score, OptionalDouble.empty(), List.of())));
        return matches;
    }

    private List<Hit> matches(Map<Integer, Double> bm25, List<Integer> nearest, DenseSearch vectors)
            throws IOException {
        SortedSet<Integer> others = new TreeSet<>(nearest);
        others.removeAll(bm25.keySet());
        bm25.putAll(lexical.scores(others));
        SortedSet<Integer> all = new TreeSet<>(bm25.keySet());
        Map<Integer, Double> cosines = vectors.cosines(all);
        Map<Integer, List<Double>> sentenceCosines = vectors.sentenceCosines(all);
        List<Hit> matches = new ArrayList<>();
        for (Map.Entry<Integer, Double> hit : bm25.entrySet()) {
            int entry = hit.getKey();
            matches.add(
                    new Hit(
                            entry,
                            hit.getValue(),
                            optional(cosines.get(entry)),
                            sentenceCosines.getOrDefault(entry, List.of())));
        }
        return matches;
    }

    private static OptionalDouble optional(@Nullable Double cosine) {
        return cosine == null ? OptionalDouble.empty() : OptionalDouble.of(cosine);
    }

    private List<Candidate> candidates(List<ScoreFusion.Ranked> best) throws IOException {
        NavigableMap<Integer, ScoreFusion.Ranked> byEntry = new TreeMap<>();
        best.forEach(ranked -> byEntry.put(ranked.hit().entry(), ranked));
        Map<Integer, Candidate> candidates = new HashMap<>();
        snapshot.read(
                IndexFields.PASSAGE,
                byEntry.navigableKeySet(),
                (entry, packed) ->
                        candidates.put(
                                entry,
                                candidate(
                                        Objects.requireNonNull(byEntry.get(entry)),
                                        IndexedPassage.unpack(packed))));
        return best.stream()
                .map(ranked -> Objects.requireNonNull(candidates.get(ranked.hit().entry())))
                .toList();
    }

    private Candidate candidate(ScoreFusion.Ranked ranked, IndexedPassage entry)
            throws IOException {
        Hit match = ranked.hit();
        Passage passage = entry.in(snapshot.article(match.entry(), entry));
        double[] coverage = words(passage).coverage(entry.terms());
        RankingSignals rankingSignals =
                new RankingSignals(
                        match.bm25(),
                        coverage[0],
                        match.cosine(),
                        sentences(passage, coverage, match.sentenceCosines()));
        return new Candidate(passage, ranked.score(), rankingSignals);
    }

    private QueryTerms words(Passage passage) {
        return lexical.terms(LanguageAnalyzers.field(passage.article().publication().language()));
    }

    /// @param coverage of the passage, and then of each sentence
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
