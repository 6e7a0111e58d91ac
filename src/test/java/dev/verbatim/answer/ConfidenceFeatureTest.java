package dev.verbatim.answer;

import static dev.verbatim.answer.WeatherArticle.CATS;
import static dev.verbatim.answer.WeatherArticle.DOGS;
import static dev.verbatim.answer.WeatherArticle.FIRST;
import static dev.verbatim.answer.WeatherArticle.POURS;
import static dev.verbatim.answer.WeatherArticle.QUESTION;
import static dev.verbatim.answer.WeatherArticle.RAINS;
import static dev.verbatim.answer.WeatherArticle.candidate;
import static dev.verbatim.answer.WeatherArticle.evidence;
import static dev.verbatim.answer.WeatherArticle.lexical;
import static dev.verbatim.answer.WeatherArticle.passage;
import static dev.verbatim.answer.WeatherArticle.sentence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import dev.verbatim.retrieval.Ranking.Candidate;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConfidenceFeatureTest {

    private static final Offset<Double> EXACTLY = within(1e-12);

    /// Of two sentences, one nearer by words and the other by meaning.
    private static final Candidate BEST =
            new Candidate(
                    passage(FIRST),
                    0.9,
                    evidence(8, 0.5, 0.85, sentence(RAINS, 0.4, 0.7), sentence(POURS, 0.3, 0.8)));

    private static final Ranking RANKING =
            WeatherArticle.of(BEST, candidate(CATS, 0.7, 4, 0.75), candidate(DOGS, 0.5, 2, 0.6));

    @ParameterizedTest
    @CsvSource({
        "COSINE, 0.85",
        "SENTENCE_COSINE, 0.8",
        "COVERAGE, 0.5",
        "SENTENCE_COVERAGE, 0.4",
        "COVERAGE_SQUARED, 0.25",
        "SENTENCE_COVERAGE_SQUARED, 0.16",
        "RIVALS, 1",
        "LEAD, 0.2",
        "SENTENCE_LEAD, 0.05",
        "SPREAD, 0.3",
        "BM25_LEAD, 0.5"
    })
    void featureIsComputedFromTheRanking(ConfidenceFeature feature, double value) {
        assertThat(feature.of(unread(RANKING))).isCloseTo(value, EXACTLY);
    }

    @ParameterizedTest
    @EnumSource(names = {"RIVALS", "LEAD", "SENTENCE_LEAD", "SPREAD", "BM25_LEAD"})
    void leadIsZeroWithoutRivals(ConfidenceFeature feature) {
        assertThat(feature.of(unread(WeatherArticle.of(BEST)))).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"LEAD", "SENTENCE_LEAD", "SPREAD", "BM25_LEAD"})
    void leadIsZeroInATie(ConfidenceFeature feature) {
        var tie = WeatherArticle.of(candidate(CATS, 0.7, 0.5, 0.8), candidate(DOGS, 0.7, 0.5, 0.8));

        assertThat(feature.of(unread(tie))).isZero();
    }

    @Test
    void leadIsNegativeWhenARivalIsAhead() {
        var behind = WeatherArticle.of(lexical(CATS, 2, 0.5), lexical(DOGS, 4, 0.5));

        assertThat(ConfidenceFeature.BM25_LEAD.of(unread(behind))).isEqualTo(-1);
    }

    @Test
    void bm25LeadIsZeroWithoutAWordOfTheQuestion() {
        var wordless = WeatherArticle.of(lexical(CATS, 0, 0), lexical(DOGS, 3, 0.5));

        assertThat(ConfidenceFeature.BM25_LEAD.of(unread(wordless))).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"COSINE", "SENTENCE_COSINE", "LEAD", "SENTENCE_LEAD", "SPREAD"})
    void denseFeaturesAreZeroWithoutVectors(ConfidenceFeature feature) {
        var ranking = WeatherArticle.of(lexical(CATS, 4, 0.5), lexical(DOGS, 2, 0.5));

        assertThat(feature.of(unread(ranking))).isZero();
    }

    @ParameterizedTest
    @CsvSource({"rain, 1", "'Does it rain?', 3", "'  Does  it\train? ', 3", "'', 1"})
    void lengthIsTheLogarithmOfTheWordCount(String question, int words) {
        assertThat(
                        ConfidenceFeature.LENGTH.of(
                                RerankedPassages.unread(Question.of(question), RANKING)))
                .isCloseTo(Math.log(1 + words), EXACTLY);
    }

    @Test
    void allFeaturesAreReturned() {
        Map<ConfidenceFeature, Double> signals = ConfidenceFeature.all(unread(RANKING));

        assertThat(signals).containsOnlyKeys(ConfidenceFeature.values());
    }

    @ParameterizedTest
    @EnumSource(names = {"RIVALS", "LEAD", "SENTENCE_LEAD", "SPREAD", "BM25_LEAD"})
    void sameTextInAnotherArticleIsNoRival(ConfidenceFeature feature) {
        Ranking alone = WeatherArticle.of(BEST);

        Ranking twice = WeatherArticle.of(BEST, BEST);

        assertThat(feature.of(unread(twice))).isEqualTo(feature.of(unread(alone)));
    }

    private static RerankedPassages unread(Ranking ranking) {
        return RerankedPassages.unread(QUESTION, ranking);
    }
}
