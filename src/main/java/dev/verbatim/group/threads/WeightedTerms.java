package dev.verbatim.group.threads;

import dev.verbatim.group.analysis.AnalyzedChat;
import dev.verbatim.language.DocumentFrequencies;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;

/// The content words of a message with their rarities in its chat.
///
/// Two messages are compared a hundred times for each one that is linked, so these are arrays in
/// ascending order, and not maps.
final class WeightedTerms {

    /// Common words alone are little, even where they are all there is.
    private static final double LITTLE = 0.5;

    /// The rarity of a word that occurs once in a thousand messages. In a shorter chat a single
    /// occurrence proves less.
    private static final double RAREST = DocumentFrequencies.inverse(1_000, 1);

    private final String[] words;
    private final double[] rarities;
    private final double total;

    private WeightedTerms(String[] words, double[] rarities) {
        this.words = words;
        this.rarities = rarities;
        total = Arrays.stream(rarities).sum();
    }

    static WeightedTerms of(Set<String> contentWords, AnalyzedChat chat) {
        String[] words = contentWords.stream().sorted().toArray(String[]::new);
        double[] rarities =
                Arrays.stream(words)
                        .mapToDouble(word -> Math.min(1, chat.rarity(word) / RAREST))
                        .toArray();
        return new WeightedTerms(words, rarities);
    }

    void addTo(Collection<String> others) {
        others.addAll(Arrays.asList(words));
    }

    Shared sharedWith(WeightedTerms other) {
        double sum = 0;
        double rarest = 0;
        int here = 0;
        int there = 0;
        while (here < words.length && there < other.words.length) {
            int order = words[here].compareTo(other.words[there]);
            if (order == 0) {
                sum += rarities[here];
                rarest = Math.max(rarest, rarities[here]);
            }
            here += order <= 0 ? 1 : 0;
            there += order >= 0 ? 1 : 0;
        }
        return new Shared(sum, rarest, sum / (LITTLE + Math.sqrt(total * other.total)));
    }

    /// The sum of the rarities of those that are among others.
    double sharedWith(Set<String> others) {
        double sum = 0;
        for (int i = 0; i < words.length; i++) {
            sum += others.contains(words[i]) ? rarities[i] : 0;
        }
        return sum;
    }

    /// What two messages share.
    ///
    /// @param sum of the rarities
    /// @param rarest the greatest of them
    /// @param overlap share of both messages
    record Shared(double sum, double rarest, double overlap) {}
}
