package dev.verbatim.retrieval.ranking;

import dev.verbatim.language.DocumentFrequencies;
import dev.verbatim.retrieval.ranking.PassageQuery.Concept;
import dev.verbatim.retrieval.ranking.SentenceTermTable.ConceptTerm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The terms of a question in one language, with the inverse document frequencies of the concepts
/// that they express.
final class QueryTerms {

    static final QueryTerms NONE = new QueryTerms(List.of(), new double[0]);

    private final List<ConceptTerm> terms;
    private final int concepts;
    private final double sum;

    /// @param weights of the concepts
    private QueryTerms(List<ConceptTerm> terms, double[] weights) {
        this.terms = terms.stream().sorted().toList();
        this.concepts = weights.length;
        this.sum = Arrays.stream(weights).sum();
    }

    /// @param passages how many there are
    /// @param frequencies of the terms that occur
    static QueryTerms of(List<Concept> concepts, int passages, Map<String, Integer> frequencies) {
        List<ConceptTerm> terms = new ArrayList<>();
        double[] weights = new double[concepts.size()];
        for (int i = 0; i < weights.length; i++) {
            Concept concept = concepts.get(i);
            int frequency = concept.documentFrequency(frequencies);
            weights[i] = concept.weight() * DocumentFrequencies.inverse(passages, frequency);
            for (Map.Entry<String, Double> boost : concept.boosts().entrySet()) {
                terms.add(ConceptTerm.of(boost.getKey(), i, weights[i] * boost.getValue()));
            }
        }
        return new QueryTerms(terms, weights);
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
