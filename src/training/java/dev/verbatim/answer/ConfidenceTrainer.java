package dev.verbatim.answer;

import dev.verbatim.answer.ConfidenceModel.FeatureSet;
import dev.verbatim.answer.ConfidenceModel.LogisticRegression;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/// A trainer of the answer confidence: logistic regression on questions of which it is known
/// whether the first passage answers. Deterministic: the same examples give the same coefficients.
public final class ConfidenceTrainer {

    private static final int STEPS = 4_000;
    private static final double LEARNING_RATE = 0.5;

    /// L2 regularization: keeps the weights of correlated features from growing in opposite
    /// directions.
    private static final double RIDGE = 0.0005;

    private ConfidenceTrainer() {}

    /// A training example: what was found for a question, and whether the first passage answers it.
    ///
    /// @param passages not empty
    /// @param weight how much the example counts
    public record Example(RerankedPassages passages, boolean answered, double weight) {

        public Example {
            if (passages.isEmpty()) {
                throw new IllegalArgumentException("nothing was found for " + passages.question());
            }
        }
    }

    /// Fits one model for each feature set that has examples and returns the lines of
    /// `confidence.properties`.
    public static String train(List<Example> examples) {
        return Arrays.stream(FeatureSet.values())
                .filter(featureSet -> !of(featureSet, examples).isEmpty())
                .map(featureSet -> lines(featureSet, fit(of(featureSet, examples))))
                .collect(Collectors.joining());
    }

    private static List<Example> of(FeatureSet featureSet, List<Example> examples) {
        return examples.stream()
                .filter(example -> FeatureSet.of(example.passages()) == featureSet)
                .toList();
    }

    private static String lines(FeatureSet featureSet, LogisticRegression model) {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        lines.add(line(featureSet.code(), "INTERCEPT", model.intercept()));
        for (ConfidenceFeature feature : ConfidenceFeature.values()) {
            lines.add(
                    line(
                            featureSet.code(),
                            feature.name(),
                            model.weights().getOrDefault(feature, 0.0)));
        }
        return lines.toString();
    }

    private static String line(String name, String key, double value) {
        return String.format(Locale.ROOT, "%s.%s = %.4f", name, key, value);
    }

    /// Fits one model by gradient descent. Features are standardized while it runs, so that one
    /// learning rate suits them all.
    static LogisticRegression fit(List<Example> examples) {
        List<Map<ConfidenceFeature, Double>> features =
                examples.stream()
                        .map(example -> ConfidenceFeature.all(example.passages()))
                        .toList();
        StandardScaler scaler = StandardScaler.fit(features);
        List<Map<ConfidenceFeature, Double>> standardized =
                features.stream().map(scaler::apply).toList();
        LogisticRegression model =
                new LogisticRegression(0, new EnumMap<>(ConfidenceFeature.class));
        for (int step = 0; step < STEPS; step++) {
            model = step(model, examples, standardized);
        }
        return scaler.unscale(model);
    }

    private static LogisticRegression step(
            LogisticRegression model,
            List<Example> examples,
            List<Map<ConfidenceFeature, Double>> features) {
        double total = 0;
        double interceptGradient = 0;
        Map<ConfidenceFeature, Double> gradients = new EnumMap<>(ConfidenceFeature.class);
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.get(i);
            double target = example.answered() ? 1 : 0;
            double error = example.weight() * (target - model.probability(features.get(i)));
            total += example.weight();
            interceptGradient += error;
            features.get(i)
                    .forEach(
                            (feature, value) ->
                                    gradients.merge(feature, error * value, Double::sum));
        }
        return moved(model, interceptGradient / total, gradients, total);
    }

    private static LogisticRegression moved(
            LogisticRegression model,
            double interceptGradient,
            Map<ConfidenceFeature, Double> gradients,
            double total) {
        Map<ConfidenceFeature, Double> weights = new EnumMap<>(ConfidenceFeature.class);
        gradients.forEach(
                (feature, sum) -> {
                    double weight = model.weights().getOrDefault(feature, 0.0);
                    weights.put(feature, weight + LEARNING_RATE * (sum / total - RIDGE * weight));
                });
        return new LogisticRegression(
                model.intercept() + LEARNING_RATE * interceptGradient, weights);
    }
}
