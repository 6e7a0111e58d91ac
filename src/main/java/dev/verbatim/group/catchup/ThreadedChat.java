package dev.verbatim.group.catchup;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.analysis.AnalyzedChat;
import dev.verbatim.group.analysis.AnalyzedMessage;
import dev.verbatim.group.threads.Disentangler;
import dev.verbatim.group.threads.Threads;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An analyzed chat with its threads.
record ThreadedChat(AnalyzedChat chat, Threads threads) {

    /// All threads that are sure enough to be shown as one topic, each message in one of them, in
    /// the order of the chat.
    List<List<AnalyzedMessage>> sureThreads() {
        return threads.asSureAs(Disentangler.HIGH_PRECISION).all().stream()
                .map(this::analyses)
                .toList();
    }

    List<AnalyzedMessage> threadOf(AnalyzedMessage message) {
        return analyses(threads.threadOf(message.message()));
    }

    boolean inSameThread(AnalyzedMessage one, AnalyzedMessage other) {
        return threads.threadOf(one.message()).equals(threads.threadOf(other.message()));
    }

    private List<AnalyzedMessage> analyses(List<ChatMessage> messages) {
        return messages.stream().map(chat::analysisOf).toList();
    }

    /// The message that one answers, if that is known.
    Optional<AnalyzedMessage> parent(AnalyzedMessage message) {
        return Optional.ofNullable(threads.link(message.message()).parent()).map(chat::analysisOf);
    }

    /// The messages that answer one, oldest first.
    Stream<AnalyzedMessage> answersTo(AnalyzedMessage message) {
        return threads.answersTo(message.message()).stream().map(chat::analysisOf);
    }
}
