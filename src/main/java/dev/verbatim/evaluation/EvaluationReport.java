package dev.verbatim.evaluation;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.verbatim.answer.AnswerDecision.Outcome;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// What an evaluation found. As JSON it is one flat object, in this order; a share of nothing is
/// `null`, and parts that the set has no data for are left out.
///
/// @param passages how many were indexed
/// @param questions how many were asked
public record EvaluationReport(
        @JsonUnwrapped @Nullable Answers answers,
        int passages,
        int questions,
        @JsonUnwrapped @Nullable Speakers speakers) {

    /// How questions were answered.
    ///
    /// @param verbatimShare of everything shown, the part that is the source's, character for
    ///   character; anything but 1 is a fault
    public record Answers(
            @JsonUnwrapped Retrieval retrieval,
            @JsonUnwrapped Abstention abstention,
            OptionalDouble verbatimShare,
            @JsonUnwrapped Latency latency) {

        static Answers of(List<EvaluatedQuestion> trials, ArticleSet articleSet) {
            return new Answers(
                    Retrieval.of(
                            trials.stream().filter(EvaluatedQuestion::answerable).toList(),
                            articleSet),
                    Abstention.of(trials),
                    VerbatimCheck.share(trials, articleSet),
                    Latency.of(trials));
        }
    }

    /// Whether the right paragraph and sentence come first, over the answerable questions.
    ///
    /// @param sentenceAccuracy over those of which the paragraph on top is right
    public record Retrieval(
            OptionalDouble recallAt1,
            OptionalDouble recallAt3,
            OptionalDouble mrrAt10,
            OptionalDouble ndcgAt10,
            OptionalDouble sentenceAccuracy) {

        static Retrieval of(List<EvaluatedQuestion> answerable, ArticleSet articleSet) {
            List<ParagraphRanking> rankings =
                    answerable.stream()
                            .map(
                                    evaluatedQuestion ->
                                            ParagraphRanking.of(evaluatedQuestion, articleSet))
                            .toList();
            return new Retrieval(
                    share(rankings, ranking -> ranking.hitWithin(1)),
                    share(rankings, ranking -> ranking.hitWithin(3)),
                    mean(rankings, ranking -> ranking.reciprocalRank(10)),
                    mean(rankings, ranking -> ranking.ndcg(10)),
                    SentenceAccuracy.accuracy(answerable, articleSet));
        }
    }

    /// Whether the answerable questions, and only they, are answered.
    ///
    /// @param answeredShare of the answerable questions
    /// @param falseAnswerShare of the others
    /// @param offeredShare of the answerable questions, those that are answered or shown a passage
    ///   as the closest
    /// @param falselyOfferedShare of the others, the same
    /// @param auroc of the confidence
    /// @param falseAnswersAt90Kept the false answers, were the threshold set to answer 90 % of the
    ///   answerable questions
    /// @param falseAnswersAt80Kept the same with 80 %
    public record Abstention(
            OptionalDouble answeredShare,
            OptionalDouble falseAnswerShare,
            OptionalDouble auroc,
            OptionalDouble falseAnswersAt90Kept,
            OptionalDouble falseAnswersAt80Kept,
            OptionalDouble offeredShare,
            OptionalDouble falselyOfferedShare) {

        static Abstention of(List<EvaluatedQuestion> trials) {
            RocCurve rocCurve = RocCurve.of(trials);
            return new Abstention(
                    share(
                            answerable(trials, true),
                            evaluatedQuestion -> evaluatedQuestion.decision().answered()),
                    share(
                            answerable(trials, false),
                            evaluatedQuestion -> evaluatedQuestion.decision().answered()),
                    rocCurve.auroc(),
                    rocCurve.falseAnswersAt(90),
                    rocCurve.falseAnswersAt(80),
                    share(answerable(trials, true), Abstention::isOffered),
                    share(answerable(trials, false), Abstention::isOffered));
        }

        private static List<EvaluatedQuestion> answerable(
                List<EvaluatedQuestion> trials, boolean answerable) {
            return trials.stream()
                    .filter(evaluatedQuestion -> evaluatedQuestion.answerable() == answerable)
                    .toList();
        }

        private static boolean isOffered(EvaluatedQuestion evaluatedQuestion) {
            return evaluatedQuestion.decision().outcome() != Outcome.NOT_FOUND;
        }
    }

    /// How long an answer took, the first ones of a cold process included.
    public record Latency(OptionalDouble millisP50, OptionalDouble millisP99) {

        static Latency of(List<EvaluatedQuestion> trials) {
            return of(trials.stream().mapToLong(EvaluatedQuestion::nanos).toArray());
        }

        static Latency of(long... nanos) {
            double[] each = LongStream.of(nanos).mapToDouble(one -> one / 1e6).toArray();
            Percentiles millis = new Percentiles(each);
            return new Latency(millis.at(50), millis.at(99));
        }
    }

    /// Whether quotations and their speakers are found; by the set's types, and `all` together.
    ///
    /// @param speakerCoverage of the marked quotations, the share for which we name a source
    /// @param speakerPrecision of those, the share for which it is the marked source
    /// @param contentsFound of the marked quotations, the share of which we found the words
    /// @param quotes how many were marked
    public record Speakers(
            Map<String, OptionalDouble> speakerCoverage,
            Map<String, OptionalDouble> speakerPrecision,
            Map<String, OptionalDouble> contentsFound,
            Map<String, Integer> quotes) {

        static Speakers of(List<SpeakerAttributionMetrics> exams) {
            Map<String, List<SpeakerAttributionMetrics>> groups =
                    new TreeMap<>(exams.stream().collect(groupingBy(exam -> exam.quote().type())));
            groups.put("all", exams);
            return new Speakers(
                    each(groups, group -> share(group, SpeakerAttributionMetrics::covered)),
                    each(groups, Speakers::precision),
                    each(groups, group -> share(group, SpeakerAttributionMetrics::found)),
                    each(groups, List::size));
        }

        private static OptionalDouble precision(List<SpeakerAttributionMetrics> exams) {
            return share(
                    exams.stream().filter(SpeakerAttributionMetrics::covered).toList(),
                    SpeakerAttributionMetrics::right);
        }

        private static <T> Map<String, T> each(
                Map<String, List<SpeakerAttributionMetrics>> groups,
                Function<List<SpeakerAttributionMetrics>, T> measure) {
            Map<String, T> measures = new TreeMap<>();
            groups.forEach((type, group) -> measures.put(type, measure.apply(group)));
            return measures;
        }
    }

    private static <T> OptionalDouble share(List<T> all, Predicate<T> which) {
        return mean(all, one -> which.test(one) ? 1.0 : 0.0);
    }

    private static <T> OptionalDouble mean(List<T> all, Function<T, Double> value) {
        return all.stream().mapToDouble(value::apply).average();
    }
}
