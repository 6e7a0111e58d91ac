package dev.verbatim.retrieval.lucene;

import dev.verbatim.retrieval.Question;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;

/// BM25 for one question in one generation of the index.
///
/// The question is analysed once for each language that the articles have, and each passage is
/// searched in its own language only.
final class LexicalSearch {

    /// So many words of a question count; what somebody pastes beyond is no question any more.
    private static final int MAX_WORDS = 64;

    private static final QueryTerms NONE = new QueryTerms(new TreeMap<>());

    private final IndexSnapshot snapshot;
    private final Map<String, QueryTerms> terms = new HashMap<>();
    private final Query query;

    LexicalSearch(IndexSnapshot snapshot, Analyzer analyzer, Question question) throws IOException {
        this.snapshot = snapshot;
        BooleanQuery.Builder anyWord = new BooleanQuery.Builder();
        for (String field : snapshot.textFields()) {
            SortedMap<BytesRef, Double> rarities = new TreeMap<>();
            for (String word : firstWords(analyzer, field, question)) {
                Term term = new Term(field, word);
                TermStates states = TermStates.build(snapshot, term, true);
                rarities.put(term.bytes(), rarity(states.docFreq()));
                anyWord.add(new TermQuery(term, states), Occur.SHOULD);
            }
            terms.put(field, new QueryTerms(rarities));
        }
        query = anyWord.build();
    }

    private static List<String> firstWords(Analyzer analyzer, String field, Question question) {
        return AnalyzedTerms.of(analyzer, field, question.text()).stream()
                .limit(MAX_WORDS)
                .toList();
    }

    /// The inverse document frequency as BM25 has it; largest for a word that occurs nowhere.
    private double rarity(double occurrences) {
        double passages = snapshot.passages();
        return Math.log(1 + (passages - occurrences + 0.5) / (occurrences + 0.5));
    }

    /// The question's words in the language of a field.
    QueryTerms terms(String field) {
        return terms.getOrDefault(field, NONE);
    }

    Query query() {
        return query;
    }

    /// The entries with the best BM25 scores.
    ///
    /// @param scoped the words' query, or less than it finds
    Map<Integer, Double> best(Query scoped, int count) throws IOException {
        Map<Integer, Double> scores = new HashMap<>();
        // Nobody asks how many were found, so those that can't be among the best needn't be
        // counted.
        var best = new TopScoreDocCollectorManager(count, null, count);
        for (ScoreDoc hit : snapshot.search(scoped, best).scoreDocs) {
            scores.put(hit.doc, (double) hit.score);
        }
        return scores;
    }

    /// The BM25 scores of these entries, 0 where no word of the question occurs.
    Map<Integer, Double> scores(SortedSet<Integer> entries) throws IOException {
        Weight weight = snapshot.createWeight(snapshot.rewrite(query), ScoreMode.COMPLETE, 1);
        Map<Integer, Double> scores = new HashMap<>();
        for (LeafReaderContext leaf : snapshot.getIndexReader().leaves()) {
            SortedSet<Integer> here = IndexSnapshot.inLeaf(leaf, entries);
            Scorer scorer = here.isEmpty() ? null : weight.scorer(leaf);
            for (int entry : here) {
                scores.put(entry, scorer == null ? 0 : score(scorer, entry - leaf.docBase));
            }
        }
        return scores;
    }

    /// The iterator only goes forward, so this wants to be asked in the order of the entries.
    private static double score(Scorer scorer, int place) throws IOException {
        int at = scorer.docID();
        return (at < place ? scorer.iterator().advance(place) : at) == place ? scorer.score() : 0;
    }
}
