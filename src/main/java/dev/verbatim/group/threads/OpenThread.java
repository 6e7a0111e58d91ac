package dev.verbatim.group.threads;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/// A thread while its chat is being disentangled.
final class OpenThread {

    private final Set<String> people = new HashSet<>();
    private final Set<String> words = new HashSet<>();
    private int size;
    private int last;

    void add(ThreadMessage threadMessage) {
        people.add(threadMessage.author());
        threadMessage.terms().addTo(words);
        last = threadMessage.position();
        size++;
    }

    boolean endsWith(ThreadMessage threadMessage) {
        return last == threadMessage.position();
    }

    boolean hasParticipant(String author) {
        return people.contains(author);
    }

    boolean hasAnyParticipant(Set<String> authors) {
        return !Collections.disjoint(people, authors);
    }

    double sharedWith(WeightedTerms others) {
        return others.sharedWith(words);
    }

    int size() {
        return size;
    }
}
