package dev.verbatim.answer;

import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import dev.verbatim.language.GlossedText;
import dev.verbatim.language.TranslatedQuestion;
import dev.verbatim.reader.ReaderOutput;
import dev.verbatim.retrieval.Ranking;
import dev.verbatim.retrieval.Ranking.Candidate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /// An explanation of a decision: the evidence of each passage, and the threshold that was
    /// applied.
    ///
    /// @param passages the first ones that were ranked, best first
    public record Explanation(
            AnswerDecision decision,
            ConfidenceThreshold confidenceThreshold,
            List<ExplainedPassage> passages) {

        private static final String COLUMNS = "%3s %6s %8s %6s %6s %10s  %s";
        private static final String HEADINGS =
                String.format(
                        COLUMNS,
                        "¶",
                        "BM25",
                        "coverage",
                        "cosine",
                        "reader",
                        "confidence",
                        "article");
        private static final String UNKNOWN = "–";

        /// Passages further down had no chance.
        private static final int MAX_PASSAGES = 5;

        public Explanation {
            passages = List.copyOf(passages);
        }

        /// One passage with its evidence.
        ///
        /// @param bm25 0 when no word of the question occurs; unbounded
        /// @param coverage share of the question's words in it, weighted by rarity, 0 to 1
        /// @param cosine of question and passage; missing without vectors
        /// @param answerability the reader's probability that it answers, 0 to 1; missing when it
        ///   wasn't read
        /// @param confidence calibrated, if it were the first, 0 to 1
        public record ExplainedPassage(
                Passage passage,
                double bm25,
                double coverage,
                OptionalDouble cosine,
                OptionalDouble answerability,
                double confidence) {

            private static ExplainedPassage of(
                    RerankedPassages passages, int index, ConfidenceModel confidence) {
                Passage passage = passages.ranking().candidates().get(index).passage();
                Ranking.Signals signals = passages.ranking().candidates().get(index).signals();
                return new ExplainedPassage(
                        passage,
                        signals.bm25(),
                        signals.coverage(),
                        signals.cosine(),
                        passages.readerOutput(index).stream()
                                .mapToDouble(ExplainedPassage::sigmoid)
                                .findFirst(),
                        confidence.probability(passages.withFirst(index)));
            }

            private Optional<String> gloss() {
                Locale language = passage.article().publication().language();
                return cosine.isPresent() && GlossedText.exists(language)
                        ? Optional.of(GlossedText.of(passage.text(), language).text())
                                .map(MessageCatalog::onOneLine)
                                .map(gloss -> "¶ " + passage.paragraph() + " → " + gloss)
                        : Optional.empty();
            }

            private static double sigmoid(ReaderOutput output) {
                return 1 / (1 + Math.exp(-output.answerability()));
            }

            private String row() {
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
                ConfidenceThreshold threshold,
                ConfidenceModel confidence) {
            return new Explanation(
                    decision,
                    threshold,
                    IntStream.range(0, Math.min(MAX_PASSAGES, decision.candidates().size()))
                            .mapToObj(
                                    index ->
                                            ExplainedPassage.of(
                                                    decision.rerankedPassages(), index, confidence))
                            .toList());
        }

        /// A row for each passage below a row of headings, in columns for a monospaced font. The
        /// headings are terms of the field, and the same in every language.
        public String table() {
            Stream<String> rows =
                    Stream.concat(
                            Stream.of(HEADINGS), passages.stream().map(ExplainedPassage::row));
            return Stream.of(translatedWords(), gloss(), rows)
                    .flatMap(Function.identity())
                    .collect(Collectors.joining("\n"));
        }

        /// `¶ 3 → the bridge was …`: what models that know English only got of the first passage.
        private Stream<String> gloss() {
            return passages.stream().limit(1).flatMap(first -> first.gloss().stream());
        }

        /// `Stadt → city 0.65, town 0.20`: by which words a question was carried over.
        private Stream<String> translatedWords() {
            return decision.rerankedPassages().ranking().translations().stream()
                    .flatMap(translation -> translation.words().stream())
                    .filter(word -> !word.translations().isEmpty())
                    .map(
                            word ->
                                    MessageCatalog.onOneLine(word.text())
                                            + " → "
                                            + word.translations().stream()
                                                    .map(Explanation::weighted)
                                                    .collect(Collectors.joining(", ")));
        }

        private static String weighted(TranslatedQuestion.Translation translation) {
            return translation.word()
                    + String.format(Locale.ROOT, " %.2f", translation.probability());
        }
    }
}
