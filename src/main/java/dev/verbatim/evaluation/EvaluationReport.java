package dev.verbatim.evaluation;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.verbatim.answer.AnswerDecision.Outcome;
import dev.verbatim.evaluation.EvaluatedQuestion.ParagraphRanking;
import dev.verbatim.evaluation.Evaluation.Report;
import dev.verbatim.evaluation.QuestionSet.ArticleSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The measures of an evaluation. As JSON it is one flat object with the fields in this order; a
/// share of nothing is `null`, and parts that the set has no data for are left out.
///
/// @param languages how questions were answered, by their language, where the set says it
/// @param passages how many were indexed
/// @param questions how many were asked
record EvaluationReport(
        @JsonUnwrapped @Nullable Answers answers,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Answers> languages,
        int passages,
        int questions,
        @JsonUnwrapped @Nullable Speakers speakers)
        implements Report {

    /// How questions were answered.
    ///
    /// @param verbatimShare of everything shown, the share that is in the source character for
    ///   character; anything but 1 is a bug
    record Answers(
            @JsonUnwrapped Retrieval retrieval,
            @JsonUnwrapped Abstention abstention,
            OptionalDouble verbatimShare,
            @JsonUnwrapped Latency latency) {

        static Answers of(List<EvaluatedQuestion> evaluated, ArticleSet articles) {
            return new Answers(
                    Retrieval.of(
                            evaluated.stream().filter(EvaluatedQuestion::answerable).toList(),
                            articles),
                    Abstention.of(evaluated),
                    average(evaluated, question -> question.verbatimChecks(articles)),
                    Latency.of(evaluated));
        }

        /// The same for each language that a question is said to be in.
        static Map<String, Answers> byLanguage(
                List<EvaluatedQuestion> evaluated, ArticleSet articles) {
            Map<String, Answers> languages = new TreeMap<>();
            evaluated.stream()
                    .filter(one -> !one.question().language().isEmpty())
                    .collect(groupingBy(one -> one.question().language()))
                    .forEach((language, asked) -> languages.put(language, of(asked, articles)));
            return languages;
        }
    }

    /// Whether the right paragraph and sentence come first, over the answerable questions.
    ///
    /// @param sentenceAccuracy over the questions whose first paragraph is right
    record Retrieval(
            OptionalDouble recallAt1,
            OptionalDouble recallAt3,
            OptionalDouble mrrAt10,
            OptionalDouble ndcgAt10,
            OptionalDouble sentenceAccuracy) {

        static Retrieval of(List<EvaluatedQuestion> answerable, ArticleSet articles) {
            List<ParagraphRanking> rankings =
                    answerable.stream()
                            .filter(question -> !question.question().paragraphs().isEmpty())
                            .map(question -> ParagraphRanking.of(question, articles))
                            .toList();
            return new Retrieval(
                    share(rankings, ranking -> ranking.hitWithin(1)),
                    share(rankings, ranking -> ranking.hitWithin(3)),
                    mean(rankings, ranking -> ranking.reciprocalRank(10)),
                    mean(rankings, ranking -> ranking.ndcg(10)),
                    average(answerable, question -> question.sentenceIsRight(articles).stream()));
        }
    }

    /// Whether the answerable questions, and no others, are answered.
    ///
    /// @param answeredShare of the answerable questions
    /// @param falseAnswerShare of the others
    /// @param offeredShare of the answerable questions, the share that gets an answer or a closest
    ///   passage
    /// @param falselyOfferedShare the same of the others
    /// @param auroc of the confidence
    /// @param falseAnswersAt90Kept the share of false answers if the threshold were set so that 90
    ///   % of the answerable questions are answered
    /// @param falseAnswersAt80Kept the same with 80 %
    record Abstention(
            OptionalDouble answeredShare,
            OptionalDouble falseAnswerShare,
            OptionalDouble auroc,
            OptionalDouble falseAnswersAt90Kept,
            OptionalDouble falseAnswersAt80Kept,
            OptionalDouble offeredShare,
            OptionalDouble falselyOfferedShare) {

        static Abstention of(List<EvaluatedQuestion> evaluated) {
            RocCurve rocCurve = RocCurve.of(evaluated);
            return new Abstention(
                    share(answerable(evaluated, true), question -> question.decision().answered()),
                    share(answerable(evaluated, false), question -> question.decision().answered()),
                    rocCurve.auroc(),
                    rocCurve.falseAnswersAt(90),
                    rocCurve.falseAnswersAt(80),
                    share(answerable(evaluated, true), Abstention::isOffered),
                    share(answerable(evaluated, false), Abstention::isOffered));
        }

        private static List<EvaluatedQuestion> answerable(
                List<EvaluatedQuestion> evaluated, boolean answerable) {
            return evaluated.stream()
                    .filter(question -> question.answerable() == answerable)
                    .toList();
        }

        private static boolean isOffered(EvaluatedQuestion question) {
            return question.decision().outcome() != Outcome.NOT_FOUND;
        }
    }

    /// How long an answer took, including the first ones of a cold process.
    record Latency(OptionalDouble millisP50, OptionalDouble millisP99) {

        static Latency of(List<EvaluatedQuestion> evaluated) {
            return of(evaluated.stream().mapToLong(EvaluatedQuestion::nanos).toArray());
        }

        static Latency of(long... nanos) {
            double[] millis = LongStream.of(nanos).mapToDouble(one -> one / 1e6).toArray();
            return new Latency(percentile(50, millis), percentile(99, millis));
        }

        /// A percentile by nearest rank: always one of the values, never one between two. Empty
        /// when there are none.
        static OptionalDouble percentile(int percent, double... values) {
            double[] ascending = DoubleStream.of(values).sorted().toArray();
            int rank = Math.ceilDiv(percent * ascending.length, 100);
            return rank == 0 ? OptionalDouble.empty() : OptionalDouble.of(ascending[rank - 1]);
        }
    }

    /// Whether quotations and their speakers are found, by the set's types and in total (`all`).
    ///
    /// @param speakerCoverage of the marked quotations, the share with a speaker found
    /// @param speakerPrecision of those, the share with the marked speaker
    /// @param contentsFound of the marked quotations, the share whose words are found
    /// @param quotes how many are marked
    record Speakers(
            Map<String, OptionalDouble> speakerCoverage,
            Map<String, OptionalDouble> speakerPrecision,
            Map<String, OptionalDouble> contentsFound,
            Map<String, Integer> quotes) {

        static Speakers of(List<QuoteAttribution> attributions) {
            Map<String, List<QuoteAttribution>> groups =
                    new TreeMap<>(
                            attributions.stream()
                                    .collect(
                                            groupingBy(attribution -> attribution.quote().type())));
            groups.put("all", attributions);
            return new Speakers(
                    each(groups, group -> share(group, QuoteAttribution::covered)),
                    each(groups, Speakers::precision),
                    each(groups, group -> share(group, QuoteAttribution::found)),
                    each(groups, List::size));
        }

        private static OptionalDouble precision(List<QuoteAttribution> attributions) {
            return share(
                    attributions.stream().filter(QuoteAttribution::covered).toList(),
                    QuoteAttribution::right);
        }

        private static <T> Map<String, T> each(
                Map<String, List<QuoteAttribution>> groups,
                Function<List<QuoteAttribution>, T> measure) {
            Map<String, T> measures = new TreeMap<>();
            groups.forEach((type, group) -> measures.put(type, measure.apply(group)));
            return measures;
        }
    }

    private static <T> OptionalDouble share(List<T> all, Predicate<T> which) {
        return mean(all, one -> which.test(one) ? 1.0 : 0.0);
    }

    private static <T> OptionalDouble average(List<T> all, Function<T, Stream<Boolean>> judgments) {
        return all.stream().flatMap(judgments).mapToDouble(right -> right ? 1 : 0).average();
    }

    private static <T> OptionalDouble mean(List<T> all, Function<T, Double> value) {
        return all.stream().mapToDouble(value::apply).average();
    }
}
