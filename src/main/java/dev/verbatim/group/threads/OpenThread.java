package dev.verbatim.group.threads;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/// A thread as far as it's known while a chat is read.
final class OpenThread {

    private final Set<String> people = new HashSet<>();
    private final Set<String> words = new HashSet<>();
    private int lines;
    private int last;

    void add(ThreadMessage threadMessage) {
        people.add(threadMessage.author());
        threadMessage.terms().addTo(words);
        last = threadMessage.position();
        lines++;
    }

    boolean endsWith(ThreadMessage threadMessage) {
        return last == threadMessage.position();
    }

    boolean has(String author) {
        return people.contains(author);
    }

    boolean hasAnyOf(Set<String> authors) {
        return !Collections.disjoint(people, authors);
    }

    double sharedWith(WeightedTerms others) {
        return others.sharedWith(words);
    }

    int lines() {
        return lines;
    }
}
