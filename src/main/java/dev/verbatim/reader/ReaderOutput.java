package dev.verbatim.reader;

import java.util.List;

/// What the reader makes of one passage for one question.
///
/// @param answerability that the passage answers: a logit, above 0 when it's more likely than not
/// @param margin by how much the best span is ahead of there being none: a difference of logits
/// @param pieces where the answer may stand, in the order of the text; none in an empty passage
public record ReaderOutput(double answerability, double margin, List<Piece> pieces) {

    public ReaderOutput {
        pieces = List.copyOf(pieces);
    }

    /// A piece of the passage, about a word.
    ///
    /// @param start in UTF-16 units of the passage's text
    /// @param end exclusive
    /// @param share of the probability that the answer begins or ends here; all pieces' add up to
    ///   at most 1
    public record Piece(int start, int end, double share) {

        private Piece earlier(int units) {
            return new Piece(start - units, end - units, share);
        }
    }

    /// The same of what stands behind some words that were read before the passage: an answer seen
    /// in those is seen nowhere.
    ///
    /// @param words how long they are, in UTF-16 units
    public ReaderOutput withoutPrefix(int words) {
        return new ReaderOutput(
                answerability,
                margin,
                pieces.stream()
                        .filter(piece -> piece.start() >= words)
                        .map(piece -> piece.earlier(words))
                        .toList());
    }

    /// How much of the answer is seen in a part of the passage, 0 to 1.
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
