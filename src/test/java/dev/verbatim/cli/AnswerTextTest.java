package dev.verbatim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.Article;
import dev.verbatim.article.Article.Paragraph;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Publication;
import dev.verbatim.article.TextSpan;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerTextTest {

    private static final MessageCatalog ENGLISH = MessageCatalog.in(Locale.ENGLISH);

    @Test
    void emphasisIsBoldOnTerminal() {
        var reply =
                new AnswerText(ENGLISH, new TerminalStyle(true, 80, true))
                        .format(AnswerFixture.FOUND);

        assertThat(reply)
                .startsWith(
                        "\u001B[1m“Loose talk is dangerous,” she said.\u001B[0m"
                                + " It was raining 😀.\n\n");
    }

    @Test
    void emphasisStaysBoldAcrossLines() {
        var reply =
                new AnswerText(ENGLISH, new TerminalStyle(true, 20, true))
                        .format(AnswerFixture.FOUND);

        assertThat(reply)
                .startsWith(
                        """
                        \u001B[1m“Loose talk is\u001B[0m
                        \u001B[1mdangerous,” she\u001B[0m
                        \u001B[1msaid.\u001B[0m It was raining
                        😀.
                        """);
    }

    @Test
    void whatDiffersBetweenTwoSourcesIsBold() {
        var reply =
                new AnswerText(ENGLISH, new TerminalStyle(true, 80, true))
                        .format(AnswerFixture.FOUND, Optional.of(AnswerFixture.SECOND_SOURCE));

        assertThat(reply)
                .contains("said on \u001B[1mTuesday\u001B[0m.")
                .startsWith(AnswerFixture.SECOND_PARAGRAPH + "\n")
                .endsWith(ENGLISH.say("telegram.compare-marked"));
    }

    @Test
    void unattributedAnswerSaysThatNobodyIsNamed() {
        var found = (Answer.Found) AnswerFixture.FOUND;
        var answer = new Answer.Unattributed(found.passage(), found.emphasis());

        var reply = new AnswerText(ENGLISH, TerminalStyle.PIPE).format(answer);

        assertThat(reply)
                .startsWith(AnswerFixture.SECOND_PARAGRAPH)
                .contains(ENGLISH.nobodyNamed());
    }

    @Test
    void closestPassageFollowsANotice() {
        var reply = new AnswerText(ENGLISH, TerminalStyle.PIPE).format(AnswerFixture.CLOSEST);

        assertThat(reply).startsWith(ENGLISH.closest() + "\n\n" + AnswerFixture.SECOND_PARAGRAPH);
    }

    @Test
    void passageIsPlainWithoutColours() {
        var reply =
                new AnswerText(ENGLISH, new TerminalStyle(true, 80, false))
                        .format(AnswerFixture.FOUND);

        assertThat(reply).startsWith(AnswerFixture.SECOND_PARAGRAPH + "\n");
    }

    @Test
    void unansweredNamesSourcesWithoutQuoting() {
        var reply = new AnswerText(ENGLISH, TerminalStyle.PIPE).format(AnswerFixture.NOT_FOUND);

        assertThat(reply)
                .isEqualTo(
                        ENGLISH.notFound((Answer.NotFound) AnswerFixture.NOT_FOUND)
                                + "\n"
                                + ENGLISH.nearestButNoAnswer()
                                + "\n  Two-day meeting · Euronews · October 12, 2022 · ¶1");
    }

    @Test
    void replacesControlCharactersOnTerminal() {
        var reply =
                new AnswerText(ENGLISH, new TerminalStyle(true, 80, true))
                        .format(answerOf("Be\u001B[2Jware"));

        assertThat(reply).contains("Be\uFFFD[2Jware");
    }

    @Test
    void keepsControlCharactersInPipe() {
        var reply = new AnswerText(ENGLISH, TerminalStyle.PIPE).format(answerOf("Be\u001B[2Jware"));

        assertThat(reply).contains("Be\u001B[2Jware");
    }

    private static Answer answerOf(String text) {
        var all = new TextSpan(0, text.length());
        var article =
                new Article(
                        "a",
                        Publication.titled("A"),
                        text,
                        List.of(new Paragraph(all, List.of(all))),
                        List.of());
        return new Answer.Found(new Passage(article, 1, all), all, null, 1);
    }
}
