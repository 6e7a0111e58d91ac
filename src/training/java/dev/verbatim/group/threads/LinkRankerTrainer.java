package dev.verbatim.group.threads;

import dev.verbatim.group.threads.LinkFeature.LinkFeatureVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;

/// A trainer of a [LinkRanker]: gradient descent (Adam, Kingma and Ba, 2015) on the likelihood of
/// the links that people marked.
///
/// The result is the moving average of the weights over the steps, which depends less on chance
/// than the last weights. Not thread-safe.
final class LinkRankerTrainer {

    private static final int UNITS = 24;
    private static final int BATCH_SIZE = 8;
    private static final double DECAY = 0.9;
    private static final double SQUARE_DECAY = 0.999;
    private static final double AVERAGE_DECAY = 0.998;
    private static final double RIDGE = 0.0001;
    private static final double INITIAL_DEVIATION = 0.3;
    private static final int BIAS_ROW = LinkRanker.ROWS - 2;
    private static final int OUTPUT_ROW = LinkRanker.ROWS - 1;

    private final List<float[]> weights;
    private final List<float[]> average;
    private final List<float[]> gradients = zeros();
    private final List<float[]> momentum = zeros();
    private final List<float[]> squares = zeros();
    private final LinkRanker ranker;
    private int steps;

    LinkRankerTrainer(Random random) {
        weights = zeros();
        for (int row = 0; row < weights.size(); row++) {
            for (int unit = 0; unit < UNITS && row != BIAS_ROW; unit++) {
                weights.get(row)[unit] = (float) (random.nextGaussian() * INITIAL_DEVIATION);
            }
        }
        average = weights.stream().map(float[]::clone).toList();
        ranker = new LinkRanker(weights);
    }

    private static List<float[]> zeros() {
        List<float[]> rows = new ArrayList<>();
        for (int row = 0; row < LinkRanker.ROWS; row++) {
            rows.add(new float[UNITS]);
        }
        return rows;
    }

    /// The ranker with the weights averaged so far.
    LinkRanker trained() {
        return new LinkRanker(average.stream().map(float[]::clone).toList());
    }

    /// One ranker whose scores are the means of others': their hidden units side by side. It errs
    /// less than each of them, because each errs elsewhere.
    static LinkRanker join(List<LinkRanker> rankers) {
        List<float[]> rows = new ArrayList<>();
        for (int row = 0; row < LinkRanker.ROWS; row++) {
            float[] joined = new float[rankers.size() * UNITS];
            for (int member = 0; member < rankers.size(); member++) {
                System.arraycopy(
                        rankers.get(member).weights().get(row), 0, joined, member * UNITS, UNITS);
            }
            rows.add(joined);
        }
        float[] output = rows.get(OUTPUT_ROW);
        for (int unit = 0; unit < output.length; unit++) {
            output[unit] /= rankers.size();
        }
        return new LinkRanker(rows);
    }

    /// Formats weights as the lines of `ranker.properties`.
    static String format(LinkRanker ranker) {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        List<String> names = LinkRanker.names();
        for (int row = 0; row < names.size(); row++) {
            StringJoiner numbers = new StringJoiner(" ");
            for (float weight : ranker.weights().get(row)) {
                numbers.add(String.format(Locale.ROOT, "%.3f", weight));
            }
            lines.add(names.get(row) + " = " + numbers);
        }
        return lines.toString();
    }

    /// Trains one epoch: uses every example once.
    void trainEpoch(List<Example> examples, double learningRate) {
        for (int start = 0; start < examples.size(); start += BATCH_SIZE) {
            int end = Math.min(examples.size(), start + BATCH_SIZE);
            List<Example> batch = examples.subList(start, end);
            batch.forEach(example -> addGradients(example, batch.size()));
            steps++;
            for (int row = 0; row < weights.size(); row++) {
                step(row, learningRate);
            }
        }
    }

    private void addGradients(Example example, int batchSize) {
        double[] probabilities = ranker.probabilities(example.candidates);
        double likelihood = example.correct.stream().mapToDouble(i -> probabilities[i]).sum();
        for (int i = 0; i < probabilities.length; i++) {
            double target = example.correct.contains(i) ? probabilities[i] / likelihood : 0;
            double error = (probabilities[i] - target) / batchSize;
            backpropagate(example.candidates.get(i), (float) error);
        }
    }

    /// Adds the gradients of a candidate's score, times its error.
    private void backpropagate(LinkFeatureVector candidate, float error) {
        float[] hidden = new float[UNITS];
        ranker.score(candidate, hidden);
        LinkRanker.add(error, hidden, gradients.get(OUTPUT_ROW));
        float[] output = weights.get(OUTPUT_ROW);
        for (int unit = 0; unit < UNITS; unit++) {
            hidden[unit] = hidden[unit] > 0 ? error * output[unit] : 0;
        }
        LinkRanker.add(1, hidden, gradients.get(BIAS_ROW));
        for (int feature = 0; feature < BIAS_ROW; feature++) {
            if (candidate.value(feature) != 0) {
                LinkRanker.add(candidate.value(feature), hidden, gradients.get(feature));
            }
        }
    }

    private void step(int row, double learningRate) {
        double firstCorrection = 1 - Math.pow(DECAY, steps);
        double secondCorrection = 1 - Math.pow(SQUARE_DECAY, steps);
        double averageDecay = Math.min(AVERAGE_DECAY, 1 - 1.0 / (steps + 1));
        float[] weight = weights.get(row);
        for (int unit = 0; unit < UNITS; unit++) {
            double gradient = gradients.get(row)[unit] + RIDGE * weight[unit];
            double first = average(momentum.get(row), unit, DECAY, gradient);
            double second = average(squares.get(row), unit, SQUARE_DECAY, gradient * gradient);
            weight[unit] -=
                    (float)
                            (learningRate
                                    * (first / firstCorrection)
                                    / (Math.sqrt(second / secondCorrection) + 1e-8));
            average(average.get(row), unit, averageDecay, weight[unit]);
            gradients.get(row)[unit] = 0;
        }
    }

    private static double average(float[] values, int unit, double decay, double value) {
        values[unit] = (float) (decay * values[unit] + (1 - decay) * value);
        return values[unit];
    }

    /// A training example: the candidate parents of a message, and which of them people marked.
    ///
    /// @param correct indexes of candidates; at least one
    record Example(List<LinkFeatureVector> candidates, Set<Integer> correct) {}
}
