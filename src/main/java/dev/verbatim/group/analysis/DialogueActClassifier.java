package dev.verbatim.group.analysis;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// A classifier of messages by their dialogue act: multinomial logistic regression over
/// [DialogueActFeatures], one model for all languages.
///
/// Its card, `dialogue-acts.md` beside the weights, says what it was fitted to and how often it is
/// right. Immutable and thread-safe.
final class DialogueActClassifier {

    static final String RESOURCE = "dialogue-acts.bin";

    private static final int ACTS = DialogueAct.values().length;

    /// A weight is kept in a byte, as so many parts of the largest.
    private static final float STEPS = 127;

    private final float[][] weights;

    /// @param weights of each feature, for each act
    DialogueActClassifier(float[][] weights) {
        this.weights = weights;
    }

    /// The one that ships.
    static DialogueActClassifier bundled() {
        return Bundled.CLASSIFIER;
    }

    /// Loaded when it is first used: that is when the JVM initializes a class.
    private static final class Bundled {

        private static final DialogueActClassifier CLASSIFIER = load();

        private static DialogueActClassifier load() {
            try (InputStream resource =
                    Objects.requireNonNull(
                            DialogueActClassifier.class.getResourceAsStream(RESOURCE))) {
                return read(resource);
            } catch (IOException e) {
                throw new UncheckedIOException(RESOURCE + " can't be read", e);
            }
        }
    }

    /// Reads what [#write] wrote.
    static DialogueActClassifier read(InputStream file) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(file)))) {
            float unit = in.readFloat();
            float[][] weights = new float[DialogueActFeatures.COUNT][ACTS];
            for (float[] row : weights) {
                for (int act = 0; act < ACTS; act++) {
                    row[act] = in.readByte() * unit;
                }
            }
            return new DialogueActClassifier(weights);
        }
    }

    /// Writes the weights, a byte each.
    void write(OutputStream file) throws IOException {
        float most = 0;
        for (float[] row : weights) {
            for (float weight : row) {
                most = Math.max(most, Math.abs(weight));
            }
        }
        try (var out = new DataOutputStream(new GZIPOutputStream(file))) {
            out.writeFloat(most / STEPS);
            for (float[] row : weights) {
                for (float weight : row) {
                    out.writeByte(Math.round(weight / most * STEPS));
                }
            }
        }
    }

    /// How probable each act is.
    Map<DialogueAct, Double> distribution(int[] features) {
        double[] probabilities = probabilities(features);
        Map<DialogueAct, Double> distribution = new EnumMap<>(DialogueAct.class);
        int at = 0;
        for (DialogueAct act : DialogueAct.values()) {
            distribution.put(act, probabilities[at++]);
        }
        return distribution;
    }

    /// The same in the order of [DialogueAct].
    double[] probabilities(int[] features) {
        double[] scores = new double[ACTS];
        for (int feature : features) {
            for (int act = 0; act < ACTS; act++) {
                scores[act] += weights[feature][act];
            }
        }
        double sum = 0;
        for (int act = 0; act < ACTS; act++) {
            scores[act] = Math.exp(scores[act]);
            sum += scores[act];
        }
        for (int act = 0; act < ACTS; act++) {
            scores[act] /= sum;
        }
        return scores;
    }
}
