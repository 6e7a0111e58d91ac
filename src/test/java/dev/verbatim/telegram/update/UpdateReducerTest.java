package dev.verbatim.telegram.update;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.verbatim.telegram.update.MessageContext.ChatKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateReducerTest {

    private static final BotIdentity ME = new BotIdentity(1, "a_bot", true, true, false);
    private static final String US = "{\"id\":1,\"is_bot\":true,\"first_name\":\"Bot\"}";
    private static final String BEN = "{\"id\":8,\"is_bot\":false,\"first_name\":\"secret\"}";
    private static final String GROUP = "{\"id\":-5,\"type\":\"supergroup\",\"title\":\"G\"}";
    private static final String SAID_BY_BEN =
            "{\"message_id\":90,\"date\":1,\"from\":"
                    + BEN
                    + ",\"chat\":"
                    + GROUP
                    + ",\"text\":\"secret plan\",\"entities\":[{\"type\":\"text_link\",\"offset\":0,"
                    + "\"length\":3,\"url\":\"https://secret.example\"}]}";

    private final UpdateReducer reducer = new UpdateReducer(_ -> false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"reply_to_message\":" + SAID_BY_BEN,
                "\"reply_to_message\":{\"message_id\":90,\"date\":1,\"chat\":"
                        + GROUP
                        + ",\"from\":"
                        + BEN
                        + ",\"photo\":[],\"caption\":\"secret\"}",
                "\"reply_to_message\":{\"message_id\":90,\"date\":1,\"chat\":"
                        + GROUP
                        + ",\"from\":"
                        + US
                        + ",\"text\":\"Ben said: secret\",\"reply_to_message\":"
                        + SAID_BY_BEN
                        + "}",
                "\"quote\":{\"text\":\"secret plan\",\"position\":0},\"reply_to_message\":"
                        + SAID_BY_BEN,
                "\"external_reply\":{\"origin\":{\"type\":\"user\",\"date\":1,\"sender_user\":"
                        + BEN
                        + "},\"poll\":{\"question\":\"secret?\"}}",
                "\"pinned_message\":" + SAID_BY_BEN,
                "\"new_kind_of_next_year\":{\"of\":[{\"message\":" + SAID_BY_BEN + "}]}",
                "\"poll\":{\"question\":\"secret\"}",
                "\"forward_origin\":{\"type\":\"user\",\"date\":1,\"sender_user\":" + BEN + "}",
                "\"entities\":[{\"type\":\"text_mention\",\"offset\":0,\"length\":4,\"user\":"
                        + BEN
                        + "}]"
            })
    void nothingOfOthersStaysInAGroupsMessage(String fields) throws JsonProcessingException {
        JsonNode update = message("\"text\":\"/ask who came?\"," + fields);

        JsonNode reduced = reducer.reduce(update);

        assertThat(reduced.toString()).doesNotContain("secret").contains("/ask who came?");
        assertThat(decoded(reduced).envelope()).isEqualTo(decoded(update).envelope());
        assertThat(decoded(reduced).incoming())
                .isInstanceOfSatisfying(
                        Incoming.Asked.class,
                        asked -> {
                            assertThat(asked.text()).isEqualTo("who came?");
                            assertThat(asked.context().kind()).isEqualTo(ChatKind.SUPERGROUP);
                        });
    }

    @Test
    void wordsThatAUserAsksAboutStayWhenTheyMayBeStored() throws JsonProcessingException {
        JsonNode update = message("\"text\":\"/ask\",\"reply_to_message\":" + SAID_BY_BEN);
        var consenting =
                new UpdateReducer(
                        author -> author.chatId() == -5 && author.authorId().equals("user8"));

        assertThat(decoded(consenting.reduce(update))).isEqualTo(decoded(update));
        assertThat(reducer.reduce(update).toString()).doesNotContain("secret");
    }

    @Test
    void aReplyStillLeadsToItsMessage() throws JsonProcessingException {
        JsonNode update = message("\"text\":\"/forget\",\"reply_to_message\":" + SAID_BY_BEN);

        var forget = (Incoming.Commanded) decoded(reducer.reduce(update)).incoming();

        assertThat(forget.repliedTo()).isEqualTo(new Incoming.RepliedTo(90, false, "", false, 8));
    }

    @Test
    void aReplyInATopicIsStillNone() throws JsonProcessingException {
        JsonNode update =
                message(
                        "\"text\":\"/ask who?\",\"is_topic_message\":true,\"message_thread_id\":90,"
                                + "\"reply_to_message\":{\"message_id\":90,\"date\":1,\"from\":"
                                + BEN
                                + ",\"chat\":"
                                + GROUP
                                + ",\"forum_topic_created\":{\"name\":\"secret\",\"icon_color\":1}}");

        JsonNode reduced = reducer.reduce(update);

        assertThat(decoded(reduced).incoming()).isEqualTo(decoded(update).incoming());
        assertThat(reduced.toString()).doesNotContain("secret");
    }

    @Test
    void anExportThatACommandRepliesToIsStillFound() throws JsonProcessingException {
        JsonNode update =
                message(
                        "\"text\":\"/import\",\"reply_to_message\":{\"message_id\":90,\"date\":1,"
                                + "\"from\":"
                                + BEN
                                + ",\"chat\":"
                                + GROUP
                                + ",\"caption\":\"secret\",\"document\":{\"file_id\":\"f\","
                                + "\"file_unique_id\":\"u\",\"file_name\":\"secret.json\","
                                + "\"file_size\":5}}");

        JsonNode reduced = reducer.reduce(update);

        assertThat(decoded(reduced).incoming()).isEqualTo(decoded(update).incoming());
        assertThat(reduced.toString()).doesNotContain("secret");
    }

    @Test
    void nothingOfTheMessageAboveAButtonStays() throws JsonProcessingException {
        JsonNode update =
                UpdateDecoder.JSON.readTree(
                        "{\"update_id\":1,\"callback_query\":{\"id\":\"q\",\"chat_instance\":\"i\","
                                + "\"data\":\"set-keeping\",\"from\":{\"id\":7,\"is_bot\":false,"
                                + "\"first_name\":\"Ann\"},\"message\":{\"message_id\":91,\"date\":1,"
                                + "\"from\":"
                                + US
                                + ",\"chat\":"
                                + GROUP
                                + ",\"text\":\"Ben: secret\",\"reply_to_message\":"
                                + SAID_BY_BEN
                                + "}}}");

        JsonNode reduced = reducer.reduce(update);

        assertThat(reduced.toString()).doesNotContain("secret");
        assertThat(decoded(reduced).envelope()).isEqualTo(decoded(update).envelope());
        assertThat(((Incoming.Pressed) decoded(reduced).incoming()).context())
                .isEqualTo(((Incoming.Pressed) decoded(update).incoming()).context());
    }

    @Test
    void aPrivateQuestionStaysWithoutWhatItQuotesFromElsewhere() throws JsonProcessingException {
        JsonNode update =
                UpdateDecoder.JSON.readTree(
                        "{\"update_id\":1,\"message\":{\"message_id\":9,\"date\":1,\"from\":{\"id\":7,"
                                + "\"is_bot\":false,\"first_name\":\"Ann\"},\"chat\":{\"id\":7,"
                                + "\"type\":\"private\"},\"text\":\"Is that so?\",\"quote\":{\"text\":"
                                + "\"secret\",\"position\":0},\"external_reply\":{\"origin\":{\"type\":"
                                + "\"user\",\"date\":1,\"sender_user\":"
                                + BEN
                                + "}},\"reply_to_message\":{\"message_id\":8,\"date\":1,\"from\":"
                                + US
                                + ",\"chat\":{\"id\":7,\"type\":\"private\"},\"text\":\"secret\"}}}");

        JsonNode reduced = reducer.reduce(update);

        assertThat(reduced.toString()).doesNotContain("secret");
        assertThat(((Incoming.Asked) decoded(reduced).incoming()).repliedTo())
                .isEqualTo(new Incoming.RepliedTo(8, true, "", false, 0));
    }

    private static DecodedUpdate decoded(JsonNode update) throws JsonProcessingException {
        return new UpdateDecoder(ME).decode(update);
    }

    private static JsonNode message(String fields) throws JsonProcessingException {
        return UpdateDecoder.JSON.readTree(
                "{\"update_id\":1,\"message\":{\"message_id\":101,\"date\":1767225600,\"from\":{\"id\":7,"
                        + "\"is_bot\":false,\"first_name\":\"Ann\",\"language_code\":\"de\"},\"chat\":"
                        + GROUP
                        + ","
                        + fields
                        + "}}");
    }
}
