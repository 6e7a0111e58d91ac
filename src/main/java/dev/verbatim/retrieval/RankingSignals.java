package dev.verbatim.retrieval;

import dev.verbatim.article.TextSpan;
import java.util.List;
import java.util.OptionalDouble;

/// The signals that a passage was ranked by.
///
/// @param bm25 0 when no word of the question occurs; unbounded, and dependent on the index's size
/// @param coverage share of the question's words that occur, weighted by inverse document
///   frequency, 0 to 1
/// @param cosine of question and passage, -1 to 1; missing when the encoder doesn't know the
///   language
/// @param sentences every sentence of the passage in the order of the text
public record RankingSignals(
        double bm25, double coverage, OptionalDouble cosine, List<SentenceEvidence> sentences) {

    public RankingSignals {
        sentences = List.copyOf(sentences);
    }

    /// The same signals for one sentence.
    ///
    /// @param coverage as for the passage
    /// @param cosine as for the passage
    public record SentenceEvidence(TextSpan span, double coverage, OptionalDouble cosine) {}
}
