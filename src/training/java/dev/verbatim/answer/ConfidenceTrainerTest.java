package dev.verbatim.answer;

import static dev.verbatim.answer.WeatherArticle.CATS;
import static dev.verbatim.answer.WeatherArticle.DOGS;
import static dev.verbatim.answer.WeatherArticle.QUESTION;
import static dev.verbatim.answer.WeatherArticle.candidate;
import static dev.verbatim.answer.WeatherArticle.lexical;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.verbatim.answer.ConfidenceModel.LogisticRegression;
import dev.verbatim.answer.ConfidenceTrainer.Example;
import dev.verbatim.retrieval.Ranking;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConfidenceTrainerTest {

    @Test
    void weighsTheFeatureThatSeparatesAnswersFromTheRest() {
        var examples =
                IntStream.range(0, 20)
                        .mapToObj(i -> example(cosine(0.70 + i * 0.01), i >= 10, 1))
                        .toList();

        var model = ConfidenceTrainer.fit(examples);

        assertThat(examples)
                .allMatch(example -> probability(model, example) > 0.5 == example.answered());
        assertThat(model.weights().get(ConfidenceFeature.COSINE)).isPositive();
    }

    @Test
    void threeAnswersInFourExamplesGiveProbabilityThreeQuarters() {
        var examples =
                List.of(
                        example(cosine(0.8), true, 1),
                        example(cosine(0.8), true, 1),
                        example(cosine(0.8), true, 1),
                        example(cosine(0.8), false, 1));

        var model = ConfidenceTrainer.fit(examples);

        assertThat(probability(model, examples.getFirst())).isCloseTo(0.75, within(0.001));
    }

    @Test
    void exampleCountsAsMuchAsItsWeight() {
        var examples = List.of(example(cosine(0.8), true, 3), example(cosine(0.8), false, 1));

        var model = ConfidenceTrainer.fit(examples);

        assertThat(probability(model, examples.getFirst())).isCloseTo(0.75, within(0.001));
    }

    @Test
    void constantFeatureGetsNoWeight() {
        var examples = List.of(example(cosine(0.7), false, 1), example(cosine(0.9), true, 1));

        var model = ConfidenceTrainer.fit(examples);

        assertThat(model.weights().getOrDefault(ConfidenceFeature.LENGTH, 0.0)).isZero();
        assertThat(model.weights().getOrDefault(ConfidenceFeature.RIVALS, 0.0)).isZero();
    }

    @Test
    void rankingsWithAndWithoutVectorsGetSeparateModels() throws IOException {
        var examples = new ArrayList<Example>();
        for (int i = 0; i < 10; i++) {
            examples.add(example(cosine(0.70 + i * 0.02), i >= 5, 1));
            examples.add(example(WeatherArticle.of(lexical(CATS, 1, i * 0.1)), i < 5, 1));
        }

        var coefficients = new Properties();
        coefficients.load(new StringReader(ConfidenceTrainer.train(examples)));

        assertThat(
                        LogisticRegression.read("dense", coefficients)
                                .weights()
                                .get(ConfidenceFeature.COSINE))
                .isPositive();
        assertThat(
                        LogisticRegression.read("lexical", coefficients)
                                .weights()
                                .get(ConfidenceFeature.COVERAGE))
                .isNegative();
    }

    @Test
    void propertiesHoldTheFittedModel() throws IOException {
        var examples =
                IntStream.range(0, 10)
                        .mapToObj(i -> example(cosine(0.70 + i * 0.02), i >= 5, 1))
                        .toList();

        var coefficients = new Properties();
        coefficients.load(new StringReader(ConfidenceTrainer.train(examples)));

        var fitted = ConfidenceTrainer.fit(examples);
        var written = LogisticRegression.read("dense", coefficients);
        assertThat(examples)
                .allSatisfy(
                        example ->
                                assertThat(probability(written, example))
                                        .isCloseTo(probability(fitted, example), within(0.001)));
    }

    @Test
    void rejectsExampleWithoutPassages() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> example(new Ranking(List.of(), 1, 20), false, 1))
                .withMessageContaining("nothing was found");
    }

    private static Example example(Ranking ranking, boolean answered, double weight) {
        return new Example(RerankedPassages.unread(QUESTION, ranking), answered, weight);
    }

    private static Ranking cosine(double cosine) {
        return WeatherArticle.of(candidate(CATS, 0.8, 0.5, cosine), candidate(DOGS, 0.7, 0.5, 0.7));
    }

    private static double probability(LogisticRegression model, Example example) {
        return model.probability(ConfidenceFeature.all(example.passages()));
    }
}
