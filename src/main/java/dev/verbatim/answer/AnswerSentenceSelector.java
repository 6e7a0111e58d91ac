package dev.verbatim.answer;

import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import dev.verbatim.reader.ReaderOutput;
import dev.verbatim.retrieval.Candidate;
import dev.verbatim.retrieval.RankingSignals.SentenceEvidence;
import java.util.Comparator;
import java.util.Optional;

/// Finds the sentence of a passage that answers.
final class AnswerSentenceSelector {

    /// What having all the words of the question is worth, in units of the cosine. The cosine knows
    /// what is meant, the words where it is said.
    private static final double COVERAGE_WEIGHT = 0.06;

    /// What it is worth that the reader sees all of the answer in a sentence, in the same units: it
    /// decides, unless it is in two minds. From 0.05 to 0.3 it makes little difference on XQuAD,
    /// SQuAD 2.0 and CLAPNQ; without it one sentence in ten more is wrong.
    private static final double READING_WEIGHT = 0.1;

    private AnswerSentenceSelector() {}

    /// The sentence where the reader sees the answer and that is nearest to the question by meaning
    /// and by words; the whole passage when it has no sentences.
    ///
    /// @param reading of the candidate's passage, if it was read
    static TextSpan select(Candidate candidate, Optional<ReaderOutput> reading, QuestionType type) {
        Passage passage = candidate.passage();
        return candidate.signals().sentences().stream()
                .max(
                        Comparator.comparingDouble(
                                sentence ->
                                        score(sentence)
                                                + type.bonus(passage, sentence.span())
                                                + READING_WEIGHT
                                                        * mass(reading, sentence.span(), passage)))
                .map(SentenceEvidence::span)
                .orElse(passage.span());
    }

    private static double mass(Optional<ReaderOutput> reading, TextSpan sentence, Passage passage) {
        TextSpan inPassage = sentence.shifted(-passage.span().start());
        return reading.map(read -> read.shareIn(inPassage.start(), inPassage.end())).orElse(0.0);
    }

    private static double score(SentenceEvidence sentence) {
        return sentence.cosine().orElse(0) + COVERAGE_WEIGHT * sentence.coverage();
    }
}
