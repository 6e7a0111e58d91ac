package dev.verbatim.reader;

import dev.verbatim.language.GlossedText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// A prediction for one question and one passage: whether the passage answers, and where.
///
/// @param answerability logit of the passage answering the question: above 0 when that is more
///   likely than not
/// @param margin the logits of the best answer span, less those of "no answer"
/// @param pieces the passage's word pieces in the order of the text; none for an empty passage
public record ReaderOutput(double answerability, double margin, List<Piece> pieces) {

    /// No answer is longer, in pieces.
    private static final int MAX_SPAN = 30;

    public ReaderOutput {
        pieces = List.copyOf(pieces);
    }

    /// A word piece of the passage, and how likely the answer is there.
    ///
    /// @param start in UTF-16 units of the passage's text
    /// @param end exclusive
    /// @param share mean of the probabilities that the answer starts and that it ends here; all
    ///   pieces' shares add up to at most 1
    public record Piece(int start, int end, double share) {

        private Piece movedBack(int length) {
            return new Piece(start - length, end - length, share);
        }

        private Piece inOriginalOf(GlossedText gloss) {
            GlossedText.Place original = gloss.original(start, end);
            return new Piece(original.start(), original.end(), share);
        }
    }

    static ReaderOutput decode(ReaderInput input, OnnxReaderModel.Logits logits) {
        return new ReaderOutput(
                logits.answerability(), margin(input, logits), pieces(input, logits));
    }

    /// The best span's logits less those of the first piece, which is where the network points when
    /// the passage has no answer; 0 for an empty passage.
    private static double margin(ReaderInput input, OnnxReaderModel.Logits logits) {
        double best = Double.NEGATIVE_INFINITY;
        int first = input.passageStart();
        int end = first + input.passage().size();
        for (int start = first; start < end; start++) {
            for (int last = start; last < Math.min(end, start + MAX_SPAN); last++) {
                best = Math.max(best, logits.start(start) + logits.end(last));
            }
        }
        return first == end ? 0 : best - logits.start(0) - logits.end(0);
    }

    private static List<Piece> pieces(ReaderInput input, OnnxReaderModel.Logits logits) {
        double[] starts = softmax(logits::start, input);
        double[] ends = softmax(logits::end, input);
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < starts.length; i++) {
            pieces.add(
                    new Piece(
                            input.passage().start(i),
                            input.passage().end(i),
                            (starts[i] + ends[i]) / 2));
        }
        return pieces;
    }

    /// Over the passage's pieces only.
    private static double[] softmax(IntToDoubleFunction logit, ReaderInput input) {
        double[] shares = new double[input.passage().size()];
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < shares.length; i++) {
            highest = Math.max(highest, logit.applyAsDouble(input.passageStart() + i));
        }
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.exp(logit.applyAsDouble(input.passageStart() + i) - highest);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    /// The same prediction with offsets counted from the end of a prefix that was read before the
    /// passage. What was predicted inside the prefix is dropped.
    ///
    /// @param length of the prefix, in UTF-16 units
    public ReaderOutput withoutPrefix(int length) {
        return new ReaderOutput(
                answerability,
                margin,
                pieces.stream()
                        .filter(piece -> piece.start() >= length)
                        .map(piece -> piece.movedBack(length))
                        .toList());
    }

    /// The same prediction of a gloss with offsets in the text that it is of: a piece of a word's
    /// gloss is all of that word.
    ReaderOutput inOriginalOf(GlossedText gloss) {
        return new ReaderOutput(
                answerability,
                margin,
                pieces.stream().map(piece -> piece.inOriginalOf(gloss)).toList());
    }

    /// The share of the answer's probability that lies in a part of the passage, 0 to 1.
    ///
    /// @param start in UTF-16 units of the passage's text
    /// @param end exclusive
    public double shareIn(int start, int end) {
        return pieces.stream()
                .filter(piece -> piece.start() >= start && piece.start() < end)
                .mapToDouble(Piece::share)
                .sum();
    }
}
