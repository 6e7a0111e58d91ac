package dev.verbatim.retrieval;

/// Finds the passages that best match a question. Thread-safe.
public interface PassageRetriever {

    /// The best passages, best first, all of one generation of the index: a reload never mixes two.
    ///
    /// @param k how many at most, at least 1; fewer come back when fewer match, none from an empty
    ///   index
    /// @throws java.io.UncheckedIOException when the index can't be read
    Ranking retrieve(Question question, int k);
}
