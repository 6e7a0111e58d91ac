package dev.verbatim.answer;

import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/// Logistic regression: a weighted sum of signals, squeezed into a probability.
record LogisticModel(double intercept, Map<Signal, Double> weights) {

    LogisticModel {
        weights = Map.copyOf(weights);
    }

    static LogisticModel read(String name, Properties coefficients) {
        Map<Signal, Double> weights = new EnumMap<>(Signal.class);
        for (Signal signal : Signal.values()) {
            weights.put(signal, number(coefficients, name + "." + signal));
        }
        return new LogisticModel(number(coefficients, name + ".INTERCEPT"), weights);
    }

    private static double number(Properties coefficients, String key) {
        return Double.parseDouble(coefficients.getProperty(key, "0"));
    }

    double probability(Map<Signal, Double> signals) {
        double sum = intercept;
        for (Map.Entry<Signal, Double> weight : weights.entrySet()) {
            sum += weight.getValue() * signals.getOrDefault(weight.getKey(), 0.0);
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
