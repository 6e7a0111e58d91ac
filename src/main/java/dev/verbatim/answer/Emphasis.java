package dev.verbatim.answer;

import dev.verbatim.article.TextSpan;
import dev.verbatim.retrieval.Candidate;
import dev.verbatim.retrieval.Evidence.SentenceEvidence;
import java.util.Comparator;

/// Finds the sentence of a passage that answers.
final class Emphasis {

    /// What having all the words of the question is worth, in units of the cosine. The cosine knows
    /// what is meant, the words where it is said.
    private static final double COVERAGE_WEIGHT = 0.06;

    private Emphasis() {}

    /// The sentence that is nearest to the question by meaning and by words; the whole passage when
    /// it has no sentences.
    static TextSpan in(Candidate candidate, QuestionType type) {
        return candidate.evidence().sentences().stream()
                .max(
                        Comparator.comparingDouble(
                                sentence ->
                                        score(sentence)
                                                + type.preference(
                                                        candidate.passage(), sentence.span())))
                .map(SentenceEvidence::span)
                .orElse(candidate.passage().span());
    }

    private static double score(SentenceEvidence sentence) {
        return sentence.cosine().orElse(0) + COVERAGE_WEIGHT * sentence.coverage();
    }
}
