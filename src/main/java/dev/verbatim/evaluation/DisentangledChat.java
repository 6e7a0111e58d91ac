package dev.verbatim.evaluation;

import dev.verbatim.group.threads.Disentangler;
import dev.verbatim.group.threads.Threads.Link;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// The marked links of a chat, the links that were found, and the threads that both make. Only
/// messages that people judged count.
///
/// @param goldLinks for each judged message, the messages that it answers; itself when it starts a
///   thread
/// @param foundLinks the same, as found
/// @param messages how many people wrote
record DisentangledChat(
        Map<Long, Set<Long>> goldLinks, Map<Long, Set<Long>> foundLinks, int messages) {

    static DisentangledChat of(ChatLog log, Disentangler disentangler) {
        Map<Long, Set<Long>> found = new TreeMap<>();
        // System messages aren't disentangled: by the field's convention each is a thread.
        log.links().keySet().forEach(id -> found.put(id, Set.of(id)));
        for (Link link : disentangler.disentangle(log.messages()).links()) {
            long id = link.message().id();
            found.replace(id, Set.of(link.parent() == null ? id : link.parent().id()));
        }
        return new DisentangledChat(log.links(), found, log.messages().size());
    }

    long goldLinkCount() {
        return count(goldLinks);
    }

    long foundLinkCount() {
        return count(foundLinks);
    }

    private static long count(Map<Long, Set<Long>> links) {
        return links.values().stream().mapToLong(Set::size).sum();
    }

    /// How many of the links found are marked.
    long correctLinkCount() {
        return foundLinks.entrySet().stream()
                .mapToLong(
                        entry ->
                                common(
                                                entry.getValue(),
                                                goldLinks.getOrDefault(entry.getKey(), Set.of()))
                                        .size())
                .sum();
    }

    private Set<Set<Long>> goldThreads() {
        return threads(goldLinks);
    }

    private Set<Set<Long>> foundThreads() {
        return threads(foundLinks);
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

    /// How many marked threads have more than one message.
    long goldConversationCount() {
        return conversations(goldThreads());
    }

    /// How many of the threads found have more than one message.
    long foundConversationCount() {
        return conversations(foundThreads());
    }

    /// How many of the conversations found have exactly the messages of a marked one.
    long exactConversationCount() {
        return conversations(common(foundThreads(), goldThreads()));
    }

    private static long conversations(Set<Set<Long>> threads) {
        return threads.stream().filter(thread -> thread.size() > 1).count();
    }

    /// One minus the variation of information of all chats together, scaled by its maximum, the
    /// logarithm of the number of messages.
    static OptionalDouble oneMinusVi(List<DisentangledChat> chats) {
        double messages = chats.stream().mapToLong(chat -> chat.goldLinks.size()).sum();
        if (messages < 2) {
            return OptionalDouble.empty();
        }
        double gold = entropy(chats, DisentangledChat::goldThreads, messages);
        double found = entropy(chats, DisentangledChat::foundThreads, messages);
        double joint = entropy(chats, DisentangledChat::overlaps, messages);
        return OptionalDouble.of(1 - (2 * joint - gold - found) / Math.log(messages));
    }

    private static double entropy(
            List<DisentangledChat> chats,
            Function<DisentangledChat, Set<Set<Long>>> threads,
            double messages) {
        return chats.stream()
                .flatMap(chat -> threads.apply(chat).stream())
                .mapToDouble(thread -> thread.size() / messages)
                .map(share -> -share * Math.log(share))
                .sum();
    }

    private Set<Set<Long>> overlaps() {
        Set<Set<Long>> found = foundThreads();
        Set<Set<Long>> overlaps = new HashSet<>();
        goldThreads().forEach(one -> found.forEach(other -> overlaps.add(common(one, other))));
        overlaps.remove(Set.<Long>of());
        return overlaps;
    }
}
