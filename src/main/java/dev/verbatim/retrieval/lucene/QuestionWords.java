package dev.verbatim.retrieval.lucene;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.util.BytesRef;

/// The words of a question in one language, and how rare each is among the passages.
record QuestionWords(Map<BytesRef, Double> rarities, double sum) {

    static QuestionWords of(LinkedHashMap<BytesRef, Double> rarities) {
        double sum = rarities.values().stream().mapToDouble(Double::doubleValue).sum();
        return new QuestionWords(rarities, sum);
    }

    Set<BytesRef> all() {
        return rarities.keySet();
    }

    /// The share of the words that occur in a text, weighted by their rarity: 1 when all do.
    ///
    /// @param text of the table, counted from 0
    double coverage(WordTable table, int text) {
        double covered =
                rarities.entrySet().stream()
                        .filter(word -> table.has(word.getKey(), text))
                        .mapToDouble(Map.Entry::getValue)
                        .sum();
        return sum == 0 ? 0 : covered / sum;
    }
}
