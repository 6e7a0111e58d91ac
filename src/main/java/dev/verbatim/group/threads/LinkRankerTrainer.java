package dev.verbatim.group.threads;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Fits a [LinkRanker] by gradient descent (Adam, Kingma & Ba 2015) on the likelihood of what
/// people marked.
///
/// What is kept is the average over the steps, which depends less than the last one on chance.
final class LinkRankerTrainer {

    private static final int BATCH = 8;
    private static final double DECAY = 0.9;
    private static final double SQUARE_DECAY = 0.999;
    private static final double AVERAGE_DECAY = 0.998;
    private static final double RIDGE = 0.0001;
    private static final double SPREAD = 0.3;

    private final List<float[]> weights;
    private final List<float[]> average;
    private final List<float[]> slopes = rows();
    private final List<float[]> momentum = rows();
    private final List<float[]> squares = rows();
    private final LinkRanker linkRanker;
    private int steps;

    LinkRankerTrainer(Random random) {
        weights = rows();
        int bias = weights.size() - 2;
        for (int row = 0; row < weights.size(); row++) {
            for (int unit = 0; unit < LinkRanker.HIDDEN && row != bias; unit++) {
                weights.get(row)[unit] = (float) (random.nextGaussian() * SPREAD);
            }
        }
        average = weights.stream().map(float[]::clone).toList();
        linkRanker = new LinkRanker(weights);
    }

    private static List<float[]> rows() {
        List<float[]> rows = new ArrayList<>();
        for (int row = 0; row < LinkRanker.ROWS; row++) {
            rows.add(new float[LinkRanker.HIDDEN]);
        }
        return rows;
    }

    /// As it was learned so far.
    LinkRanker learned() {
        return new LinkRanker(average.stream().map(float[]::clone).toList());
    }

    /// Goes through the examples once.
    ///
    /// @param rate how far a step goes
    void learn(List<Example> examples, double rate) {
        for (int start = 0; start < examples.size(); start += BATCH) {
            List<Example> batch = examples.subList(start, Math.min(examples.size(), start + BATCH));
            batch.forEach(example -> addSlopes(example, batch.size()));
            steps++;
            for (int row = 0; row < weights.size(); row++) {
                step(row, rate);
            }
        }
    }

    private void addSlopes(Example example, int batch) {
        double[] probabilities = linkRanker.probabilities(example.candidates);
        double right = example.right.stream().mapToDouble(i -> probabilities[i]).sum();
        for (int i = 0; i < probabilities.length; i++) {
            double wanted = example.right.contains(i) ? probabilities[i] / right : 0;
            linkRanker.addSlopes(
                    example.candidates.get(i),
                    (float) ((probabilities[i] - wanted) / batch),
                    slopes);
        }
    }

    private void step(int row, double rate) {
        double first = 1 - Math.pow(DECAY, steps);
        double second = 1 - Math.pow(SQUARE_DECAY, steps);
        double kept = Math.min(AVERAGE_DECAY, 1 - 1.0 / (steps + 1));
        float[] weight = weights.get(row);
        for (int unit = 0; unit < LinkRanker.HIDDEN; unit++) {
            double slope = slopes.get(row)[unit] + RIDGE * weight[unit];
            double moved = mix(momentum.get(row), unit, DECAY, slope);
            double square = mix(squares.get(row), unit, SQUARE_DECAY, slope * slope);
            weight[unit] -= (float) (rate * (moved / first) / (Math.sqrt(square / second) + 1e-8));
            mix(average.get(row), unit, kept, weight[unit]);
            slopes.get(row)[unit] = 0;
        }
    }

    private static double mix(float[] values, int unit, double kept, double value) {
        values[unit] = (float) (kept * values[unit] + (1 - kept) * value);
        return values[unit];
    }

    /// A message, what it may answer, and what people say it does.
    ///
    /// @param right places among the candidates; at least one
    record Example(List<LinkFeatureVector> candidates, Set<Integer> right) {}
}
