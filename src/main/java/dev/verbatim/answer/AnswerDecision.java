package dev.verbatim.answer;

import dev.verbatim.article.TextSpan;
import dev.verbatim.retrieval.Candidate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A decision on a question, with what it was decided from.
///
/// @param rerankedPassages best first
/// @param emphasis in the first candidate's passage; missing when there is no candidate
/// @param confidence calibrated probability that the first candidate answers, 0 to 1
public record AnswerDecision(
        RerankedPassages rerankedPassages,
        @Nullable TextSpan emphasis,
        double confidence,
        Outcome outcome) {

    /// What the user is shown.
    public enum Outcome {
        /// The passage as the answer.
        ANSWERED,
        /// The passage as the closest one, which may not say it.
        CLOSEST,
        /// That the articles don't answer.
        NOT_FOUND
    }

    /// Best first.
    public List<Candidate> candidates() {
        return rerankedPassages.ranking().candidates();
    }

    /// Whether a passage is shown as the answer.
    public boolean answered() {
        return outcome == Outcome.ANSWERED;
    }
}
