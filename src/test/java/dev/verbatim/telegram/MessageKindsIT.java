package dev.verbatim.telegram;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.Answer;
import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.telegram.delivery.RunningBot;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Journeys of messages that are no plain question, over real HTTP: media, captions, albums,
/// remarks.
class MessageKindsIT {

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
    void stickerIsRepliedToWithAHint() {
        server.send(
                ANN,
                """
                {"sticker": {"file_id": "a", "file_unique_id": "b", "type": "regular",
                 "width": 1, "height": 1, "is_animated": false, "is_video": false}}
                """);

        assertThat(firstTo(ANN).text()).contains("only read words");
    }

    /// Its blocks may be of a kind that no type of the library has.
    @Test
    void richMessageIsRepliedToWithAHint() {
        server.send(
                ANN,
                """
                {"rich_message": {"blocks": [
                 {"type": "expandable_blockquote", "text": ["Ann ", {"type": "bold", "text": "said"}]},
                 {"type": "of tomorrow", "text": {"type": "of tomorrow"}}]}}
                """);

        assertThat(firstTo(ANN).text()).contains("only read words");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4})
    void albumGetsOneReplyToItsCaption(int captioned) {
        for (int part = 0; part < 5; part++) {
            server.send(ANN, part == captioned ? picture("What did Smith say?") : picture(null));
        }

        assertThat(firstTo(ANN).text()).contains("— Julianne Smith");
        assertNothingMoreTo(ANN);
        assertThat(bot.asked).containsExactly("What did Smith say?");
    }

    @Test
    void albumWhosePartsAllHaveCaptionsGetsOneReply() {
        for (int part = 0; part < 3; part++) {
            server.send(ANN, picture("What did Smith say?"));
        }

        assertThat(firstTo(ANN).text()).contains("— Julianne Smith");
        assertNothingMoreTo(ANN);
    }

    @Test
    void albumWithoutWordsGetsOneReply() {
        for (int part = 0; part < 10; part++) {
            server.send(ANN, picture(null));
        }

        assertThat(firstTo(ANN).text()).startsWith("I can only read words");
        assertNothingMoreTo(ANN);
    }

    private static String picture(@Nullable String caption) {
        String words = caption == null ? "" : ",\"caption\":\"" + caption + "\"";
        return "{\"media_group_id\":\"g1\",\"photo\":[{\"file_id\":\"p\",\"file_unique_id\":"
                + "\"p\",\"width\":1,\"height\":1}]"
                + words
                + "}";
    }

    private void assertNothingMoreTo(long person) {
        awaitUntil(() -> server.pendingUpdates() == 0);
        awaitUntil(() -> inboxIsEmpty());
        assertThat(server.sendCalls(person)).hasSize(1);
    }

    private boolean inboxIsEmpty() {
        return bot.store()
                .read(
                        rows ->
                                rows.sql("select count(*) from inbox where state = 'waiting'")
                                        .query(Long.class)
                                        .single()
                                        .equals(0L));
    }

    @Test
    void questionRefersToTheWordsQuotedWithIt() {
        server.send(
                ANN,
                """
                {"text": "Who said that?", "quote": {"text": "Loose talk.", "position": 0},
                 "external_reply": {"origin": {"type": "hidden_user", "date": 1,
                  "sender_user_name": "Ben"}}}
                """);

        firstTo(ANN);

        assertThat(bot.asked).containsExactly("Loose talk.", "Who said that?");
        assertThat(bot.contexts.getLast().question()).isEqualTo("Loose talk.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AQAAAAAAAAABAAAAAAAAAAIAAAADAAAABAAAAA", "catchup-", "catchu"})
    void linkThatWasCutOffSaysSo(String payload) {
        server.write(ANN, "/start " + payload);

        assertThat(firstTo(ANN).text()).startsWith("This link isn’t complete");
    }

    /// Nor are there any after a crash, when they may not be kept.
    @Test
    void askInReplyToWhatHasNoWordsSaysSo() {
        int sticker = server.send(ANN, "{\"sticker\":{}}");
        firstTo(ANN);

        server.reply(ANN, sticker, "/ask");

        awaitUntil(() -> server.sendCalls(ANN).size() == 2);
        assertThat(server.sendCalls(ANN).getLast().text())
                .startsWith("I have no words of the message that you reply to.");
    }

    @Test
    void voiceMessageGetsAnHonestLineInTheReadersLanguage() {
        server.send(ANN, "{\"voice\":{\"file_id\":\"v\",\"file_unique_id\":\"v\",\"duration\":1}}");

        assertThat(firstTo(ANN).text()).startsWith("I don’t understand speech.");
    }

    @Test
    void fileOfAReaderWithAQuestionIsAnswered() {
        server.send(
                ANN,
                "{\"document\":{\"file_id\":\"d\",\"file_unique_id\":\"d\",\"file_name\":\"a.pdf\"},"
                        + "\"caption\":\"/ask What did Smith say?\"}");

        assertThat(firstTo(ANN).text()).contains("— Julianne Smith");
        assertThat(bot.asked).containsExactly("What did Smith say?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1", "wow 30!", "I don't think that's right, Mara"})
    void chatterBelowAnAnswerGetsNoPassage(String remark) {
        server.write(ANN, "What did Smith say?");
        int answer = server.messageOf(firstTo(ANN));
        bot.answers(NatoArticle.NOT_FOUND);

        server.reply(ANN, answer, remark);
        awaitUntil(() -> server.sendCalls(ANN).size() == 2);
        server.reply(ANN, answer, "And how deep is the sea?");
        awaitUntil(() -> server.sendCalls(ANN).size() == 3);

        assertThat(server.sendCalls(ANN).get(1).text()).startsWith("All right.");
        assertThat(server.sendCalls(ANN).get(2).text()).contains("do not answer");
    }

    @Test
    void smallTalkGetsNoPassage() {
        bot.answers(new Answer.NoQuestion(Answer.Intent.THANKS));
        server.write(ANN, "thanks!");

        assertThat(firstTo(ANN).text()).isEqualTo("You’re welcome.");
    }

    private MethodCall firstTo(long person) {
        awaitUntil(() -> !server.sendCalls(person).isEmpty());
        return server.sendCalls(person).getFirst();
    }
}
