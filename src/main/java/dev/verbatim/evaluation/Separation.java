package dev.verbatim.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/// How well the confidence tells questions that the articles answer from those they don't.
///
/// @param answerable confidences of the questions that have an answer
/// @param unanswerable confidences of those that have none
record Separation(double[] answerable, double[] unanswerable) {

    static Separation of(List<Trial> trials) {
        return new Separation(
                confidences(trials, Trial::answerable),
                confidences(trials, trial -> !trial.answerable()));
    }

    private static double[] confidences(List<Trial> trials, Predicate<Trial> which) {
        return trials.stream()
                .filter(which)
                .mapToDouble(trial -> trial.verdict().confidence())
                .toArray();
    }

    /// The area under the ROC curve: how often an answerable question has more confidence than one
    /// without an answer, a tie counting half. Empty when there is none of either.
    OptionalDouble auroc() {
        return Arrays.stream(answerable).map(this::shareBelow).average();
    }

    private double shareBelow(double confidence) {
        return Arrays.stream(unanswerable)
                .map(other -> (Math.signum(confidence - other) + 1) / 2)
                .average()
                .orElse(Double.NaN);
    }

    /// The share of unanswerable questions that would be answered if the threshold were set so that
    /// this share of the answerable ones still is. Empty when there is none of either.
    OptionalDouble falseAnswersAt(double kept) {
        if (answerable.length == 0) {
            return OptionalDouble.empty();
        }
        double threshold = thresholdKeeping(kept);
        return Arrays.stream(unanswerable).map(value -> value >= threshold ? 1 : 0).average();
    }

    private double thresholdKeeping(double kept) {
        double[] ascending = answerable.clone();
        Arrays.sort(ascending);
        int keeping = (int) Math.ceil(kept * ascending.length);
        return ascending[ascending.length - keeping];
    }
}
