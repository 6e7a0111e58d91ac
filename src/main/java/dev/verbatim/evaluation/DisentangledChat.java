package dev.verbatim.evaluation;

import dev.verbatim.group.threads.Disentangler;
import dev.verbatim.group.threads.Threads.Link;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A chat's links as people judged them, beside those that were found. Only messages that people
/// judged count.
///
/// @param gold the messages that each one answers; itself when it starts a thread
/// @param found the same
/// @param nanos how long it took
record DisentangledChat(
        Map<Long, Set<Long>> gold, Map<Long, Set<Long>> found, int messages, long nanos) {

    static DisentangledChat of(ChatLog log, Disentangler disentangler) {
        long start = System.nanoTime();
        List<Link> links = disentangler.disentangle(log.messages()).links();
        long nanos = System.nanoTime() - start;
        Map<Long, Set<Long>> found = new TreeMap<>();
        // Lines of the system aren't untangled: by the field's custom each is a thread.
        log.links().keySet().forEach(id -> found.put(id, Set.of(id)));
        for (Link link : links) {
            long id = link.message().id();
            found.replace(id, Set.of(link.parent() == null ? id : link.parent().id()));
        }
        return new DisentangledChat(log.links(), found, log.messages().size(), nanos);
    }

    static long size(Map<Long, Set<Long>> links) {
        return links.values().stream().mapToLong(Set::size).sum();
    }

    /// How many links people and we agree on.
    long agreed() {
        return found.entrySet().stream()
                .mapToLong(
                        entry ->
                                entry.getValue().stream()
                                        .filter(
                                                gold.getOrDefault(entry.getKey(), Set.of())
                                                        ::contains)
                                        .count())
                .sum();
    }
}
