package dev.verbatim.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RocCurveTest {

    @Test
    void aurocIsTheShareOfCorrectlyOrderedPairs() {
        // 0.9 beats both; 0.4 beats 0.2 only: 3 of 4
        var rocCurve = rocCurve(array(0.9, 0.4), array(0.6, 0.2));

        assertThat(rocCurve.auroc()).hasValue(0.75);
    }

    @Test
    void tieCountsHalf() {
        // 0.5 ties once and wins once (1.5 of 2); 0.9 wins twice (2 of 2)
        var rocCurve = rocCurve(array(0.5, 0.9), array(0.5, 0.1));

        assertThat(rocCurve.auroc().orElseThrow()).isEqualTo(0.875, within(1e-12));
    }

    @Test
    void constantConfidenceHasAurocOneHalf() {
        assertThat(rocCurve(array(0.3, 0.3, 0.3), array(0.3, 0.3)).auroc()).hasValue(0.5);
    }

    @Test
    void measuresAreEmptyWithoutQuestionsOfOneKind() {
        assertThat(rocCurve(array(0.3), array()).auroc()).isEmpty();
        assertThat(rocCurve(array(), array(0.3)).auroc()).isEmpty();
        assertThat(rocCurve(array(), array(0.3)).falseAnswersAt(90)).isEmpty();
        assertThat(rocCurve(array(0.3), array()).falseAnswersAt(90)).isEmpty();
    }

    @Test
    void falseAnswersReachTheThresholdThatKeepsEnough() {
        // keeping 9 of 10 puts the threshold at 0.2; 0.2 and 0.7 pass it, 0.1 and 0.15 don't
        var answerable = array(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0);
        var rocCurve = rocCurve(answerable, array(0.7, 0.2, 0.15, 0.1));

        assertThat(rocCurve.falseAnswersAt(90)).hasValue(0.5);
        assertThat(rocCurve.falseAnswersAt(100)).hasValue(1);
        assertThat(rocCurve.falseAnswersAt(80)).hasValue(0.25);
    }

    private static RocCurve rocCurve(double[] answerable, double[] unanswerable) {
        return new RocCurve(answerable, unanswerable);
    }

    private static double[] array(double... values) {
        return values;
    }
}
