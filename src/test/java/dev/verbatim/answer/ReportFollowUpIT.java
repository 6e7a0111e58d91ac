package dev.verbatim.answer;

import static dev.verbatim.answer.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.FollowUpJudgment.Expected;
import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What people ask next where several long articles are served: directly, after a no, and two turns
/// back.
@ExtendWith(AnswerPipeline.Reports.class)
class ReportFollowUpIT {

    private static final String NAME = "report-follow-ups.txt";
    private static final List<FollowUpJudgment> TABLE = FollowUpJudgment.table(NAME);

    @RegisterExtension static final JudgmentReport REPORT = new JudgmentReport(NAME);

    private final AnswerPipeline pipeline;

    ReportFollowUpIT(AnswerPipeline pipeline) {
        this.pipeline = pipeline;
    }

    static List<FollowUpJudgment> table() {
        return TABLE;
    }

    @ParameterizedTest
    @MethodSource("table")
    void followUpsGetNoWorse(FollowUpJudgment judgment) {
        Answer answer = pipeline.ask(judgment.earlier(), judgment.followUp());

        REPORT.assertNoWorse(judgment.outcome(answer), judgment.expected(), judgment);
    }

    @ParameterizedTest
    @MethodSource("table")
    void noAnswerComesFromAnotherArticle(FollowUpJudgment judgment) {
        Answer answer = pipeline.ask(judgment.earlier(), judgment.followUp());

        assertThat(answered(answer)).allMatch(judgment::isOfArticle);
    }

    private static Stream<Passage> answered(Answer answer) {
        return switch (answer) {
            case Answer.Found found -> Stream.of(found.passage());
            case Answer.Unattributed shown -> Stream.of(shown.passage());
            case Answer.Closest _, Answer.NotFound _, Answer.NoQuestion _ -> Stream.of();
        };
    }

    @Test
    void tableOnlyGrows() {
        assertThat(TABLE).hasSizeGreaterThanOrEqualTo(85);
        assertThat(
                        TABLE.stream()
                                .map(FollowUpJudgment::expected)
                                .filter(List.of(Expected.RIGHT, Expected.HONEST)::contains)
                                .count())
                .as("right or honest, at least 80 of a hundred")
                .isGreaterThanOrEqualTo(TABLE.size() * 80 / 100);
    }

    @Test
    void tableQuotesTheArticlesCorrectly() {
        assertThat(TABLE).extracting(FollowUpJudgment::toString).doesNotHaveDuplicates();
        assertThat(TABLE.stream().filter(judgment -> judgment.paragraph() > 0))
                .allSatisfy(
                        judgment -> {
                            Article article = pipeline.article(judgment.articleId());
                            assertThat(AnswerPipeline.paragraph(article, judgment.paragraph()))
                                    .contains(judgment.words());
                        });
    }
}
