package dev.verbatim.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.verbatim.answer.ConfidenceModel.LogisticRegression;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogisticRegressionTest {

    @ParameterizedTest
    @CsvSource({
        // intercept, weight of the coverage, coverage, probability
        "0, 0, 0.5, 0.5",
        "0, 2, 0, 0.5",
        "-1, 2, 0.5, 0.5",
        "0, 1, 1, 0.731058578",
        "0, -1, 1, 0.268941421",
        "1, 1, 1, 0.880797077",
        "-1000, 0, 1, 0",
        "1000, 0, 1, 1"
    })
    void probabilityIsTheSigmoidOfTheWeightedSum(
            double intercept, double weight, double coverage, double probability) {
        var model = new LogisticRegression(intercept, Map.of(ConfidenceFeature.COVERAGE, weight));

        assertThat(model.probability(Map.of(ConfidenceFeature.COVERAGE, coverage)))
                .isCloseTo(probability, within(1e-8));
    }

    @Test
    void missingFeatureCountsAsZero() {
        var model = new LogisticRegression(0, Map.of(ConfidenceFeature.COVERAGE, 3.0));

        assertThat(model.probability(Map.of())).isEqualTo(0.5);
    }

    @Test
    void coefficientsAreReadByPrefix() {
        var coefficients = new Properties();
        coefficients.setProperty("dense.INTERCEPT", "-8.5");
        coefficients.setProperty("dense.COVERAGE", "4.25");
        coefficients.setProperty("lexical.COVERAGE", "9");

        var model = LogisticRegression.read("dense", coefficients);

        assertThat(model.intercept()).isEqualTo(-8.5);
        assertThat(model.weights()).containsEntry(ConfidenceFeature.COVERAGE, 4.25);
        assertThat(model.weights()).containsEntry(ConfidenceFeature.LEAD, 0.0);
    }
}
