package dev.verbatim.telegram;

import static dev.verbatim.telegram.SmallNewsBot.BOATS;
import static dev.verbatim.telegram.SmallNewsBot.COST;
import static dev.verbatim.telegram.SmallNewsBot.GROUP;
import static dev.verbatim.telegram.SmallNewsBot.HARBOUR;
import static dev.verbatim.telegram.SmallNewsBot.OPENED;
import static dev.verbatim.telegram.SmallNewsBot.SAID;
import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.await;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.Answer;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.playground.botapi.MethodCall;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Journeys of the questions that are offered below an abstention, over real HTTP.
class RelatedQuestionJourneyIT {

    private static final String UNANSWERED = "When did the boats come back in 1910?";
    private static final String OFFERED = "What does Jane Doe say?";
    private static final Passage QUOTED = HARBOUR.passages().get(2);

    @TempDir private Path data;
    private SmallNewsBot served;

    @BeforeEach
    void open() throws IOException {
        served = new SmallNewsBot(data);
        served.bot.answers(new Answer.NotFound(List.of(QUOTED), 0.1, 1, 5));
        served.bot.alone(spoken());
    }

    @AfterEach
    void close() {
        served.close();
    }

    private static Answer spoken() {
        Speaker speaker = HARBOUR.speakersIn(QUOTED.span()).findFirst().orElseThrow();
        return new Answer.Found(QUOTED, QUOTED.span(), speaker, 0.9);
    }

    @Test
    void questionThatIsAnsweredIsOfferedOnceThatIsKnown() {
        served.bot.alone(spoken());

        MethodCall no = abstentionWithOffer();

        assertThat(no.button(OFFERED).path("callback_data").asString(""))
                .startsWith("related ")
                .hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void pressedItIsAskedAndAnsweredBelow() {
        MethodCall no = abstentionWithOffer();
        int before = served.server.sendCalls(ANN).size();
        served.bot.answers(spoken());

        served.press(no, OFFERED);

        served.awaitUntilSentTo(ANN, before + 1);
        MethodCall answer = served.server.sendCalls(ANN).getLast();
        assertThat(served.bot.asked.getLast()).isEqualTo(OFFERED);
        assertThat(SmallNewsBot.marked(answer, "blockquote")).containsExactly(SAID);
        assertThat(answer.parameters().at("/reply_parameters/message_id").asInt())
                .isEqualTo(served.server.messageOf(no));
    }

    @Test
    void questionBelowTheGateIsNeverOffered() {
        served.bot.alone(new Answer.Closest(QUOTED, QUOTED.span(), null, 0.6));

        assertNeverOffered(UNANSWERED);
    }

    @Test
    void whatAnotherPassageAnswersIsNotOffered() {
        Passage other = HARBOUR.passages().getFirst();
        served.bot.alone(new Answer.Found(other, other.span(), null, 0.9));

        assertNeverOffered(UNANSWERED);
    }

    @Test
    void nothingIsOfferedWhereThePassageHasNoWordOfTheQuestion() {
        assertNeverOffered("Who won the football match?");
    }

    @Test
    void inAGroupTheAnswerIsForAll() {
        served.server.write(GROUP, ANN, "/ask " + UNANSWERED);
        abstentionWithOffer();
        served.server.write(GROUP, ANN, "/ask " + UNANSWERED);
        awaitUntil(() -> served.server.sendCalls(GROUP).size() == 2);
        MethodCall no = served.server.sendCalls(GROUP).getLast();
        served.bot.answers(spoken());

        served.server.pressButton(
                BEN,
                served.server.messageOf(no),
                no.button(OFFERED).path("callback_data").asString(""));

        awaitUntil(() -> served.server.sendCalls(GROUP).size() == 3);
        MethodCall answer = served.server.sendCalls(GROUP).getLast();
        assertThat(answer.text()).contains(SAID);
        assertThat(answer.parameters().has("ephemeral_message_parameters")).isFalse();
    }

    @Test
    void questionAboutAnArticleThatHasChangedIsNotAsked() {
        MethodCall no = abstentionWithOffer();
        served.serve(SmallNewsBot.article("harbour", "A harbour for Seaham", OPENED, BOATS, COST));
        int asked = served.bot.asked.size();

        served.press(no, OFFERED);

        awaitUntil(() -> !served.server.calls("answerCallbackQuery").isEmpty());
        assertThat(served.server.calls("answerCallbackQuery").getLast().text()).contains("changed");
        assertThat(served.bot.asked).hasSize(asked);
    }

    private MethodCall abstentionWithOffer() {
        await().until(() -> !served.ask(ANN, UNANSWERED).button(OFFERED).isMissingNode());
        return served.server.sendCalls(ANN).getLast();
    }

    private void assertNeverOffered(String question) {
        await().during(Duration.ofMillis(500))
                .until(() -> served.ask(ANN, question).button(OFFERED).isMissingNode());
    }
}
