package dev.verbatim.language;

import java.util.Arrays;
import java.util.List;

/// A model of which word of a sentence translates which word of its translation.
///
/// IBM Model 1 (Brown et al., 1993) with the place prior of fast_align (Dyer, Chahuneau and Smith,
/// NAACL 2013): words near the diagonal are likelier to translate each other. The probabilities are
/// fitted by variational Bayes with a sparse Dirichlet prior, which keeps a rare word from
/// explaining everything that stands beside it.
final class WordAligner {

    /// The probability that a word translates none.
    private static final double NONE = 0.08;

    /// Of the Dirichlet prior, as in fast_align.
    private static final double ALPHA = 0.01;

    private final List<int[]> from;
    private final List<int[]> to;
    private final int fromSize;
    private final int toSize;

    /// Every pair of words that stand in one pair of sentences, sorted.
    private final long[] pairs;

    private final double[] probabilities;
    private double tension;

    /// @param from the sentences that are translated
    /// @param to their translations, in the same order
    WordAligner(List<int[]> from, int fromSize, List<int[]> to, int toSize) {
        this.from = from;
        this.to = to;
        this.fromSize = fromSize;
        this.toSize = toSize;
        pairs = pairs();
        probabilities = new double[pairs.length];
        Arrays.fill(probabilities, 1);
    }

    private long[] pairs() {
        int cells = 0;
        for (int i = 0; i < from.size(); i++) {
            cells += (from.get(i).length + 1) * to.get(i).length;
        }
        long[] all = new long[cells];
        int next = 0;
        for (int i = 0; i < from.size(); i++) {
            for (int word : to.get(i)) {
                for (int source : from.get(i)) {
                    all[next++] = pair(source, word);
                }
                all[next++] = pair(fromSize, word);
            }
        }
        Arrays.sort(all);
        return distinct(all);
    }

    private static long[] distinct(long[] sorted) {
        int size = 0;
        for (long one : sorted) {
            if (size == 0 || sorted[size - 1] != one) {
                sorted[size++] = one;
            }
        }
        return Arrays.copyOf(sorted, size);
    }

    private static long pair(int source, int word) {
        return (long) source << Integer.SIZE | word;
    }

    /// @param diagonal how strongly places near the diagonal are preferred; 0 is IBM Model 1
    void fit(int rounds, double diagonal) {
        tension = diagonal;
        int[][] cells = cells();
        for (int round = 0; round < rounds; round++) {
            double[] counts = new double[pairs.length];
            for (int i = 0; i < cells.length; i++) {
                double[] posteriors = posteriors(i, cells[i]);
                for (int cell = 0; cell < posteriors.length; cell++) {
                    counts[cells[i][cell]] += posteriors[cell];
                }
            }
            maximize(counts);
        }
    }

    /// For each pair of sentences the indices of its pairs of words.
    private int[][] cells() {
        int[][] cells = new int[from.size()][];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cells(i);
        }
        return cells;
    }

    private int[] cells(int sentence) {
        int[] sources = from.get(sentence);
        int[] words = to.get(sentence);
        int[] cells = new int[(sources.length + 1) * words.length];
        int next = 0;
        for (int word : words) {
            for (int source : sources) {
                cells[next++] = Arrays.binarySearch(pairs, pair(source, word));
            }
            cells[next++] = Arrays.binarySearch(pairs, pair(fromSize, word));
        }
        return cells;
    }

    /// The probability that each word of the translation translates each word of the sentence, or,
    /// last in its row, none.
    double[] posteriors(int sentence) {
        return posteriors(sentence, cells(sentence));
    }

    private double[] posteriors(int sentence, int[] cells) {
        int width = from.get(sentence).length + 1;
        int height = to.get(sentence).length;
        double[] posteriors = new double[cells.length];
        double[] prior = new double[width];
        for (int row = 0; row < height; row++) {
            setPrior(prior, (row + 1.0) / height);
            double sum = 0;
            for (int column = 0; column < width; column++) {
                int cell = row * width + column;
                posteriors[cell] = prior[column] * probabilities[cells[cell]];
                sum += posteriors[cell];
            }
            for (int column = 0; column < width; column++) {
                posteriors[row * width + column] /= sum;
            }
        }
        return posteriors;
    }

    private void setPrior(double[] prior, double place) {
        int last = prior.length - 1;
        double sum = 0;
        for (int column = 0; column < last; column++) {
            prior[column] = Math.exp(-tension * Math.abs(place - (column + 1.0) / last));
            sum += prior[column];
        }
        for (int column = 0; column < last; column++) {
            prior[column] *= (1 - NONE) / sum;
        }
        prior[last] = NONE;
    }

    private void maximize(double[] counts) {
        double[] totals = new double[fromSize + 1];
        for (int i = 0; i < counts.length; i++) {
            totals[(int) (pairs[i] >> Integer.SIZE)] += counts[i];
        }
        for (int i = 0; i < counts.length; i++) {
            double total = totals[(int) (pairs[i] >> Integer.SIZE)];
            probabilities[i] =
                    Math.exp(digamma(counts[i] + ALPHA) - digamma(total + ALPHA * toSize));
        }
    }

    /// The derivative of the logarithm of the gamma function, by its asymptotic series.
    private static double digamma(double value) {
        double result = 0;
        double x = value;
        for (; x < 7; x++) {
            result -= 1 / x;
        }
        x -= 0.5;
        double squared = 1 / (x * x);
        return result + Math.log(x) + squared / 24 - squared * squared * 7 / 960;
    }
}
