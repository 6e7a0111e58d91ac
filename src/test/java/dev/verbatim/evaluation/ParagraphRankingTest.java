package dev.verbatim.evaluation;

import static dev.verbatim.evaluation.Tea.CUPS;
import static dev.verbatim.evaluation.Tea.HOT;
import static dev.verbatim.evaluation.Tea.LEAF;
import static dev.verbatim.evaluation.Tea.MILK;
import static dev.verbatim.evaluation.Tea.SOURCES;
import static dev.verbatim.evaluation.Tea.question;
import static dev.verbatim.evaluation.Tea.ranking;
import static dev.verbatim.evaluation.Tea.trial;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParagraphRankingTest {

    @Test
    void aParagraphOfSeveralPassagesTakesOneRank() {
        var evaluatedQuestion = trial(question(1), ranking(LEAF, HOT, MILK));

        var ranking = ParagraphRanking.of(evaluatedQuestion, SOURCES);

        assertThat(ranking.relevant()).containsExactly(false, true);
    }

    @Test
    void aParagraphStandsAtTheRankOfItsBestPassage() {
        var evaluatedQuestion = trial(question(0), ranking(CUPS, HOT, MILK, LEAF));

        var ranking = ParagraphRanking.of(evaluatedQuestion, SOURCES);

        assertThat(ranking.relevant()).containsExactly(false, true, false);
    }

    @Test
    void theSameNumberInAnotherArticleIsNotTheRightParagraph() {
        var elsewhere =
                new SourceQuestion("What is tea?", "coffee", true, java.util.Set.of(0), List.of());

        var ranking = ParagraphRanking.of(trial(elsewhere, ranking(LEAF)), SOURCES);

        assertThat(ranking.relevant()).containsExactly(false);
    }

    @Test
    void aHitCountsUpToTheRankAskedFor() {
        var third = new ParagraphRanking(List.of(false, false, true), 1);

        assertThat(third.hitWithin(1)).isFalse();
        assertThat(third.hitWithin(2)).isFalse();
        assertThat(third.hitWithin(3)).isTrue();
    }

    @Test
    void theReciprocalRankIsThatOfTheFirstHit() {
        var secondAndThird = new ParagraphRanking(List.of(false, true, true), 2);

        assertThat(secondAndThird.reciprocalRank(10)).isEqualTo(0.5);
    }

    @Test
    void theReciprocalRankBehindTheLimitIsZero() {
        var eleventh = new ParagraphRanking(behind(10), 1);

        assertThat(eleventh.reciprocalRank(10)).isZero();
        assertThat(new ParagraphRanking(List.of(), 1).reciprocalRank(10)).isZero();
    }

    @Test
    void ndcgOfOneHitIsItsDiscount() {
        // 1 / log2(3 + 1) = 0.5
        var third = new ParagraphRanking(List.of(false, false, true), 1);

        assertThat(third.ndcg(10)).isEqualTo(0.5, within(1e-12));
        assertThat(new ParagraphRanking(behind(10), 1).ndcg(10)).isZero();
    }

    @Test
    void ndcgOfSeveralHitsIsMeasuredAgainstTheBestOrder() {
        // (1/log2 2 + 1/log2 4) / (1/log2 2 + 1/log2 3) = 1.5 / 1.6309297536
        var firstAndThird = new ParagraphRanking(List.of(true, false, true), 2);

        assertThat(firstAndThird.ndcg(10)).isEqualTo(0.9197207891, within(1e-9));
    }

    private static List<Boolean> behind(int others) {
        var ranks = new java.util.ArrayList<>(Collections.nCopies(others, false));
        ranks.add(true);
        return ranks;
    }
}
