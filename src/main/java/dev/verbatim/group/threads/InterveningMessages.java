package dev.verbatim.group.threads;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// A tally of the messages between a candidate and the message that is linked ("me"), collected
/// backwards.
final class InterveningMessages {

    private final ThreadMessage me;
    private final Map<String, Integer> lines = new HashMap<>();
    private final Set<String> namedByMe = new HashSet<>();
    private final Set<String> namedLastByMe = new HashSet<>();
    private final Set<String> named = new HashSet<>();
    private final Set<String> naming = new HashSet<>();
    private final Set<String> namingMe = new HashSet<>();
    private final Set<String> namingMeLast = new HashSet<>();

    InterveningMessages(ThreadMessage me) {
        this.me = me;
    }

    /// Adds the next earlier message.
    void pass(ThreadMessage they) {
        lines.merge(they.author(), 1, Integer::sum);
        if (they.sameAuthor(me)) {
            passMine(they);
        }
        if (!they.analysis().named().isEmpty() && naming.add(they.author()) && they.names(me)) {
            namingMeLast.add(they.author());
        }
        if (they.names(me)) {
            namingMe.add(they.author());
        }
        named.addAll(they.analysis().named());
    }

    private void passMine(ThreadMessage mine) {
        if (namedByMe.isEmpty()) {
            namedLastByMe.addAll(mine.analysis().named());
        }
        namedByMe.addAll(mine.analysis().named());
    }

    /// How many others wrote.
    int authorsBesides(ThreadMessage they) {
        int both = countBy(they.author()) > 0 ? 1 : 0;
        both += !they.sameAuthor(me) && countBy(me.author()) > 0 ? 1 : 0;
        return lines.size() - both;
    }

    /// Whether nobody else has written.
    boolean areAllBy(ThreadMessage they) {
        return lines.size() == (countBy(they.author()) > 0 ? 1 : 0);
    }

    int countBy(String author) {
        return lines.getOrDefault(author, 0);
    }

    boolean named(ThreadMessage they) {
        return named.contains(they.author());
    }

    boolean namedByMe(ThreadMessage they) {
        return namedByMe.contains(they.author());
    }

    /// Whether they are among the last whom I named.
    boolean namedLastByMe(ThreadMessage they) {
        return namedLastByMe.contains(they.author());
    }

    boolean namedMe(ThreadMessage they) {
        return namingMe.contains(they.author());
    }

    boolean anybodyNamedMe() {
        return !namingMe.isEmpty();
    }

    /// Whether I was the last whom they named.
    boolean namedMeLast(ThreadMessage they) {
        return namingMeLast.contains(they.author());
    }
}
