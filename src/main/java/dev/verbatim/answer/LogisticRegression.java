package dev.verbatim.answer;

import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/// A logistic regression model: the sigmoid of a weighted sum of features.
record LogisticRegression(double intercept, Map<ConfidenceFeature, Double> weights) {

    LogisticRegression {
        weights = Map.copyOf(weights);
    }

    /// Reads the model whose keys start with a prefix. A missing coefficient is 0.
    static LogisticRegression read(String prefix, Properties coefficients) {
        Map<ConfidenceFeature, Double> weights = new EnumMap<>(ConfidenceFeature.class);
        for (ConfidenceFeature feature : ConfidenceFeature.values()) {
            weights.put(feature, number(coefficients, prefix + "." + feature));
        }
        return new LogisticRegression(number(coefficients, prefix + ".INTERCEPT"), weights);
    }

    private static double number(Properties coefficients, String key) {
        return Double.parseDouble(coefficients.getProperty(key, "0"));
    }

    double probability(Map<ConfidenceFeature, Double> features) {
        double sum = intercept;
        for (Map.Entry<ConfidenceFeature, Double> weight : weights.entrySet()) {
            sum += weight.getValue() * features.getOrDefault(weight.getKey(), 0.0);
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
