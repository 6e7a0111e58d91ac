package dev.verbatim.group.threads;

import java.util.Set;

/// The different words of a message, each by its number in the [ChatVocabulary], with its rarity.
///
/// Two messages are compared a hundred times for each one read, so these are arrays in ascending
/// order, and not maps.
final class WeightedTerms {

    /// Common words alone are little, even where they are all there is.
    private static final double LITTLE = 0.5;

    private final int[] numbers;
    private final double[] rarities;
    private final double total;

    WeightedTerms(int[] numbers, double[] rarities) {
        this.numbers = numbers;
        this.rarities = rarities;
        double sum = 0;
        for (double rarity : rarities) {
            sum += rarity;
        }
        total = sum;
    }

    void addTo(Set<Integer> others) {
        for (int number : numbers) {
            others.add(number);
        }
    }

    Shared sharedWith(WeightedTerms other) {
        double sum = 0;
        double rarest = 0;
        int here = 0;
        int there = 0;
        while (here < numbers.length && there < other.numbers.length) {
            int order = Integer.compare(numbers[here], other.numbers[there]);
            if (order == 0) {
                sum += rarities[here];
                rarest = Math.max(rarest, rarities[here]);
            }
            here += order <= 0 ? 1 : 0;
            there += order >= 0 ? 1 : 0;
        }
        return new Shared(sum, rarest, sum / (LITTLE + Math.sqrt(total * other.total)));
    }

    /// How rare those are together that are among others.
    double sharedWith(Set<Integer> others) {
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            sum += others.contains(numbers[i]) ? rarities[i] : 0;
        }
        return sum;
    }

    /// What two messages share.
    ///
    /// @param sum of the rarities
    /// @param rarest the greatest of them
    /// @param part of both that it is
    record Shared(double sum, double rarest, double part) {}
}
