package dev.verbatim.telegram;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.ArticleInfo;
import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.telegram.delivery.RunningBot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Journeys from a message on Telegram to its reply, over real HTTP.
@OnEachDatabase(inEveryBuild = false)
class BotJourneyIT {

    @TempDir Path data;

    private TelegramDriver server;
    private AnsweringBot bot;

    @BeforeEach
    void serve() throws IOException {
        server = RunningBot.server();
        bot = AnsweringBot.with(server, data);
    }

    @AfterEach
    void stop() {
        bot.close();
        server.close();
    }

    @Test
    void answersWordForWordWithTheSource() {
        int question = server.write(ANN, "What did Smith say?");

        MethodCall answer = firstTo(ANN);

        assertThat(answer.marked("blockquote")).isEqualTo(NatoArticle.PARAGRAPH);
        assertThat(answer.marked("bold")).isEqualTo(NatoArticle.SECOND);
        assertThat(answer.marked("text_link")).contains("NATO allies meet · VOA").endsWith("¶1");
        assertThat(answer.text()).contains("— Julianne Smith, US ambassador to NATO");
        assertThat(answer.parameters().at("/reply_parameters/message_id").asInt())
                .isEqualTo(question);
        assertThat(answer.parameters().at("/link_preview_options/is_disabled").asBoolean())
                .isTrue();
        assertThat(answer.parameters().has("parse_mode")).isFalse();
    }

    @Test
    void abstentionHasAButtonForTheNearestPassages() {
        bot.answers(NatoArticle.NOT_FOUND);
        server.write(ANN, "How deep is the sea?");
        MethodCall no = firstTo(ANN);
        int message = lastMessage();

        server.pressButton(ANN, message, no.button());
        awaitUntil(() -> textOf(message).contains(NatoArticle.PARAGRAPH));

        assertThat(no.text()).contains("do not answer").doesNotContain(NatoArticle.PARAGRAPH);
        assertThat(textOf(message)).contains("They do not answer your question");
        assertThat(server.calls("answerCallbackQuery")).hasSize(1);
        assertThat(bot.asked).containsExactly("How deep is the sea?", "How deep is the sea?");
    }

    @Test
    void buttonWorksAfterARestart() {
        bot.answers(NatoArticle.NOT_FOUND);
        server.write(ANN, "How deep is the sea?");
        MethodCall no = firstTo(ANN);
        int message = lastMessage();
        bot.close();
        bot = AnsweringBot.with(server, data);
        bot.answers(NatoArticle.NOT_FOUND);

        server.pressButton(ANN, message, no.button());

        awaitUntil(() -> !server.calls("editMessageText").isEmpty());
        assertThat(bot.asked).containsExactly("How deep is the sea?");
    }

    @Test
    void pressingAButtonTwiceIsNoFailure() {
        bot.answers(NatoArticle.NOT_FOUND);
        server.write(ANN, "How deep is the sea?");
        MethodCall no = firstTo(ANN);
        int message = lastMessage();

        server.pressButton(ANN, message, no.button());
        server.pressButton(ANN, message, no.button());

        awaitUntil(
                () -> server.calls("editMessageText").size() == 2 && server.pendingUpdates() == 0);
        assertThat(server.sendCalls(ANN)).hasSize(1);
        assertThat(bot.counted("verbatim.telegram.sends.failed")).isZero();
    }

    @Test
    void buttonWorksAfterItsQuestionWasDeleted() {
        bot.answers(NatoArticle.NOT_FOUND);
        int question = server.write(ANN, "How deep is the sea?");
        MethodCall no = firstTo(ANN);
        int message = lastMessage();
        server.delete(question);

        server.pressButton(ANN, message, no.button());

        awaitUntil(() -> textOf(message).contains(NatoArticle.PARAGRAPH));
    }

    @Test
    void buttonWithoutAStoredQuestionSaysSo() {
        bot.answers(NatoArticle.NOT_FOUND);
        int question = server.write(ANN, "How deep is the sea?");
        firstTo(ANN);
        int message = lastMessage();
        server.delete(question);

        server.pressButton(ANN, message, "nearest");

        assertThat(notice()).contains("ask it once more");
    }

