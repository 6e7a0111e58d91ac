package dev.verbatim.retrieval;

import dev.verbatim.article.Passage;

/// A passage that may answer, and why it stands where it stands.
///
/// @param score fused from the evidence; comparable within one ranking only
public record Candidate(Passage passage, double score, RankingSignals signals) {}
