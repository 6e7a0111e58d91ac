package dev.verbatim.answer;

import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import dev.verbatim.retrieval.Ranking;
import dev.verbatim.retrieval.Ranking.Candidate;
import dev.verbatim.retrieval.Ranking.SentenceEvidence;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// The share of a query's words in each sentence of the passages found, weighted by rarity, 0 to 1.
/// Words of the title, which belong to every passage, don't count.
record TermCoverage(Map<Passage, Map<TextSpan, Double>> sentences) {

    /// Of a query without words.
    static final TermCoverage NONE = new TermCoverage(Map.of());

    /// From this share on, a sentence counts as having the words.
    private static final double ENOUGH = 0.5;

    /// @param ranking of the query
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

    /// The coverage of a passage's best sentence.
    double of(Passage passage) {
        return max(sentences.getOrDefault(passage, Map.of()).values());
    }

    double of(Passage passage, TextSpan sentence) {
        return sentences.getOrDefault(passage, Map.of()).getOrDefault(sentence, 0.0);
    }

    /// Whether a passage has as many of the words as any other, and enough of them.
    boolean isBest(Passage passage) {
        double best = sentences.keySet().stream().mapToDouble(this::of).max().orElse(0);
        return of(passage) >= Math.max(best, ENOUGH);
    }

    private static double max(Collection<Double> coverages) {
        return coverages.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }
}
