package dev.verbatim.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class WordAlignerTest {

    @Test
    void aWordThatStandsWithAnotherInEverySentenceTranslatesIt() {
        WordAligner aligner =
                new WordAligner(
                        List.of(new int[] {0, 1}, new int[] {0, 2}, new int[] {1}),
                        3,
                        List.of(new int[] {0, 1}, new int[] {2, 0}, new int[] {1}),
                        3);

        aligner.fit(8, 0);

        double[] posteriors = aligner.posteriors(1);
        assertThat(posteriors[0]).as("the third word isn't the first one's").isLessThan(0.2);
        assertThat(posteriors[1]).as("but the second one's").isGreaterThan(0.8);
    }
}
