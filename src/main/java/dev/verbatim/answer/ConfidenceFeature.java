package dev.verbatim.answer;

import dev.verbatim.reader.ReaderOutput;
import dev.verbatim.retrieval.Candidate;
import dev.verbatim.retrieval.Ranking;
import dev.verbatim.retrieval.RankingSignals.SentenceEvidence;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// What tells a question that is answered from one that isn't, read off findings that aren't empty.
///
/// Once a passage was read, few are left: how near it is, which tells what is off the topic, beside
/// what the reader says. With all of them side by side retrieval outvotes the reader, who alone can
/// tell a passage that says it from one that is only near.
///
/// Each is comparable between indexes of different size: a cosine, a share, or what the reader made
/// of one passage, never a raw BM25 score. None is enough alone. Those that compare the first
/// passage with its rivals are 0 when there are none, as in an article of one paragraph.
enum ConfidenceFeature {
    /// How near the first passage is, as a whole.
    COSINE(Needs.VECTORS_READ_OR_NOT, found -> cosine(found.first())),
    /// How near its nearest sentence is.
    SENTENCE_COSINE(Needs.VECTORS, found -> sentenceCosine(found.first())),
    /// How much of the question is in the first passage.
    COVERAGE(Needs.WORDS, found -> found.first().signals().coverage()),
    /// How much of the question is in one of its sentences.
    SENTENCE_COVERAGE(Needs.WORDS, found -> sentenceCoverage(found.first())),
    /// Half of a question covered says little more than a quarter, all of it much more, or the
    /// other way round: the squares let the fit decide.
    COVERAGE_SQUARED(Needs.WORDS, found -> squared(found.first().signals().coverage())),
    SENTENCE_COVERAGE_SQUARED(Needs.WORDS, found -> squared(sentenceCoverage(found.first()))),
    /// Whether there are rivals: without any, a lead of 0 means nothing.
    RIVALS(Needs.WORDS, found -> rivals(found.ranking()).isEmpty() ? 0 : 1),
    /// By how much the first is ahead of the second.
    LEAD(
            Needs.VECTORS,
            found -> found.first().score() - bestRival(found.ranking(), Candidate::score)),
    /// By how much its nearest sentence is ahead of all rivals'.
    SENTENCE_LEAD(
            Needs.VECTORS,
            found ->
                    sentenceCosine(found.first())
                            - bestRival(found.ranking(), ConfidenceFeature::sentenceCosine)),
    /// By how much the first is ahead of the rivals' mean.
    SPREAD(Needs.VECTORS, found -> found.first().score() - meanOfRivals(found.ranking())),
    /// By what share of its BM25 score the first is ahead of all rivals.
    BM25_LEAD(Needs.WORDS, found -> bm25Lead(found.ranking())),
    /// How many words the question has, logarithmic: a short one is covered by chance.
    LENGTH(
            Needs.WORDS,
            found -> Math.log(1.0 + found.question().text().strip().split("\\s+").length)),
    /// How sure the reader is that the first passage answers: a logit.
    ANSWERABILITY(
            Needs.READING,
            found -> found.readerOutput().map(ReaderOutput::answerability).orElse(0.0)),
    /// By how much its best span is ahead of there being none: a difference of logits.
    SPAN_MARGIN(Needs.READING, found -> found.readerOutput().map(ReaderOutput::margin).orElse(0.0));

    /// What a signal is made from.
    private enum Needs {
        WORDS,
        VECTORS,
        /// These count beside the reader's, too.
        VECTORS_READ_OR_NOT,
        READING
    }

    private final Needs needs;

    @SuppressWarnings("ImmutableEnumChecker") // the functions above capture nothing
    private final ToDoubleFunction<RerankedPassages> value;

    ConfidenceFeature(Needs needs, ToDoubleFunction<RerankedPassages> value) {
        this.needs = needs;
        this.value = value;
    }

    /// The signal's value; 0 when it isn't one that counts for what is known. Without vectors the
    /// fused scores say nothing either, since their scale is another beside rivals with vectors.
    ///
    /// @param rerankedPassages not empty
    double of(RerankedPassages rerankedPassages) {
        return counts(FeatureSet.of(rerankedPassages)) ? value.applyAsDouble(rerankedPassages) : 0;
    }

    private boolean counts(FeatureSet featureSet) {
        return switch (featureSet) {
            case READ -> needs == Needs.READING || needs == Needs.VECTORS_READ_OR_NOT;
            case DENSE -> needs != Needs.READING;
            case LEXICAL -> needs == Needs.WORDS;
        };
    }

    /// All of them.
    ///
    /// @param rerankedPassages not empty
    static Map<ConfidenceFeature, Double> all(RerankedPassages rerankedPassages) {
        Map<ConfidenceFeature, Double> signals = new EnumMap<>(ConfidenceFeature.class);
        for (ConfidenceFeature feature : values()) {
            signals.put(feature, feature.of(rerankedPassages));
        }
        return signals;
    }

    /// Whether the first passage has a vector.
    static boolean isDense(Ranking ranking) {
        return first(ranking).signals().cosine().isPresent();
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
        ToDoubleFunction<Candidate> bm25 = candidate -> candidate.signals().bm25();
        double own = bm25.applyAsDouble(first(ranking));
        return own == 0 ? 0 : (own - bestRival(ranking, bm25)) / own;
    }

    private static double cosine(Candidate candidate) {
        return candidate.signals().cosine().orElse(0);
    }

    private static double sentenceCosine(Candidate candidate) {
        return candidate.signals().sentences().stream()
                .flatMapToDouble(sentence -> sentence.cosine().stream())
                .max()
                .orElse(0);
    }

    private static double sentenceCoverage(Candidate candidate) {
        return candidate.signals().sentences().stream()
                .mapToDouble(SentenceEvidence::coverage)
                .max()
                .orElse(0);
    }
}
