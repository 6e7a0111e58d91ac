package dev.verbatim.summary;

import dev.verbatim.language.AnalyzedTerms;
import dev.verbatim.language.DocumentFrequencies;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How alike the texts of a list are, each pair as a cosine. Immutable.
final class SimilarityMatrix {

    /// PacSum's weight of what stands before, as chosen on 200 articles of the CNN validation set.
    private static final double TAKEN_UP = 0.6;

    private final float[][] cosines;

    private SimilarityMatrix(float[][] cosines) {
        this.cosines = cosines;
    }

    /// By their words: tf-idf, with the idf of these texts.
    static SimilarityMatrix byWords(List<String> texts, Locale language) {
        List<List<String>> stems =
                texts.stream().map(text -> AnalyzedTerms.stems(text, language)).toList();
        DocumentFrequencies frequencies = new DocumentFrequencies();
        stems.forEach(frequencies::add);
        List<Map<String, Double>> vectors =
                stems.stream().map(text -> unit(weights(text, frequencies))).toList();
        return pairs(texts.size(), (i, j) -> product(vectors.get(i), vectors.get(j)));
    }

    /// By their meaning.
    ///
    /// @param vectors one a text, of length 1
    static SimilarityMatrix byMeaning(List<float[]> vectors) {
        return pairs(vectors.size(), (i, j) -> product(vectors.get(i), vectors.get(j)));
    }

    private interface Measure {
        double of(int one, int other);
    }

    private static SimilarityMatrix pairs(int size, Measure measure) {
        float[][] cosines = new float[size][size];
        for (int i = 0; i < size; i++) {
            cosines[i][i] = 1;
            for (int j = 0; j < i; j++) {
                cosines[i][j] = (float) measure.of(i, j);
                cosines[j][i] = cosines[i][j];
            }
        }
        return new SimilarityMatrix(cosines);
    }

    private static Map<String, Double> weights(
            List<String> stems, DocumentFrequencies frequencies) {
        Map<String, Double> weights = new HashMap<>();
        stems.forEach(stem -> weights.merge(stem, 1.0, Double::sum));
        weights.replaceAll((stem, count) -> count * frequencies.inverse(stem));
        return weights;
    }

    private static Map<String, Double> unit(Map<String, Double> vector) {
        double length = Math.sqrt(vector.values().stream().mapToDouble(x -> x * x).sum());
        vector.replaceAll((_, weight) -> length == 0 ? 0 : weight / length);
        return vector;
    }

    private static double product(Map<String, Double> one, Map<String, Double> other) {
        Map<String, Double> shorter = one.size() < other.size() ? one : other;
        Map<String, Double> longer = one.size() < other.size() ? other : one;
        double sum = 0;
        for (Map.Entry<String, Double> weight : shorter.entrySet()) {
            sum += weight.getValue() * longer.getOrDefault(weight.getKey(), 0.0);
        }
        return sum;
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    int size() {
        return cosines.length;
    }

    double between(int one, int other) {
        return cosines[one][other];
    }

    /// How central each text is in the order they stand in: who says what later texts take up is
    /// central, who takes up what was said before isn't (PacSum: Zheng and Lapata, ACL 2019).
    ///
    /// @param floor the part of the range of cosines that counts as nothing
    double[] centrality(double floor) {
        double nothing = nothing(floor);
        double[] centrality = new double[size()];
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < i; j++) {
                double tie = Math.max(0, between(i, j) - nothing);
                centrality[j] += tie;
                centrality[i] -= TAKEN_UP * tie;
            }
        }
        return centrality;
    }

    private double nothing(double floor) {
        double least = 1;
        double most = 0;
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < i; j++) {
                least = Math.min(least, between(i, j));
                most = Math.max(most, between(i, j));
            }
        }
        return least + floor * (most - least);
    }
}
