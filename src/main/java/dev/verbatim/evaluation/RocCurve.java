package dev.verbatim.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/// How well the confidence tells questions that the articles answer from those they don't.
final class RocCurve {

    private final double[] answerable;
    private final double[] unanswerable;

    /// @param answerable confidences of the questions that have an answer
    /// @param unanswerable confidences of those that have none
    RocCurve(double[] answerable, double[] unanswerable) {
        this.answerable = answerable.clone();
        this.unanswerable = unanswerable.clone();
        Arrays.sort(this.answerable);
    }

    static RocCurve of(List<EvaluatedQuestion> trials) {
        return new RocCurve(
                confidences(trials, EvaluatedQuestion::answerable),
                confidences(trials, evaluatedQuestion -> !evaluatedQuestion.answerable()));
    }

    private static double[] confidences(
            List<EvaluatedQuestion> trials, Predicate<EvaluatedQuestion> which) {
        return trials.stream()
                .filter(which)
                .mapToDouble(evaluatedQuestion -> evaluatedQuestion.decision().confidence())
                .toArray();
    }

    /// The area under the ROC curve: how often an answerable question has more confidence than one
    /// without an answer, a tie counting half. Empty when there is none of either.
    OptionalDouble auroc() {
        return Arrays.stream(answerable)
                .flatMap(
                        confidence ->
                                Arrays.stream(unanswerable).map(other -> win(confidence, other)))
                .average();
    }

    private static double win(double confidence, double other) {
        return (Math.signum(confidence - other) + 1) / 2;
    }

    /// The share of unanswerable questions that would be answered if the threshold were set so that
    /// this much of the answerable ones still is. Empty when there is none of either.
    OptionalDouble falseAnswersAt(int percentKept) {
        if (answerable.length == 0) {
            return OptionalDouble.empty();
        }
        double threshold = thresholdKeeping(percentKept);
        return Arrays.stream(unanswerable).map(value -> value >= threshold ? 1 : 0).average();
    }

    private double thresholdKeeping(int percent) {
        int keeping = Math.ceilDiv(percent * answerable.length, 100);
        return answerable[answerable.length - keeping];
    }
}
