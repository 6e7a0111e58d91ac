package dev.verbatim.answer;

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
    /// @param findings not empty
    /// @param answered whether the first passage answers
    /// @param weight how much the example counts
    public record Example(Findings findings, boolean answered, double weight) {

        public Example {
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("nothing was found for " + findings.question());
            }
        }
    }

    /// The coefficients as `confidence.properties` has them.
    public static String fit(List<Example> examples) {
        return Arrays.stream(Basis.values())
                .map(basis -> lines(basis, model(of(basis, examples))))
                .collect(Collectors.joining());
    }

    private static List<Example> of(Basis basis, List<Example> examples) {
        return examples.stream().filter(example -> Basis.of(example.findings()) == basis).toList();
    }

    private static String lines(Basis basis, LogisticModel model) {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        lines.add(line(basis.code(), "INTERCEPT", model.intercept()));
        for (Signal signal : Signal.values()) {
            lines.add(line(basis.code(), signal.name(), model.weights().getOrDefault(signal, 0.0)));
        }
        return lines.toString();
    }

    private static String line(String name, String key, double value) {
        return String.format(Locale.ROOT, "%s.%s = %.4f", name, key, value);
    }

    /// Logistic regression by gradient descent. Signals are standardised meanwhile, so that one
    /// step suits them all.
    static LogisticModel model(List<Example> examples) {
        List<Map<Signal, Double>> signals =
                examples.stream().map(example -> Signal.all(example.findings())).toList();
        Standardization standardization = Standardization.of(signals);
        List<Map<Signal, Double>> standardised =
                signals.stream().map(standardization::apply).toList();
        LogisticModel model = new LogisticModel(0, new EnumMap<>(Signal.class));
        for (int step = 0; step < STEPS; step++) {
            model = descend(model, examples, standardised);
        }
        return standardization.undo(model);
    }

    private static LogisticModel descend(
            LogisticModel model, List<Example> examples, List<Map<Signal, Double>> signals) {
        double total = 0;
        double slope = 0;
        Map<Signal, Double> slopes = new EnumMap<>(Signal.class);
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.get(i);
            double truth = example.answered() ? 1 : 0;
            double error = example.weight() * (truth - model.probability(signals.get(i)));
            total += example.weight();
            slope += error;
            signals.get(i)
                    .forEach((signal, value) -> slopes.merge(signal, error * value, Double::sum));
        }
        return step(model, slope / total, slopes, total);
    }

    private static LogisticModel step(
            LogisticModel model, double slope, Map<Signal, Double> slopes, double total) {
        Map<Signal, Double> weights = new EnumMap<>(Signal.class);
        slopes.forEach(
                (signal, sum) -> {
                    double weight = model.weights().getOrDefault(signal, 0.0);
                    weights.put(signal, weight + STEP * (sum / total - RIDGE * weight));
                });
        return new LogisticModel(model.intercept() + STEP * slope, weights);
    }
}
