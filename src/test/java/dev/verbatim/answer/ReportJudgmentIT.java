package dev.verbatim.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.Judgment.Expected;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the bot makes of long reports, a table and a German article, all served at once.
@ExtendWith(AnswerPipeline.Reports.class)
class ReportJudgmentIT {

    private static final String NAME = "report-questions.txt";
    private static final List<NewsJudgment> TABLE = NewsJudgment.table(NAME);

    /// As many as there are: fewer would be a step back.
    private static final int RIGHT = 90;

    private static final int WRONG = 10;

    @RegisterExtension static final JudgmentReport REPORT = new JudgmentReport(NAME);

    private final AnswerPipeline pipeline;

    ReportJudgmentIT(AnswerPipeline pipeline) {
        this.pipeline = pipeline;
    }

    static List<NewsJudgment> table() {
        return TABLE;
    }

    @ParameterizedTest
    @MethodSource("table")
    void outcomeIsNoWorseThanTheTableSays(NewsJudgment judgment) {
        Answer answer = pipeline.ask(judgment.question());

        REPORT.assertNoWorse(judgment.outcome(answer), judgment.expected(), judgment);
    }

    @Test
    void tableOnlyGrowsAndGetsBetter() {
        assertThat(TABLE).hasSizeGreaterThanOrEqualTo(141);
        assertThat(rows("cup-final")).hasSizeGreaterThanOrEqualTo(41);
        assertThat(rows("hafen-kiel")).hasSizeGreaterThanOrEqualTo(40);
        assertThat(expecting(Expected.RIGHT)).hasSizeGreaterThanOrEqualTo(RIGHT);
        assertThat(expecting(Expected.KNOWN_WRONG)).hasSizeLessThanOrEqualTo(WRONG);
    }

    private static Stream<NewsJudgment> rows(String articleId) {
        return TABLE.stream().filter(judgment -> judgment.articleId().equals(articleId));
    }

    private static Stream<NewsJudgment> expecting(Expected expected) {
        return TABLE.stream().filter(judgment -> judgment.expected() == expected);
    }

    @Test
    void tableQuotesTheArticlesCorrectly() {
        NewsJudgment.assertQuotesCorrectly(TABLE, pipeline);
    }
}
