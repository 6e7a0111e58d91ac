package dev.verbatim.retrieval;

import dev.verbatim.article.Passage;

/// A passage that may answer, with its score and the signals behind it.
///
/// @param score fused from the signals; comparable within one ranking only
public record Candidate(Passage passage, double score, RankingSignals signals) {}
