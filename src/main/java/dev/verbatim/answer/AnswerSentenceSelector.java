package dev.verbatim.answer;

import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import dev.verbatim.reader.ReaderOutput;
import dev.verbatim.retrieval.Ranking.Candidate;
import dev.verbatim.retrieval.Ranking.SentenceEvidence;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Selects the sentence of a passage that answers: the maximum of a weighted sum of cosine, term
/// coverage, the reader's span probability and the bonus of the question's type.
final class AnswerSentenceSelector {

    /// The weight of full term coverage, in units of the cosine.
    private static final double COVERAGE_WEIGHT = 0.06;

    /// The weight of all of the reader's span probability, in the same units: it decides, unless
    /// the reader is undecided. From 0.05 to 0.3 the value makes little difference on XQuAD, SQuAD
    /// 2.0 and CLAPNQ; without the reader, one sentence in ten more is wrong.
    private static final double READER_WEIGHT = 0.1;

    /// From this span probability on, the reader knows better whether a sentence has the number
    /// that is asked for: "twice", "a dozen".
    private static final double SURE_SHARE = 0.85;

    private AnswerSentenceSelector() {}

    /// The sentence with the highest score, of equals the first; the whole passage when it has no
    /// sentences. Where a number is asked for, a sentence with a number of that type; of a table,
    /// the row; of a list, all of it.
    ///
    /// @param readerOutput of the candidate's passage, if it was read
    static TextSpan select(
            Candidate candidate, Optional<ReaderOutput> readerOutput, QuestionType type) {
        Passage passage = candidate.passage();
        List<TextSpan> bestFirst =
                candidate.signals().sentences().stream()
                        .sorted(
                                Comparator.comparingDouble(
                                                (SentenceEvidence sentence) ->
                                                        score(
                                                                sentence,
                                                                passage,
                                                                readerOutput,
                                                                type))
                                        .reversed())
                        .map(SentenceEvidence::span)
                        .toList();
        TextSpan best =
                bestFirst.isEmpty()
                        ? passage.span()
                        : readerShare(readerOutput, bestFirst.getFirst(), passage) >= SURE_SHARE
                                ? bestFirst.getFirst()
                                : withQuantity(bestFirst, passage, type);
        return PassageLines.of(passage).narrow(best, type.question());
    }

    private static double score(
            SentenceEvidence sentence,
            Passage passage,
            Optional<ReaderOutput> readerOutput,
            QuestionType type) {
        return score(sentence)
                + type.bonus(passage, sentence.span())
                + READER_WEIGHT * readerShare(readerOutput, sentence.span(), passage);
    }

    /// The first with a number of the type asked for; the very first when none has one. "Of them"
    /// in the next sentence counts a part of what the first one counts.
    private static TextSpan withQuantity(
            List<TextSpan> bestFirst, Passage passage, QuestionType type) {
        String text = passage.article().text();
        Phrasebook book = Phrasebook.of(passage.article().publication().language());
        QuantityType quantity = type.quantity();
        TextSpan best =
                bestFirst.stream()
                        .filter(sentence -> quantity.occursIn(sentence.of(text), book))
                        .findFirst()
                        .orElse(bestFirst.getFirst());
        return quantity == QuantityType.COUNT && !type.coveredBy(Utterance.of(best.of(text)))
                ? next(best, passage)
                        .filter(
                                after ->
                                        book.hasPhrase(
                                                PhraseClass.PARTITIVE,
                                                Utterance.of(after.of(text))))
                        .filter(after -> quantity.occursIn(after.of(text), book))
                        .orElse(best)
                : best;
    }

    private static Optional<TextSpan> next(TextSpan sentence, Passage passage) {
        return passage.sentences().stream()
                .filter(other -> other.start() >= sentence.end())
                .findFirst();
    }

    private static double score(SentenceEvidence sentence) {
        return sentence.cosine().orElse(0) + COVERAGE_WEIGHT * sentence.coverage();
    }

    private static double readerShare(
            Optional<ReaderOutput> readerOutput, TextSpan sentence, Passage passage) {
        TextSpan inPassage = sentence.shifted(-passage.span().start());
        return readerOutput
                .map(output -> output.shareIn(inPassage.start(), inPassage.end()))
                .orElse(0.0);
    }
}
