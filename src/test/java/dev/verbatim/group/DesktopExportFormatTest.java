package dev.verbatim.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.ChatMessage.Media;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DesktopExportFormatTest {

    private static final long GROUP = -1_001_234_567_890L;
    private static final Author ANN = new Author("user1", "Ann", null);
    private static final Author PAPER = new Author("channel9", "The paper", null);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void writtenMessagesAreReadBack() {
        List<ChatMessage> messages =
                List.of(
                        message(5, 0, ANN, null, "Plain 🚢\nwords", Set.of(), List.of()),
                        message(
                                6,
                                0,
                                PAPER,
                                5L,
                                "see https://a.example and b.example, or there",
                                Set.of("user7", "user8"),
                                List.of(
                                        "https://a.example",
                                        "b.example",
                                        "https://hidden.example")),
                        message(7, 3, ANN, null, "in a topic", Set.of(), List.of()),
                        message(8, 3, ANN, 7L, "answered there", Set.of(), List.of()),
                        message(9, 0, ANN, null, "", Set.of(), List.of("https://only.example")));

        DesktopExportReader.Export read = readBack(messages);

        assertThat(read.groupId()).isEqualTo("channel1234567890");
        assertThat(read.messages()).containsExactlyElementsOf(messages);
    }

    @ParameterizedTest
    @EnumSource
    void kindsOfMessagesWithoutWordsAreReadBack(Media media) {
        var message = new ChatMessage(5, 0, ANN, NOON, null, "", Set.of(), List.of(), 0, media);

        assertThat(readBack(List.of(message)).messages()).containsExactly(message);
    }

    @Test
    void keepsTheTopicWhenTheRepliedMessageIsMissing() {
        DesktopExportReader.Export read =
                readBack(List.of(message(8, 3, ANN, 7L, "to what is gone", Set.of(), List.of())));

        assertThat(read.messages()).extracting(ChatMessage::topic).containsExactly(3L);
        assertThat(read.messages().getFirst().replyTo()).isNull();
    }

    private static DesktopExportReader.Export readBack(List<ChatMessage> messages) {
        return DesktopExportReader.read(DesktopExportFormat.write(GROUP, messages), "result.json");
    }

    private static ChatMessage message(
            long id,
            long topic,
            Author author,
            @Nullable Long replyTo,
            String text,
            Set<String> mentions,
            List<String> links) {
        return new ChatMessage(id, topic, author, NOON, replyTo, text, mentions, links);
    }
}
