package dev.verbatim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.evaluation.EvaluationReport;
import dev.verbatim.evaluation.EvaluationReport.Abstention;
import dev.verbatim.evaluation.EvaluationReport.Answers;
import dev.verbatim.evaluation.EvaluationReport.Latency;
import dev.verbatim.evaluation.EvaluationReport.Retrieval;
import dev.verbatim.evaluation.EvaluationReport.Speakers;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class EvaluateCommandTest {

    private static final OptionalDouble NONE = OptionalDouble.empty();

    @Test
    void jsonReportIsOneFlatObjectInDocumentedOrder() {
        var answers =
                new Answers(
                        new Retrieval(of(0.5), of(0.75), of(0.625), of(0.7), of(0.8)),
                        new Abstention(of(0.9), NONE, NONE, NONE, NONE, of(0.95), NONE),
                        of(1),
                        new Latency(of(1.5), of(9)));

        assertThat(JsonLines.line(new EvaluationReport(answers, 240, 1190, null)))
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
    void reportsSpeakersByType() {
        var speakers =
                new Speakers(
                        Map.of("all", of(0.5)),
                        Map.of("all", NONE),
                        Map.of("all", of(1)),
                        Map.of("all", 4));

        assertThat(JsonLines.line(new EvaluationReport(null, 240, 0, speakers)))
                .isEqualTo(
                        "{\"passages\":240,\"questions\":0,"
                                + "\"speakerCoverage\":{\"all\":0.5},"
                                + "\"speakerPrecision\":{\"all\":null},"
                                + "\"contentsFound\":{\"all\":1.0},\"quotes\":{\"all\":4}}");
    }

    private static OptionalDouble of(double value) {
        return OptionalDouble.of(value);
    }
}
