package dev.verbatim.telegram.update;

import static dev.verbatim.telegram.update.UpdateFixtures.ANN;
import static dev.verbatim.telegram.update.UpdateFixtures.ORIGIN;
import static dev.verbatim.telegram.update.UpdateFixtures.decoded;
import static dev.verbatim.telegram.update.UpdateFixtures.membership;
import static dev.verbatim.telegram.update.UpdateFixtures.message;
import static dev.verbatim.telegram.update.UpdateFixtures.press;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.verbatim.telegram.message.CallbackData;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Updates of all kinds but messages, and those that are ignored.
class UpdateDecoderTest {

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
    void ignoresUpdatesThatAreNotForTheBot(String update) {
        assertThat(decoded(update)).isInstanceOf(Incoming.Ignored.class);
    }

    @Test
    void buttonBringsTheQuestionThatItsMessageRepliedTo() {
        var pressed =
                press(
                        "nearest",
                        "\"date\":1,\"reply_to_message\":{\"message_id\":100,\"date\":1,"
                                + "\"text\":\"Who?\",\"chat\":{\"id\":7,\"type\":\"private\"}}");

        assertThat(pressed)
                .isEqualTo(
                        new Incoming.Pressed(
                                ORIGIN, "q", new CallbackData.ShowNearest(), "Who?", false, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"date\":1", "\"date\":0"})
    void buttonOfADeletedMessageBringsNoQuestion(String message) {
        assertThat(press("articles 2", message))
                .isEqualTo(
                        new Incoming.Pressed(
                                ORIGIN, "q", new CallbackData.ArticlesPage(2), null, false, 0));
    }

    @Test
    void keepsTheTopic() {
        var incoming =
                (Incoming.Asked)
                        message("\"text\":\"x\",\"message_thread_id\":5,\"is_topic_message\":true");

        assertThat(incoming.context().topicId()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"2,true", "3601,true", "3602,false"})
    void editCountsForAnHour(int editDate, boolean counts) {
        String edit =
                "{\"update_id\":1,\"edited_message\":{\"message_id\":101,\"date\":1,\"edit_date\":"
                        + editDate
                        + ","
                        + ANN
                        + ",\"chat\":{\"id\":7,\"type\":\"private\"},\"text\":\"Who came?\"}}";

        assertThat(decoded(edit))
                .isEqualTo(
                        counts
                                ? new Incoming.Edited(
                                        new Incoming.Asked(ORIGIN, "Who came?", null),
                                        Instant.ofEpochSecond(editDate))
                                : new Incoming.Ignored("an edit of an old message"));
    }

    @Test
    void guestMessageAsksWhatIsBesideTheMentionOrWhatItRepliesTo() {
        var guest = new Incoming.Guest(7, -5, Locale.forLanguageTag("de-AT"));
        String target =
                ",\"reply_to_message\":{\"message_id\":4,\"date\":1,\"chat\":{\"id\":-5,"
                        + "\"type\":\"group\"},\"from\":{\"id\":8,\"is_bot\":false,"
                        + "\"first_name\":\"Ben\"},\"text\":\"Who came?\"}";

        assertThat(guest("@a_bot And when?", ""))
                .isEqualTo(new Incoming.GuestAsked("q", guest, "And when?", ""));
        assertThat(guest("@a_bot And when?", target))
                .isEqualTo(new Incoming.GuestAsked("q", guest, "And when?", "Who came?"));
        assertThat(guest("@a_bot", target))
                .isEqualTo(new Incoming.GuestAsked("q", guest, "Who came?", ""));
        assertThat(guest("@a_bot", "")).isEqualTo(new Incoming.GuestAsked("q", guest, "", ""));
    }

    private static Incoming guest(String text, String fields) {
        return decoded(
                "{\"update_id\":1,\"guest_message\":{\"message_id\":5,\"date\":1,"
                        + "\"guest_query_id\":\"q\",\"chat\":{\"id\":-5,\"type\":\"group\"},"
                        + ANN
                        + ",\"text\":\""
                        + text
                        + "\",\"entities\":[{\"type\":\"mention\",\"offset\":0,\"length\":6}]"
                        + fields
                        + "}}");
    }

    @Test
    void guestMessageWaitsForItsAskerAndNotForTheChat() throws JsonProcessingException {
        UpdateEnvelope envelope =
                UpdateEnvelope.of(
                        UpdateDecoder.JSON.readTree(
                                "{\"update_id\":1,\"guest_message\":{\"chat\":{\"id\":-5},"
                                        + "\"from\":{\"id\":7},\"date\":1}}"));

        assertThat(envelope.chatId()).isEqualTo(7);
        assertThat(envelope.personId()).isEqualTo(7);
        assertThat(envelope.access()).isEqualTo(UpdateEnvelope.BotAccess.UNKNOWN);
    }

    @Test
    void inlineQueryIsInlineAsked() {
        assertThat(
                        decoded(
                                "{\"update_id\":1,\"inline_query\":{\"id\":\"q\",\"query\":\"who\","
                                        + "\"offset\":\"\","
                                        + ANN
                                        + "}}"))
                .isEqualTo(
                        new Incoming.InlineAsked(
                                "q", 7, Locale.forLanguageTag("de-AT"), "who", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "left,member,supergroup,joined",
        "kicked,administrator,group,joined",
        "member,administrator,supergroup,ignored",
        "administrator,member,supergroup,ignored",
        "member,left,group,removed",
        "administrator,kicked,channel,removed",
        "left,administrator,channel,ignored",
        "member,kicked,private,removed",
        "kicked,member,private,ignored",
        "restricted,restricted,supergroup,ignored"
    })
    void onlyJoiningAndLeavingCount(String from, String to, String kind, String what) {
        Incoming incoming = decoded(membership(from, to, kind));

        assertThat(incoming)
                .isInstanceOf(
                        switch (what) {
                            case "joined" -> Incoming.Joined.class;
                            case "removed" -> Incoming.Removed.class;
                            default -> Incoming.Ignored.class;
                        });
    }

    @Test
    void keepsTheUserWhoAddedTheBot() {
        var joined = (Incoming.Joined) decoded(membership("left", "member", "supergroup"));

        assertThat(joined.title()).isEqualTo("G");
        assertThat(joined.asAdmin()).isFalse();
        assertThat(joined.context().personId()).isEqualTo(7);
        assertThat(joined.context().chatId()).isEqualTo(-5);
    }
}
