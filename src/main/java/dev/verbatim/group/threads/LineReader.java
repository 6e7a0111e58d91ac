package dev.verbatim.group.threads;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.threads.Line.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads the messages of one chat: whom they name, and what words are left.
final class LineReader {

    private final People people;
    private final Vocabulary vocabulary;

    LineReader(List<ChatMessage> messages) {
        people = People.of(messages);
        vocabulary = Vocabulary.of(messages);
    }

    /// @param place in the transcript
    Line read(ChatMessage message, int place) {
        int author = people.number(message.author());
        Set<Integer> addressed = new HashSet<>(people.linkedIn(message));
        Set<Integer> named = new HashSet<>(addressed);
        List<String> words = new ArrayList<>();
        boolean opening = true;
        for (String token : People.tokens(message.text())) {
            Set<Integer> called = people.called(token);
            opening &= !called.isEmpty();
            named.addAll(called);
            if (opening || token.startsWith("@")) {
                addressed.addAll(called);
            }
            if (called.isEmpty()) {
                words.addAll(Vocabulary.split(token));
            }
        }
        // Who names himself is quoting, or has a word for a name.
        addressed.remove(author);
        named.remove(author);
        return new Line(
                message,
                place,
                author,
                addressed,
                named,
                vocabulary.known(words),
                Shape.of(message, words));
    }
}
