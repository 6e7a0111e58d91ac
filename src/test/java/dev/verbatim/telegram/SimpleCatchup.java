package dev.verbatim.telegram;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.catchup.Catchup;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A factory of the simplest catch-ups: all messages are one topic, and each is a decision and for
/// the reader.
final class SimpleCatchup {

    private SimpleCatchup() {}

    static Catchup of(List<ChatMessage> messages, @Nullable Author reader) {
        List<Author> people = messages.stream().map(ChatMessage::author).distinct().toList();
        var topic = new Catchup.Topic("everything", messages.size(), people, List.of());
        return new Catchup(
                messages.getFirst().time(),
                messages.getLast().time(),
                messages.size(),
                people.size(),
                reader == null ? List.of() : messages,
                List.of(topic),
                messages,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                Map.of(),
                Map.of(),
                Map.of(),
                Catchup.Unread.NOTHING);
    }
}
