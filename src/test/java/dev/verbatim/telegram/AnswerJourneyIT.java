package dev.verbatim.telegram;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.DialogueContext;
import dev.verbatim.article.Passage;
import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.telegram.delivery.RunningBot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Journeys of a reader with an answer, over real HTTP: buttons, links and follow-up questions.
class AnswerJourneyIT {

    private static final long GROUP = -5;
    private static final String QUESTION = "What colour were the ships?";

    @TempDir private Path data;
    private final MutableClock clock = new MutableClock();
    private TelegramDriver server;
    private AnsweringBot bot;

    @BeforeEach
    void serve() throws IOException {
        server = RunningBot.server();
        server.group(GROUP, "Sailors");
        bot = startBot();
    }

    private AnsweringBot startBot() {
        AnsweringBot started = AnsweringBot.with(server, data, clock);
        started.answers(ShipsArticle.FOUND);
        started.articles = Map.of(ShipsArticle.ID, ShipsArticle.ARTICLE);
        started.listings = List.of(ShipsArticle.LISTING);
        started.ranking = List.of(ShipsArticle.PASSAGE);
        return started;
    }

    @AfterEach
    void stop() {
        bot.close();
        server.close();
    }

    @Test
    void answerHasAllItsButtons() {
        MethodCall answer = ask(QUESTION);

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
        MethodCall answer = ask(QUESTION);

        press(ANN, answer, "Context");
        MethodCall around = edit(1);
        press(ANN, around, "Only the passage");
        MethodCall back = edit(2);

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
        assertThat(server.sendCalls(ANN)).hasSize(1);
    }

    @Test
    void pagesThroughOtherPassagesStartingAtTheAnswer() {
        bot.ranking = List.of(ShipsArticle.PASSAGE, passage(0), passage(2));
        MethodCall answer = ask(QUESTION);

        press(ANN, answer, "Other passages");
        press(ANN, edit(1), "More »");
        press(ANN, edit(2), "« Back");
        press(ANN, edit(3), "« Back");

        assertThat(edit(1).text()).startsWith("Passage 2 of 3\n" + ShipsArticle.BEFORE);
        assertThat(edit(2).text()).startsWith("Passage 3 of 3\n" + ShipsArticle.AFTER);
        assertThat(edit(2).button("More »").isMissingNode()).isTrue();
        assertThat(edit(4).text()).isEqualTo(answer.text());
    }

    @Test
    void saysWhenThereIsNoOtherPassage() {
        press(ANN, ask(QUESTION), "Other passages");

        assertThat(notice()).contains("no other passages");
        assertThat(server.calls("editMessageText")).isEmpty();
    }

    @Test
    void buttonsWorkAfterARestart() {
        MethodCall answer = ask(QUESTION);
        bot.close();
        bot = startBot();

        press(ANN, answer, "Context");

        assertThat(edit(1).text()).contains(ShipsArticle.BEFORE);
    }

    @Test
    void answerOfAChangedArticleSaysSoInsteadOfShowingOtherWords() {
        MethodCall answer = ask(QUESTION);
        bot.articles =
                Map.of(
                        ShipsArticle.ID,
                        ShipsArticle.withParagraphs(ShipsArticle.BEFORE, "No ships came."));

        press(ANN, answer, "Context");

        assertThat(notice()).contains("article has changed");
        assertThat(server.calls("editMessageText")).isEmpty();
    }

    @Test
    void answerOfARemovedArticleSaysSo() {
        MethodCall answer = ask(QUESTION);
        bot.articles = Map.of();

        press(ANN, answer, "Context");

        assertThat(notice()).contains("no longer have this article");
    }

    @Test
    void buttonOfAnExpiredAnswerSaysSo() {
        MethodCall answer = ask(QUESTION);
        clock.advance(Duration.ofDays(31));

        press(ANN, answer, "Context");

        assertThat(notice()).contains("earlier time");
    }

    @Test
    void answerOfOneChatCannotBeOpenedInAnother() {
        String data = ask(QUESTION).button("Context").path("callback_data").asString();
        server.write(BEN, "Hello?");
        awaitUntil(() -> server.sendCalls(BEN).size() == 1);

        server.pressButton(BEN, server.lastBotMessage(BEN), data);

        assertThat(notice()).contains("earlier time");
        assertThat(server.calls("editMessageText")).isEmpty();
    }

    @Test
    void eachUserHasOneRatingThatMayChange() {
        MethodCall answer = askInGroup(ANN, "/ask " + QUESTION);

        press(ANN, answer, "This answers it");
        press(BEN, answer, "This answers it");
        press(BEN, answer, "It doesn’t");
        awaitUntil(() -> server.calls("answerCallbackQuery").size() == 3);
        server.write(AnsweringBot.EDITOR, "/stats");

        awaitUntil(() -> !server.sendCalls(AnsweringBot.EDITOR).isEmpty());
        assertThat(server.sendCalls(AnsweringBot.EDITOR).getFirst().text())
                .contains("Questions: 1", "“This answers it”: 1", "“It doesn’t”: 1");
        assertThat(notice()).contains("Thank you");
        assertThat(server.sendCalls(GROUP)).hasSize(1);
        assertThat(server.calls("editMessageText")).isEmpty();
    }

    @Test
    void statisticsListUnansweredQuestions() {
        bot.answers(NatoArticle.NOT_FOUND);
        server.write(ANN, "How deep is the sea?");
        server.write(BEN, "how deep is  the SEA");
        server.write(BEN, "Who built the harbour?");
        awaitUntil(() -> server.sendCalls(BEN).size() == 2 && server.sendCalls(ANN).size() == 1);

        server.write(AnsweringBot.EDITOR, "/stats");

        awaitUntil(() -> !server.sendCalls(AnsweringBot.EDITOR).isEmpty());
        assertThat(server.sendCalls(AnsweringBot.EDITOR).getFirst().text())
                .contains("Not answered: 3")
                .containsSubsequence("2 × ", "1 × Who built the harbour?");
    }

