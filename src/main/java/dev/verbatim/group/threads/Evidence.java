package dev.verbatim.group.threads;

/// The clues about one candidate.
final class Evidence {

    private final float[] values = new float[Clue.values().length];

    Evidence set(Clue clue, boolean value) {
        return set(clue, value ? 1 : 0);
    }

    Evidence set(Clue clue, double value) {
        values[clue.ordinal()] = (float) value;
        return this;
    }

    /// Sets a count or a time, of which twice as much isn't twice as telling.
    ///
    /// @param much what counts as 1
    Evidence setLog(Clue clue, double value, double much) {
        return set(clue, Math.log1p(value) / Math.log1p(much));
    }

    float value(int clue) {
        return values[clue];
    }
}
