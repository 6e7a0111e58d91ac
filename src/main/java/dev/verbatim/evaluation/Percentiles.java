package dev.verbatim.evaluation;

import java.util.Arrays;
import java.util.OptionalDouble;

/// Percentiles by nearest rank: always a value that was measured, never one between two.
final class Percentiles {

    private final double[] ascending;

    Percentiles(double... values) {
        ascending = values.clone();
        Arrays.sort(ascending);
    }

    /// The smallest value that `percent` of the values don't exceed; empty when there are none.
    OptionalDouble at(int percent) {
        int rank = Math.ceilDiv(percent * ascending.length, 100);
        return rank == 0 ? OptionalDouble.empty() : OptionalDouble.of(ascending[rank - 1]);
    }
}
