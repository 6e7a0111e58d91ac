package dev.verbatim.retrieval.lucene;

import dev.verbatim.language.AnalyzedTerms;
import dev.verbatim.language.DocumentFrequencies;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.lucene.IndexedPassage.SentenceTermTable;
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

/// A BM25 search for one question in one snapshot of the index.
///
/// The question is analysed once for each language that the articles have, and each passage is
/// searched in its own language only.
final class LexicalSearch {

    /// How many terms of a question count; a longer text is no question.
    private static final int MAX_TERMS = 64;

    private static final QueryTerms NONE = new QueryTerms(new TreeMap<>());

    private final IndexSnapshot snapshot;
    private final Map<String, QueryTerms> termsByField = new HashMap<>();
    private final Query query;

    LexicalSearch(IndexSnapshot snapshot, Analyzer analyzer, Question question) throws IOException {
        this.snapshot = snapshot;
        BooleanQuery.Builder anyTerm = new BooleanQuery.Builder();
        for (String field : snapshot.textFields()) {
            SortedMap<BytesRef, Double> idf = new TreeMap<>();
            for (String word : firstTerms(analyzer, field, question)) {
                Term term = new Term(field, word);
                TermStates states = TermStates.build(snapshot, term, true);
                idf.put(term.bytes(), idf(states.docFreq()));
                anyTerm.add(new TermQuery(term, states), Occur.SHOULD);
            }
            termsByField.put(field, new QueryTerms(idf));
        }
        query = anyTerm.build();
    }

    private static List<String> firstTerms(Analyzer analyzer, String field, Question question) {
        return AnalyzedTerms.of(analyzer, field, question.text()).stream()
                .distinct()
                .limit(MAX_TERMS)
                .toList();
    }

    private double idf(int documentFrequency) {
        return DocumentFrequencies.inverse(snapshot.passages(), documentFrequency);
    }

    /// The question's terms in the language of a field.
    QueryTerms terms(String field) {
        return termsByField.getOrDefault(field, NONE);
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

    /// The terms of a question in one language, with their inverse document frequencies.
    static final class QueryTerms {

        private final List<BytesRef> terms;
        private final double[] weights;
        private final double sum;

        private QueryTerms(SortedMap<BytesRef, Double> idf) {
            this.terms = List.copyOf(idf.keySet());
            this.weights = idf.values().stream().mapToDouble(Double::doubleValue).toArray();
            this.sum = idf.values().stream().mapToDouble(Double::doubleValue).sum();
        }

        /// The share of the terms that occur in each text of a table, weighted by their inverse
        /// document frequency: 1 where all do.
        double[] coverage(SentenceTermTable table) {
            double[] shares = table.sums(terms, weights);
            for (int text = 0; text < shares.length; text++) {
                shares[text] = sum == 0 ? 0 : shares[text] / sum;
            }
            return shares;
        }
    }
}
