package dev.verbatim.article.library;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Knows what has stopped changing: what has looked the same for a while. Measured by the machine's
/// own ticking, because a clock can be set.
///
/// @param <K> what is looked at
/// @param <V> how it looks
final class Debouncer<K, V> {

    private final Duration time;
    private final Map<K, Sighting<V>> sightings = new HashMap<>();

    Debouncer(Duration time) {
        this.time = time;
    }

    /// A look, and when it was first seen.
    private record Sighting<V>(V look, long nanos) {}

    boolean isSettled(K thing, V look) {
        long now = System.nanoTime();
        Sighting<V> first = sightings.get(thing);
        if (first == null || !first.look().equals(look)) {
            sightings.put(thing, new Sighting<>(look, now));
            return false;
        }
        return now - first.nanos() >= time.toNanos();
    }

    /// Forgets everything else, so that it would have to settle again.
    void keepOnly(Set<K> things) {
        sightings.keySet().retainAll(things);
    }
}
