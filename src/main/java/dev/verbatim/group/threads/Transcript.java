package dev.verbatim.group.threads;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The messages so far of a chat, or of one topic of a forum, with their links.
final class Transcript {

    /// How far back an answer may reach. Of the links annotated in logs of a busy channel, one in
    /// 200 reaches farther.
    private static final int WINDOW = 100;

    private final List<LinkedMessage> all = new ArrayList<>();
    private final Map<String, LinkedMessage> lastBy = new HashMap<>();

    int size() {
        return all.size();
    }

    /// The messages that the next one may answer, the latest first.
    List<LinkedMessage> window() {
        return all.subList(Math.max(0, all.size() - WINDOW), all.size()).reversed();
    }

    boolean contains(LinkedMessage said) {
        return said.threadMessage.position() < all.size()
                && all.get(said.threadMessage.position()) == said;
    }

    @Nullable LinkedMessage lastBy(String author) {
        return lastBy.get(author);
    }

    LinkedMessage add(ThreadMessage threadMessage, @Nullable LinkedMessage parent) {
        LinkedMessage said =
                new LinkedMessage(
                        threadMessage,
                        parent,
                        parent == null ? new OpenThread() : parent.openThread);
        said.openThread.add(threadMessage);
        if (parent != null) {
            parent.answers++;
            parent.answeredBy.add(threadMessage.author());
        }
        all.add(said);
        lastBy.put(threadMessage.author(), said);
        return said;
    }

    /// A message with its link.
    static final class LinkedMessage {

        private final ThreadMessage threadMessage;
        private final @Nullable LinkedMessage parent;
        private final OpenThread openThread;
        private final Set<String> answeredBy = new HashSet<>();
        private int answers;

        private LinkedMessage(
                ThreadMessage threadMessage,
                @Nullable LinkedMessage parent,
                OpenThread openThread) {
            this.threadMessage = threadMessage;
            this.parent = parent;
            this.openThread = openThread;
        }

        ThreadMessage threadMessage() {
            return threadMessage;
        }

        @Nullable LinkedMessage parent() {
            return parent;
        }

        OpenThread openThread() {
            return openThread;
        }

        int answers() {
            return answers;
        }

        boolean isAnsweredBy(String author) {
            return answeredBy.contains(author);
        }
    }

    /// A thread while its chat is being disentangled.
    static final class OpenThread {

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
}
