package dev.verbatim.retrieval.lucene;

import dev.verbatim.language.AnalyzedTerms;
import dev.verbatim.language.DocumentFrequencies;
import dev.verbatim.language.TranslatedQuestion;
import dev.verbatim.language.TranslatedQuestion.Translation;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.lucene.IndexedPassage.SentenceTermTable;
import dev.verbatim.retrieval.lucene.IndexedPassage.SentenceTermTable.ConceptTerm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// A BM25 search for one question in one snapshot of the index.
///
/// The question is analysed once for each language that the articles have, and each passage is
/// searched in its own language only.
final class LexicalSearch {

    /// How many terms of a question count; a longer text is no question.
    private static final int MAX_TERMS = 64;

    /// What the other terms of a concept add to the best one: little, they say the same.
    private static final float TIE_BREAKER = 0.1f;

    private static final QueryTerms NONE = new QueryTerms(List.of(), new double[0]);

    private final IndexSnapshot snapshot;
    private final Map<String, QueryTerms> termsByField = new HashMap<>();
    private final Query query;

    /// @param translations of the question, by field; none for a field in its own language
    LexicalSearch(
            IndexSnapshot snapshot,
            Analyzer analyzer,
            Question question,
            Map<String, TranslatedQuestion> translations)
            throws IOException {
        this.snapshot = snapshot;
        BooleanQuery.Builder anyTerm = new BooleanQuery.Builder();
        for (String field : snapshot.textFields()) {
            TranslatedQuestion translated = translations.get(field);
            List<Concept> concepts =
                    translated == null
                            ? concepts(field, AnalyzedTerms.of(analyzer, field, question.text()))
                            : concepts(analyzer, field, translated);
            termsByField.put(field, add(field, concepts, anyTerm));
        }
        query = anyTerm.build();
    }

    private QueryTerms add(String field, List<Concept> concepts, BooleanQuery.Builder query)
            throws IOException {
        List<ConceptTerm> terms = new ArrayList<>();
        double[] weights = new double[concepts.size()];
        for (int i = 0; i < weights.length; i++) {
            Concept concept = concepts.get(i);
            Map<BytesRef, TermStates> states = states(field, concept);
            int frequency = concept.documentFrequency(states);
            weights[i] = concept.weight() * idf(frequency);
            for (BytesRef term : states.keySet()) {
                terms.add(new ConceptTerm(term, i, weights[i] * concept.boost(term)));
            }
            if (frequency > 0) {
                query.add(concept.query(field, states), Occur.SHOULD);
            }
        }
        return new QueryTerms(terms, weights);
    }

    private Map<BytesRef, TermStates> states(String field, Concept concept) throws IOException {
        Map<BytesRef, TermStates> states = new TreeMap<>();
        for (BytesRef term : concept.boosts().keySet()) {
            states.put(term, TermStates.build(snapshot, new Term(field, term), true));
        }
        return states;
    }

    /// Each term is its own concept, in the order of the terms. Where vectors know what is related,
    /// terms aren't expanded.
    private List<Concept> concepts(String field, List<String> terms) throws IOException {
        List<Concept> concepts = new ArrayList<>();
        QueryExpander expander = QueryExpander.of(snapshot, field);
        for (String term : terms.stream().distinct().limit(MAX_TERMS).sorted().toList()) {
            concepts.add(Concept.of(term, expander.related(term)));
        }
        return concepts;
    }

    private static List<Concept> concepts(
            Analyzer analyzer, String field, TranslatedQuestion translated) {
        return translated.words().stream()
                .filter(word -> !word.isFunctionWord())
                .limit(MAX_TERMS)
                .map(word -> Concept.of(analyzer, field, word))
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

    /// A concept of a question: the terms that may express it.
    ///
    /// @param spelled the question's own term, which the others are related to; null for a
    ///   translation, all of whose terms are guesses
    /// @param boosts of its terms, at most 1
    /// @param weight how sure it is that one of the terms expresses it, 0 to 1
    private record Concept(
            @Nullable BytesRef spelled, SortedMap<BytesRef, Double> boosts, double weight) {

        static Concept of(String term, Map<BytesRef, Double> related) {
            SortedMap<BytesRef, Double> boosts = new TreeMap<>(related);
            BytesRef spelled = new BytesRef(term);
            boosts.put(spelled, 1.0);
            return new Concept(spelled, boosts, 1);
        }

        /// Of a translated word: probabilistic structured queries (Darwish and Oard, SIGIR 2003).
        static Concept of(Analyzer analyzer, String field, TranslatedQuestion.Word word) {
            SortedMap<BytesRef, Double> sums = new TreeMap<>();
            for (Translation translation : word.translations()) {
                for (String term : AnalyzedTerms.of(analyzer, field, translation.word())) {
                    sums.merge(new BytesRef(term), translation.probability(), Double::sum);
                }
            }
            double best = sums.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
            double sum = sums.values().stream().mapToDouble(Double::doubleValue).sum();
            sums.replaceAll((_, probability) -> probability / best);
            return new Concept(null, sums, sums.isEmpty() ? 1 : Math.min(1, sum));
        }

        double boost(BytesRef term) {
            return boosts.getOrDefault(term, 0.0);
        }

        /// That of the question's own term, if it occurs; otherwise that of the most frequent one.
        int documentFrequency(Map<BytesRef, TermStates> states) throws IOException {
            int highest = 0;
            for (TermStates one : states.values()) {
                highest = Math.max(highest, one.docFreq());
            }
            TermStates own = spelled == null ? null : states.get(spelled);
            return own == null || own.docFreq() == 0 ? highest : own.docFreq();
        }

        Query query(String field, Map<BytesRef, TermStates> states) {
            if (spelled == null) {
                return new BoostQuery(synonyms(field), (float) weight);
            }
            List<Query> any = new ArrayList<>();
            states.forEach(
                    (term, state) ->
                            any.add(boosted(new TermQuery(new Term(field, term), state), term)));
            return any.size() == 1 ? any.getFirst() : new DisjunctionMaxQuery(any, TIE_BREAKER);
        }

        private Query boosted(TermQuery query, BytesRef term) {
            double boost = boost(term);
            return boost == 1 ? query : new BoostQuery(query, (float) boost);
        }

        private Query synonyms(String field) {
            SynonymQuery.Builder synonyms = new SynonymQuery.Builder(field);
            boosts.forEach(
                    (term, boost) -> synonyms.addTerm(new Term(field, term), boost.floatValue()));
            return synonyms.build();
        }
    }

    /// The terms of a question in one language, with the inverse document frequencies of the
    /// concepts that they express.
    static final class QueryTerms {

        private final List<ConceptTerm> terms;
        private final int concepts;
        private final double sum;

        /// @param weights of the concepts
        private QueryTerms(List<ConceptTerm> terms, double[] weights) {
            this.terms = terms.stream().sorted(Comparator.comparing(ConceptTerm::term)).toList();
            this.concepts = weights.length;
            this.sum = Arrays.stream(weights).sum();
        }

        /// The share of the concepts that occur in each text of a table, weighted by their inverse
        /// document frequency: 1 where all do.
        double[] coverage(SentenceTermTable table) {
            double[] shares = table.sums(terms, concepts);
            for (int text = 0; text < shares.length; text++) {
                shares[text] = sum == 0 ? 0 : shares[text] / sum;
            }
            return shares;
        }
    }
}
