package dev.verbatim.group.threads;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.threads.ThreadMessage.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads the messages of one chat: whom they name, and what words are left.
final class ThreadMessageAnalyzer {

    private final ParticipantIndex participantIndex;
    private final ChatVocabulary chatVocabulary;

    ThreadMessageAnalyzer(List<ChatMessage> messages) {
        participantIndex = ParticipantIndex.of(messages);
        chatVocabulary = ChatVocabulary.of(messages);
    }

    /// @param place in the transcript
    ThreadMessage read(ChatMessage message, int place) {
        int author = participantIndex.number(message.author());
        Set<Integer> addressed = new HashSet<>(participantIndex.linkedIn(message));
        Set<Integer> named = new HashSet<>(addressed);
        List<String> words = new ArrayList<>();
        boolean opening = true;
        for (String token : ParticipantIndex.tokens(message.text())) {
            Set<Integer> called = participantIndex.called(token);
            opening &= !called.isEmpty();
            named.addAll(called);
            if (opening || token.startsWith("@")) {
                addressed.addAll(called);
            }
            if (called.isEmpty()) {
                words.addAll(ChatVocabulary.split(token));
            }
        }
        // Who names himself is quoting, or has a word for a name.
        addressed.remove(author);
        named.remove(author);
        return new ThreadMessage(
                message,
                place,
                author,
                addressed,
                named,
                chatVocabulary.known(words),
                Shape.of(message, words));
    }
}
