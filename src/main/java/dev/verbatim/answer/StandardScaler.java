package dev.verbatim.answer;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Brings signals to mean 0 and deviation 1, and a model fitted to such back to signals as they
/// are.
record StandardScaler(
        Map<ConfidenceFeature, Double> means, Map<ConfidenceFeature, Double> deviations) {

    static StandardScaler of(List<Map<ConfidenceFeature, Double>> examples) {
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

    /// 1 for a signal that never changes, so that nothing is divided by nothing.
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

    Map<ConfidenceFeature, Double> apply(Map<ConfidenceFeature, Double> signals) {
        Map<ConfidenceFeature, Double> standardised = new EnumMap<>(ConfidenceFeature.class);
        signals.forEach(
                (feature, value) ->
                        standardised.put(
                                feature,
                                (value - means.getOrDefault(feature, 0.0))
                                        / deviations.getOrDefault(feature, 1.0)));
        return standardised;
    }

    LogisticRegression undo(LogisticRegression standardised) {
        Map<ConfidenceFeature, Double> weights = new EnumMap<>(ConfidenceFeature.class);
        standardised
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
        return new LogisticRegression(standardised.intercept() - shift, weights);
    }
}
