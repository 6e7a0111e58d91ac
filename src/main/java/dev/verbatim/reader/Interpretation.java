package dev.verbatim.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// Makes a reading of the network's logits.
final class Interpretation {

    /// No answer is longer, in pieces.
    private static final int LONGEST_SPAN = 30;

    private Interpretation() {}

    static Reading of(Pair pair, Logits logits) {
        return new Reading(logits.answerability(), margin(pair, logits), pieces(pair, logits));
    }

    /// The best span's logits less those of the place that means "not here"; 0 in an empty passage.
    private static double margin(Pair pair, Logits logits) {
        double best = Double.NEGATIVE_INFINITY;
        int first = pair.passageStart();
        int end = first + pair.passage().size();
        for (int start = first; start < end; start++) {
            for (int last = start; last < Math.min(end, start + LONGEST_SPAN); last++) {
                best = Math.max(best, logits.start(start) + logits.end(last));
            }
        }
        return first == end ? 0 : best - logits.start(0) - logits.end(0);
    }

    private static List<Reading.Piece> pieces(Pair pair, Logits logits) {
        double[] starts = shares(logits::start, pair);
        double[] ends = shares(logits::end, pair);
        List<Reading.Piece> pieces = new ArrayList<>();
        for (int i = 0; i < starts.length; i++) {
            pieces.add(
                    new Reading.Piece(
                            pair.passage().start(i),
                            pair.passage().end(i),
                            (starts[i] + ends[i]) / 2));
        }
        return pieces;
    }

    /// The softmax over the passage's pieces.
    private static double[] shares(IntToDoubleFunction logit, Pair pair) {
        double[] shares = new double[pair.passage().size()];
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < shares.length; i++) {
            highest = Math.max(highest, logit.applyAsDouble(pair.passageStart() + i));
        }
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.exp(logit.applyAsDouble(pair.passageStart() + i) - highest);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }
}
