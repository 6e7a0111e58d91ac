package dev.verbatim.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.verbatim.evaluation.Evaluation.UnusableInputException;
import dev.verbatim.group.ChatMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatLogTest {

    @TempDir private Path folder;

    @Test
    void readsMessages() throws IOException {
        var message =
                read("""
                {"id": "c", "messages": [{"id": 5, "author": "Анна 🌸", \
                "time": "2018-05-29 21:20:37", "text": "how? 🙂", "reply_to": 3}]}
                """)
                        .messages()
                        .getFirst();

        assertThat(message.text()).isEqualTo("how? 🙂");
        assertThat(message.author().name()).isEqualTo("Анна 🌸");
        assertThat(message.time()).isEqualTo("2018-05-29T21:20:37Z");
        assertThat(message.replyTo()).isEqualTo(3L);
    }

    @Test
    void systemLinesAreNoMessagesButMayBeJudged() throws IOException {
        var log =
                read(
                        """
                        {"id": "c", "messages": [{"id": 0, "author": null, "time": null, \
                        "text": "=== anna has joined", "system": true}, \
                        {"id": 1, "author": "anna", "time": "09:14", "text": "hi"}], \
                        "links": [[0, 0], [1, 1]]}
                        """);

        assertThat(log.messages()).extracting(ChatMessage::id).containsExactly(1L);
        assertThat(log.links()).isEqualTo(Map.of(0L, Set.of(0L), 1L, Set.of(1L)));
    }

    @ParameterizedTest
    @CsvSource({
        "09:14, 09:16, 2",
        "12:59, 01:00, 1", // a clock of twelve hours
        "23:59, 00:02, 3",
        "09:14, 09:13, 0", // the log is out of order
        "2018-05-29 21:20:00, 2018-05-30 21:20:00, 1440",
        "2018-05-29T21:20, 2018-05-29 21:21:00, 1",
        "2018-05-29T21:20:00Z, 2018-05-29T23:21:00+02:00, 1"
    })
    void timesNeverGoBack(String earlier, String later, int minutes) throws IOException {
        List<ChatMessage> messages =
                read(messagesAt('"' + earlier + '"', '"' + later + '"')).messages();

        assertThat(messages.get(1).time())
                .isEqualTo(messages.get(0).time().plusSeconds(60L * minutes));
    }

    @Test
    void messageWithoutTimeTakesThatOfThePreviousOne() throws IOException {
        List<ChatMessage> messages = read(messagesAt("\"09:14\"", "null")).messages();

        assertThat(messages.get(1).time()).isEqualTo(messages.get(0).time());
    }

    @Test
    void everySecondAnswerBecomesAReplyToItsNearestParent() throws IOException {
        var log =
                read(
                        """
                        {"id": "c", "messages": [{"id": 1, "author": "a", "text": "x"}, \
                        {"id": 2, "author": "b", "text": "x"}, {"id": 3, "author": "a", "text": "x"}, \
                        {"id": 4, "author": "b", "text": "x"}], \
                        "links": [[1, 1], [2, 1], [3, 1], [3, 2], [4, 4]]}
                        """);

        assertThat(log.withEverySecondReply().messages())
                .extracting(ChatMessage::replyTo)
                .containsExactly(null, null, 2L, null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"messages\": []} | without \"id\"",
                "{\"id\": \"c\"} | without \"messages\"",
                "{\"id\": \"c\", \"messages\": [{\"author\": \"a\", \"text\": \"x\"}]}"
                        + " | a message has no \"id\"",
                "{\"id\": \"c\", \"messages\": [{\"id\": 1, \"author\": \"a\"}]} | without"
                        + " \"text\"",
                "{\"id\": \"c\", \"messages\": [{\"id\": 1}, {\"id\": 1}]} | the id 1 occurs twice",
                "{\"id\": \"c\", \"messages\": [{\"id\": 1, \"time\": \"noon\"}]}"
                        + " | \"time\": \"noon\" is not a time",
                "{\"id\": \"c\", \"messages\": [], \"links\": [[1]]} | \"links\": [[1]]",
                "{\"id\": \"c\", \"messages\": [{\"id\": 1}], \"links\": [[1, 9]]}"
                        + " | \"links\" names message 9, which isn't there"
            })
    void reportsInvalidInputWithItsLine(String line, String problem) {
        assertThatExceptionOfType(UnusableInputException.class)
                .isThrownBy(() -> read(line))
                .withMessageContainingAll("chats.jsonl line 1: ", problem);
    }

    private static String messagesAt(String earlier, String later) {
        return """
        {"id": "c", "messages": [{"id": 1, "author": "a", "time": %s, "text": "x"}, \
        {"id": 2, "author": "b", "time": %s, "text": "x"}]}
        """
                .formatted(earlier, later);
    }

    private ChatLog read(String line) throws IOException {
        Path file = folder.resolve("chats.jsonl");
        Files.writeString(file, line);
        return JsonLinesRecord.readAll(file, ChatLog::from).getFirst();
    }
}
