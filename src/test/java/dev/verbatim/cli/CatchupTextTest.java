package dev.verbatim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.catchup.Catchup;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CatchupTextTest {

    @Test
    void whatSupersedesADecisionStandsBelowItAndDecisionsComeFirst() {
        String text = text(false).format(catchup(2), false);

        assertThat(text.indexOf("↪")).isBetween(text.indexOf("message 0"), text.length());
        assertThat(text.indexOf("message 0")).isLessThan(text.indexOf("a topic"));
        assertThat(text).contains("✎");
    }

    @Test
    void eachMessageStandsOnce() {
        String text = text(false).format(catchup(2), true);

        assertThat(text.split("“message 1”", -1)).hasSize(2);
    }

    @Test
    void showsEveryLineWhenAskedFor() {
        assertThat(text(false).format(catchup(40), false)).contains("… +");
        assertThat(text(true).format(catchup(40), false)).doesNotContain("… +");
    }

    private static CatchupText text(boolean all) {
        return new CatchupText(MessageCatalog.in(Locale.ENGLISH), ZoneOffset.UTC, all);
    }

    private static Catchup catchup(int decisions) {
        List<ChatMessage> messages =
                IntStream.range(0, decisions).mapToObj(CatchupTextTest::message).toList();
        var topic =
                new Catchup.Topic("a topic", 2, List.of(messages.getFirst().author()), List.of());
        return new Catchup(
                Instant.EPOCH,
                Instant.EPOCH,
                decisions,
                1,
                List.of(),
                List.of(topic),
                messages,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                Map.of(0L, 1L),
                Map.of(1L, messages.getFirst()),
                Map.of(),
                Catchup.Unread.NOTHING);
    }

    private static ChatMessage message(int id) {
        var author = new Author("user1", "Anna", null);
        return new ChatMessage(
                id, 0, author, Instant.EPOCH, null, "message " + id, Set.of(), List.of());
    }
}
