package dev.verbatim.answer;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Brings signals to mean 0 and deviation 1, and a model fitted to such back to signals as they
/// are.
record Standardization(Map<Signal, Double> means, Map<Signal, Double> deviations) {

    static Standardization of(List<Map<Signal, Double>> examples) {
        Map<Signal, Double> means = new EnumMap<>(Signal.class);
        Map<Signal, Double> deviations = new EnumMap<>(Signal.class);
        for (Signal signal : Signal.values()) {
            double mean = mean(examples, signal);
            means.put(signal, mean);
            deviations.put(signal, deviation(examples, signal, mean));
        }
        return new Standardization(means, deviations);
    }

    private static double mean(List<Map<Signal, Double>> examples, Signal signal) {
        return examples.stream()
                .mapToDouble(example -> example.getOrDefault(signal, 0.0))
                .average()
                .orElse(0);
    }

    /// 1 for a signal that never changes, so that nothing is divided by nothing.
    private static double deviation(
            List<Map<Signal, Double>> examples, Signal signal, double mean) {
        double variance =
                examples.stream()
                        .mapToDouble(example -> example.getOrDefault(signal, 0.0) - mean)
                        .map(difference -> difference * difference)
                        .average()
                        .orElse(0);
        return variance < 1e-12 ? 1 : Math.sqrt(variance);
    }

    Map<Signal, Double> apply(Map<Signal, Double> signals) {
        Map<Signal, Double> standardised = new EnumMap<>(Signal.class);
        signals.forEach(
                (signal, value) ->
                        standardised.put(
                                signal,
                                (value - means.getOrDefault(signal, 0.0))
                                        / deviations.getOrDefault(signal, 1.0)));
        return standardised;
    }

    LogisticModel undo(LogisticModel standardised) {
        Map<Signal, Double> weights = new EnumMap<>(Signal.class);
        standardised
                .weights()
                .forEach(
                        (signal, weight) ->
                                weights.put(signal, weight / deviations.getOrDefault(signal, 1.0)));
        double shift =
                weights.entrySet().stream()
                        .mapToDouble(
                                weight ->
                                        weight.getValue()
                                                * means.getOrDefault(weight.getKey(), 0.0))
                        .sum();
        return new LogisticModel(standardised.intercept() - shift, weights);
    }
}
