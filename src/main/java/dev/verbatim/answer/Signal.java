package dev.verbatim.answer;

import dev.verbatim.retrieval.Candidate;
import dev.verbatim.retrieval.Evidence.SentenceEvidence;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/// What tells a question that is answered from one that isn't, read off a ranking that isn't empty.
///
/// Each is comparable between indexes of different size: a cosine or a share, never a raw BM25
/// score. None is enough alone. Those that compare the first passage with its rivals are 0 when
/// there are none, as in an article of one paragraph.
enum Signal {
    /// How near the first passage is, as a whole.
    COSINE(Needs.VECTORS, (_, ranking) -> cosine(first(ranking))),
    /// How near its nearest sentence is.
    SENTENCE_COSINE(Needs.VECTORS, (_, ranking) -> sentenceCosine(first(ranking))),
    /// How much of the question is in the first passage.
    COVERAGE(Needs.WORDS, (_, ranking) -> first(ranking).evidence().coverage()),
    /// How much of the question is in one of its sentences.
    SENTENCE_COVERAGE(Needs.WORDS, (_, ranking) -> sentenceCoverage(first(ranking))),
    /// Half of a question covered says little more than a quarter, all of it much more, or the
    /// other way round: the squares let the fit decide.
    COVERAGE_SQUARED(Needs.WORDS, (_, ranking) -> squared(first(ranking).evidence().coverage())),
    SENTENCE_COVERAGE_SQUARED(
            Needs.WORDS, (_, ranking) -> squared(sentenceCoverage(first(ranking)))),
    /// Whether there are rivals: without any, a lead of 0 means nothing.
    RIVALS(Needs.WORDS, (_, ranking) -> rivals(ranking).isEmpty() ? 0 : 1),
    /// By how much the first is ahead of the second.
    LEAD(
            Needs.VECTORS,
            (_, ranking) -> first(ranking).score() - bestRival(ranking, Candidate::score)),
    /// By how much its nearest sentence is ahead of all rivals'.
    SENTENCE_LEAD(
            Needs.VECTORS,
            (_, ranking) ->
                    sentenceCosine(first(ranking)) - bestRival(ranking, Signal::sentenceCosine)),
    /// By how much the first is ahead of the rivals' mean.
    SPREAD(Needs.VECTORS, (_, ranking) -> first(ranking).score() - meanOfRivals(ranking)),
    /// By what share of its BM25 score the first is ahead of all rivals.
    BM25_LEAD(Needs.WORDS, (_, ranking) -> bm25Lead(ranking)),
    /// How many words the question has, logarithmic: a short one is covered by chance.
    LENGTH(
            Needs.WORDS,
            (question, _) -> Math.log(1.0 + question.text().strip().split("\\s+").length));

    /// What a signal is made from.
    private enum Needs {
        WORDS,
        VECTORS
    }

    private final Needs needs;

    @SuppressWarnings("ImmutableEnumChecker") // the functions above capture nothing
    private final ToDoubleBiFunction<Question, Ranking> value;

    Signal(Needs needs, ToDoubleBiFunction<Question, Ranking> value) {
        this.needs = needs;
        this.value = value;
    }

    /// The signal's value; 0 when it is one of vectors, and the first passage has none. Then the
    /// fused scores say nothing either, since their scale is another beside rivals with vectors.
    ///
    /// @param ranking not empty
    double of(Question question, Ranking ranking) {
        return needs == Needs.WORDS || isDense(ranking)
                ? value.applyAsDouble(question, ranking)
                : 0;
    }

    /// Whether the first passage has a vector.
    static boolean isDense(Ranking ranking) {
        return first(ranking).evidence().cosine().isPresent();
    }

    private static double squared(double value) {
        return value * value;
    }

    private static Candidate first(Ranking ranking) {
        return ranking.candidates().getFirst();
    }

    /// All but the first; and the same words in another article, an agency's report say, are no
    /// rival.
    private static List<Candidate> rivals(Ranking ranking) {
        String words = first(ranking).passage().text();
        return ranking.candidates().stream()
                .skip(1)
                .filter(candidate -> !candidate.passage().text().equals(words))
                .toList();
    }

    /// The best among the rivals; the first one's own when it has none, so that the lead is 0.
    private static double bestRival(Ranking ranking, ToDoubleFunction<Candidate> value) {
        return rivals(ranking).stream()
                .mapToDouble(value)
                .max()
                .orElse(value.applyAsDouble(first(ranking)));
    }

    private static double meanOfRivals(Ranking ranking) {
        return rivals(ranking).stream()
                .mapToDouble(Candidate::score)
                .average()
                .orElse(first(ranking).score());
    }

    private static double bm25Lead(Ranking ranking) {
        ToDoubleFunction<Candidate> bm25 = candidate -> candidate.evidence().bm25();
        double own = bm25.applyAsDouble(first(ranking));
        return own == 0 ? 0 : (own - bestRival(ranking, bm25)) / own;
    }

    private static double cosine(Candidate candidate) {
        return candidate.evidence().cosine().orElse(0);
    }

    private static double sentenceCosine(Candidate candidate) {
        return candidate.evidence().sentences().stream()
                .flatMapToDouble(sentence -> sentence.cosine().stream())
                .max()
                .orElse(0);
    }

    private static double sentenceCoverage(Candidate candidate) {
        return candidate.evidence().sentences().stream()
                .mapToDouble(SentenceEvidence::coverage)
                .max()
                .orElse(0);
    }
}
