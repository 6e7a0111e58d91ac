package dev.verbatim.group;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verbatim.group.ChatMessage.Author;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the desktop app has written is read as it was said.
class DesktopExportReaderTest {

    @Test
    void readsAuthorTimeReplyAndText() throws IOException {
        List<ChatMessage> messages =
                read(
                        """
                        {"id":5,"type":"message","date":"2023-11-14T22:13:20","date_unixtime":"1700000000",
                         "from":"Anna","from_id":"user901","text":["See ",{"type":"bold","text":"chapter 2"}],
                         "text_entities":[{"type":"plain","text":"See "},{"type":"bold","text":"chapter 2"}]},
                        {"id":6,"type":"message","date":"2023-11-14T22:14:20","date_unixtime":"1700000060",
                         "edited":"2023-11-14T22:20:00","edited_unixtime":"1700000400",
                         "from":null,"from_id":"user902","reply_to_message_id":5,"text":"I did",
                         "text_entities":[{"type":"plain","text":"I did"}]}
                        """);

        assertThat(messages.getFirst().text()).isEqualTo("See chapter 2");
        assertThat(messages.getFirst().author()).isEqualTo(new Author("user901", "Anna", null));
        assertThat(messages.getFirst().time()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
        assertThat(messages.getLast().replyTo()).isEqualTo(5);
        assertThat(messages.getLast().author().name()).isEqualTo("Deleted account");
    }

    @Test
    void readsTextFromItsParts() throws IOException {
        List<ChatMessage> messages =
                read(
                        """
                        {"id":1,"type":"message","date":"2020-01-01T10:00:00","from":"Anna","from_id":901,
                         "text":["Look: ",{"type":"link","text":"example.org/a"}," and ",
                          {"type":"text_link","text":"here","href":"https://example.org/b"}]}
                        """);

        ChatMessage message = messages.getFirst();
        assertThat(message.text()).isEqualTo("Look: example.org/a and here");
        assertThat(message.links()).containsExactly("example.org/a", "https://example.org/b");
        assertThat(message.author().id()).isEqualTo("user901");
        assertThat(message.time()).isEqualTo(Instant.parse("2020-01-01T10:00:00Z"));
    }

    @Test
    void readsMentionsByLink() throws IOException {
        List<ChatMessage> messages =
                read(
                        """
                        {"id":1,"type":"message","date_unixtime":"1","from":"Anna","from_id":"user901",
                         "text":"","text_entities":[{"type":"mention_name","text":"Ben","user_id":902},
                         {"type":"plain","text":", are you in?"}]}
                        """);

        assertThat(messages.getFirst().mentions()).containsExactly("user902");
        assertThat(messages.getFirst().text()).isEqualTo("Ben, are you in?");
    }

    @Test
    void leavesOutMessagesWithoutText() throws IOException {
        List<ChatMessage> messages =
                read(
                        """
                        {"id":1,"type":"service","actor":"Anna","action":"create_group","text":""},
                        {"id":2,"type":"message","date_unixtime":"1","from":"Anna","from_id":"user901",
                         "photo":"x.jpg","text":"","text_entities":[]},
                        {"id":3,"type":"message","date_unixtime":"2","from":"Anna","from_id":"user901",
                         "photo":"y.jpg","text":"The lake","text_entities":[{"type":"plain","text":"The lake"}]}
                        """);

        assertThat(messages).map(ChatMessage::text).containsExactly("The lake");
    }

    @Test
    void findsTheTopicByFollowingReplies() throws IOException {
        List<ChatMessage> messages =
                read(
                        """
                        {"id":10,"type":"service","action":"topic_created","title":"Fish","text":""},
                        {"id":11,"type":"message","date_unixtime":"1","from":"A","from_id":"user1",
                         "reply_to_message_id":10,"text":"Pike today"},
                        {"id":12,"type":"message","date_unixtime":"2","from":"B","from_id":"user2",
                         "reply_to_message_id":11,"text":"Where?"},
                        {"id":13,"type":"message","date_unixtime":"3","from":"B","from_id":"user2",
                         "text":"Good morning"}
                        """);

        assertThat(messages).map(ChatMessage::topic).containsExactly(10L, 10L, 0L);
        assertThat(messages).map(ChatMessage::replyTo).containsExactly(null, 11L, null);
    }

    @Test
    void reportsPlaceAndRemedyOfAFault() {
        assertThatThrownBy(
                        () ->
                                read(
                                        """
                                        {"id":1,"type":"message","date_unixtime":"1","from":"A","text":"a"},
                                        {"id":2,"type":"message","date":"yesterday","from":"A","text":"b"}
                                        """))
                .isInstanceOf(DesktopExportReader.Unusable.class)
                .hasMessage(
                        "result.json message 2: \"date\": \"yesterday\" is not a time like"
                                + " 2026-11-22T09:00:00. Export the chat again, or take that message"
                                + " out.");
    }

    @Test
    void rejectsFilesThatAreNoExportOfOneChat() {
        for (String file :
                List.of(
                        "{\"name\":\"x\"}",
                        "[]",
                        "",
                        "{\"chats\":{\"list\":[]}}",
                        "hello",
                        "{\"messages\":[{\"id\":1,")) {
            assertThatThrownBy(() -> all(file))
                    .as(file)
                    .isInstanceOf(DesktopExportReader.Unusable.class)
                    .hasMessageStartingWith("result.json")
                    .hasMessageContaining("Give the result.json of one chat");
        }
    }

    @Test
    void readsOneChatOfAnAccount(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("result.json"), ACCOUNT);

        assertThat(DesktopExportReader.read(file, "book club"))
                .map(ChatMessage::text)
                .containsExactly("Thursday?");
        assertThat(DesktopExportReader.read(file, "7"))
                .map(ChatMessage::text)
                .containsExactly("Hello");
    }