    @Test
    void buttonOfAnotherVersionSaysSo() {
        server.write(ANN, "Hello?");
        firstTo(ANN);

        server.pressButton(ANN, lastMessage(), "something:old");

        assertThat(notice()).contains("earlier time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/start", "/start cGFzc2FnZQ", "/help", "/help@a_bot"})
    void commandsAskTheArticlesNothing(String command) {
        server.write(ANN, command);

        assertThat(firstTo(ANN).text()).contains("/articles");
        assertThat(bot.asked).isEmpty();
    }

    @Test
    void unknownCommandSaysSo() {
        server.write(ANN, "/artciles");

        assertThat(firstTo(ANN).text()).contains("don’t know that command");
    }

    @Test
    void pagesThroughTheListOfArticles() {
        var articleInfo = new ArticleInfo("nato", NatoArticle.ARTICLE.publication(), 24);
        bot.listings = Collections.nCopies(9, articleInfo);
        server.write(ANN, "/articles");
        MethodCall first = firstTo(ANN);

        server.pressButton(ANN, lastMessage(), first.button());

        awaitUntil(() -> !server.calls("editMessageText").isEmpty());
        assertThat(first.text()).contains("9 articles", "• NATO allies meet · VOA");
        assertThat(server.calls("editMessageText").getFirst().text().split("•", -1)).hasSize(2);
    }

    @Test
    void longQuestionShowsThatTheBotIsAtWork() {
        server.write(ANN, "What did Smith say? ".repeat(12));

        firstTo(ANN);

        assertThat(server.calls("sendChatAction")).hasSize(1);
    }

    @Test
    void addingTheBotToAGroupIsNoFailure() {
        server.queueUpdate(
                """
                {"message": {"message_id": 1, "date": 1,
                 "chat": {"id": -100, "type": "group", "title": "G"},
                 "new_chat_members": [{"id": 1, "is_bot": true, "first_name": "Bot"}]}}
                """);
        server.write(ANN, "What did Smith say?");

        firstTo(ANN);

        assertThat(server.sendCalls(-100)).isEmpty();
        assertThat(bot.counted("verbatim.telegram.updates.failed")).isZero();
    }

    @Test
    void slowChatDelaysNoOther() {
        var slow = new CountDownLatch(1);
        bot.answers(
                "slow",
                () -> {
                    slow.await();
                    return NatoArticle.FOUND;
                });
        server.write(ANN, "slow");
        awaitUntil(() -> bot.asked.contains("slow"));

        server.write(BEN, "quick");

        firstTo(BEN);
        assertThat(server.sendCalls(ANN)).isEmpty();
        slow.countDown();
        firstTo(ANN);
    }

    @Test
    void answersAChatsQuestionsInOrder() {
        List<Integer> questions =
                IntStream.range(0, 30).mapToObj(i -> server.write(ANN, "question " + i)).toList();

        awaitUntil(() -> server.sendCalls(ANN).size() == 30);

        assertThat(server.sendCalls(ANN))
                .extracting(
                        answer -> answer.parameters().at("/reply_parameters/message_id").asInt())
                .isEqualTo(questions);
    }

    @Test
    void failureIsOneSentenceAndTheNextQuestionIsAnswered() {
        bot.answers(
                "trouble",
                () -> {
                    throw new IllegalStateException("the index is gone");
                });

        server.write(ANN, "trouble");
        server.write(ANN, "What did Smith say?");

        awaitUntil(() -> server.sendCalls(ANN).size() == 2);
        assertThat(server.sendCalls(ANN).getFirst().text()).contains("something went wrong");
        assertThat(server.sendCalls(ANN).getLast().text()).contains(NatoArticle.SECOND);
        assertThat(bot.counted("verbatim.telegram.updates.failed")).isEqualTo(1);
    }

    @Test
    void countsQuestionsByOutcome() {
        server.write(ANN, "What did Smith say?");
        firstTo(ANN);

        assertThat(bot.registry.timer("verbatim.questions", "outcome", "answered").count())
                .isEqualTo(1);
        awaitUntil(() -> bot.counted("verbatim.telegram.polls", "outcome", "ok") > 0);
    }

    private MethodCall firstTo(long person) {
        awaitUntil(() -> !server.sendCalls(person).isEmpty());
        return server.sendCalls(person).getFirst();
    }

    private String notice() {
        awaitUntil(() -> !server.calls("answerCallbackQuery").isEmpty());
        return server.calls("answerCallbackQuery").getFirst().parameters().path("text").asString();
    }

    private String textOf(int message) {
        return server.message(message).path("text").asString();
    }

    private int lastMessage() {
        return server.lastBotMessage(ANN);
    }
}
