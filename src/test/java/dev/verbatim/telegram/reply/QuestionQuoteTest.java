package dev.verbatim.telegram.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionQuoteTest {

    private static final String TALK = "I have read the paper on the train today. ".repeat(5);

    @Test
    void doesNotQuoteAShortMessage() {
        assertThat(QuestionQuote.find("I wonder. Who met in Brussels? Tell me.")).isEmpty();
    }

    @Test
    void doesNotQuoteWithoutAQuestion() {
        assertThat(QuestionQuote.find(TALK)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Who met in Brussels?", "誰が会った？"})
    void quotesTheQuestionOfALongMessage(String question) {
        String message = TALK + question + " " + TALK;

        assertThat(QuestionQuote.find(message)).contains(question);
    }

    @Test
    void doesNotQuoteAnOverlongQuestion() {
        String endless = "who met and ".repeat(40) + "why?";

        assertThat(QuestionQuote.find(endless)).isEmpty();
    }
}
