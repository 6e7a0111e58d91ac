package dev.verbatim.group.threads;

import java.util.HashSet;
import java.util.Set;

/// A thread as far as it's known while a chat is read.
final class OpenThread {

    private final Set<Integer> people = new HashSet<>();
    private final Set<Integer> words = new HashSet<>();
    private int lines;
    private int last;

    void add(ThreadMessage threadMessage) {
        people.add(threadMessage.author());
        threadMessage.weightedTerms().addTo(words);
        last = threadMessage.place();
        lines++;
    }

    boolean endsWith(ThreadMessage threadMessage) {
        return last == threadMessage.place();
    }

    boolean has(int author) {
        return people.contains(author);
    }

    boolean hasAnyOf(Set<Integer> authors) {
        for (int author : authors) {
            if (people.contains(author)) {
                return true;
            }
        }
        return false;
    }

    double sharedWith(WeightedTerms others) {
        return others.sharedWith(words);
    }

    int lines() {
        return lines;
    }
}
