package dev.verbatim.summary;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How much each sentence of an article says of the whole: central by its words, central by its
/// meaning, and early.
///
/// On the first 150 of 500 CNN articles this sum was better than either part (ROUGE-1 31.7 against
/// 30.7 and 31.2) and than the first three sentences (30.2). Centrality without a direction, as of
/// LexRank, is worse than those.
final class SentenceCentrality {

    // The parts of the cosines' range that count as nothing, chosen like PacSum's own.
    private static final double WORDS_FLOOR = 0.1;
    private static final double MEANING_FLOOR = 0.3;

    /// What the first sentence gains; the second half of it, and so on.
    private static final double LEAD = 2;

    private SentenceCentrality() {}

    /// One value a sentence, from 0 to 1.
    ///
    /// @param meaning where the sentences have vectors
    static double[] of(SimilarityMatrix words, @Nullable SimilarityMatrix meaning) {
        double[] sum = standardized(words.centrality(WORDS_FLOOR));
        if (meaning != null) {
            add(standardized(meaning.centrality(MEANING_FLOOR)), sum);
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] += LEAD / (1 + i);
        }
        return scaled(sum);
    }

    private static void add(double[] values, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += values[i];
        }
    }

    /// As z-scores.
    private static double[] standardized(double[] values) {
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

    private static double[] scaled(double[] values) {
        double least = Arrays.stream(values).min().orElse(0);
        double range = Arrays.stream(values).max().orElse(0) - least;
        return Arrays.stream(values)
                .map(value -> range == 0 ? 1 : (value - least) / range)
                .toArray();
    }
}
