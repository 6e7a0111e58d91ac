package dev.verbatim.summary;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A relevance score of each sentence of an article: the sum of its lexical centrality, its
/// semantic centrality and a bonus for being early.
///
/// On the first 150 of 500 CNN articles this sum was better than either centrality (ROUGE-1 31.7
/// against 30.7 and 31.2) and than the first three sentences (30.2). Undirected centrality, as in
/// LexRank, is worse.
final class SentenceCentrality {

    // The parts of the cosines' range that count as no similarity, chosen as in PacSum.
    private static final double LEXICAL_FLOOR = 0.1;
    private static final double SEMANTIC_FLOOR = 0.3;

    /// The bonus of the first sentence; the second gets half of it, the third a third, and so on.
    private static final double LEAD_BONUS = 2;

    private SentenceCentrality() {}

    /// One score for each sentence, from 0 to 1.
    ///
    /// @param semantic missing without vectors
    static double[] of(SimilarityMatrix lexical, @Nullable SimilarityMatrix semantic) {
        double[] sum = zScores(lexical.centrality(LEXICAL_FLOOR));
        if (semantic != null) {
            addTo(sum, zScores(semantic.centrality(SEMANTIC_FLOOR)));
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] += LEAD_BONUS / (1 + i);
        }
        return minMaxScaled(sum);
    }

    private static void addTo(double[] sum, double[] values) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += values[i];
        }
    }

    private static double[] zScores(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double deviation =
                Math.sqrt(
                        Arrays.stream(values)
                                .map(value -> (value - mean) * (value - mean))
                                .average()
                                .orElse(0));
        return Arrays.stream(values)
                .map(value -> deviation == 0 ? 0 : (value - mean) / deviation)
                .toArray();
    }

    private static double[] minMaxScaled(double[] values) {
        double min = Arrays.stream(values).min().orElse(0);
        double range = Arrays.stream(values).max().orElse(0) - min;
        return Arrays.stream(values).map(value -> range == 0 ? 1 : (value - min) / range).toArray();
    }
}
