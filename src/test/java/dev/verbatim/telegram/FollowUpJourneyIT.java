package dev.verbatim.telegram;

import static dev.verbatim.telegram.ShipsBot.GROUP;
import static dev.verbatim.telegram.ShipsBot.QUESTION;
import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.DialogueContext;
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

/// Journeys of a reader who goes on from an answer, by its link or another question, over real
/// HTTP.
@OnEachDatabase(inEveryBuild = false)
class FollowUpJourneyIT {

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
    void linkOfACitationOpensThePassage() {
        String code = ShipsBot.code(ships.ask(QUESTION));

        ships.server.write(BEN, "/start " + code);

        MethodCall opened = ships.firstTo(BEN);
        assertThat(opened.text()).contains("behind your link").contains(ShipsArticle.PARAGRAPH);
        assertThat(opened.marked("bold")).isEqualTo("They were grey.");
        assertThat(ships.bot().asked).containsExactly(QUESTION);
        ships.press(BEN, opened, "Context");
        assertThat(ships.edit(1).text()).contains(ShipsArticle.BEFORE, ShipsArticle.AFTER);
    }

    @Test
    void linkToAPassageThatHasMovedShowsItAndSaysThatItIsStillThere() {
        String code = ShipsBot.code(ships.ask(QUESTION));
        ships.bot().articles =
                Map.of(
                        ShipsArticle.ID,
                        ShipsArticle.withParagraphs(
                                "A beginning.", ShipsArticle.BEFORE, ShipsArticle.PARAGRAPH));

        ships.server.write(BEN, "/start " + code);

        assertThat(ships.firstTo(BEN).text())
                .contains("still has this passage")
                .contains(ShipsArticle.PARAGRAPH);
        assertThat(ships.firstTo(BEN).text()).endsWith("¶3");
    }

    @Test
    void linkToARemovedArticleSaysSo() {
        String code = ShipsBot.code(ships.ask(QUESTION));
        ships.bot().listings = List.of();

        ships.server.write(BEN, "/start " + code);

        assertThat(ships.firstTo(BEN).text()).contains("no longer have the article");
    }

    @Test
    void followUpRefersToTheUsersLastQuestionForSomeMinutes() {
        ships.ask(QUESTION);
        ships.clock.advance(Duration.ofMinutes(9));
        ships.ask("And when?");
        ships.clock.advance(Duration.ofMinutes(11));
        ships.ask("And who?");

        assertThat(ships.bot().contexts)
                .extracting(DialogueContext::question)
                .containsExactly("", QUESTION, "");
    }

    @Test
    void followUpInAGroupNeverRefersToAnotherUsersQuestion() {
        ships.askInGroup(ANN, "/ask " + QUESTION);
        ships.askInGroup(BEN, "/ask And when?");
        ships.askInGroup(ANN, "/ask And who?");

        assertThat(ships.bot().contexts)
                .extracting(DialogueContext::question)
                .containsExactly("", "", QUESTION);
    }

    @Test
    void replyToAnAnswerRefersToItHoweverOldAndWhoeverAsked() {
        ships.askInGroup(ANN, "/ask " + QUESTION);
        int answer = ships.server.lastBotMessage(GROUP);
        ships.clock.advance(Duration.ofDays(2));
        ships.askInGroup(ANN, "/ask Something else?");

        ships.server.reply(GROUP, BEN, answer, "And when?");

        awaitUntil(() -> ships.bot().asked.size() == 3);
        assertThat(ships.bot().contexts.getLast().question()).isEqualTo(QUESTION);
    }

    @Test
    void editedQuestionKeepsItsDialogueContext() {
        ships.ask(QUESTION);
        int question = ships.server.write(ANN, "And whne?");
        awaitUntil(() -> ships.server.sendCalls(ANN).size() == 2);

        ships.server.edit(question, "And when?", 5);

        MethodCall answer = ships.edit(1);
        assertThat(ships.bot().contexts.getLast().question()).isEqualTo(QUESTION);
        ships.press(ANN, answer, "Context");
        assertThat(ships.edit(2).text()).contains(ShipsArticle.BEFORE);
    }

    @Test
    void answersOfARemovedChatAreDeleted() {
        ships.askInGroup(ANN, "/ask " + QUESTION);
        assertThat(ships.answersInTheStore()).isEqualTo(1);

        ships.server.removeBot(GROUP, ANN);

        awaitUntil(() -> ships.answersInTheStore() == 0);
    }
}
