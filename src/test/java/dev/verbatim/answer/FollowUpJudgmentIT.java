package dev.verbatim.answer;

import static dev.verbatim.answer.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.DialogueContext.Shown;
import dev.verbatim.answer.FollowUpJudgment.Expected;
import dev.verbatim.article.TextSpan;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What people ask next: real conversations about the first article.
@ExtendWith(AnswerPipeline.Seed.class)
@Execution(ExecutionMode.CONCURRENT)
class FollowUpJudgmentIT {

    private static final String NAME = "seed-follow-ups.txt";
    private static final List<FollowUpJudgment> TABLE = FollowUpJudgment.table(NAME);

    @RegisterExtension static final JudgmentReport REPORT = new JudgmentReport(NAME);

    private final AnswerPipeline pipeline;

    FollowUpJudgmentIT(AnswerPipeline pipeline) {
        this.pipeline = pipeline;
    }

    @ParameterizedTest
    @MethodSource("right")
    void answersFollowUpsWithPassageAndSpeaker(FollowUpJudgment judgment) {
        Answer answer = pipeline.ask(judgment.earlier(), judgment.followUp());

        assertThat(answer).isRight(judgment.paragraph(), judgment.words(), judgment.speaker());
    }

    @ParameterizedTest
    @MethodSource("nobody")
    void reportsThatTheArticleNamesNoSpeaker(FollowUpJudgment judgment) {
        Answer answer = pipeline.ask(judgment.earlier(), judgment.followUp());

        assertThat(answer).isUnattributed(judgment.paragraph(), judgment.words());
    }

    @ParameterizedTest
    @MethodSource("honest")
    void abstainsWhenTheArticleDoesNotAnswer(FollowUpJudgment judgment) {
        Answer answer = pipeline.ask(judgment.earlier(), judgment.followUp());

        assertThat(answer).claimsNoAnswer();
    }

    @ParameterizedTest
    @MethodSource("judged")
    void followUpsGetNoWorse(FollowUpJudgment judgment) {
        Answer answer = pipeline.ask(judgment.earlier(), judgment.followUp());

        REPORT.assertNoWorse(judgment.outcome(answer), judgment.expected(), judgment);
    }

    @ParameterizedTest
    @MethodSource("alone")
    void standaloneQuestionIgnoresTheContext(FollowUpJudgment judgment) {
        Answer answer = pipeline.ask(judgment.earlier(), judgment.followUp());

        assertThat(answer).isEqualTo(pipeline.ask(judgment.followUp()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyShownPassageIsVerbatim(FollowUpJudgment judgment) {
        Answer answer = pipeline.ask(judgment.earlier(), judgment.followUp());

        assertThat(answer).isVerbatimFrom(pipeline.article());
    }

    @ParameterizedTest
    @MethodSource("questions")
    void standaloneQuestionIsAnsweredTheSameInAnyContext(String question) {
        Answer alone = pipeline.ask(question);

        assertThat(pipeline.ask(List.of("What does Smith say about loose talk?"), question))
                .isEqualTo(alone);
        assertThat(pipeline.ask(List.of("How many ships are in the Baltic Sea?"), question))
                .isEqualTo(alone);
        assertThat(pipeline.ask(List.of("What is on Ukraine's wish list?"), question))
                .isEqualTo(alone);
        assertThat(pipeline.ask(List.of("What is the capital of Australia?"), question))
                .isEqualTo(alone);
        assertThat(pipeline.ask(new DialogueContext("Does it rain?", List.of(WITHDRAWN)), question))
                .isEqualTo(alone);
    }

    private static final Shown WITHDRAWN = new Shown("weather", 7, new TextSpan(0, 1));

    static Stream<String> questions() {
        return Judgment.table().stream().map(Judgment::question);
    }

    @Test
    void tableOnlyGrows() {
        assertThat(TABLE.stream().filter(FollowUpJudgment::isFollowUp))
                .hasSizeGreaterThanOrEqualTo(99);
        assertThat(alone()).hasSizeGreaterThanOrEqualTo(22);
        assertThat(right()).hasSizeGreaterThanOrEqualTo(56);
        assertThat(honest()).hasSizeGreaterThanOrEqualTo(34);
        assertThat(rows(Expected.KNOWN_WRONG)).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void tableQuotesTheArticleCorrectly() {
        assertThat(TABLE).extracting(FollowUpJudgment::toString).doesNotHaveDuplicates();
        assertThat(TABLE.stream().filter(judgment -> judgment.paragraph() > 0))
                .allSatisfy(
                        judgment ->
                                assertThat(pipeline.paragraph(judgment.paragraph()))
                                        .contains(judgment.words()));
        assertThat(TABLE.stream().filter(judgment -> judgment.paragraph() == 0))
                .extracting(FollowUpJudgment::expected)
                .containsOnly(Expected.HONEST, Expected.ALONE, Expected.KNOWN_WRONG);
    }

    static Stream<FollowUpJudgment> right() {
        return rows(Expected.RIGHT);
    }

    static Stream<FollowUpJudgment> nobody() {
        return rows(Expected.NOBODY);
    }

    static Stream<FollowUpJudgment> honest() {
        return rows(Expected.HONEST);
    }

    /// All whose outcome an answer tells.
    static Stream<FollowUpJudgment> judged() {
        return TABLE.stream()
                .filter(FollowUpJudgment::isFollowUp)
                .filter(judgment -> judgment.expected() != Expected.NOBODY);
    }

    static Stream<FollowUpJudgment> alone() {
        return rows(Expected.ALONE);
    }

    static Stream<FollowUpJudgment> all() {
        return TABLE.stream();
    }

    private static Stream<FollowUpJudgment> rows(Expected expected) {
        return TABLE.stream().filter(judgment -> judgment.expected() == expected);
    }
}
