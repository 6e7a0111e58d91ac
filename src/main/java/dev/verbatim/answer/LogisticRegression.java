package dev.verbatim.answer;

import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/// Logistic regression: a weighted sum of signals, squeezed into a probability.
record LogisticRegression(double intercept, Map<ConfidenceFeature, Double> weights) {

    LogisticRegression {
        weights = Map.copyOf(weights);
    }

    static LogisticRegression read(String name, Properties coefficients) {
        Map<ConfidenceFeature, Double> weights = new EnumMap<>(ConfidenceFeature.class);
        for (ConfidenceFeature feature : ConfidenceFeature.values()) {
            weights.put(feature, number(coefficients, name + "." + feature));
        }
        return new LogisticRegression(number(coefficients, name + ".INTERCEPT"), weights);
    }

    private static double number(Properties coefficients, String key) {
        return Double.parseDouble(coefficients.getProperty(key, "0"));
    }

    double probability(Map<ConfidenceFeature, Double> signals) {
        double sum = intercept;
        for (Map.Entry<ConfidenceFeature, Double> weight : weights.entrySet()) {
            sum += weight.getValue() * signals.getOrDefault(weight.getKey(), 0.0);
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
