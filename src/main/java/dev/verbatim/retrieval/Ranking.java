package dev.verbatim.retrieval;

import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import java.util.List;
import java.util.OptionalDouble;

/// A ranking of passages: the result of one retrieval.
///
/// @param candidates best first
/// @param articles how many articles were searched
/// @param passages how many passages were searched
public record Ranking(List<Candidate> candidates, int articles, int passages) {

    public Ranking {
        candidates = List.copyOf(candidates);
    }

    /// Other candidates of the same search.
    public Ranking with(List<Candidate> others) {
        return new Ranking(others, articles, passages);
    }

    /// A passage that may answer, with its score and the signals behind it.
    ///
    /// @param score fused from the signals; comparable within one ranking only
    public record Candidate(Passage passage, double score, Signals signals) {}

    /// The signals that a passage was ranked by.
    ///
    /// @param bm25 0 when no word of the question occurs; unbounded, and dependent on the index's
    ///   size
    /// @param coverage share of the question's words that occur, weighted by inverse document
    ///   frequency, 0 to 1
    /// @param cosine of question and passage, -1 to 1; missing when the encoder doesn't know the
    ///   language
    /// @param sentences every sentence of the passage in the order of the text
    public record Signals(
            double bm25, double coverage, OptionalDouble cosine, List<SentenceEvidence> sentences) {

        public Signals {
            sentences = List.copyOf(sentences);
        }
    }

    /// The same signals for one sentence.
    ///
    /// @param coverage as for the passage
    /// @param cosine as for the passage
    public record SentenceEvidence(TextSpan span, double coverage, OptionalDouble cosine) {}
}
