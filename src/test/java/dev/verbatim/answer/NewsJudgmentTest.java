package dev.verbatim.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.Judgment.Expected;
import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Quotation;
import dev.verbatim.article.Speaker;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the bot makes of news: five articles at once, questions that they answer, and as many that
/// they are about and don't answer.
@ExtendWith(Bot.News.class)
class NewsJudgmentTest {

    private static final List<NewsJudgment> TABLE = NewsJudgment.table();

    /// As many as there are: fewer would be a step back.
    private static final int RIGHT = 68;

    private static final int WRONG = 32;

    private final Bot bot;

    NewsJudgmentTest(Bot bot) {
        this.bot = bot;
    }

    @ParameterizedTest
    @MethodSource("table")
    void comesToWhatTheTableSays(NewsJudgment judgment) {
        Expected outcome = outcome(judgment);

        assertThat(outcome)
                .as("%s; if it got better, move it up in the table", bot.ask(judgment.question()))
                .isEqualTo(judgment.expected());
    }

    private Expected outcome(NewsJudgment judgment) {
        return switch (bot.ask(judgment.question())) {
            case Answer.Found found ->
                    isRight(found, judgment) ? Expected.RIGHT : Expected.KNOWN_WRONG;
            case Answer.Closest closest -> unsure(judgment, closest.passage());
            case Answer.NotFound none -> unsure(judgment, none.nearest().getFirst());
            case Answer.Unattributed _, Answer.NoQuestion _ -> Expected.KNOWN_WRONG;
        };
    }

    private static Expected unsure(NewsJudgment judgment, Passage onTop) {
        if (!judgment.isAnswerable()) {
            return Expected.HONEST;
        }
        return isAt(onTop, judgment) ? Expected.CLOSEST : Expected.MISSED;
    }

    private static boolean isRight(Answer.Found found, NewsJudgment judgment) {
        String shown = found.emphasis().of(found.passage().article().text());
        return judgment.isAnswerable()
                && isAt(found.passage(), judgment)
                && shown.contains(judgment.words());
    }

    private static boolean isAt(Passage passage, NewsJudgment judgment) {
        return passage.article().id().equals(judgment.articleId())
                && passage.paragraph() == judgment.paragraph();
    }

    @ParameterizedTest
    @MethodSource("right")
    void namesWhoSaidItAndNobodyElse(NewsJudgment judgment) {
        var found = (Answer.Found) bot.ask(judgment.question());

        String named = found.speaker() == null ? "" : found.speaker().name();
        assertThat(named).isIn(Stream.concat(Stream.of(""), speakersIn(judgment)).toList());
    }

    /// Whose words or thoughts stand in the paragraph.
    private Stream<String> speakersIn(NewsJudgment judgment) {
        Article article = bot.article(judgment.articleId());
        return article
                .quotationsIn(article.paragraphs().get(judgment.paragraph() - 1).span())
                .stream()
                .map(Quotation::speaker)
                .filter(Objects::nonNull)
                .map(Speaker::name);
    }

    @Test
    void theTableOnlyGrows() {
        assertThat(TABLE).hasSizeGreaterThanOrEqualTo(167);
        assertThat(rows(Expected.RIGHT)).hasSizeGreaterThanOrEqualTo(RIGHT);
        assertThat(rows(Expected.KNOWN_WRONG)).hasSizeLessThanOrEqualTo(WRONG);
        assertThat(TABLE.stream().filter(judgment -> !judgment.isAnswerable()))
                .hasSizeGreaterThanOrEqualTo(80);
    }

    @Test
    void theTableIsTrueToTheArticles() {
        assertThat(TABLE).extracting(NewsJudgment::question).doesNotHaveDuplicates();
        assertThat(TABLE.stream().filter(NewsJudgment::isAnswerable))
                .allSatisfy(
                        judgment ->
                                assertThat(
                                                Bot.paragraph(
                                                        bot.article(judgment.articleId()),
                                                        judgment.paragraph()))
                                        .contains(judgment.words()));
    }

    @Test
    void whoSpeaksInTheTableSpeaksInTheArticle() {
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
