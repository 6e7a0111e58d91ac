package dev.verbatim.evaluation;

import static dev.verbatim.evaluation.EvaluationFixture.ARTICLES;
import static dev.verbatim.evaluation.EvaluationFixture.CUPS;
import static dev.verbatim.evaluation.EvaluationFixture.HOT;
import static dev.verbatim.evaluation.EvaluationFixture.LEAF;
import static dev.verbatim.evaluation.EvaluationFixture.MILK;
import static dev.verbatim.evaluation.EvaluationFixture.evaluated;
import static dev.verbatim.evaluation.EvaluationFixture.question;
import static dev.verbatim.evaluation.EvaluationFixture.ranking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.verbatim.evaluation.EvaluatedQuestion.ParagraphRanking;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ParagraphRankingTest {

    @Test
    void paragraphOfSeveralPassagesTakesOneRank() {
        var evaluatedQuestion = evaluated(question(1), ranking(LEAF, HOT, MILK));

        var ranking = ParagraphRanking.of(evaluatedQuestion, ARTICLES);

        assertThat(ranking.relevant()).containsExactly(false, true);
    }

    @Test
    void paragraphHasTheRankOfItsBestPassage() {
        var evaluatedQuestion = evaluated(question(0), ranking(CUPS, HOT, MILK, LEAF));

        var ranking = ParagraphRanking.of(evaluatedQuestion, ARTICLES);

        assertThat(ranking.relevant()).containsExactly(false, true, false);
    }

    @Test
    void sameParagraphNumberInAnotherArticleIsWrong() {
        var elsewhere = new SourceQuestion("What is tea?", "coffee", true, Set.of(0), List.of());

        var ranking = ParagraphRanking.of(evaluated(elsewhere, ranking(LEAF)), ARTICLES);

        assertThat(ranking.relevant()).containsExactly(false);
    }

    @Test
    void hitCountsUpToRankK() {
        var third = new ParagraphRanking(List.of(false, false, true), 1);

        assertThat(third.hitWithin(1)).isFalse();
        assertThat(third.hitWithin(2)).isFalse();
        assertThat(third.hitWithin(3)).isTrue();
    }

    @Test
    void reciprocalRankIsThatOfTheFirstHit() {
        var secondAndThird = new ParagraphRanking(List.of(false, true, true), 2);

        assertThat(secondAndThird.reciprocalRank(10)).isEqualTo(0.5);
    }

    @Test
    void reciprocalRankAfterTheLimitIsZero() {
        var eleventh = new ParagraphRanking(hitAfter(10), 1);

        assertThat(eleventh.reciprocalRank(10)).isZero();
        assertThat(new ParagraphRanking(List.of(), 1).reciprocalRank(10)).isZero();
    }

    @Test
    void ndcgOfOneHitIsItsDiscount() {
        // 1 / log2(3 + 1) = 0.5
        var third = new ParagraphRanking(List.of(false, false, true), 1);

        assertThat(third.ndcg(10)).isEqualTo(0.5, within(1e-12));
        assertThat(new ParagraphRanking(hitAfter(10), 1).ndcg(10)).isZero();
    }

    @Test
    void ndcgOfSeveralHitsIsNormalizedByTheBestOrder() {
        // (1/log2 2 + 1/log2 4) / (1/log2 2 + 1/log2 3) = 1.5 / 1.6309297536
        var firstAndThird = new ParagraphRanking(List.of(true, false, true), 2);

        assertThat(firstAndThird.ndcg(10)).isEqualTo(0.9197207891, within(1e-9));
    }

    private static List<Boolean> hitAfter(int others) {
        var ranks = new ArrayList<>(Collections.nCopies(others, false));
        ranks.add(true);
        return ranks;
    }
}
