package dev.verbatim.telegram;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.playground.botapi.FaultInjector.InjectedFault;
import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.telegram.delivery.RunningBot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Journeys of a group that has the bot as a member, over real HTTP.
@OnEachDatabase(inEveryBuild = false)
class GroupJourneyIT {

    private static final long GROUP = -100_500;
    private static final String LONG_MESSAGE =
            "Good morning everybody. I have read the paper on the train today, and there was this"
                    + " long piece about the meeting in Brussels in it. What did Smith say about it?"
                    + " I fell asleep somewhere in the middle, as one does.";

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
    void repliesToTheQuestion() {
        int question = server.write(GROUP, BEN, "/ask What did Smith say?");

        MethodCall answer = first();

        assertThat(answer.marked("blockquote")).isEqualTo(NatoArticle.PARAGRAPH);
        assertThat(repliesTo(answer)).isEqualTo(question);
        assertThat(
                        answer.parameters()
                                .at("/reply_parameters/allow_sending_without_reply")
                                .asBoolean())
                .isTrue();
        assertThat(answer.parameters().at("/reply_parameters").has("quote")).isFalse();
        assertThat(bot.asked).containsExactly("What did Smith say?");
    }

    @Test
    void answersAMentionWhereTheBotSeesAllMessages() {
        server.setPrivacyMode(false);
        server.write(GROUP, BEN, "I wonder what he said.");
        server.write(GROUP, BEN, "Hey @a_bot, what did Smith say?");

        first();

        assertThat(bot.asked).containsExactly("Hey, what did Smith say?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1", "wow 30!", "👍", "I don't think that's right, Clara"})
    void remarkBelowAnAnswerGetsNone(String remark) {
        server.write(GROUP, BEN, "/ask What did Smith say?");
        int answer = server.messageOf(first());

        server.reply(GROUP, BEN, answer, remark);
        server.reply(GROUP, ANN, answer, "And when?");

        awaitUntil(() -> server.sendCalls(GROUP).size() == 2);
        assertThat(bot.asked).containsExactly("What did Smith say?", "And when?");
        assertThat(server.calls("setMessageReaction")).isEmpty();
    }

    @Test
    void thanksBelowAnAnswerGetANod() {
        server.write(GROUP, BEN, "/ask What did Smith say?");
        int answer = server.messageOf(first());

        int thanks = server.reply(GROUP, BEN, answer, "thanks!");

        awaitUntil(() -> !server.calls("setMessageReaction").isEmpty());
        MethodCall nod = server.calls("setMessageReaction").getFirst();
        assertThat(nod.parameters().path("message_id").asInt()).isEqualTo(thanks);
        assertThat(nod.parameters().at("/reaction/0/emoji").asString()).isEqualTo("👍");
        assertThat(server.sendCalls(GROUP)).hasSize(1);
    }

    @Test
    void answersAReplyToAnAnswer() {
        server.write(GROUP, BEN, "/ask What did Smith say?");
        first();
        int reply = server.reply(GROUP, ANN, server.lastBotMessage(GROUP), "And when was that?");

        awaitUntil(() -> sent().size() == 2);

        assertThat(repliesTo(sent().getLast())).isEqualTo(reply);
        assertThat(bot.asked).contains("And when was that?");
    }

    @Test
    void mentionInAReplyAnswersTheQuotedQuestion() {
        int question = server.write(GROUP, BEN, "What did Smith say?");
        server.reply(GROUP, ANN, question, "/ask");

        MethodCall answer = first();

        assertThat(repliesTo(answer)).isEqualTo(question);
        assertThat(bot.asked).containsExactly("What did Smith say?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What did Smith say?",
                "@another_bot what did Smith say?",
                "/ask@another_bot What did Smith say?",
                "/weather",
                "thanks!"
            })
    void ignoresMessagesForOthers(String text) {
        server.setPrivacyMode(false);
        server.write(GROUP, BEN, text);
        server.write(GROUP, BEN, "/ask Who met?");

        first();

        assertThat(bot.asked).containsExactly("Who met?");
        assertThat(sent()).hasSize(1);
    }

    @Test
    void replyStaysInItsTopic() {
        server.write(
                GROUP,
                BEN,
                "/ask What did Smith say?",
                "{\"message_thread_id\": 3, \"is_topic_message\": true}");

        assertThat(first().parameters().path("message_thread_id").asInt()).isEqualTo(3);
    }

    @Test
    void threadOfRepliesIsNoTopic() {
        server.write(GROUP, BEN, "/ask What did Smith say?", "{\"message_thread_id\": 3}");

        assertThat(first().parameters().has("message_thread_id")).isFalse();
    }

    @Test
    void quotesTheQuestionOfALongMessage() {
        server.write(GROUP, BEN, "/ask " + LONG_MESSAGE);

        assertThat(first().parameters().at("/reply_parameters/quote").asString())
                .isEqualTo("What did Smith say about it?");
    }

    @Test
    void omitsAQuoteThatTelegramDoesNotFind() {
        server.faults().failNext("sendMessage", InjectedFault.badRequest("QUOTE_TEXT_INVALID"));
        int question = server.write(GROUP, BEN, "/ask " + LONG_MESSAGE);

        awaitUntil(() -> sent().size() == 2);

        assertThat(repliesTo(sent().getLast())).isEqualTo(question);
        assertThat(sent().getLast().parameters().at("/reply_parameters").has("quote")).isFalse();
    }

    @Test
    void answersADeletedQuestion() {
        int question = server.write(GROUP, BEN, "/ask Who met?");
        server.delete(question);

        assertThat(first().marked("blockquote")).isEqualTo(NatoArticle.PARAGRAPH);
    }

    @Test
    void askWithoutAQuestionExplainsItself() {
        server.write(GROUP, BEN, "/ask");

        assertThat(first().text()).contains("after /ask");
        assertThat(bot.asked).isEmpty();
    }

    @Test
    void handlesNoUpdateBeforeTheBotsIdentityIsKnown() {
        bot.close();
        server.faults()
                .failNext(
                        "getMe",
                        InjectedFault.badRequest("not yet"),
                        InjectedFault.badRequest("not yet"));
        server.setPrivacyMode(false);
        server.write(GROUP, BEN, "@a_bot who met?");
        bot = AnsweringBot.with(server, data);

        first();

        assertThat(bot.asked).containsExactly("who met?");
    }

    private MethodCall first() {
        awaitUntil(() -> !sent().isEmpty());
        return sent().getFirst();
    }

    private List<MethodCall> sent() {
        return server.sendCalls(GROUP);
    }

    private static int repliesTo(MethodCall call) {
        return call.parameters().at("/reply_parameters/message_id").asInt();
    }
}
