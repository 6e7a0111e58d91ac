package dev.verbatim.group.catchup;

import dev.verbatim.group.CpuShare;
import dev.verbatim.group.analysis.AnalyzedMessage;
import dev.verbatim.group.analysis.CueClass;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A segmenter of one chat into topics.
///
/// Threads are cut at long pauses, and pieces that clearly belong together are merged. A segment
/// that is too long for one topic, such as a meeting, is split where it most likely moves on. Words
/// alone find such places badly: on meetings with annotated topics TextTiling was worse than no
/// split at all. So only segments that must be split are, and a pause or a "moving on" counts as
/// much as the words.
final class TopicSegmenter {

    /// After such a pause it is another conversation, even if it is the same thread.
    private static final Duration PAUSE = Duration.ofMinutes(45);

    /// After a day it is a new segment even about the same thing.
    private static final Duration DAY = Duration.ofDays(1);

    /// How many rare words two must share, and how much of what they are about that must be.
    private static final int SHARED_WORDS = 2;

    private static final double SHARED_MASS = 0.25;

    /// Four phrases and two messages can't represent a longer topic.
    private static final int LONGEST = 14;

    private static final int SHORTEST = 4;

    /// How many messages before and after a place are compared.
    private static final int WINDOW = 10;

    private static final double TRANSITION = 0.4;

    /// What a pause of a minute is worth; longer ones grow with the logarithm.
    private static final double PAUSE_WEIGHT = 0.1;

    /// People react within so much time; later they begin something.
    private static final Duration REACTING = Duration.ofMinutes(4);

    private static final Comparator<TopicSegment> BY_OPENING =
            Comparator.comparingInt(segment -> segment.opening().index());

    private final ThreadedChat conversation;

    TopicSegmenter(ThreadedChat conversation) {
        this.conversation = conversation;
    }

    /// A segment of a chat about one thing: a thread, or threads that clearly belong together.
    ///
    /// @param messages in the order of the chat, never none
    record TopicSegment(List<AnalyzedMessage> messages) {

        TopicSegment {
            messages =
                    messages.stream()
                            .sorted(Comparator.comparingInt(AnalyzedMessage::index))
                            .toList();
        }

        AnalyzedMessage opening() {
            return messages.getFirst();
        }

        private Instant end() {
            return messages.getLast().message().time();
        }

        private Set<String> people() {
            return messages.stream()
                    .map(message -> message.author().id())
                    .collect(Collectors.toSet());
        }
    }

    /// All segments, in the order of their first messages.
    List<TopicSegment> segments() {
        List<TopicSegment> pieces =
                withReactions(
                        conversation.sureThreads().stream()
                                .flatMap(thread -> pieces(thread).stream())
                                .sorted(BY_OPENING)
                                .toList());
        return new Merging(pieces)
                .merged().stream().flatMap(this::split).sorted(BY_OPENING).toList();
    }

    /// Joins what stands alone to the piece of the message right before it, where it reacts to
    /// that: it agrees, declines, answers or jokes within minutes, and names nobody else.
    private List<TopicSegment> withReactions(List<TopicSegment> pieces) {
        Map<Integer, List<AnalyzedMessage>> homes = new HashMap<>();
        List<List<AnalyzedMessage>> joined = new ArrayList<>();
        for (TopicSegment piece : pieces) {
            AnalyzedMessage opening = piece.opening();
            List<AnalyzedMessage> before = homes.get(opening.index() - 1);
            List<AnalyzedMessage> home = new ArrayList<>();
            if (before != null && piece.messages().size() == 1 && reacts(opening)) {
                home = before;
            } else {
                joined.add(home);
            }
            home.addAll(piece.messages());
            for (AnalyzedMessage message : piece.messages()) {
                homes.put(message.index(), home);
            }
        }
        return joined.stream().map(TopicSegment::new).sorted(BY_OPENING).toList();
    }

    private boolean reacts(AnalyzedMessage message) {
        AnalyzedMessage before = conversation.chat().messages().get(message.index() - 1);
        Duration passed = Duration.between(before.message().time(), message.message().time());
        return before.message().topic() == message.message().topic()
                && passed.compareTo(REACTING) <= 0
                && message.message().replyTo() == null
                && message.addressees().isEmpty()
                && !message.asks()
                && !message.isCommand()
                && !message.hasLink()
                && !message.has(CueClass.TRANSITION)
                && !message.opens(CueClass.GREETING);
    }

    private static List<TopicSegment> pieces(List<AnalyzedMessage> thread) {
        List<TopicSegment> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= thread.size(); i++) {
            if (i == thread.size() || between(thread, i).compareTo(PAUSE) > 0) {
                pieces.add(new TopicSegment(thread.subList(start, i)));
                start = i;
            }
        }
        return pieces;
    }

    /// The time between a message and the one before.
    private static Duration between(List<AnalyzedMessage> messages, int place) {
        return Duration.between(
                messages.get(place - 1).message().time(), messages.get(place).message().time());
    }

    private Stream<TopicSegment> split(TopicSegment segment) {
        List<AnalyzedMessage> messages = segment.messages();
        if (messages.size() <= LONGEST) {
            return Stream.of(segment);
        }
        int place =
                IntStream.range(SHORTEST, messages.size() - SHORTEST)
                        .boxed()
                        .max(Comparator.comparingDouble(at -> change(messages, at)))
                        .orElseThrow();
        return Stream.of(messages.subList(0, place), messages.subList(place, messages.size()))
                .map(TopicSegment::new)
                .flatMap(this::split);
    }

    /// How much speaks for a new topic starting at a message.
    private double change(List<AnalyzedMessage> messages, int place) {
        Set<String> before = words(messages.subList(Math.max(0, place - WINDOW), place));
        Set<String> behind =
                words(messages.subList(place, Math.min(messages.size(), place + WINDOW)));
        Set<String> both = new HashSet<>(before);
        both.retainAll(behind);
        double least = Math.min(conversation.chat().mass(before), conversation.chat().mass(behind));
        double likeness = least == 0 ? 0 : conversation.chat().mass(both) / least;
        double minutes = Math.max(0, between(messages, place).toSeconds()) / 60.0;
        return 1
                - likeness
                + transition(messages, place)
                + PAUSE_WEIGHT * Math.log1p(minutes) / Math.log(2);
    }

    /// A cue in the message itself or in the one before.
    private static double transition(List<AnalyzedMessage> messages, int place) {
        return Stream.of(messages.get(place - 1), messages.get(place))
                        .anyMatch(message -> message.has(CueClass.TRANSITION))
                ? TRANSITION
                : 0;
    }

    private static Set<String> words(List<AnalyzedMessage> messages) {
        return messages.stream()
                .flatMap(message -> message.contentWords().stream())
                .collect(Collectors.toSet());
    }

    /// A merger of pieces that belong together, each with the earlier ones.
    private final class Merging {

        private final List<TopicSegment> pieces;
        private final List<Set<String>> rare;
        private final int[] home;

        Merging(List<TopicSegment> pieces) {
            this.pieces = pieces;
            rare = pieces.stream().map(this::rareWords).toList();
            home = new int[pieces.size()];
        }

        private Set<String> rareWords(TopicSegment piece) {
            return words(piece.messages()).stream()
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
            CpuShare.checkpoint();
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
