package dev.verbatim.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telegram.telegrambots.meta.api.objects.Update;

class UpdateDecoderTest {

    private static final String ANN =
            "\"from\":{\"id\":7,\"is_bot\":false,\"first_name\":\"Ann\",\"language_code\":\"de-AT\"}";
    private static final Identity ME = new Identity(1, "a_bot", false, true);
    private static final Origin ORIGIN =
            new Origin(7, 101, null, Locale.forLanguageTag("de-AT"), 7, ChatKind.PRIVATE);

    @Test
    void aTextIsAQuestion() {
        assertThat(message("\"text\":\"Who met in Brussels?\""))
                .isEqualTo(new Incoming.Asked(ORIGIN, "Who met in Brussels?", null));
    }

    @Test
    void aCaptionIsAQuestionToo() {
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
    void aSlashAndAWordAreACommand(String text, Command command, String payload) {
        assertThat(message("\"text\":\"" + text.replace("\t", "\\t") + "\""))
                .isEqualTo(new Incoming.Commanded(ORIGIN, command, payload, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/hosts", "/", "/ start", "what is /start?", "//", "/ärger"})
    void aSlashAloneIsNoCommand(String text) {
        assertThat(message("\"text\":\"" + text + "\""))
                .isEqualTo(new Incoming.Asked(ORIGIN, text, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"sticker\":{\"file_id\":\"a\",\"file_unique_id\":\"b\",\"type\":\"regular\","
                        + "\"width\":1,\"height\":1,\"is_animated\":false,\"is_video\":false}",
                "\"photo\":[{\"file_id\":\"a\",\"file_unique_id\":\"b\",\"width\":1,\"height\":1}]",
                "\"voice\":{\"file_id\":\"a\",\"file_unique_id\":\"b\",\"duration\":1}",
                "\"text\":\"  \"",
                "\"location\":{\"longitude\":1.0,\"latitude\":2.0}"
            })
    void aMessageWithoutWordsIsChat(String content) {
        assertThat(message(content)).isEqualTo(new Incoming.Chatted(ORIGIN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"message_auto_delete_timer_changed\":{\"message_auto_delete_time\":60}",
                "\"something_new\":{\"a\":1}",
                "\"via\":null"
            })
    void aServiceMessageIsIgnored(String content) {
        assertThat(message(content)).isInstanceOf(Incoming.Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"update_id\":1}",
                "{\"update_id\":1,\"a_new_kind\":{\"text\":\"x\"}}",
                "{\"update_id\":1,\"message\":{\"message_id\":1,\"date\":1,\"text\":\"x\","
                        + "\"chat\":{\"id\":-5,\"type\":\"supergroup\",\"title\":\"G\"}}}",
                "{\"update_id\":1,\"message\":{\"message_id\":1,\"date\":1,"
                        + "\"chat\":{\"id\":-5,\"type\":\"group\",\"title\":\"G\"},"
                        + "\"new_chat_members\":[{\"id\":9,\"is_bot\":true,\"first_name\":\"B\"}]}}",
                "{\"update_id\":1,\"channel_post\":{\"message_id\":1,\"date\":1,\"text\":\"x\","
                        + "\"chat\":{\"id\":-5,\"type\":\"channel\",\"title\":\"C\"}}}",
                "{\"update_id\":1,\"message\":{\"message_id\":1,\"date\":1,\"text\":\"x\","
                        + "\"from\":{\"id\":9,\"is_bot\":true,\"first_name\":\"B\"},"
                        + "\"chat\":{\"id\":9,\"type\":\"private\"}}}",
                "{\"update_id\":1,\"callback_query\":{\"id\":\"q\",\"chat_instance\":\"1\","
                        + "\"from\":{\"id\":7,\"is_bot\":false,\"first_name\":\"Ann\"}}}"
            })
    void whatIsNotForUsIsIgnored(String update) {
        assertThat(decoded(update)).isInstanceOf(Incoming.Ignored.class);
    }

    @Test
    void aButtonComesWithTheQuestionItsMessageRepliedTo() {
        var pressed =
                press(
                        "nearest",
                        "\"date\":1,\"reply_to_message\":{\"message_id\":100,\"date\":1,"
                                + "\"text\":\"Who?\",\"chat\":{\"id\":7,\"type\":\"private\"}}");

        assertThat(pressed)
                .isEqualTo(new Incoming.Pressed(ORIGIN, "q", new Press.Nearest(), "Who?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"date\":1", "\"date\":0"})
    void aButtonOfAMessageThatIsGoneComesWithoutAQuestion(String message) {
        assertThat(press("articles 2", message))
                .isEqualTo(new Incoming.Pressed(ORIGIN, "q", new Press.Articles(2), null));
    }

    @Test
    void aTopicIsKept() {
        var incoming =
                (Incoming.Asked)
                        message("\"text\":\"x\",\"message_thread_id\":5,\"is_topic_message\":true");

        assertThat(incoming.origin().topicId()).isEqualTo(5);
    }

    private static Incoming message(String content) {
        return decoded(
                "{\"update_id\":1,\"message\":{\"message_id\":101,\"date\":1,"
                        + ANN
                        + ",\"chat\":{\"id\":7,\"type\":\"private\"},"
                        + content
                        + "}}");
    }

    private static Incoming press(String data, String message) {
        return decoded(
                "{\"update_id\":1,\"callback_query\":{\"id\":\"q\",\"chat_instance\":\"1\","
                        + ANN
                        + ",\"data\":\""
                        + data
                        + "\",\"message\":{\"message_id\":101,\"chat\":{\"id\":7,\"type\":\"private\"},"
                        + message
                        + "}}}");
    }

    private static Incoming decoded(String json) {
        try {
            return new UpdateDecoder(ME).decode(new ObjectMapper().readValue(json, Update.class));
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}
