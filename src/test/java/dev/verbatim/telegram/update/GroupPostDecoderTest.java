package dev.verbatim.telegram.update;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.ChatMessage.Media;
import dev.verbatim.telegram.update.DecodedUpdate.GroupPost;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telegram.telegrambots.meta.api.objects.Update;

class GroupPostDecoderTest {

    private static final String ANN =
            "\"from\": {\"id\": 7, \"is_bot\": false, \"first_name\": \"Ann\","
                    + " \"last_name\": \"Lee\", \"username\": \"ann\"}";
    private static final String TOPIC = "\"is_topic_message\": true, \"message_thread_id\": 3";

    @Test
    void keepsTheWordsExactly() {
        GroupPost post = heard(ANN + ", \"text\": \" Good 🚢 morning\\n\"").orElseThrow();

        assertThat(post.chatId()).isEqualTo(-1_000_000_000_500L);
        assertThat(post.editedAt()).isNull();
        ChatMessage message = post.message();
        assertThat(message.text()).isEqualTo(" Good 🚢 morning\n");
        assertThat(message.author()).isEqualTo(new Author("user7", "Ann Lee", "ann"));
        assertThat(message.time()).isEqualTo(Instant.ofEpochSecond(1_767_225_600));
    }

    @Test
    void decodesCaptions() {
        assertThat(words("\"caption\": \"Our ship\", \"photo\": []")).contains("Our ship");
    }

    @Test
    void findsWrittenAndHiddenLinksInTextOrder() {
        ChatMessage message =
                heard(
                                ANN
                                        + """
                                        , "text": "see here and b.example",
                                        "entities": [
                                         {"type": "text_link", "offset": 4, "length": 4,
                                          "url": "https://a.example"},
                                         {"type": "url", "offset": 13, "length": 9}]
                                        """)
                        .orElseThrow()
                        .message();

        assertThat(message.links()).containsExactly("https://a.example", "b.example");
    }

    @Test
    void findsMentionsByLink() {
        ChatMessage message =
                heard(
                                ANN
                                        + """
                                        , "text": "Ben, look",
                                        "entities": [{"type": "text_mention", "offset": 0,
                                         "length": 3, "user": {"id": 8, "is_bot": false,
                                         "first_name": "Ben"}}]
                                        """)
                        .orElseThrow()
                        .message();

        assertThat(message.mentions()).containsExactly("user8");
    }

    @Test
    void keepsRepliesWithinATopic() {
        ChatMessage message =
                heard(ANN + ", \"text\": \"Yes\", " + TOPIC + replyTo(40, TOPIC))
                        .orElseThrow()
                        .message();

        assertThat(message.topic()).isEqualTo(3);
        assertThat(message.replyTo()).isEqualTo(40);
    }

    @Test
    void ignoresRepliesToATopicsOpeningOrAnotherTopic() {
        String yes = ANN + ", \"text\": \"Yes\", " + TOPIC;
        String opening = "\"forum_topic_created\": {\"name\": \"Ships\", \"icon_color\": 1}";

        assertThat(heard(yes + replyTo(3, opening)).orElseThrow().message().replyTo()).isNull();
        assertThat(heard(yes + replyTo(40, "\"text\": \"?\"")).orElseThrow().message().replyTo())
                .isNull();
    }

    @Test
    void replyThreadIsNoTopic() {
        GroupPost post = heard(ANN + ", \"text\": \"Yes\", \"message_thread_id\": 3").orElseThrow();

        assertThat(post.message().topic()).isZero();
    }

    @Test
    void senderInAChatsNameIsThatChat() {
        GroupPost post =
                heard(
                                """
                                "from": {"id": 1087968824, "is_bot": true,
                                 "first_name": "Group"},
                                "sender_chat": {"id": -1000000000500, "type": "supergroup",
                                 "title": "Readers"}, "text": "Order, please"
                                """)
                        .orElseThrow();

        assertThat(post.message().author()).isEqualTo(new Author("channel500", "Readers", null));
    }

