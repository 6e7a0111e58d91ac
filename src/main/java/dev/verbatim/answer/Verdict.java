package dev.verbatim.answer;

import dev.verbatim.article.TextSpan;
import dev.verbatim.retrieval.Candidate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an answer was decided from.
///
/// @param ranking best first
/// @param emphasis in the first candidate's passage; missing when there is no candidate
/// @param confidence calibrated probability that the first candidate answers, 0 to 1
/// @param answered whether that was enough
public record Verdict(
        List<Candidate> ranking, @Nullable TextSpan emphasis, double confidence, boolean answered) {

    public Verdict {
        ranking = List.copyOf(ranking);
    }
}
