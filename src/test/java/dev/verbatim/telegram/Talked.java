package dev.verbatim.telegram;

import dev.verbatim.group.Author;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.catchup.Catchup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A catch-up as simple as can be: all of it is one topic, every message may be a decision, and is
/// for the reader.
final class Talked {

    private Talked() {}

    static Catchup about(List<ChatMessage> messages, @Nullable Author reader) {
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
                0);
    }
}
