package dev.verbatim.answer;

import static dev.verbatim.answer.AnswerAssert.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// With the reader off, retrieval alone answers the first article's questions.
@ExtendWith(Bot.Unread.class)
class ReaderOffTest {

    private final Bot bot;

    ReaderOffTest(Bot bot) {
        this.bot = bot;
    }

    @Test
    void aQuestionIsAnsweredInTheSpeakersName() {
        Answer answer = bot.ask("What does Smith say about loose talk?");

        assertThat(answer)
                .isVerbatimFrom(bot.article())
                .citesParagraph(18)
                .saidBy("Julianne Smith");
    }

    @Test
    void whatTheArticleIsNotAboutIsNotAnswered() {
        Answer answer = bot.ask("Who won the football match on Saturday?");

        assertThat(answer).isHonestNo();
    }
}
