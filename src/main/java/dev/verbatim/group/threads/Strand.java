package dev.verbatim.group.threads;

import java.util.HashSet;
import java.util.Set;

/// A thread as far as it's known while a chat is read.
final class Strand {

    private final Set<Integer> people = new HashSet<>();
    private final Set<Integer> words = new HashSet<>();
    private int lines;
    private int last;

    void add(Line line) {
        people.add(line.author());
        line.words().addTo(words);
        last = line.place();
        lines++;
    }

    boolean endsWith(Line line) {
        return last == line.place();
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

    double sharedWith(Words others) {
        return others.sharedWith(words);
    }

    int lines() {
        return lines;
    }
}