    @Test
    void keepsOnlyTheLinksOfAForwardedMessage() {
        String passedOn =
                """
                , "text": "see b.example", "forward_origin":
                 {"type": "hidden_user", "date": 1, "sender_user_name": "Ben"}
                """;
        String link = ", \"entities\": [{\"type\": \"url\", \"offset\": 4, \"length\": 9}]";

        assertThat(heard(ANN + passedOn)).isEmpty();
        ChatMessage linked = heard(ANN + passedOn + link).orElseThrow().message();
        assertThat(linked.text()).isEmpty();
        assertThat(linked.links()).containsExactly("b.example");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"photo\": [] | PICTURE",
                "\"document\": {\"file_id\": \"f\", \"file_name\": \"plan.pdf\"} | FILE",
                "\"video\": {\"file_id\": \"f\"} | FILE",
                "\"audio\": {\"file_id\": \"f\"} | FILE",
                "\"voice\": {\"file_id\": \"f\"} | VOICE",
                "\"video_note\": {\"file_id\": \"f\"} | VOICE"
            })
    void keepsThatThereIsAMessageWithoutWords(String content, Media media) {
        ChatMessage message = heard(ANN + ", " + content).orElseThrow().message();

        assertThat(message.wordlessMedia()).contains(media);
        assertThat(message.text()).isEmpty();
        assertThat(heard(ANN + ", " + content + ", \"caption\": \"Look\"").orElseThrow().message())
                .satisfies(captioned -> assertThat(captioned.wordlessMedia()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"text\": \"/ask Who met?\"",
                "\"text\": \"/forget@a_bot\"",
                "\"text\": \"Yes\", \"via_bot\": {\"id\": 5, \"is_bot\": true, \"first_name\": \"B\"}",
                "\"sticker\": {}",
                "\"animation\": {\"file_id\": \"f\", \"file_unique_id\": \"u\", \"width\": 1, \"height\":"
                        + " 1, \"duration\": 1}, \"document\": {\"file_id\": \"f\"}",
                "\"photo\": [], \"forward_origin\": {\"type\": \"hidden_user\", \"date\": 1}",
                "\"new_chat_title\": \"Writers\"",
            })
    void ignoresCommandsAndMessagesWithoutWords(String content) {
        assertThat(heard(ANN + ", " + content)).isEmpty();
    }

    @Test
    void ignoresMessagesOfBots() {
        assertThat(
                        heard(
                                "\"from\": {\"id\": 9, \"is_bot\": true, \"first_name\": \"B\"},"
                                        + " \"text\": \"Weather\""))
                .isEmpty();
    }

    @Test
    void decodesAnEditWithItsTimeEvenIfItMakesACommand() {
        GroupPost post =
                decode("edited_message", ANN + ", \"text\": \"/oops\", \"edit_date\": 1767225700")
                        .orElseThrow();

        assertThat(post.editedAt()).isEqualTo(Instant.ofEpochSecond(1_767_225_700));
        assertThat(post.message().text()).isEqualTo("/oops");
    }

    @Test
    void ignoresPrivateChats() {
        String update =
                """
                {"update_id": 1, "message": {"message_id": 50, "date": 1767225600,
                 "chat": {"id": 7, "type": "private"}, %s, "text": "Just us"}}
                """
                        .formatted(ANN);

        assertThat(GroupPostDecoder.decode(read(update))).isEmpty();
        assertThat(GroupPostDecoder.isOfGroup(read(update))).isFalse();
    }

    private static String replyTo(int message, String more) {
        return """
        , "reply_to_message": {"message_id": %d, "date": 1,
         "chat": {"id": -1000000000500, "type": "supergroup", "title": "Readers"}, %s}
        """
                .formatted(message, more);
    }

    private static Optional<String> words(String content) {
        return heard(ANN + ", " + content).map(GroupPost::message).map(ChatMessage::text);
    }

    private static Optional<GroupPost> heard(String content) {
        return decode("message", content);
    }

    private static Optional<GroupPost> decode(String kind, String content) {
        return GroupPostDecoder.decode(
                read(
                        """
                        {"update_id": 1, "%s": {"message_id": 50, "date": 1767225600,
                         "chat": {"id": -1000000000500, "type": "supergroup",
                          "title": "Readers"}, %s}}
                        """
                                .formatted(kind, content)));
    }

    private static Update read(String json) {
        try {
            return new ObjectMapper().readValue(json, Update.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}
