package dev.verbatim.retrieval;

import java.util.List;

/// A ranking of passages: the result of one retrieval.
///
/// @param candidates best first
/// @param articles how many articles were searched
/// @param passages how many passages were searched
public record Ranking(List<Candidate> candidates, int articles, int passages) {

    public Ranking {
        candidates = List.copyOf(candidates);
    }
}
