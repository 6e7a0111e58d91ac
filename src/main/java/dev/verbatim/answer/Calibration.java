package dev.verbatim.answer;

import dev.verbatim.answer.ConfidenceModel.FeatureSet;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/// Fits the confidence to questions of which it's known whether the first passage answers.
public final class Calibration {

    private static final int STEPS = 4_000;
    private static final double STEP = 0.5;

    /// Keeps the weights of signals that say much the same from running apart.
    private static final double RIDGE = 0.0005;

    private Calibration() {}

    /// A question, what was found, and the truth.
    ///
    /// @param rerankedPassages not empty
    /// @param answered whether the first passage answers
    /// @param weight how much the example counts
    public record Example(RerankedPassages rerankedPassages, boolean answered, double weight) {

        public Example {
            if (rerankedPassages.isEmpty()) {
                throw new IllegalArgumentException(
                        "nothing was found for " + rerankedPassages.question());
            }
        }
    }

    /// The coefficients as `confidence.properties` has them.
    public static String fit(List<Example> examples) {
        return Arrays.stream(FeatureSet.values())
                .map(featureSet -> lines(featureSet, model(of(featureSet, examples))))
                .collect(Collectors.joining());
    }

    private static List<Example> of(FeatureSet featureSet, List<Example> examples) {
        return examples.stream()
                .filter(example -> FeatureSet.of(example.rerankedPassages()) == featureSet)
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

    /// Logistic regression by gradient descent. Signals are standardised meanwhile, so that one
    /// step suits them all.
    static LogisticRegression model(List<Example> examples) {
        List<Map<ConfidenceFeature, Double>> signals =
                examples.stream()
                        .map(example -> ConfidenceFeature.all(example.rerankedPassages()))
                        .toList();
        StandardScaler standardScaler = StandardScaler.of(signals);
        List<Map<ConfidenceFeature, Double>> standardised =
                signals.stream().map(standardScaler::apply).toList();
        LogisticRegression model =
                new LogisticRegression(0, new EnumMap<>(ConfidenceFeature.class));
        for (int step = 0; step < STEPS; step++) {
            model = descend(model, examples, standardised);
        }
        return standardScaler.undo(model);
    }

    private static LogisticRegression descend(
            LogisticRegression model,
            List<Example> examples,
            List<Map<ConfidenceFeature, Double>> signals) {
        double total = 0;
        double slope = 0;
        Map<ConfidenceFeature, Double> slopes = new EnumMap<>(ConfidenceFeature.class);
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.get(i);
            double truth = example.answered() ? 1 : 0;
            double error = example.weight() * (truth - model.probability(signals.get(i)));
            total += example.weight();
            slope += error;
            signals.get(i)
                    .forEach((feature, value) -> slopes.merge(feature, error * value, Double::sum));
        }
        return step(model, slope / total, slopes, total);
    }

    private static LogisticRegression step(
            LogisticRegression model,
            double slope,
            Map<ConfidenceFeature, Double> slopes,
            double total) {
        Map<ConfidenceFeature, Double> weights = new EnumMap<>(ConfidenceFeature.class);
        slopes.forEach(
                (feature, sum) -> {
                    double weight = model.weights().getOrDefault(feature, 0.0);
                    weights.put(feature, weight + STEP * (sum / total - RIDGE * weight));
                });
        return new LogisticRegression(model.intercept() + STEP * slope, weights);
    }
}
