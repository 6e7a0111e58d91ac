package dev.verbatim.retrieval.lucene;

import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/// Fuses BM25 and cosines into one score: a weighted sum of the cosine and of BM25, scaled by the
/// best of the query.
///
/// On every set we measured the sum is better than reciprocal rank fusion, which forgets by how
/// much the first is better than the second. The cosine isn't scaled: what lies between a good and
/// a bad passage is much the same for every question, and so a score doesn't depend on the worst
/// candidate, and is the same however the candidates were found.
final class ScoreFusion {

    /// What the best BM25 score of a query is worth, in units of the cosine. A plateau from 0.05 to
    /// 0.07 on XQuAD, SQuAD 2.0, CLAPNQ and QAMR; `evaluate` shows what it does.
    private static final double LEXICAL_WEIGHT = 0.06;

    /// Of equals the one that was indexed first.
    private static final Comparator<Ranked> BEST_FIRST =
            Comparator.comparingDouble(Ranked::score)
                    .reversed()
                    .thenComparingInt(ranked -> ranked.hit().entry());

    private final double bestBm25;
    private final double nearest;
    private final double farthest;

    private ScoreFusion(List<Hit> matches) {
        bestBm25 = matches.stream().mapToDouble(Hit::bm25).max().orElse(0);
        nearest = nearness(matches).max().orElse(1);
        farthest = nearness(matches).min().orElse(0);
    }

    /// The best of the matches with their scores, best first.
    static List<Ranked> best(int count, List<Hit> matches) {
        ScoreFusion scoreFusion = new ScoreFusion(matches);
        return matches.stream()
                .map(hit -> new Ranked(hit, scoreFusion.score(hit)))
                .sorted(BEST_FIRST)
                .limit(count)
                .toList();
    }

    /// A match and its fused score.
    record Ranked(Hit hit, double score) {}

    private static DoubleStream nearness(List<Hit> matches) {
        return matches.stream().flatMapToDouble(hit -> hit.nearness().stream());
    }

    private double score(Hit hit) {
        double lexical = bestBm25 == 0 ? 0 : hit.bm25() / bestBm25;
        return hit.nearness().orElse(farthest + lexical * (nearest - farthest))
                + LEXICAL_WEIGHT * lexical;
    }
}
