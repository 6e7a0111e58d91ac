package dev.verbatim.evaluation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/// The judged messages of one chat, divided into threads by people and by us.
record ThreadPartition(Set<Set<Long>> gold, Set<Set<Long>> found) {

    static ThreadPartition of(DisentangledChat chat) {
        return new ThreadPartition(threads(chat.gold()), threads(chat.found()));
    }

    /// Two messages are in one thread also when both answer a message that nobody judged.
    private static Set<Set<Long>> threads(Map<Long, Set<Long>> links) {
        Map<Long, Set<Long>> threads = new HashMap<>();
        links.forEach(
                (later, parents) -> {
                    Set<Long> merged = new HashSet<>(threads.getOrDefault(later, Set.of(later)));
                    parents.forEach(id -> merged.addAll(threads.getOrDefault(id, Set.of(id))));
                    merged.forEach(id -> threads.put(id, merged));
                });
        Set<Set<Long>> judged = new HashSet<>();
        links.keySet()
                .forEach(
                        id ->
                                judged.add(
                                        common(
                                                threads.getOrDefault(id, Set.of()),
                                                links.keySet())));
        return judged;
    }

    private static <T> Set<T> common(Set<T> one, Set<T> other) {
        Set<T> common = new HashSet<>(one);
        common.retainAll(other);
        return common;
    }

    /// How many threads are the same, but for those of a single message.
    long exact() {
        return conversations(common(found, gold));
    }

    /// How many threads have more than one message.
    static long conversations(Set<Set<Long>> threads) {
        return threads.stream().filter(thread -> thread.size() > 1).count();
    }

    /// One minus the variation of information of all chats together, scaled by the greatest it
    /// could be, the logarithm of the number of messages.
    static OptionalDouble oneMinusVi(List<ThreadPartition> chats) {
        double messages = chats.stream().mapToLong(chat -> size(chat.gold)).sum();
        if (messages < 2) {
            return OptionalDouble.empty();
        }
        double apart = entropy(chats, ThreadPartition::gold, messages);
        double found = entropy(chats, ThreadPartition::found, messages);
        double together = entropy(chats, ThreadPartition::overlaps, messages);
        return OptionalDouble.of(1 - (2 * together - apart - found) / Math.log(messages));
    }

    private static double entropy(
            List<ThreadPartition> chats,
            Function<ThreadPartition, Set<Set<Long>>> threads,
            double messages) {
        return chats.stream()
                .flatMap(chat -> threads.apply(chat).stream())
                .mapToDouble(thread -> thread.size() / messages)
                .map(share -> -share * Math.log(share))
                .sum();
    }

    private Set<Set<Long>> overlaps() {
        Set<Set<Long>> overlaps = new HashSet<>();
        gold.forEach(one -> found.forEach(other -> overlaps.add(common(one, other))));
        overlaps.remove(Set.<Long>of());
        return overlaps;
    }

    private static long size(Set<Set<Long>> threads) {
        return threads.stream().mapToLong(Set::size).sum();
    }
}
