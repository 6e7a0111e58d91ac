package dev.verbatim.answer;

import static dev.verbatim.answer.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.language.Language;
import dev.verbatim.language.LanguageDetector;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the bot makes of questions in other languages about the first article, which is in English.
@ExtendWith(AnswerPipeline.Seed.class)
@Execution(ExecutionMode.CONCURRENT)
class TranslatedJudgmentIT {

    private static final String NAME = "seed-translated-questions.txt";
    private static final List<Judgment> TABLE = Judgment.table(NAME);

    private static final int PER_LANGUAGE = 25;
    private static final int NOT_ANSWERED = 8;

    @RegisterExtension static final JudgmentReport REPORT = new JudgmentReport(NAME);

    private final AnswerPipeline pipeline;

    TranslatedJudgmentIT(AnswerPipeline pipeline) {
        this.pipeline = pipeline;
    }

    @ParameterizedTest
    @MethodSource("table")
    void outcomeIsNoWorseThanTheTableSays(Judgment judgment) {
        Answer answer = pipeline.ask(judgment.question());

        assertThat(answer).isVerbatimFrom(pipeline.article());
        REPORT.assertNoWorse(judgment.outcome(answer), judgment.expected(), judgment);
    }

    @Test
    void everyLanguageHasItsQuestions() {
        for (Language language : Language.withFile()) {
            List<Judgment> asked =
                    TABLE.stream()
                            .filter(
                                    judgment ->
                                            LanguageDetector.ofQuestion(judgment.question())
                                                    == language)
                            .toList();
            int least = language == Language.ENGLISH ? 0 : PER_LANGUAGE;
            assertThat(asked).as(language.code()).hasSizeGreaterThanOrEqualTo(least);
        }
        assertThat(TABLE.stream().filter(judgment -> !judgment.isAnswerable()))
                .hasSizeGreaterThanOrEqualTo((Language.withFile().size() - 1) * NOT_ANSWERED);
    }

    @Test
    void tableQuotesTheArticleCorrectly() {
        Judgment.assertQuotesCorrectly(TABLE, pipeline);
    }

    /// In languages without a table, in two at once, in other letters than their own.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ile statków jest na Morzu Bałtyckim?",
                "Kaç gemi Baltık Denizi'nde?",
                "バルト海には何隻の船がいますか。",
                "كم عدد السفن في بحر البلطيق؟",
                "Wie viele ships патрулюють the Ostsee?",
                "Wer ist der новий генсек of NATO?",
                "skolko korablej patruliruet Baltijskoe more",
                "Скiльки кораблiв у Балтiйському морi?",
                "Скильки кораблив у Балтийському мори?",
                "сколько кораблей?? ships сколько",
            })
    void aQuestionInAStrangeLanguageGetsItsAnswerOrNone(String question) {
        Answer answer = pipeline.ask(question);

        assertThat(answer).isVerbatimFrom(pipeline.article());
        if (answer instanceof Answer.Found found) {
            assertThat(found.passage().paragraph()).as(question).isIn(2, 14);
        }
    }

    static List<Judgment> table() {
        return TABLE;
    }
}
