package dev.verbatim.answer;

import dev.verbatim.article.Passage;
import dev.verbatim.reader.ReaderOutput;
import dev.verbatim.retrieval.Candidate;
import dev.verbatim.retrieval.RankingSignals;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Why a question was answered, or wasn't: what was known of each passage, and what came of it.
///
/// @param passages the passages that were weighed, best first
public record Explanation(
        AnswerDecision decision,
        ConfidenceThreshold confidenceThreshold,
        List<ExplainedPassage> passages) {

    private static final String COLUMNS = "%3s %6s %8s %6s %6s %10s  %s";
    private static final String HEADINGS =
            String.format(
                    COLUMNS, "¶", "BM25", "coverage", "cosine", "reader", "confidence", "article");
    private static final String UNKNOWN = "–";

    /// More are of no interest: what is so far down had no chance.
    private static final int MOST = 5;

    public Explanation {
        passages = List.copyOf(passages);
    }

    /// One passage.
    ///
    /// @param bm25 0 when no word of the question occurs; unbounded
    /// @param coverage share of the question's words in it, weighted by rarity, 0 to 1
    /// @param cosine of question and passage; missing without vectors
    /// @param answerability the reader's probability that it answers, 0 to 1; missing when it
    ///   wasn't read
    /// @param confidence calibrated, were it the one on top, 0 to 1
    public record ExplainedPassage(
            Passage passage,
            double bm25,
            double coverage,
            OptionalDouble cosine,
            OptionalDouble answerability,
            double confidence) {

        private String line() {
            return String.format(
                    Locale.ROOT,
                    COLUMNS,
                    passage.paragraph(),
                    String.format(Locale.ROOT, "%.2f", bm25),
                    percent(coverage),
                    cosine.isPresent()
                            ? String.format(Locale.ROOT, "%.3f", cosine.getAsDouble())
                            : UNKNOWN,
                    answerability.isPresent() ? percent(answerability.getAsDouble()) : UNKNOWN,
                    percent(confidence),
                    passage.article().id());
        }

        private static String percent(double share) {
            return Math.round(share * 100) + "%";
        }
    }

    static Explanation of(
            AnswerDecision decision,
            ConfidenceThreshold confidenceThreshold,
            ConfidenceModel confidence) {
        return new Explanation(
                decision,
                confidenceThreshold,
                IntStream.range(0, Math.min(MOST, decision.candidates().size()))
                        .mapToObj(at -> passages(decision.rerankedPassages(), at, confidence))
                        .toList());
    }

    private static ExplainedPassage passages(
            RerankedPassages rerankedPassages, int at, ConfidenceModel confidence) {
        Candidate candidate = rerankedPassages.ranking().candidates().get(at);
        RankingSignals rankingSignals = candidate.signals();
        return new ExplainedPassage(
                candidate.passage(),
                rankingSignals.bm25(),
                rankingSignals.coverage(),
                rankingSignals.cosine(),
                rerankedPassages.readerOutput(at).stream()
                        .mapToDouble(Explanation::probability)
                        .findFirst(),
                confidence.probability(rerankedPassages.withFirst(at)));
    }

    /// What was known of each passage, a line each under a line of headings, in columns for a font
    /// of fixed width. The headings are the field's own words, and the same in every language.
    public String table() {
        return Stream.concat(Stream.of(HEADINGS), passages.stream().map(ExplainedPassage::line))
                .collect(Collectors.joining("\n"));
    }

    private static double probability(ReaderOutput readerOutput) {
        return 1 / (1 + Math.exp(-readerOutput.answerability()));
    }
}
