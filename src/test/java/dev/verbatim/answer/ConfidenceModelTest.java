package dev.verbatim.answer;

import static dev.verbatim.answer.WeatherArticle.CATS;
import static dev.verbatim.answer.WeatherArticle.DOGS;
import static dev.verbatim.answer.WeatherArticle.QUESTION;
import static dev.verbatim.answer.WeatherArticle.candidate;
import static dev.verbatim.answer.WeatherArticle.lexical;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.ConfidenceModel.FeatureSet;
import dev.verbatim.reader.ReaderOutput;
import dev.verbatim.retrieval.Ranking;
import dev.verbatim.retrieval.Ranking.Candidate;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConfidenceModelTest {

    private static final Locale DUTCH = Locale.of("nl");

    private final ConfidenceModel confidence = ConfidenceModel.calibrated();

    @Test
    void confidenceIsZeroWhenNothingWasFound() {
        assertThat(confidence.probability(unread(new Ranking(List.of(), 1, 20)))).isZero();
    }

    @ParameterizedTest
    @MethodSource("clear")
    void leadingPassageWithFullCoverageIsAnswered(Ranking ranking) {
        assertThat(confidence.probability(unread(ranking)))
                .isGreaterThan(ConfidenceThreshold.BALANCED.answering());
    }

    static Stream<Ranking> clear() {
        return Stream.of(
                WeatherArticle.of(candidate(CATS, 1.0, 1, 0.95), candidate(DOGS, 0.75, 0, 0.75)),
                WeatherArticle.of(lexical(CATS, 1.06, 1), lexical(DOGS, 0.2, 0.1)));
    }

    @ParameterizedTest
    @MethodSource("vague")
    void equallyDistantPassagesAreNotAnswered(Ranking ranking) {
        assertThat(confidence.probability(unread(ranking)))
                .isLessThan(ConfidenceThreshold.BALANCED.answering());
    }

    static Stream<Ranking> vague() {
        return Stream.of(
                WeatherArticle.of(candidate(CATS, 0.72, 0, 0.72), candidate(DOGS, 0.72, 0, 0.72)),
                WeatherArticle.of(lexical(CATS, 0, 0), lexical(DOGS, 0, 0)));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, -1", "0, 0, 0", "0.5, 0.5, 0.5", "1, 1, 1", "2, 1, 1", "2, 0, -1"})
    void confidenceIsBetweenZeroAndOne(double score, double coverage, double cosine) {
        var ranking =
                WeatherArticle.of(candidate(CATS, score, coverage, cosine), lexical(DOGS, 1, 1));

        assertThat(confidence.probability(unread(ranking))).isBetween(0.0, 1.0);
    }

    @Test
    void rankingWithoutVectorsHasItsOwnFeatureSet() {
        assertThat(FeatureSet.of(unread(WeatherArticle.of(candidate(CATS, 1, 1, 0.9)))))
                .isEqualTo(FeatureSet.DENSE);
        assertThat(FeatureSet.of(unread(WeatherArticle.of(lexical(CATS, 1, 1)))))
                .isEqualTo(FeatureSet.LEXICAL);
    }

    @Test
    void glossHasItsOwnFeatureSets() {
        Candidate glossed = WeatherArticle.in(Locale.GERMAN, CATS);
        var output = new ReaderOutput(1, 1, List.of());

        assertThat(FeatureSet.of(unread(WeatherArticle.of(glossed))))
                .isEqualTo(FeatureSet.GLOSSED_DENSE);
        assertThat(
                        FeatureSet.of(
                                new RerankedPassages(
                                        QUESTION, WeatherArticle.of(glossed), List.of(output))))
                .isEqualTo(FeatureSet.GLOSSED_READ);
        assertThat(FeatureSet.of(unread(WeatherArticle.of(WeatherArticle.in(DUTCH, CATS)))))
                .isEqualTo(FeatureSet.DENSE);
    }

    private static RerankedPassages unread(Ranking ranking) {
        return RerankedPassages.unread(QUESTION, ranking);
    }

    /// A misspelt name would silently be 0.
    @Test
    void coefficientsMatchFeatures() throws IOException {
        var coefficients = new Properties();
        try (Reader file =
                new InputStreamReader(
                        Objects.requireNonNull(
                                ConfidenceModel.class.getResourceAsStream("confidence.properties")),
                        StandardCharsets.UTF_8)) {
            coefficients.load(file);
        }

        assertThat(coefficients.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(
                                        "crossed.read.",
                                        "crossed.dense.",
                                        "crossed.lexical.",
                                        "glossed.read.",
                                        "glossed.dense.",
                                        "read.",
                                        "dense.",
                                        "lexical.")
                                .flatMap(
                                        set ->
                                                Stream.concat(
                                                                Stream.of("INTERCEPT"),
                                                                Arrays.stream(
                                                                                ConfidenceFeature
                                                                                        .values())
                                                                        .map(
                                                                                ConfidenceFeature
                                                                                        ::name))
                                                        .map(set::concat))
                                .toList());
    }
}
