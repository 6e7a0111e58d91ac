package dev.verbatim.group.threads;

import dev.verbatim.group.threads.LinkFeature.LinkFeatureVector;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;

/// Says how probable each candidate is: a network with one hidden layer scores every one by its
/// clues, and softmax makes probabilities of the scores.
///
/// A linear model can't say "the last one who named me, unless I have answered since". Hidden units
/// can, and look at a hundred candidates for each message without keeping anybody waiting.
///
/// @param weights rows of as many numbers as there are hidden units: one for each clue, the biases,
///   and what each unit says of the score
record LinkRanker(List<float[]> weights) {

    private static final Pattern BLANKS = Pattern.compile("\\s++");

    /// Three networks of 24 units side by side, whose scores are averaged.
    static final int HIDDEN = 72;

    private static final int CLUES = LinkFeature.values().length;

    /// Of the weights.
    static final int ROWS = CLUES + 2;

    private static final String BIAS = "BIAS";
    private static final String OUTPUT = "OUTPUT";

    /// The one that ships.
    static LinkRanker bundled() {
        Properties rows = new Properties();
        try (Reader reader =
                new InputStreamReader(
                        Objects.requireNonNull(
                                LinkRanker.class.getResourceAsStream("ranker.properties")),
                        StandardCharsets.UTF_8)) {
            rows.load(reader);
            return read(rows);
        } catch (IOException e) {
            throw new UncheckedIOException("ranker.properties can't be read", e);
        }
    }

    static LinkRanker read(Properties rows) {
        List<float[]> weights = new ArrayList<>();
        for (String name : names()) {
            weights.add(row(name, rows));
        }
        return new LinkRanker(weights);
    }

    /// The names of the rows, in their order.
    static List<String> names() {
        List<String> names = new ArrayList<>();
        for (LinkFeature linkFeature : LinkFeature.values()) {
            names.add(linkFeature.name());
        }
        names.add(BIAS);
        names.add(OUTPUT);
        return names;
    }

    private static float[] row(String name, Properties rows) {
        String[] numbers = BLANKS.split(rows.getProperty(name, "").strip(), -1);
        if (numbers.length != HIDDEN) {
            throw new IllegalStateException(
                    "ranker.properties has no "
                            + HIDDEN
                            + " numbers for "
                            + name
                            + ". Fit it again, see src/training/README.md.");
        }
        float[] row = new float[HIDDEN];
        for (int unit = 0; unit < HIDDEN; unit++) {
            row[unit] = Float.parseFloat(numbers[unit]);
        }
        return row;
    }

    /// How probable each of the candidates is; together they are certain.
    ///
    /// Much of what speaks for or against a candidate is the same for all of one message, so that
    /// only what is different from the first one is added up again.
    double[] probabilities(List<LinkFeatureVector> candidates) {
        LinkFeatureVector first = candidates.getFirst();
        float[] common = sum(first);
        float[] hidden = new float[common.length];
        double[] scores = new double[candidates.size()];
        for (int i = 0; i < scores.length; i++) {
            System.arraycopy(common, 0, hidden, 0, hidden.length);
            addDifference(first, candidates.get(i), hidden);
            scores[i] = activate(hidden);
        }
        return softmax(scores);
    }

    private void addDifference(LinkFeatureVector first, LinkFeatureVector other, float[] hidden) {
        for (int clue = 0; clue < CLUES; clue++) {
            float difference = other.value(clue) - first.value(clue);
            if (difference != 0) {
                add(difference, weights.get(clue), hidden);
            }
        }
    }

    /// Scores a candidate.
    ///
    /// @param hidden receives what the hidden units say
    double score(LinkFeatureVector linkFeatureVector, float[] hidden) {
        float[] sum = sum(linkFeatureVector);
        System.arraycopy(sum, 0, hidden, 0, hidden.length);
        return activate(hidden);
    }

    /// What the hidden units get of a candidate.
    private float[] sum(LinkFeatureVector linkFeatureVector) {
        float[] sum = weights.get(CLUES).clone();
        for (int clue = 0; clue < CLUES; clue++) {
            float value = linkFeatureVector.value(clue);
            if (value != 0) {
                add(value, weights.get(clue), sum);
            }
        }
        return sum;
    }

    static void add(float times, float[] row, float[] sum) {
        for (int unit = 0; unit < sum.length; unit++) {
            sum[unit] += times * row[unit];
        }
    }

    private double activate(float[] hidden) {
        float[] output = weights.get(CLUES + 1);
        double score = 0;
        for (int unit = 0; unit < hidden.length; unit++) {
            hidden[unit] = Math.max(0, hidden[unit]);
            score += hidden[unit] * output[unit];
        }
        return score;
    }

    private static double[] softmax(double[] scores) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            highest = Math.max(highest, score);
        }
        double sum = 0;
        double[] probabilities = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] = Math.exp(scores[i] - highest);
            sum += probabilities[i];
        }
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }
}
