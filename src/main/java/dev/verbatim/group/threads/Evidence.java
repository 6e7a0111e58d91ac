package dev.verbatim.group.threads;

import java.util.EnumMap;
import java.util.Map;

/// The clues about one candidate.
final class Evidence {

    private static final Map<Clue, Integer> PLACES = places();

    private final float[] values;

    Evidence() {
        this(new float[PLACES.size()]);
    }

    private Evidence(float[] values) {
        this.values = values;
    }

    Evidence copy() {
        return new Evidence(values.clone());
    }

    private static Map<Clue, Integer> places() {
        Map<Clue, Integer> places = new EnumMap<>(Clue.class);
        for (Clue clue : Clue.values()) {
            places.put(clue, places.size());
        }
        return places;
    }

    Evidence set(Clue clue, boolean value) {
        return set(clue, value ? 1 : 0);
    }

    Evidence set(Clue clue, double value) {
        values[PLACES.getOrDefault(clue, 0)] = (float) value;
        return this;
    }

    /// Sets a count or a time, of which twice as much isn't twice as telling.
    ///
    /// @param much the logarithm of one more than what counts as 1
    Evidence setLog(Clue clue, double value, double much) {
        return set(clue, Math.log1p(value) / much);
    }

    /// @param clue its place in [Clue#values()]
    float value(int clue) {
        return values[clue];
    }
}
