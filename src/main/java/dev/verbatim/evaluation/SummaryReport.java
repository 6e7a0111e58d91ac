package dev.verbatim.evaluation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.verbatim.evaluation.Evaluation.Report;
import dev.verbatim.evaluation.EvaluationReport.Latency;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/// The measures of an evaluation of summaries. As JSON it is one object with the fields in this
/// order; a mean of nothing is `null`.
///
/// @param articles how many were summed up
/// @param sentences how many sentences a summary has at most
/// @param lead the same scores for as many first sentences of each article
/// @param verbatimShare of the sentences shown, the share that is in the source character for
///   character; anything but 1 is a bug
record SummaryReport(
        int articles,
        int sentences,
        @JsonUnwrapped Scores scores,
        Scores lead,
        OptionalDouble verbatimShare,
        @JsonUnwrapped Latency latency)
        implements Report {

    /// How good summaries are, each measure a mean.
    ///
    /// @param danglingShare of the summaries, the share with a sentence that refers back to one
    ///   that isn't shown
    record Scores(
            OptionalDouble rouge1,
            OptionalDouble rouge2,
            OptionalDouble rougeL,
            OptionalDouble danglingShare) {

        static Scores of(List<Scored> summaries) {
            return new Scores(
                    mean(summaries, one -> one.rouge().rouge1()),
                    mean(summaries, one -> one.rouge().rouge2()),
                    mean(summaries, one -> one.rouge().rougeL()),
                    mean(summaries, one -> one.dangles() ? 1 : 0));
        }

        private static OptionalDouble mean(List<Scored> all, ToDoubleFunction<Scored> value) {
            return all.stream().mapToDouble(value).average();
        }
    }

    /// A summary's similarity to the reference, and whether it dangles.
    record Scored(Rouge rouge, boolean dangles) {}
}
