package dev.verbatim.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// Makes a reading of the network's logits.
final class SpanDecoder {

    /// No answer is longer, in pieces.
    private static final int LONGEST_SPAN = 30;

    private SpanDecoder() {}

    static ReaderOutput of(ReaderInput readerInput, ReaderLogits readerLogits) {
        return new ReaderOutput(
                readerLogits.answerability(),
                margin(readerInput, readerLogits),
                pieces(readerInput, readerLogits));
    }

    /// The best span's logits less those of the place that means "not here"; 0 in an empty passage.
    private static double margin(ReaderInput readerInput, ReaderLogits readerLogits) {
        double best = Double.NEGATIVE_INFINITY;
        int first = readerInput.passageStart();
        int end = first + readerInput.passage().size();
        for (int start = first; start < end; start++) {
            for (int last = start; last < Math.min(end, start + LONGEST_SPAN); last++) {
                best = Math.max(best, readerLogits.start(start) + readerLogits.end(last));
            }
        }
        return first == end ? 0 : best - readerLogits.start(0) - readerLogits.end(0);
    }

    private static List<ReaderOutput.Piece> pieces(
            ReaderInput readerInput, ReaderLogits readerLogits) {
        double[] starts = shares(readerLogits::start, readerInput);
        double[] ends = shares(readerLogits::end, readerInput);
        List<ReaderOutput.Piece> pieces = new ArrayList<>();
        for (int i = 0; i < starts.length; i++) {
            pieces.add(
                    new ReaderOutput.Piece(
                            readerInput.passage().start(i),
                            readerInput.passage().end(i),
                            (starts[i] + ends[i]) / 2));
        }
        return pieces;
    }

    /// The softmax over the passage's pieces.
    private static double[] shares(IntToDoubleFunction logit, ReaderInput readerInput) {
        double[] shares = new double[readerInput.passage().size()];
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < shares.length; i++) {
            highest = Math.max(highest, logit.applyAsDouble(readerInput.passageStart() + i));
        }
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.exp(logit.applyAsDouble(readerInput.passageStart() + i) - highest);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }
}
