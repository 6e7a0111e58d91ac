package dev.verbatim.retrieval.lucene;

import dev.verbatim.retrieval.ranking.PassageQuery;
import dev.verbatim.retrieval.ranking.PassageQuery.Concept;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.Weight;

/// A BM25 search for one question in one snapshot of the index.
final class LexicalSearch {

    private final IndexSnapshot snapshot;
    private final Map<String, Map<String, Integer>> documentFrequencies = new HashMap<>();
    private final Query query;

    LexicalSearch(IndexSnapshot snapshot, PassageQuery question) throws IOException {
        this.snapshot = snapshot;
        BooleanQuery.Builder anyTerm = new BooleanQuery.Builder();
        for (Map.Entry<String, List<Concept>> concepts : question.concepts().entrySet()) {
            Map<String, Integer> frequencies = new HashMap<>();
            String field = IndexFields.TEXT_PREFIX + concepts.getKey();
            for (Concept concept : concepts.getValue()) {
                add(field, concept, frequencies, anyTerm);
            }
            documentFrequencies.put(concepts.getKey(), frequencies);
        }
        query = anyTerm.build();
    }

    private void add(
            String field,
            Concept concept,
            Map<String, Integer> frequencies,
            BooleanQuery.Builder anyTerm)
            throws IOException {
        SortedMap<String, TermStates> states = states(field, concept);
        for (Map.Entry<String, TermStates> state : states.entrySet()) {
            frequencies.put(state.getKey(), state.getValue().docFreq());
        }
        if (concept.documentFrequency(frequencies) > 0) {
            anyTerm.add(query(field, concept, states), Occur.SHOULD);
        }
    }

    private SortedMap<String, TermStates> states(String field, Concept concept) throws IOException {
        SortedMap<String, TermStates> states = new TreeMap<>();
        for (String term : concept.boosts().keySet()) {
            states.put(term, TermStates.build(snapshot, new Term(field, term), true));
        }
        return states;
    }

    private static Query query(
            String field, Concept concept, SortedMap<String, TermStates> states) {
        if (concept.spelled() == null) {
            return new BoostQuery(synonyms(field, concept), (float) concept.weight());
        }
        List<Query> any = new ArrayList<>();
        states.forEach(
                (term, state) ->
                        any.add(boosted(new TermQuery(new Term(field, term), state), concept)));
        return any.size() == 1
                ? any.getFirst()
                : new DisjunctionMaxQuery(any, PassageQuery.TIE_BREAKER);
    }

    private static Query boosted(TermQuery query, Concept concept) {
        double boost = concept.boosts().getOrDefault(query.getTerm().text(), 0.0);
        return boost == 1 ? query : new BoostQuery(query, (float) boost);
    }

    private static Query synonyms(String field, Concept concept) {
        SynonymQuery.Builder synonyms = new SynonymQuery.Builder(field);
        concept.boosts()
                .forEach(
                        (term, boost) ->
                                synonyms.addTerm(new Term(field, term), boost.floatValue()));
        return synonyms.build();
    }

    /// Of every term of the question.
    Map<String, Map<String, Integer>> documentFrequencies() {
        return documentFrequencies;
    }

    Query query() {
        return query;
    }

    /// The documents with the best BM25 scores, with their scores.
    ///
    /// @param scoped [#query], or a part of it
    Map<Integer, Double> best(Query scoped, int count) throws IOException {
        Map<Integer, Double> scores = new HashMap<>();
        // The number of hits isn't needed, so documents that can't be among the best are skipped.
        var best = new TopScoreDocCollectorManager(count, null, count);
        for (ScoreDoc hit : snapshot.search(scoped, best).scoreDocs) {
            scores.put(hit.doc, (double) hit.score);
        }
        return scores;
    }

    /// The BM25 scores of these documents, 0 where no term of the question occurs.
    Map<Integer, Double> scores(SortedSet<Integer> documents) throws IOException {
        Weight weight = snapshot.createWeight(snapshot.rewrite(query), ScoreMode.COMPLETE, 1);
        Map<Integer, Double> scores = new HashMap<>();
        for (LeafReaderContext leaf : snapshot.getIndexReader().leaves()) {
            SortedSet<Integer> inLeaf = IndexSnapshot.inLeaf(leaf, documents);
            Scorer scorer = inLeaf.isEmpty() ? null : weight.scorer(leaf);
            for (int document : inLeaf) {
                scores.put(document, scorer == null ? 0 : score(scorer, document - leaf.docBase));
            }
        }
        return scores;
    }

    /// The iterator only moves forward, so documents must be asked for in their order.
    private static double score(Scorer scorer, int document) throws IOException {
        int at = scorer.docID();
        int found = at < document ? scorer.iterator().advance(document) : at;
        return found == document ? scorer.score() : 0;
    }
}
