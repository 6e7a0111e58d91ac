package dev.verbatim.summary;

import dev.verbatim.language.AnalyzedTerms;
import dev.verbatim.language.DocumentFrequencies;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A matrix of the cosines of each pair of texts. Immutable.
final class SimilarityMatrix {

    /// PacSum's weight of earlier texts, chosen on 200 articles of the CNN validation set.
    private static final double BACKWARD_WEIGHT = 0.6;

    private final float[][] cosines;

    private SimilarityMatrix(float[][] cosines) {
        this.cosines = cosines;
    }

    /// By tf-idf vectors, with the idf of these texts.
    static SimilarityMatrix lexical(List<String> texts, Locale language) {
        List<List<String>> stems =
                texts.stream().map(text -> AnalyzedTerms.stems(text, language)).toList();
        DocumentFrequencies frequencies = new DocumentFrequencies();
        stems.forEach(frequencies::add);
        List<Map<String, Double>> vectors =
                stems.stream().map(text -> unit(weights(text, frequencies))).toList();
        return pairs(texts.size(), (i, j) -> dotProduct(vectors.get(i), vectors.get(j)));
    }

    /// By dense vectors.
    ///
    /// @param vectors one for each text, of length 1
    static SimilarityMatrix semantic(List<float[]> vectors) {
        return pairs(vectors.size(), (i, j) -> dotProduct(vectors.get(i), vectors.get(j)));
    }

    private interface PairFunction {
        double apply(int one, int other);
    }

    private static SimilarityMatrix pairs(int size, PairFunction cosine) {
        float[][] cosines = new float[size][size];
        for (int i = 0; i < size; i++) {
            cosines[i][i] = 1;
            for (int j = 0; j < i; j++) {
                cosines[i][j] = (float) cosine.apply(i, j);
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

    private static double dotProduct(Map<String, Double> one, Map<String, Double> other) {
        Map<String, Double> shorter = one.size() < other.size() ? one : other;
        Map<String, Double> longer = one.size() < other.size() ? other : one;
        double sum = 0;
        for (Map.Entry<String, Double> weight : shorter.entrySet()) {
            sum += weight.getValue() * longer.getOrDefault(weight.getKey(), 0.0);
        }
        return sum;
    }

    private static double dotProduct(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    int size() {
        return cosines.length;
    }

    double cosine(int one, int other) {
        return cosines[one][other];
    }

    /// The directed centrality of each text (PacSum: Zheng and Lapata, ACL 2019): similarity to
    /// later texts adds to it, similarity to earlier ones is subtracted.
    ///
    /// @param floor the part of the range of cosines that counts as no similarity
    double[] centrality(double floor) {
        double threshold = threshold(floor);
        double[] centrality = new double[size()];
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < i; j++) {
                double edge = Math.max(0, cosine(i, j) - threshold);
                centrality[j] += edge;
                centrality[i] -= BACKWARD_WEIGHT * edge;
            }
        }
        return centrality;
    }

    private double threshold(double floor) {
        double min = 1;
        double max = 0;
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < i; j++) {
                min = Math.min(min, cosine(i, j));
                max = Math.max(max, cosine(i, j));
            }
        }
        return min + floor * (max - min);
    }
}
