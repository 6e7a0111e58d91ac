package dev.verbatim.answer;

import dev.verbatim.answer.ConfidenceModel.LogisticRegression;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A standardization of features to mean 0 and standard deviation 1, which can also be undone in a
/// model that was fitted to standardized features.
record StandardScaler(
        Map<ConfidenceFeature, Double> means, Map<ConfidenceFeature, Double> deviations) {

    static StandardScaler fit(List<Map<ConfidenceFeature, Double>> examples) {
        Map<ConfidenceFeature, Double> means = new EnumMap<>(ConfidenceFeature.class);
        Map<ConfidenceFeature, Double> deviations = new EnumMap<>(ConfidenceFeature.class);
        for (ConfidenceFeature feature : ConfidenceFeature.values()) {
            double mean = mean(examples, feature);
            means.put(feature, mean);
            deviations.put(feature, deviation(examples, feature, mean));
        }
        return new StandardScaler(means, deviations);
    }

    private static double mean(
            List<Map<ConfidenceFeature, Double>> examples, ConfidenceFeature feature) {
        return examples.stream()
                .mapToDouble(example -> example.getOrDefault(feature, 0.0))
                .average()
                .orElse(0);
    }

    /// The standard deviation, or 1 for a feature that never changes: 0 can't be divided by.
    private static double deviation(
            List<Map<ConfidenceFeature, Double>> examples, ConfidenceFeature feature, double mean) {
        double variance =
                examples.stream()
                        .mapToDouble(example -> example.getOrDefault(feature, 0.0) - mean)
                        .map(difference -> difference * difference)
                        .average()
                        .orElse(0);
        return variance < 1e-12 ? 1 : Math.sqrt(variance);
    }

    Map<ConfidenceFeature, Double> apply(Map<ConfidenceFeature, Double> features) {
        Map<ConfidenceFeature, Double> standardized = new EnumMap<>(ConfidenceFeature.class);
        features.forEach(
                (feature, value) ->
                        standardized.put(
                                feature,
                                (value - means.getOrDefault(feature, 0.0))
                                        / deviations.getOrDefault(feature, 1.0)));
        return standardized;
    }

    /// Converts a model of standardized features to the same model of unscaled ones.
    LogisticRegression unscale(LogisticRegression standardized) {
        Map<ConfidenceFeature, Double> weights = new EnumMap<>(ConfidenceFeature.class);
        standardized
                .weights()
                .forEach(
                        (feature, weight) ->
                                weights.put(
                                        feature, weight / deviations.getOrDefault(feature, 1.0)));
        double shift =
                weights.entrySet().stream()
                        .mapToDouble(
                                weight ->
                                        weight.getValue()
                                                * means.getOrDefault(weight.getKey(), 0.0))
                        .sum();
        return new LogisticRegression(standardized.intercept() - shift, weights);
    }
}
