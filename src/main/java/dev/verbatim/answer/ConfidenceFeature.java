package dev.verbatim.answer;

import dev.verbatim.answer.ConfidenceModel.FeatureSet;
import dev.verbatim.language.WordTokenizer;
import dev.verbatim.reader.ReaderOutput;
import dev.verbatim.retrieval.Ranking;
import dev.verbatim.retrieval.Ranking.Candidate;
import dev.verbatim.retrieval.Ranking.SentenceEvidence;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// A feature of the [ConfidenceModel], computed from passages that aren't empty.
///
/// Once the first passage was read, few features count: the cosine, which recognises what is off
/// topic, the lead over its rivals, and what the reader says. With all of them side by side,
/// retrieval would outvote the reader, which alone can tell a passage that answers from one that is
/// only near.
///
/// Each feature is comparable between indexes of different size: a cosine, a share, or a logit of
/// the reader, never a raw BM25 score. None is enough alone. Those that compare the first passage
/// with its rivals are 0 when there are none, as in an article of one paragraph.
enum ConfidenceFeature {
    /// The cosine of the question and the first passage.
    COSINE(Needs.VECTORS_READ_OR_NOT, found -> cosine(found.first())),
    /// The cosine of the question and the passage's nearest sentence.
    SENTENCE_COSINE(Needs.VECTORS, found -> sentenceCosine(found.first())),
    /// The share of the question's words in the passage.
    COVERAGE(Needs.WORDS, found -> coverage(found.first())),
    /// The share of the question's words in one of its sentences.
    SENTENCE_COVERAGE(Needs.WORDS, found -> sentenceCoverage(found.first())),
    /// Half of a question covered may say little more than a quarter, and all of it much more, or
    /// the reverse: the squares let the fit decide.
    COVERAGE_SQUARED(Needs.WORDS, found -> squared(coverage(found.first()))),
    SENTENCE_COVERAGE_SQUARED(Needs.WORDS, found -> squared(sentenceCoverage(found.first()))),
    /// 1 when there are rivals: without any, a lead of 0 means nothing.
    RIVALS(Needs.WORDS, found -> rivals(found.ranking()).isEmpty() ? 0 : 1),
    /// The score's lead over the best rival.
    LEAD(
            Needs.VECTORS_READ_OR_NOT,
            found -> found.first().score() - bestRival(found.ranking(), Candidate::score)),
    /// The sentence cosine's lead over all rivals.
    SENTENCE_LEAD(
            Needs.VECTORS,
            found ->
                    sentenceCosine(found.first())
                            - bestRival(found.ranking(), ConfidenceFeature::sentenceCosine)),
    /// The score's lead over the rivals' mean.
    SPREAD(Needs.VECTORS, found -> found.first().score() - meanOfRivals(found.ranking())),
    /// The BM25 score's lead over all rivals, as a share of it.
    BM25_LEAD(Needs.WORDS, found -> bm25Lead(found.ranking())),
    /// The logarithm of the question's length in words: a short one is covered by chance.
    LENGTH(Needs.WORDS, found -> Math.log(1.0 + WordTokenizer.count(found.question().text()))),
    /// The reader's logit that the first passage answers.
    ANSWERABILITY(
            Needs.READER,
            found -> found.readerOutput().map(ReaderOutput::answerability).orElse(0.0)),
    /// The reader's margin of the best span over "no answer".
    SPAN_MARGIN(Needs.READER, found -> found.readerOutput().map(ReaderOutput::margin).orElse(0.0)),
    /// The logarithm of the passage's length in the reader's word pieces: in a long one the reader
    /// finds something that looks like an answer more often.
    PASSAGE_LENGTH(
            Needs.READER,
            found ->
                    found.readerOutput()
                            .map(output -> Math.log(1.0 + output.pieces().size()))
                            .orElse(0.0)),
    /// The share of the question's words in the passage, where it asks what somebody said and the
    /// passage quotes that person: who is quoted is known better than the reader can tell.
    QUOTED_SPEAKER(Needs.READER, found -> asksForQuoted(found) ? coverage(found.first()) : 0);

    /// What a feature is computed from.
    private enum Needs {
        WORDS,
        VECTORS,
        /// Counts beside the reader's features, too.
        VECTORS_READ_OR_NOT,
        READER
    }

    private final Needs needs;

    @SuppressWarnings("ImmutableEnumChecker") // the functions above capture nothing
    private final ToDoubleFunction<RerankedPassages> value;

    ConfidenceFeature(Needs needs, ToDoubleFunction<RerankedPassages> value) {
        this.needs = needs;
        this.value = value;
    }

    /// The feature's value; 0 when it isn't in the passages' [FeatureSet]. Without vectors the
    /// fused scores don't count either, since rivals with vectors have another scale.
    ///
    /// @param passages not empty
    double of(RerankedPassages passages) {
        return isIn(FeatureSet.of(passages)) ? value.applyAsDouble(passages) : 0;
    }

    private boolean isIn(FeatureSet featureSet) {
        return switch (featureSet) {
            case CROSSED_READ, GLOSSED_READ -> true;
            case READ -> needs == Needs.READER || needs == Needs.VECTORS_READ_OR_NOT;
            case DENSE, CROSSED_DENSE, GLOSSED_DENSE -> needs != Needs.READER;
            case LEXICAL, CROSSED_LEXICAL -> needs == Needs.WORDS;
        };
    }

    /// The values of all features.
    ///
    /// @param passages not empty
    static Map<ConfidenceFeature, Double> all(RerankedPassages passages) {
        Map<ConfidenceFeature, Double> features = new EnumMap<>(ConfidenceFeature.class);
        for (ConfidenceFeature feature : values()) {
            features.put(feature, feature.of(passages));
        }
        return features;
    }

    private static double squared(double value) {
        return value * value;
    }

    private static Candidate first(Ranking ranking) {
        return ranking.candidates().getFirst();
    }

    /// All but the first. The same text in another article, such as an agency's report, is no
    /// rival.
    private static List<Candidate> rivals(Ranking ranking) {
        String text = first(ranking).passage().text();
        return ranking.candidates().stream()
                .skip(1)
                .filter(candidate -> !candidate.passage().text().equals(text))
                .toList();
    }

    /// The best value among the rivals; the first one's own when it has none, so that its lead is
    /// 0.
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

    private static boolean asksForQuoted(RerankedPassages found) {
        return QuestionType.of(found.question().text()).asksWhatIsQuotedIn(found.first().passage());
    }

    private static double coverage(Candidate candidate) {
        return candidate.signals().coverage();
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
