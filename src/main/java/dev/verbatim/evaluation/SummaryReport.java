package dev.verbatim.evaluation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.verbatim.evaluation.EvaluationReport.Latency;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/// What an evaluation of summaries found. As JSON it is one object, in this order; a mean of
/// nothing is `null`.
///
/// @param articles how many were summed up
/// @param sentences in how many sentences at most
/// @param lead the same measures of each article's first sentences, as many
/// @param verbatimShare of the sentences shown, the part that is the source's, character for
///   character; anything but 1 is a fault
public record SummaryReport(
        int articles,
        int sentences,
        @JsonUnwrapped Scores scores,
        Scores lead,
        OptionalDouble verbatimShare,
        @JsonUnwrapped Latency latency) {

    /// How good summaries are, each measure a mean.
    ///
    /// @param danglingShare of the summaries, those with a sentence that opens as if something had
    ///   been said before, without what stands before it
    public record Scores(
            OptionalDouble rouge1,
            OptionalDouble rouge2,
            OptionalDouble rougeL,
            OptionalDouble danglingShare) {

        static Scores of(List<Judged> summaries) {
            return new Scores(
                    mean(summaries, one -> one.rouge().rouge1()),
                    mean(summaries, one -> one.rouge().rouge2()),
                    mean(summaries, one -> one.rouge().rougeL()),
                    mean(summaries, one -> one.dangles() ? 1 : 0));
        }

        private static OptionalDouble mean(List<Judged> all, ToDoubleFunction<Judged> value) {
            return all.stream().mapToDouble(value).average();
        }
    }

    /// One summary beside the person's.
    record Judged(Rouge rouge, boolean dangles) {}
}
