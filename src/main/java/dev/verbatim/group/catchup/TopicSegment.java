package dev.verbatim.group.catchup;

import dev.verbatim.group.analysis.AnalyzedMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A segment of a chat about one thing: a thread, or threads that clearly belong together.
///
/// @param messages in the order of the chat, never none
record TopicSegment(List<AnalyzedMessage> messages) {

    /// After such a pause it is another conversation, even if it is the same thread.
    private static final Duration PAUSE = Duration.ofMinutes(45);

    /// After a day it is a new segment even about the same thing.
    private static final Duration DAY = Duration.ofDays(1);

    /// How many rare words two must share, and how much of what they are about that must be.
    private static final int SHARED_WORDS = 2;

    private static final double SHARED_MASS = 0.25;

    TopicSegment {
        messages =
                messages.stream().sorted(Comparator.comparingInt(AnalyzedMessage::index)).toList();
    }

    /// All of a conversation's, in the order of their first messages.
    static List<TopicSegment> of(ThreadedChat conversation) {
        List<TopicSegment> pieces =
                conversation.allThreads().stream()
                        .flatMap(thread -> pieces(thread).stream())
                        .sorted(
                                Comparator.comparingInt(
                                        topicSegment -> topicSegment.opening().index()))
                        .toList();
        return new Merging(conversation, pieces)
                .merged().stream()
                        .flatMap(
                                topicSegment ->
                                        new TopicSegmenter(conversation, topicSegment)
                                                .segments().stream())
                        .sorted(
                                Comparator.comparingInt(
                                        topicSegment -> topicSegment.opening().index()))
                        .toList();
    }

    private static List<TopicSegment> pieces(List<AnalyzedMessage> thread) {
        List<TopicSegment> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= thread.size(); i++) {
            if (i == thread.size() || isPause(thread.get(i - 1), thread.get(i))) {
                pieces.add(new TopicSegment(thread.subList(start, i)));
                start = i;
            }
        }
        return pieces;
    }

    private static boolean isPause(AnalyzedMessage before, AnalyzedMessage after) {
        return Duration.between(before.message().time(), after.message().time()).compareTo(PAUSE)
                > 0;
    }

    AnalyzedMessage opening() {
        return messages.getFirst();
    }

    private Instant end() {
        return messages.getLast().message().time();
    }

    Set<String> contentWords() {
        return messages.stream()
                .flatMap(analyzedMessage -> analyzedMessage.contentWords().stream())
                .collect(Collectors.toSet());
    }

    private Set<String> people() {
        return messages.stream()
                .map(analyzedMessage -> analyzedMessage.author().id())
                .collect(Collectors.toSet());
    }

    /// A merger of pieces that belong together, each with the earlier ones.
    private static final class Merging {

        private final ThreadedChat conversation;
        private final List<TopicSegment> pieces;
        private final List<Set<String>> rare;
        private final int[] home;

        Merging(ThreadedChat conversation, List<TopicSegment> pieces) {
            this.conversation = conversation;
            this.pieces = pieces;
            rare = pieces.stream().map(this::rareWords).toList();
            home = new int[pieces.size()];
        }

        private Set<String> rareWords(TopicSegment piece) {
            return piece.contentWords().stream()
                    .filter(conversation.chat()::isRare)
                    .collect(Collectors.toSet());
        }

        List<TopicSegment> merged() {
            Map<String, List<Integer>> piecesWith = new HashMap<>();
            Map<Integer, List<AnalyzedMessage>> merged = new HashMap<>();
            for (int i = 0; i < pieces.size(); i++) {
                home[i] = homeOf(i, piecesWith);
                merged.computeIfAbsent(home[i], _ -> new ArrayList<>())
                        .addAll(pieces.get(i).messages());
                for (String word : rare.get(i)) {
                    piecesWith.computeIfAbsent(word, _ -> new ArrayList<>()).add(i);
                }
            }
            return merged.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(entry -> new TopicSegment(entry.getValue()))
                    .toList();
        }

        /// The home of the latest earlier piece that it belongs to; itself when there is none.
        private int homeOf(int piece, Map<String, List<Integer>> piecesWith) {
            Map<Integer, Integer> shared = new HashMap<>();
            for (String word : rare.get(piece)) {
                piecesWith
                        .getOrDefault(word, List.of())
                        .forEach(other -> shared.merge(other, 1, Integer::sum));
            }
            return shared.entrySet().stream()
                    .filter(entry -> entry.getValue() >= SHARED_WORDS)
                    .map(Map.Entry::getKey)
                    .filter(other -> belongTogether(other, piece))
                    .max(Comparator.naturalOrder())
                    .map(other -> home[other])
                    .orElse(piece);
        }

        private boolean belongTogether(int one, int later) {
            TopicSegment first = pieces.get(one);
            TopicSegment second = pieces.get(later);
            return first.opening().message().topic() == second.opening().message().topic()
                    && Duration.between(first.end(), second.opening().message().time())
                                    .compareTo(DAY)
                            < 0
                    && first.people().stream().anyMatch(second.people()::contains)
                    && areAboutTheSame(rare.get(one), rare.get(later));
        }

        private boolean areAboutTheSame(Set<String> one, Set<String> other) {
            Set<String> shared = new HashSet<>(one);
            shared.retainAll(other);
            double smaller =
                    Math.min(conversation.chat().mass(one), conversation.chat().mass(other));
            return conversation.chat().mass(shared) >= SHARED_MASS * smaller;
        }
    }
}
