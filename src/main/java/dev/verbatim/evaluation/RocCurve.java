package dev.verbatim.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/// A receiver operating characteristic: how well the confidence separates questions that the
/// articles answer from others.
final class RocCurve {

    private final double[] answerable;
    private final double[] unanswerable;

    /// @param answerable confidences of the questions that the articles answer
    /// @param unanswerable confidences of the others
    RocCurve(double[] answerable, double[] unanswerable) {
        this.answerable = answerable.clone();
        this.unanswerable = unanswerable.clone();
        Arrays.sort(this.answerable);
    }

    static RocCurve of(List<EvaluatedQuestion> questions) {
        return new RocCurve(
                confidences(questions, EvaluatedQuestion::answerable),
                confidences(questions, question -> !question.answerable()));
    }

    private static double[] confidences(
            List<EvaluatedQuestion> questions, Predicate<EvaluatedQuestion> which) {
        return questions.stream()
                .filter(which)
                .mapToDouble(question -> question.decision().confidence())
                .toArray();
    }

    /// The area under the curve: the share of pairs of an answerable and an unanswerable question
    /// in which the first has more confidence, a tie counting half. Empty without questions of both
    /// kinds.
    OptionalDouble auroc() {
        return Arrays.stream(answerable)
                .flatMap(
                        confidence ->
                                Arrays.stream(unanswerable)
                                        .map(other -> pairScore(confidence, other)))
                .average();
    }

    private static double pairScore(double confidence, double other) {
        return (Math.signum(confidence - other) + 1) / 2;
    }

    /// The share of unanswerable questions that would be answered if the threshold were set so that
    /// this percentage of the answerable ones is. Empty without questions of both kinds.
    OptionalDouble falseAnswersAt(int percentKept) {
        if (answerable.length == 0) {
            return OptionalDouble.empty();
        }
        double threshold = thresholdThatKeeps(percentKept);
        return Arrays.stream(unanswerable).map(value -> value >= threshold ? 1 : 0).average();
    }

    private double thresholdThatKeeps(int percent) {
        int kept = Math.ceilDiv(percent * answerable.length, 100);
        return answerable[answerable.length - kept];
    }
}
