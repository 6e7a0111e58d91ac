package dev.verbatim.telegram;

import static dev.verbatim.telegram.ShipsBot.GROUP;
import static dev.verbatim.telegram.ShipsBot.QUESTION;
import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.store.OnEachDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Journeys of a reader with the buttons of an answer, over real HTTP.
@OnEachDatabase(inEveryBuild = false)
class AnswerJourneyIT {

    @TempDir private Path data;

    private ShipsBot ships;

    @BeforeEach
    void open() throws IOException {
        ships = new ShipsBot(data);
    }

    @AfterEach
    void close() {
        ships.close();
    }

    @Test
    void answerHasAllItsButtons() {
        MethodCall answer = ships.ask(QUESTION);

        assertThat(answer.button("Context").has("callback_data")).isTrue();
        assertThat(answer.button("Other passages").has("callback_data")).isTrue();
        assertThat(answer.button("This answers it").has("callback_data")).isTrue();
        assertThat(answer.button("It doesn’t").has("callback_data")).isTrue();
        assertThat(answer.button("Share").path("switch_inline_query").asString())
                .isEqualTo(QUESTION);
        assertThat(answer.button("Copy citation").at("/copy_text/text").asString())
                .startsWith("They were grey.\nThe ships · ¶2\nt.me/a_bot?start=");
    }

    @Test
    void contextReplacesTheAnswerAndCanBeHidden() {
        MethodCall answer = ships.ask(QUESTION);

        ships.press(ANN, answer, "Context");
        MethodCall around = ships.edit(1);
        ships.press(ANN, around, "Only the passage");
        MethodCall back = ships.edit(2);

        assertThat(around.text())
                .contains(
                        ShipsArticle.BEFORE
                                + "\n\n"
                                + ShipsArticle.PARAGRAPH
                                + "\n\n"
                                + ShipsArticle.AFTER);
        assertThat(around.marked("bold")).isEqualTo("They were grey.");
        assertThat(back.text()).isEqualTo(answer.text());
        assertThat(back.parameters().path("reply_markup"))
                .isEqualTo(answer.parameters().path("reply_markup"));
        assertThat(ships.server.sendCalls(ANN)).hasSize(1);
    }

    @Test
    void pagesThroughOtherPassagesStartingAtTheAnswer() {
        ships.bot().ranking =
                List.of(ShipsArticle.PASSAGE, ShipsBot.passage(0), ShipsBot.passage(2));
        MethodCall answer = ships.ask(QUESTION);

        ships.press(ANN, answer, "Other passages");
        ships.press(ANN, ships.edit(1), "More »");
        ships.press(ANN, ships.edit(2), "« Back");
        ships.press(ANN, ships.edit(3), "« Back");

        assertThat(ships.edit(1).text()).startsWith("Passage 2 of 3\n" + ShipsArticle.BEFORE);
        assertThat(ships.edit(2).text()).startsWith("Passage 3 of 3\n" + ShipsArticle.AFTER);
        assertThat(ships.edit(2).button("More »").isMissingNode()).isTrue();
        assertThat(ships.edit(4).text()).isEqualTo(answer.text());
    }

    @Test
    void saysWhenThereIsNoOtherPassage() {
        ships.press(ANN, ships.ask(QUESTION), "Other passages");

        assertThat(ships.notice()).contains("no other passages");
        assertThat(ships.server.calls("editMessageText")).isEmpty();
    }

    @Test
    void buttonsWorkAfterARestart() {
        MethodCall answer = ships.ask(QUESTION);
        ships.restartBot();

        ships.press(ANN, answer, "Context");

        assertThat(ships.edit(1).text()).contains(ShipsArticle.BEFORE);
    }

    @Test
    void answerOfAChangedArticleSaysSoInsteadOfShowingOtherWords() {
        MethodCall answer = ships.ask(QUESTION);
        ships.bot().articles =
                Map.of(
                        ShipsArticle.ID,
                        ShipsArticle.withParagraphs(ShipsArticle.BEFORE, "No ships came."));

        ships.press(ANN, answer, "Context");

        assertThat(ships.notice()).contains("article has changed");
        assertThat(ships.server.calls("editMessageText")).isEmpty();
    }

    @Test
    void answerOfARemovedArticleSaysSo() {
        MethodCall answer = ships.ask(QUESTION);
        ships.bot().articles = Map.of();

        ships.press(ANN, answer, "Context");

        assertThat(ships.notice()).contains("no longer have this article");
    }

    @Test
    void buttonOfAnExpiredAnswerSaysSo() {
        MethodCall answer = ships.ask(QUESTION);
        ships.clock.advance(Duration.ofDays(31));

        ships.press(ANN, answer, "Context");

        assertThat(ships.notice()).contains("earlier time");
    }

    @Test
    void answerOfOneChatCannotBeOpenedInAnother() {
        String data = ships.ask(QUESTION).button("Context").path("callback_data").asString();
        ships.server.write(BEN, "Hello?");
        awaitUntil(() -> ships.server.sendCalls(BEN).size() == 1);

        ships.server.pressButton(BEN, ships.server.lastBotMessage(BEN), data);

        assertThat(ships.notice()).contains("earlier time");
        assertThat(ships.server.calls("editMessageText")).isEmpty();
    }

    @Test
    void eachUserHasOneRatingThatMayChange() {
        MethodCall answer = ships.askInGroup(ANN, "/ask " + QUESTION);

        ships.press(ANN, answer, "This answers it");
        ships.press(BEN, answer, "This answers it");
        ships.press(BEN, answer, "It doesn’t");
        awaitUntil(() -> ships.server.calls("answerCallbackQuery").size() == 3);
        ships.server.write(AnsweringBot.EDITOR, "/stats");

        awaitUntil(() -> !ships.server.sendCalls(AnsweringBot.EDITOR).isEmpty());
        assertThat(ships.server.sendCalls(AnsweringBot.EDITOR).getFirst().text())
                .contains("Questions: 1", "“This answers it”: 1", "“It doesn’t”: 1");
        assertThat(ships.notice()).contains("Thank you");
        assertThat(ships.server.sendCalls(GROUP)).hasSize(1);
        assertThat(ships.server.calls("editMessageText")).isEmpty();
    }

    @Test
    void statisticsListUnansweredQuestions() {
        ships.bot().answers(NatoArticle.NOT_FOUND);
        ships.server.write(ANN, "How deep is the sea?");
        ships.server.write(BEN, "how deep is  the SEA");
        ships.server.write(BEN, "Who built the harbour?");
        awaitUntil(
                () ->
                        ships.server.sendCalls(BEN).size() == 2
                                && ships.server.sendCalls(ANN).size() == 1);

        ships.server.write(AnsweringBot.EDITOR, "/stats");

        awaitUntil(() -> !ships.server.sendCalls(AnsweringBot.EDITOR).isEmpty());
        assertThat(ships.server.sendCalls(AnsweringBot.EDITOR).getFirst().text())
                .contains("Not answered: 3")
                .containsSubsequence("2 × ", "1 × Who built the harbour?");
    }

    @Test
    void onlyEditorsGetStatistics() {
        ships.server.write(ANN, "/stats");

        awaitUntil(() -> !ships.server.sendCalls(ANN).isEmpty());
        assertThat(ships.server.sendCalls(ANN).getFirst().text()).contains("Only the editors");
    }
}