    @Test
    void aFileTellsOfPicturesClosedPollsAndPins(@TempDir Path folder) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("result.json"),
                        """
                        {"id":7,"messages":[
                         {"id":1,"type":"message","date_unixtime":"1","from":"A","from_id":"user1","text":"Soup it is"},
                         {"id":2,"type":"message","date_unixtime":"2","from":"A","from_id":"user1","photo":"a.jpg","text":""},
                         {"id":3,"type":"message","date_unixtime":"3","from":"A","from_id":"user1","text":"","media_type":"sticker","file":"a"},
                         {"id":4,"type":"message","date_unixtime":"4","from":"A","from_id":"user1","text":"",
                          "poll":{"question":"What?","closed":true,"answers":[{"text":"Soup","voters":4},{"text":"Rice","voters":1}]}},
                         {"id":5,"type":"service","date_unixtime":"5","action":"pin_message","message_id":1,"text":""}]}
                        """);

        List<ChatMessage> messages = DesktopExportReader.read(file);

        assertThat(messages).map(ChatMessage::id).containsExactly(1L, 2L, 4L);
        assertThat(messages.getFirst().approvals()).isEqualTo(2);
        assertThat(messages.get(1).attachment()).isEqualTo(ChatMessage.Media.PICTURE);
        assertThat(messages.get(2).attachment())
                .isEqualTo(new ChatMessage.ClosedPoll("What?", "Soup"));
    }

    @Test
    void namesTheChatsOfAnAccount(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("result.json"), ACCOUNT);

        assertThatThrownBy(() -> DesktopExportReader.read(file))
                .hasMessageContaining("Neighbours, Book club");
        assertThatThrownBy(() -> DesktopExportReader.read(file, "Choir"))
                .hasMessageContaining("has no chat Choir; it has Neighbours, Book club");
    }

    private static final String ACCOUNT =
            """
            {"about":"x","contacts":{"list":[]},
             "chats":{"about":"y","list":[
              {"name":"Neighbours","type":"private_group","id":7,"messages":[
               {"id":1,"type":"message","date_unixtime":"1","from":"A","from_id":"user1","text":"Hello"}]},
              {"name":"Book club","type":"private_group","id":8,"messages":[
               {"id":1,"type":"message","date_unixtime":"1","from":"A","from_id":"user1","text":"Thursday?"}]}]}}
            """;

    @Test
    void reportsAMissingFile() {
        assertThatThrownBy(() -> DesktopExportReader.read(Path.of("no-such", "result.json")))
                .isInstanceOf(DesktopExportReader.Unusable.class)
                .hasMessageContaining("no-such");
    }

    private static List<ChatMessage> read(String messages) throws IOException {
        return all(
                "{\"name\":\"Book club\",\"type\":\"private_supergroup\",\"id\":1,\"messages\":["
                        + messages
                        + "]}");
    }

    private static List<ChatMessage> all(String file) throws IOException {
        List<ChatMessage> messages = new ArrayList<>();
        DesktopExportReader.read(
                new ByteArrayInputStream(file.getBytes(UTF_8)), "result.json", messages::add);
        return messages;
    }
}
