package dev.verbatim.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RougeTest {

    private static final Offset<Double> EXACTLY = within(1e-9);

    @Test
    void orderMattersToBigramsAndSubsequences() {
        Rouge rouge =
                Rouge.of(List.of("police kill the gunman"), List.of("the gunman police killed"));

        assertThat(rouge.rouge1()).isEqualTo(1, EXACTLY);
        assertThat(rouge.rouge2()).isEqualTo(2 / 3.0, EXACTLY);
        assertThat(rouge.rougeL()).isEqualTo(0.5, EXACTLY);
    }

    @Test
    void unitesSubsequencesOfAllSentences() {
        // Lin's own example: w1 w2 and w1 w3 w5 are 4 of the reference's 5 words, and 4 of our 10.
        Rouge rouge =
                Rouge.of(List.of("w1 w2 w6 w7 w8", "w1 w3 w8 w9 w5"), List.of("w1 w2 w3 w4 w5"));

        assertThat(rouge.rougeL()).isEqualTo(2 * 0.8 * 0.4 / (0.8 + 0.4), EXACTLY);
    }

    @Test
    void wordCountsAsOftenAsInBoth() {
        Rouge rouge = Rouge.of(List.of("the the the the"), List.of("the cat and the dog"));

        assertThat(rouge.rouge1()).isEqualTo(2 * 2 / 9.0, EXACTLY);
        assertThat(rouge.rougeL()).isLessThanOrEqualTo(2 * 2 / 9.0);
    }

    @Test
    void shortWordsAreNotStemmedAndPunctuationIsIgnored() {
        assertThat(Rouge.of(List.of("He was!"), List.of("he was")).rouge1()).isEqualTo(1, EXACTLY);
        assertThat(Rouge.of(List.of("as"), List.of("a")).rouge1()).isZero();
    }

    @Test
    void emptySummaryScoresZero() {
        assertThat(Rouge.of(List.of(), List.of("a b"))).isEqualTo(new Rouge(0, 0, 0));
        assertThat(Rouge.of(List.of("…"), List.of("…"))).isEqualTo(new Rouge(0, 0, 0));
    }
}
