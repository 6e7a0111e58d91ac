package dev.verbatim.answer;

import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import dev.verbatim.retrieval.Candidate;
import dev.verbatim.retrieval.Ranking;
import dev.verbatim.retrieval.RankingSignals.SentenceEvidence;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// How much of some words each sentence has, weighed by rarity, 0 to 1. The title's words, which
/// are looked for in every passage, don't count here.
record TermCoverage(Map<Passage, Map<TextSpan, Double>> sentences) {

    /// Of no words.
    static final TermCoverage NONE = new TermCoverage(Map.of());

    /// So much must be in a sentence that is said to have the words.
    private static final double ENOUGH = 0.5;

    /// @param ranking for those words
    static TermCoverage of(Ranking ranking) {
        Map<Passage, Map<TextSpan, Double>> sentences = new HashMap<>();
        for (Candidate candidate : ranking.candidates()) {
            Map<TextSpan, Double> own = new HashMap<>();
            for (SentenceEvidence sentence : candidate.signals().sentences()) {
                own.put(sentence.span(), sentence.coverage());
            }
            sentences.put(candidate.passage(), own);
        }
        return new TermCoverage(sentences);
    }

    /// Of the best sentence.
    double of(Passage passage) {
        return best(sentences.getOrDefault(passage, Map.of()).values());
    }

    double of(Passage passage, TextSpan sentence) {
        return sentences.getOrDefault(passage, Map.of()).getOrDefault(sentence, 0.0);
    }

    /// Whether a passage has as many of the words as any other, and enough of them.
    boolean isBest(Passage passage) {
        double best = sentences.keySet().stream().mapToDouble(this::of).max().orElse(0);
        return of(passage) >= Math.max(best, ENOUGH);
    }

    private static double best(Collection<Double> coverages) {
        return coverages.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }
}
