package dev.verbatim.answer;

import static dev.verbatim.answer.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// With the reader off, retrieval alone answers the first article's questions: as verbatim, and of
/// those that are answered as many as before there was a reader.
@ExtendWith(Bot.Unread.class)
class ReaderOffTest {

    private static final List<Judgment> TABLE = Judgment.table();

    private final Bot bot;

    ReaderOffTest(Bot bot) {
        this.bot = bot;
    }

    @ParameterizedTest
    @MethodSource("table")
    void whateverIsShownIsVerbatim(Judgment judgment) {
        assertThat(bot.ask(judgment.question())).isVerbatimFrom(bot.article());
    }

    @Test
    void asManyAreAnsweredRight() {
        assertThat(TABLE.stream().filter(Judgment::isAnswerable).filter(this::isRight))
                .hasSizeGreaterThanOrEqualTo(85);
    }

    @Test
    void asManyAreHonestlyNotAnswered() {
        assertThat(TABLE.stream().filter(judgment -> !judgment.isAnswerable()))
                .filteredOn(judgment -> !(bot.ask(judgment.question()) instanceof Answer.Found))
                .hasSizeGreaterThanOrEqualTo(47);
    }

    @Test
    void aQuestionIsAnsweredInTheSpeakersName() {
        Answer answer = bot.ask("What does Smith say about loose talk?");

        assertThat(answer).citesParagraph(18).saidBy("Julianne Smith");
    }

    @Test
    void whatTheArticleIsNotAboutIsNotAnswered() {
        assertThat(bot.ask("Who won the football match on Saturday?")).isHonestNo();
    }

    private boolean isRight(Judgment judgment) {
        return bot.ask(judgment.question()) instanceof Answer.Found found
                && found.passage().paragraph() == judgment.paragraph()
                && found.emphasis().of(found.passage().article().text()).contains(judgment.words());
    }

    static Stream<Judgment> table() {
        return TABLE.stream();
    }
}
