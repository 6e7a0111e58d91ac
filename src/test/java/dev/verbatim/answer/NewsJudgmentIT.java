package dev.verbatim.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.Judgment.Expected;
import dev.verbatim.article.Article;
import dev.verbatim.article.Quotation;
import dev.verbatim.article.Quotation.Speaker;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the bot makes of news: five articles at once, questions that they answer, and as many that
/// they are about and don't answer.
@ExtendWith(AnswerPipeline.News.class)
@Execution(ExecutionMode.CONCURRENT)
class NewsJudgmentIT {

    private static final String NAME = "news-questions.txt";
    private static final List<NewsJudgment> TABLE = NewsJudgment.table(NAME);

    @RegisterExtension static final JudgmentReport REPORT = new JudgmentReport(NAME);

    /// As many as there are: fewer would be a step back.
    private static final int RIGHT = 73;

    private static final int WRONG = 26;

    private final AnswerPipeline pipeline;

    NewsJudgmentIT(AnswerPipeline pipeline) {
        this.pipeline = pipeline;
    }

    @ParameterizedTest
    @MethodSource("table")
    void outcomeIsNoWorseThanTheTableSays(NewsJudgment judgment) {
        Answer answer = pipeline.ask(judgment.question());

        REPORT.assertNoWorse(judgment.outcome(answer), judgment.expected(), judgment);
    }

    @ParameterizedTest
    @MethodSource("right")
    void namesOnlyTheSpeakersOfTheParagraph(NewsJudgment judgment) {
        var found = (Answer.Found) pipeline.ask(judgment.question());

        String named = found.speaker() == null ? "" : found.speaker().name();
        assertThat(named).isIn(Stream.concat(Stream.of(""), speakersIn(judgment)).toList());
    }

    /// The speakers quoted in the paragraph, directly or indirectly.
    private Stream<String> speakersIn(NewsJudgment judgment) {
        Article article = pipeline.article(judgment.articleId());
        return article
                .quotationsIn(article.paragraphs().get(judgment.paragraph() - 1).span())
                .stream()
                .map(Quotation::speaker)
                .filter(Objects::nonNull)
                .map(Speaker::name);
    }

    @Test
    void tableOnlyGrows() {
        assertThat(TABLE).hasSizeGreaterThanOrEqualTo(167);
        assertThat(rows(Expected.RIGHT)).hasSizeGreaterThanOrEqualTo(RIGHT);
        assertThat(rows(Expected.KNOWN_WRONG)).hasSizeLessThanOrEqualTo(WRONG);
        assertThat(TABLE.stream().filter(judgment -> !judgment.isAnswerable()))
                .hasSizeGreaterThanOrEqualTo(80);
    }

    @Test
    void tableQuotesTheArticlesCorrectly() {
        NewsJudgment.assertQuotesCorrectly(TABLE, pipeline);
    }

    @Test
    void speakersOfTheTableAreQuotedInTheArticle() {
        assertThat(TABLE.stream().filter(judgment -> !judgment.speaker().isEmpty()))
                .allSatisfy(
                        judgment -> assertThat(speakersIn(judgment)).contains(judgment.speaker()));
    }

    static Stream<NewsJudgment> table() {
        return TABLE.stream();
    }

    static Stream<NewsJudgment> right() {
        return rows(Expected.RIGHT);
    }

    private static Stream<NewsJudgment> rows(Expected expected) {
        return TABLE.stream().filter(judgment -> judgment.expected() == expected);
    }
}
