package dev.verbatim.group.threads;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A chat as a test writes it: who says what, one after the other, ten seconds apart.
final class ChatBuilder {

    private final List<ChatMessage> messages = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T09:00:00Z");
    private long topic;

    ChatMessage says(String name, String text) {
        return says(name, text, null);
    }

    ChatMessage replies(String name, ChatMessage to, String text) {
        return says(name, text, to.id());
    }

    ChatMessage says(String name, String text, @Nullable Long replyTo) {
        ChatMessage message =
                new ChatMessage(
                        messages.size() + 100L,
                        topic,
                        new Author("user-" + name, name, null),
                        now,
                        replyTo,
                        text,
                        Set.of(),
                        List.of());
        messages.add(message);
        now = now.plusSeconds(10);
        return message;
    }

    void inTopic(long topic) {
        this.topic = topic;
    }

    void pause(Duration time) {
        now = now.plus(time);
    }

    List<ChatMessage> messages() {
        return List.copyOf(messages);
    }

    Threads disentangle() {
        return disentangle(Disentangler.BEST_GUESS);
    }

    Threads disentangle(double sureness) {
        return new Disentangler(sureness).disentangle(messages);
    }
}
