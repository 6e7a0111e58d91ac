package dev.verbatim.retrieval.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.verbatim.retrieval.ranking.ScoreFusion.ScoredHit;
import dev.verbatim.retrieval.ranking.SearchSnapshot.Hit;
import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// The expected scores are worked out by hand from the formula: similarity + 0.06 · BM25 / best
/// BM25.
class ScoreFusionTest {

    private static final Offset<Double> EXACTLY = within(1e-9);

    @Test
    void addsSixHundredthsOfTheRelativeBm25Score() {
        List<ScoredHit<Integer>> best =
                ScoreFusion.best(
                        3, List.of(dense(1, 10, 0.80), dense(2, 5, 0.82), dense(3, 0, 0.75)));

        assertThat(best).extracting(scored -> scored.hit().key()).containsExactly(1, 2, 3);
        assertThat(best.get(0).score()).isCloseTo(0.86, EXACTLY);
        assertThat(best.get(1).score()).isCloseTo(0.85, EXACTLY);
        assertThat(best.get(2).score()).isCloseTo(0.75, EXACTLY);
    }

    @Test
    void bestBm25ScoreOutweighsOnlyASmallLeadOfTheCosine() {
        assertThat(first(dense(1, 0, 0.85), dense(2, 8, 0.80))).isEqualTo(2);
        assertThat(first(dense(1, 0, 0.87), dense(2, 8, 0.80))).isEqualTo(1);
    }

    @Test
    void similarityIsTheMeanOfPassageAndBestSentence() {
        Hit<Integer> hit = new Hit<>(1, 0, OptionalDouble.of(0.8), List.of(0.6, 0.9, 0.7));

        assertThat(ScoreFusion.similarity(hit).orElseThrow()).isCloseTo(0.85, EXACTLY);
        assertThat(ScoreFusion.best(1, List.of(hit)).getFirst().score()).isCloseTo(0.85, EXACTLY);
    }

    @Test
    void similarityOfAHitWithoutAVectorIsInterpolated() {
        List<ScoredHit<Integer>> best =
                ScoreFusion.best(3, List.of(dense(1, 0, 0.70), dense(2, 0, 0.90), lexical(3, 4)));

        assertThat(best).extracting(scored -> scored.hit().key()).containsExactly(3, 2, 1);
        assertThat(best.getFirst().score()).isCloseTo(0.96, EXACTLY);
    }

    @Test
    void withoutVectorsBm25ScoresAreScaledToTheBest() {
        List<ScoredHit<Integer>> best = ScoreFusion.best(2, List.of(lexical(1, 3), lexical(2, 6)));

        assertThat(best).extracting(scored -> scored.hit().key()).containsExactly(2, 1);
        assertThat(best.get(0).score()).isCloseTo(1.06, EXACTLY);
        assertThat(best.get(1).score()).isCloseTo(0.53, EXACTLY);
    }

    @Test
    void withoutMatchingWordsTheSimilarityDecides() {
        List<ScoredHit<Integer>> best =
                ScoreFusion.best(2, List.of(dense(1, 0, 0.7), dense(2, 0, 0.8)));

        assertThat(best).extracting(ScoredHit::score).containsExactly(0.8, 0.7);
    }

    @Test
    void equalScoresKeepTheOrderOfIndexing() {
        assertThat(first(dense(7, 2, 0.8), dense(3, 2, 0.8))).isEqualTo(3);
    }

    @Test
    void keepsOnlyTheBest() {
        List<ScoredHit<Integer>> best =
                ScoreFusion.best(1, List.of(dense(1, 0, 0.7), dense(2, 0, 0.9), dense(3, 0, 0.8)));

        assertThat(best).extracting(scored -> scored.hit().key()).containsExactly(2);
    }

    private static int first(Hit<Integer> one, Hit<Integer> other) {
        return ScoreFusion.best(1, List.of(one, other)).getFirst().hit().key();
    }

    private static Hit<Integer> dense(int document, double bm25, double cosine) {
        return new Hit<>(document, bm25, OptionalDouble.of(cosine), List.of());
    }

    private static Hit<Integer> lexical(int document, double bm25) {
        return new Hit<>(document, bm25, OptionalDouble.empty(), List.of());
    }
}
