package dev.verbatim.group.threads;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was said so far in a chat, or in one topic of a forum, and how it was linked.
final class Transcript {

    /// How far back an answer may reach. Of the links that people marked in logs of a busy channel,
    /// one in 200 reaches farther.
    private static final int WINDOW = 100;

    private final List<Said> all = new ArrayList<>();
    private final Map<Integer, Said> lastBy = new HashMap<>();

    int size() {
        return all.size();
    }

    /// What the next line may answer, the latest first.
    List<Said> window() {
        return all.subList(Math.max(0, all.size() - WINDOW), all.size()).reversed();
    }

    boolean has(Said said) {
        return said.line.place() < all.size() && all.get(said.line.place()) == said;
    }

    @Nullable Said lastBy(int author) {
        return lastBy.get(author);
    }

    Said add(Line line, @Nullable Said parent) {
        Said said = new Said(line, parent, parent == null ? new Strand() : parent.strand);
        said.strand.add(line);
        if (parent != null) {
            parent.answers++;
            parent.answeredBy.add(line.author());
        }
        all.add(said);
        lastBy.put(line.author(), said);
        return said;
    }

    /// A line, and how it was linked.
    static final class Said {

        private final Line line;
        private final @Nullable Said parent;
        private final Strand strand;
        private final Set<Integer> answeredBy = new HashSet<>();
        private int answers;

        private Said(Line line, @Nullable Said parent, Strand strand) {
            this.line = line;
            this.parent = parent;
            this.strand = strand;
        }

        Line line() {
            return line;
        }

        @Nullable Said parent() {
            return parent;
        }

        Strand strand() {
            return strand;
        }

        int answers() {
            return answers;
        }

        boolean isAnsweredBy(int author) {
            return answeredBy.contains(author);
        }
    }
}
