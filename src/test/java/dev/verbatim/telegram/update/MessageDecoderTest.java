package dev.verbatim.telegram.update;

import static dev.verbatim.telegram.update.UpdateFixtures.FORWARDED;
import static dev.verbatim.telegram.update.UpdateFixtures.GROUP;
import static dev.verbatim.telegram.update.UpdateFixtures.ME;
import static dev.verbatim.telegram.update.UpdateFixtures.ORIGIN;
import static dev.verbatim.telegram.update.UpdateFixtures.REPLY_TO_US;
import static dev.verbatim.telegram.update.UpdateFixtures.decoded;
import static dev.verbatim.telegram.update.UpdateFixtures.inGroup;
import static dev.verbatim.telegram.update.UpdateFixtures.message;
import static dev.verbatim.telegram.update.UpdateFixtures.privateMessage;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is written to the bot in private chats.
class MessageDecoderTest {

    @Test
    void textIsAQuestion() {
        assertThat(message("\"text\":\"Who met in Brussels?\""))
                .isEqualTo(new Incoming.Asked(ORIGIN, "Who met in Brussels?", null));
    }

    @Test
    void captionIsAQuestion() {
        assertThat(message("\"photo\":[],\"caption\":\"Who is this?\""))
                .isEqualTo(new Incoming.Asked(ORIGIN, "Who is this?", null));
    }

