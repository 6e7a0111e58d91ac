package dev.verbatim.telegram;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.telegram.answering.AnswerStore;
import dev.verbatim.telegram.delivery.RunningBot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Journeys of questions in a group that are edited, over real HTTP.
@OnEachDatabase(inEveryBuild = false)
class GroupEditsIT {

    private static final long GROUP = -100_500;

    @TempDir private Path data;

    private TelegramDriver server;
    private AnsweringBot bot;

    @BeforeEach
    void serve() throws IOException {
        server = RunningBot.server();
        server.group(GROUP, "Readers", ANN);
        bot = AnsweringBot.with(server, data);
    }

    @AfterEach
    void stop() {
        bot.close();
        server.close();
    }

    @Test
    void editingAQuestionEditsItsAnswer() {
        int question = server.write(GROUP, BEN, "/ask Who met?");
        first();
        int answer = server.lastBotMessage(GROUP);
        awaitKnown(question);
        bot.answers(NatoArticle.NOT_FOUND);

        server.edit(question, "/ask How deep is the sea?", 20);

        awaitUntil(() -> textOf(answer).contains("do not answer"));
        assertThat(sent()).hasSize(1);
        assertThat(bot.asked).containsExactly("Who met?", "How deep is the sea?");
    }

    @Test
    void lastEditWinsInAnyOrder() {
        int question = server.write(GROUP, BEN, "/ask Who met?");
        first();
        awaitKnown(question);

        server.edit(question, "/ask And who met later?", 30);
        server.edit(question, "/ask And who met before?", 20);
        server.write(GROUP, BEN, "/ask Where?");

        awaitUntil(() -> bot.asked.contains("Where?"));
        assertThat(bot.asked).containsExactly("Who met?", "And who met later?", "Where?");
    }

    @Test
    void answersAnEditThatMakesAQuestion() {
        int message = server.write(GROUP, BEN, "Who met?");

        server.edit(message, "/ask Who met?", 20);

        assertThat(repliesTo(first())).isEqualTo(message);
    }

    @Test
    void ignoresEditsOfOldMessages() {
        int question = server.write(GROUP, BEN, "/ask Who met?");
        first();

        server.edit(question, "/ask Who has met?", 4000);
        server.write(GROUP, BEN, "/ask Where?");

        awaitUntil(() -> bot.asked.contains("Where?"));
        assertThat(bot.asked).containsExactly("Who met?", "Where?");
    }

    @Test
    void editedQuestionWithADeletedAnswerGetsANewOne() {
        int question = server.write(GROUP, BEN, "/ask Who met?");
        first();
        awaitKnown(question);
        server.delete(server.lastBotMessage(GROUP));

        server.edit(question, "/ask Who was there?", 20);

        awaitUntil(() -> sent().size() == 2);
        assertThat(repliesTo(sent().getLast())).isEqualTo(question);
        assertThat(bot.counted("verbatim.telegram.updates.failed")).isZero();
    }

    private void awaitKnown(int question) {
        AnswerStore given = bot.stores.answers;
        awaitUntil(
                () ->
                        given.findByQuestion(GROUP, question)
                                .flatMap(given::messageIdOf)
                                .isPresent());
    }

    private MethodCall first() {
        awaitUntil(() -> !sent().isEmpty());
        return sent().getFirst();
    }

    private List<MethodCall> sent() {
        return server.sendCalls(GROUP);
    }

    private String textOf(int message) {
        return server.message(message).path("text").asString("");
    }

    private static int repliesTo(MethodCall call) {
        return call.parameters().at("/reply_parameters/message_id").asInt();
    }
}