    @Test
    void onlyEditorsGetStatistics() {
        server.write(ANN, "/stats");

        awaitUntil(() -> !server.sendCalls(ANN).isEmpty());
        assertThat(server.sendCalls(ANN).getFirst().text()).contains("Only the editors");
    }

    @Test
    void linkOfACitationOpensThePassage() {
        String code = code(ask(QUESTION));

        server.write(BEN, "/start " + code);

        MethodCall opened = firstTo(BEN);
        assertThat(opened.text()).contains("behind your link").contains(ShipsArticle.PARAGRAPH);
        assertThat(opened.marked("bold")).isEqualTo("They were grey.");
        assertThat(bot.asked).containsExactly(QUESTION);
        press(BEN, opened, "Context");
        assertThat(edit(1).text()).contains(ShipsArticle.BEFORE, ShipsArticle.AFTER);
    }

    @Test
    void linkToAChangedArticleShowsTheCurrentPassageAndSaysSo() {
        String code = code(ask(QUESTION));
        bot.articles =
                Map.of(
                        ShipsArticle.ID,
                        ShipsArticle.withParagraphs(
                                "A beginning.", ShipsArticle.BEFORE, ShipsArticle.PARAGRAPH));

        server.write(BEN, "/start " + code);

        assertThat(firstTo(BEN).text())
                .contains("has changed since")
                .contains(ShipsArticle.PARAGRAPH);
        assertThat(firstTo(BEN).text()).endsWith("¶3");
    }

    @Test
    void linkToARemovedArticleSaysSo() {
        String code = code(ask(QUESTION));
        bot.listings = List.of();

        server.write(BEN, "/start " + code);

        assertThat(firstTo(BEN).text()).contains("no longer have the article");
    }

    @Test
    void followUpRefersToTheUsersLastQuestionForSomeMinutes() {
        ask(QUESTION);
        clock.advance(Duration.ofMinutes(9));
        ask("And when?");
        clock.advance(Duration.ofMinutes(11));
        ask("And who?");

        assertThat(bot.contexts)
                .extracting(DialogueContext::question)
                .containsExactly("", QUESTION, "");
    }

    @Test
    void followUpInAGroupNeverRefersToAnotherUsersQuestion() {
        askInGroup(ANN, "/ask " + QUESTION);
        askInGroup(BEN, "/ask And when?");
        askInGroup(ANN, "/ask And who?");

        assertThat(bot.contexts)
                .extracting(DialogueContext::question)
                .containsExactly("", "", QUESTION);
    }

    @Test
    void replyToAnAnswerRefersToItHoweverOldAndWhoeverAsked() {
        askInGroup(ANN, "/ask " + QUESTION);
        int answer = server.lastBotMessage(GROUP);
        clock.advance(Duration.ofDays(2));
        askInGroup(ANN, "/ask Something else?");

        server.reply(GROUP, BEN, answer, "And when?");

        awaitUntil(() -> bot.asked.size() == 3);
        assertThat(bot.contexts.getLast().question()).isEqualTo(QUESTION);
    }

    @Test
    void editedQuestionKeepsItsDialogueContext() {
        ask(QUESTION);
        int question = server.write(ANN, "And whne?");
        awaitUntil(() -> server.sendCalls(ANN).size() == 2);

        server.edit(question, "And when?", 5);

        MethodCall answer = edit(1);
        assertThat(bot.contexts.getLast().question()).isEqualTo(QUESTION);
        press(ANN, answer, "Context");
        assertThat(edit(2).text()).contains(ShipsArticle.BEFORE);
    }

    @Test
    void answersOfARemovedChatAreDeleted() {
        askInGroup(ANN, "/ask " + QUESTION);
        assertThat(answersInTheStore()).isEqualTo(1);

        server.removeBot(GROUP, ANN);

        awaitUntil(() -> answersInTheStore() == 0);
    }

    private long answersInTheStore() {
        return bot.store()
                .read(
                        rows ->
                                rows.sql("select count(*) from given_answer")
                                        .query(Long.class)
                                        .single());
    }

    private static Passage passage(int number) {
        return ShipsArticle.ARTICLE.passages().get(number);
    }

    private static String code(MethodCall answer) {
        String citation = answer.button("Copy citation").at("/copy_text/text").asString();
        return citation.substring(citation.indexOf("start=") + "start=".length());
    }

    private MethodCall ask(String question) {
        int before = server.sendCalls(ANN).size();
        server.write(ANN, question);
        awaitUntil(() -> server.sendCalls(ANN).size() > before);
        return server.sendCalls(ANN).getLast();
    }

    private MethodCall askInGroup(long person, String question) {
        int before = server.sendCalls(GROUP).size();
        server.write(GROUP, person, question);
        awaitUntil(() -> server.sendCalls(GROUP).size() > before);
        return server.sendCalls(GROUP).getLast();
    }

    private MethodCall firstTo(long person) {
        awaitUntil(() -> !server.sendCalls(person).isEmpty());
        return server.sendCalls(person).getFirst();
    }

    private void press(long person, MethodCall message, String label) {
        server.pressButton(
                person,
                server.messageOf(message),
                message.button(label).path("callback_data").asString());
    }

    private MethodCall edit(int number) {
        awaitUntil(() -> server.calls("editMessageText").size() >= number);
        return server.calls("editMessageText").get(number - 1);
    }

    private String notice() {
        awaitUntil(() -> !server.calls("answerCallbackQuery").isEmpty());
        return server.calls("answerCallbackQuery").getFirst().parameters().path("text").asString();
    }
}
