package dev.verbatim.retrieval.lucene;

import java.util.List;
import java.util.SortedMap;
import org.apache.lucene.util.BytesRef;

/// The words of a question in one language, and how rare each is among the passages.
final class QueryTerms {

    private final List<BytesRef> words;
    private final double[] rarities;
    private final double sum;

    /// @param rarities of each word
    QueryTerms(SortedMap<BytesRef, Double> rarities) {
        this.words = List.copyOf(rarities.keySet());
        this.rarities = rarities.values().stream().mapToDouble(Double::doubleValue).toArray();
        this.sum = rarities.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /// The share of the words that occur in each text of a table, weighted by their rarity: 1 where
    /// all do.
    double[] coverage(SentenceTermTable table) {
        double[] shares = table.sums(words, rarities);
        for (int text = 0; text < shares.length; text++) {
            shares[text] = sum == 0 ? 0 : shares[text] / sum;
        }
        return shares;
    }
}