    @ParameterizedTest
    @CsvSource({
        "/start,START,''",
        "/start abc_-123,START,abc_-123",
        "/START,START,''",
        "/help@a_bot,HELP,''",
        "' /articles ',ARTICLES,''",
        "/artciles,UNKNOWN,''",
        "/start\tx y,START,x y",
        "/unknown,UNKNOWN,''"
    })
    void slashAndWordAreACommand(String text, Command command, String payload) {
        assertThat(message("\"text\":\"" + text.replace("\t", "\\t") + "\""))
                .isEqualTo(new Incoming.Commanded(ORIGIN, command, payload, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ask\\nWho came?",
                "/ASK Who came?",
                "/ask: Who came?",
                "/ask, Who came?",
                "/ask@a_bot: Who came?",
                "/ask\u00a0Who came?",
                "/ask\u3000Who came?",
                "/ask\u200b Who came?",
                "\u200e/ask Who came?",
                "/ask \u202eWho came?"
            })
    void commandIsWhatTelegramMarksAsOne(String text) {
        assertThat(message("\"text\":\"" + text + "\""))
                .isEqualTo(new Incoming.Asked(ORIGIN, "Who came?", null));
        assertThat(inGroup("\"text\":\"" + text + "\""))
                .isEqualTo(new Incoming.Asked(GROUP, "Who came?", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ask?", "/ask@a_bot?", "/ask:", "/ask \u200b"})
    void commandWithoutWordsAsksNothing(String text) {
        assertThat(inGroup("\"text\":\"" + text + "\""))
                .isEqualTo(new Incoming.Commanded(GROUP, Command.ASK, "", null));
    }

    @Test
    void askInTheMiddleOfAMessageAsksWhatComesAfterIt() {
        String text =
                "\"text\":\"hey /ask@a_bot Who came?\",\"entities\":[{\"type\":\"bot_command\","
                        + "\"offset\":4,\"length\":10}]";

        assertThat(inGroup(text)).isEqualTo(new Incoming.Asked(GROUP, "Who came?", null, true));
        assertThat(message(text)).isEqualTo(new Incoming.Asked(ORIGIN, "Who came?", null));
        assertThat(inGroup(text.replace("@a_bot", "@b_bot"))).isInstanceOf(Incoming.Ignored.class);
    }

    @Test
    void commandInCodeIsShownAndNotGiven() {
        assertThat(
                        message(
                                "\"text\":\"/start now\",\"entities\":[{\"type\":\"code\","
                                        + "\"offset\":0,\"length\":10}]"))
                .isEqualTo(new Incoming.Asked(ORIGIN, "/start now", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"photo\":[]",
                "\"document\":{\"file_id\":\"f\",\"file_unique_id\":\"u\"}",
                "\"document\":{\"file_id\":\"f\",\"file_unique_id\":\"u\"},\"animation\":{\"file_id\":"
                        + "\"f\",\"file_unique_id\":\"u\",\"duration\":1,\"width\":1,\"height\":1}",
                "\"voice\":{\"file_id\":\"a\",\"file_unique_id\":\"b\",\"duration\":1}",
                "\"something_new\":{\"a\":1}"
            })
    void captionOfEveryMediumIsItsText(String medium) {
        assertThat(message(medium + ",\"caption\":\"Who came?\""))
                .isEqualTo(new Incoming.Asked(ORIGIN, "Who came?", null));
        assertThat(message(medium + ",\"caption\":\"/ask Who came?\""))
                .isEqualTo(new Incoming.Asked(ORIGIN, "Who came?", null));
        assertThat(message(medium + ",\"caption\":\"/help\""))
                .isEqualTo(new Incoming.Commanded(ORIGIN, Command.HELP, "", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/hosts", "/", "/ start", "what is /start?", "//", "/ärger"})
    void slashAloneIsNoCommand(String text) {
        assertThat(message("\"text\":\"" + text + "\""))
                .isEqualTo(new Incoming.Asked(ORIGIN, text, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"sticker\":{\"file_id\":\"a\",\"file_unique_id\":\"b\",\"type\":\"regular\","
                        + "\"width\":1,\"height\":1,\"is_animated\":false,\"is_video\":false}",
                "\"photo\":[{\"file_id\":\"a\",\"file_unique_id\":\"b\",\"width\":1,\"height\":1}]",
                "\"text\":\"  \"",
                "\"location\":{\"longitude\":1.0,\"latitude\":2.0}",
                "\"document\":{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"file_name\":\"a.md\"}",
                "\"gift\":{\"gift\":{\"id\":\"1\"}}",
                "\"live_photo\":{\"file_id\":\"f\"}",
                "\"something_new\":{\"a\":1}"
            })
    void messageWithoutWordsIsChatOfWhateverKind(String content) {
        assertThat(message(content)).isEqualTo(new Incoming.Chatted(ORIGIN, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"voice\":{\"file_id\":\"a\",\"file_unique_id\":\"b\",\"duration\":1}",
                "\"video_note\":{\"file_id\":\"a\",\"file_unique_id\":\"b\",\"duration\":1,\"length\":1}"
            })
    void voiceMessageIsSpoken(String content) {
        assertThat(message(content)).isEqualTo(new Incoming.Chatted(ORIGIN, true));
        assertThat(inGroup(content + "," + REPLY_TO_US))
                .isEqualTo(new Incoming.Chatted(GROUP, true));
        assertThat(inGroup(content)).isInstanceOf(Incoming.Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"message_auto_delete_timer_changed\":{\"message_auto_delete_time\":60}",
                "\"forum_topic_created\":{\"name\":\"T\",\"icon_color\":1}",
                "\"new_chat_title\":\"T\"",
                "\"delete_chat_photo\":true",
                "\"write_access_allowed\":{}",
                "\"pinned_message\":{\"message_id\":90,\"date\":1,\"chat\":{\"id\":7,\"type\":\"private\"}}"
            })
    void ignoresServiceMessages(String content) {
        assertThat(message(content)).isInstanceOf(Incoming.Ignored.class);
    }

    @Test
    void longForwardedMessageIsForwarded() {
        String text = "A long article with @a_bot in it. ".repeat(20);
        String content =
                "\"text\":\"%s\",\"entities\":[{\"type\":\"mention\",\"offset\":20,\"length\":6}],%s"
                        .formatted(text, FORWARDED);

        assertThat(message(content)).isEqualTo(new Incoming.Forwarded(ORIGIN, text));
    }

    @Test
    void shortForwardedMessageIsAQuestion() {
        assertThat(message("\"text\":\"Who met?\"," + FORWARDED))
                .isEqualTo(new Incoming.Asked(ORIGIN, "Who met?", null));
    }

    @Test
    void addedArticleKeepsTheBotsName() {
        String content =
                "\"text\":\"/add T\\n@a_bot is named\",\"entities\":"
                        + "[{\"type\":\"mention\",\"offset\":7,\"length\":6}]";

        assertThat(message(content))
                .isEqualTo(new Incoming.Commanded(ORIGIN, Command.ADD, "T\n@a_bot is named", null));
    }

    @Test
    void fileOfAnEditorIsAnUpload() {
        String file =
                privateMessage(
                        "\"caption\":\"new\",\"document\":{\"file_id\":\"f\","
                                + "\"file_unique_id\":\"u\",\"file_name\":\"a.md\","
                                + "\"file_size\":17}");

        assertThat(decoded(file, new UpdateDecoder(ME, person -> person == 7)))
                .isEqualTo(new Incoming.Uploaded(ORIGIN, "f", "a.md", 17));
        assertThat(decoded(file)).isEqualTo(new Incoming.Asked(ORIGIN, "new", null));
    }

    @ParameterizedTest
    @CsvSource({"/add,true", "/ask Who came?,false"})
    void fileOfAnEditorWithACommandIsForTheCommand(String caption, boolean added) {
        String file =
                privateMessage(
                        "\"caption\":\""
                                + caption
                                + "\",\"document\":{\"file_id\":\"f\",\"file_unique_id\":\"u\"}");

        assertThat(decoded(file, new UpdateDecoder(ME, _ -> true)))
                .isEqualTo(
                        added
                                ? new Incoming.Uploaded(ORIGIN, "f", "", 0)
                                : new Incoming.Asked(ORIGIN, "Who came?", null));
    }
}
