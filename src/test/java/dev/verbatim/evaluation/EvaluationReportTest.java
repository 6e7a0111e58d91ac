package dev.verbatim.evaluation;

import static dev.verbatim.evaluation.EvaluationFixture.ARTICLES;
import static dev.verbatim.evaluation.EvaluationFixture.CUPS;
import static dev.verbatim.evaluation.EvaluationFixture.HOT;
import static dev.verbatim.evaluation.EvaluationFixture.LEAF;
import static dev.verbatim.evaluation.EvaluationFixture.MILK;
import static dev.verbatim.evaluation.EvaluationFixture.decision;
import static dev.verbatim.evaluation.EvaluationFixture.evaluated;
import static dev.verbatim.evaluation.EvaluationFixture.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.verbatim.article.TextSpan;
import dev.verbatim.evaluation.EvaluationReport.Abstention;
import dev.verbatim.evaluation.EvaluationReport.Answers;
import dev.verbatim.evaluation.EvaluationReport.Latency;
import dev.verbatim.evaluation.EvaluationReport.Retrieval;
import dev.verbatim.evaluation.EvaluationReport.Speakers;
import dev.verbatim.evaluation.QuoteAttribution.SourceQuote;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

class EvaluationReportTest {

    private static final OptionalDouble NONE = OptionalDouble.empty();

    private static final TextSpan FIRST = LEAF.to(HOT);

    /// Three answerable questions, found at rank 1, 2 and never, and two without an answer.
    private final List<EvaluatedQuestion> evaluated =
            List.of(
                    evaluated(question(0), decision(LEAF, 0.9, FIRST, MILK)),
                    evaluated(question(0), decision(MILK, 0.6, MILK, FIRST)),
                    evaluated(question(0), decision(CUPS, 0.4, CUPS)),
                    evaluated(question(), decision(CUPS, 0.7, CUPS)),
                    evaluated(question(), decision(CUPS, 0.1, CUPS)));

    @Test
    void rankingIsMeasuredOverAnswerableQuestions() {
        var retrieval = Answers.of(evaluated, ARTICLES).retrieval();

        assertThat(retrieval.recallAt1()).hasValue(1.0 / 3);
        assertThat(retrieval.recallAt3()).hasValue(2.0 / 3);
        assertThat(retrieval.mrrAt10()).hasValue(0.5);
        // (1 + 1/log2 3 + 0) / 3
        assertThat(retrieval.ndcgAt10().orElseThrow()).isEqualTo(0.5436432512, within(1e-9));
        assertThat(retrieval.sentenceAccuracy()).hasValue(1);
    }

    @Test
    void abstentionIsMeasuredOverAllQuestions() {
        var abstention = Answers.of(evaluated, ARTICLES).abstention();

        assertThat(abstention.answeredShare()).hasValue(2.0 / 3);
        assertThat(abstention.falseAnswerShare()).hasValue(0.5);
        // 0.9 beats both, 0.6 and 0.4 beat 0.1 only: 4 of 6
        assertThat(abstention.auroc().orElseThrow()).isEqualTo(4.0 / 6, within(1e-12));
        assertThat(abstention.falseAnswersAt90Kept()).hasValue(0.5);
    }

    @Test
    void falseAnswerShareIsEmptyWithoutUnanswerableQuestions() {
        var abstention = Answers.of(evaluated.subList(0, 3), ARTICLES).abstention();

        assertThat(abstention.falseAnswerShare()).isEmpty();
        assertThat(abstention.auroc()).isEmpty();
    }

    @Test
    void latencyIsInMillis() {
        assertThat(Answers.of(evaluated, ARTICLES).latency().millisP50()).hasValue(1);
    }

    @Test
    void speakersAreMeasuredByTypeAndInTotal() {
        var direct = new SourceQuote("tea", "direct", List.of(LEAF), List.of(HOT));
        var mixed = new SourceQuote("tea", "mixed", List.of(MILK), List.of(HOT));
        var exams =
                List.of(
                        new QuoteAttribution(direct, true, true, true),
                        new QuoteAttribution(direct, true, true, false),
                        new QuoteAttribution(mixed, true, false, false),
                        new QuoteAttribution(mixed, false, false, false));

        var speakers = Speakers.of(exams);

        assertThat(speakers.speakerCoverage())
                .containsEntry("all", OptionalDouble.of(0.5))
                .containsEntry("direct", OptionalDouble.of(1))
                .containsEntry("mixed", OptionalDouble.of(0));
        assertThat(speakers.speakerPrecision())
                .containsEntry("direct", OptionalDouble.of(0.5))
                .containsEntry("mixed", OptionalDouble.empty());
        assertThat(speakers.contentsFound()).containsEntry("all", OptionalDouble.of(0.75));
        assertThat(speakers.quotes()).containsEntry("all", 4).containsEntry("mixed", 2);
    }

    @Test
    void jsonIsOneFlatObjectInDocumentedOrder() {
        var answers =
                new Answers(
                        new Retrieval(of(0.5), of(0.75), of(0.625), of(0.7), of(0.8)),
                        new Abstention(of(0.9), NONE, NONE, NONE, NONE, of(0.95), NONE),
                        of(1),
                        new Latency(of(1.5), of(9)));

        assertThat(json(new EvaluationReport(answers, Map.of(), 240, 1190, null)))
                .isEqualTo(
                        "{\"recallAt1\":0.5,\"recallAt3\":0.75,\"mrrAt10\":0.625,\"ndcgAt10\":0.7,"
                                + "\"sentenceAccuracy\":0.8,\"answeredShare\":0.9,"
                                + "\"falseAnswerShare\":null,\"auroc\":null,"
                                + "\"falseAnswersAt90Kept\":null,\"falseAnswersAt80Kept\":null,"
                                + "\"offeredShare\":0.95,\"falselyOfferedShare\":null,"
                                + "\"verbatimShare\":1.0,\"millisP50\":1.5,\"millisP99\":9.0,"
                                + "\"passages\":240,\"questions\":1190}");
    }

    @Test
    void jsonHasSpeakersByType() {
        var speakers =
                new Speakers(
                        Map.of("all", of(0.5)),
                        Map.of("all", NONE),
                        Map.of("all", of(1)),
                        Map.of("all", 4));

        assertThat(json(new EvaluationReport(null, Map.of(), 240, 0, speakers)))
                .isEqualTo(
                        "{\"passages\":240,\"questions\":0,"
                                + "\"speakerCoverage\":{\"all\":0.5},"
                                + "\"speakerPrecision\":{\"all\":null},"
                                + "\"contentsFound\":{\"all\":1.0},\"quotes\":{\"all\":4}}");
    }

    private static OptionalDouble of(double value) {
        return OptionalDouble.of(value);
    }

    private static String json(EvaluationReport report) {
        return JsonMapper.builder()
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .build()
                .writeValueAsString(report);
    }
}
