package dev.verbatim.retrieval.lucene;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// Fuses BM25 and cosines into one score: a weighted sum of the cosine and of BM25, scaled by the
/// best of the query.
///
/// On every set we measured the sum is better than reciprocal rank fusion, which forgets by how
/// much the first is better than the second. The cosine isn't scaled: what lies between a good and
/// a bad passage is much the same for every question, and so a score doesn't depend on the worst
/// candidate, and is the same however the candidates were found.
final class Fusion implements ToDoubleFunction<Match> {

    /// What the best BM25 score of a query is worth, in units of the cosine. A plateau from 0.05 to
    /// 0.07 on XQuAD, SQuAD 2.0, CLAPNQ and QAMR; `evaluate` shows what it does.
    private static final double LEXICAL_WEIGHT = 0.06;

    private final double bestBm25;
    private final double nearest;
    private final double farthest;

    Fusion(List<Match> matches) {
        bestBm25 = matches.stream().mapToDouble(Match::bm25).max().orElse(0);
        nearest = nearness(matches).max().orElse(1);
        farthest = nearness(matches).min().orElse(0);
    }

    private static java.util.stream.DoubleStream nearness(List<Match> matches) {
        return matches.stream().flatMapToDouble(match -> match.nearness().stream());
    }

    @Override
    public double applyAsDouble(Match match) {
        double lexical = bestBm25 == 0 ? 0 : match.bm25() / bestBm25;
        return match.nearness().orElse(farthest + lexical * (nearest - farthest))
                + LEXICAL_WEIGHT * lexical;
    }
}
