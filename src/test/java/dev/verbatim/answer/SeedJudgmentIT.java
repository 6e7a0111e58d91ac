package dev.verbatim.answer;

import static dev.verbatim.answer.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.Judgment.Expected;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Which passage, in whose name, or none: real questions about the first article, asked of all that
/// is served.
@ExtendWith(AnswerPipeline.Seed.class)
@Execution(ExecutionMode.CONCURRENT)
class SeedJudgmentIT {

    private static final List<Judgment> TABLE = Judgment.table();

    @RegisterExtension static final JudgmentReport REPORT = new JudgmentReport(Judgment.TABLE);

    private final AnswerPipeline pipeline;

    SeedJudgmentIT(AnswerPipeline pipeline) {
        this.pipeline = pipeline;
    }

    @ParameterizedTest
    @MethodSource("right")
    void answersWithPassageAndSpeaker(Judgment judgment) {
        Answer answer = pipeline.ask(judgment.question());

        assertThat(answer).isRight(judgment.paragraph(), judgment.words(), judgment.speaker());
    }

    @ParameterizedTest
    @MethodSource("closest")
    void ranksThePassageFirst(Judgment judgment) {
        Answer answer = pipeline.ask(judgment.question());

        assertThat(answer).hasOnTop(judgment.paragraph());
    }

    @ParameterizedTest
    @MethodSource("all")
    void questionsGetNoWorse(Judgment judgment) {
        Answer answer = pipeline.ask(judgment.question());

        REPORT.assertNoWorse(judgment.outcome(answer), judgment.expected(), judgment);
    }

    @ParameterizedTest
    @MethodSource("honest")
    void abstainsWhenTheArticleDoesNotAnswer(Judgment judgment) {
        Answer answer = pipeline.ask(judgment.question());

        assertThat(answer).claimsNoAnswer();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyShownPassageIsVerbatim(Judgment judgment) {
        Answer answer = pipeline.ask(judgment.question());

        assertThat(answer).isVerbatimFrom(pipeline.article());
    }

    @Test
    void tableOnlyGrows() {
        assertThat(TABLE.stream().filter(Judgment::isAnswerable)).hasSizeGreaterThanOrEqualTo(102);
        assertThat(TABLE).hasSizeGreaterThanOrEqualTo(167);
        assertThat(right()).hasSizeGreaterThanOrEqualTo(88);
        assertThat(honest()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(rows(Expected.KNOWN_WRONG)).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void tableQuotesTheArticleCorrectly() {
        Judgment.assertQuotesCorrectly(TABLE, pipeline);
    }

    static Stream<Judgment> right() {
        return rows(Expected.RIGHT);
    }

    static Stream<Judgment> closest() {
        return rows(Expected.CLOSEST);
    }

    static Stream<Judgment> honest() {
        return rows(Expected.HONEST);
    }

    static Stream<Judgment> all() {
        return TABLE.stream();
    }

    private static Stream<Judgment> rows(Expected expected) {
        return TABLE.stream().filter(judgment -> judgment.expected() == expected);
    }
}
