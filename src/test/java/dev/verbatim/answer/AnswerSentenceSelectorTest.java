package dev.verbatim.answer;

import static dev.verbatim.answer.WeatherArticle.FIRST;
import static dev.verbatim.answer.WeatherArticle.POURS;
import static dev.verbatim.answer.WeatherArticle.RAINS;
import static dev.verbatim.answer.WeatherArticle.evidence;
import static dev.verbatim.answer.WeatherArticle.passage;
import static dev.verbatim.answer.WeatherArticle.sentence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.TextSpan;
import dev.verbatim.reader.ReaderOutput;
import dev.verbatim.reader.ReaderOutput.Piece;
import dev.verbatim.retrieval.Ranking;
import dev.verbatim.retrieval.Ranking.Candidate;
import dev.verbatim.retrieval.Ranking.SentenceEvidence;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerSentenceSelectorTest {

    private static final QuestionType PLAIN = QuestionType.of("Does it rain?");

    @ParameterizedTest
    @CsvSource({
        // of "it rains": coverage, cosine; of "it pours": coverage, cosine
        "0.0, 0.80, 0.0, 0.90, POURS",
        "0.0, 0.90, 0.0, 0.80, RAINS",
        "0.0, 0.85, 1.0, 0.85, POURS",
        "0.0, 0.85, 1.0, 0.80, POURS",
        "0.0, 0.95, 1.0, 0.80, RAINS",
        "0.5, 0.85, 0.5, 0.85, RAINS",
        "0.0, -0.2, 0.0, -0.1, POURS"
    })
    void selectsTheSentenceWithTheHighestScoreOrTheFirstOfEquals(
            double rainsCoverage,
            double rainsCosine,
            double poursCoverage,
            double poursCosine,
            String emphasised) {
        var candidate =
                of(
                        sentence(RAINS, rainsCoverage, rainsCosine),
                        sentence(POURS, poursCoverage, poursCosine));

        assertThat(AnswerSentenceSelector.select(candidate, Optional.empty(), PLAIN))
                .isEqualTo(emphasised.equals("POURS") ? POURS : RAINS);
    }

    @Test
    void withoutVectorsTermCoverageDecides() {
        var candidate = of(words(RAINS, 0.2), words(POURS, 0.6));

        assertThat(AnswerSentenceSelector.select(candidate, Optional.empty(), PLAIN))
                .isEqualTo(POURS);
    }

    @Test
    void readerDecidesBetweenCloseSentences() {
        var candidate = of(sentence(RAINS, 0.5, 0.90), sentence(POURS, 0.5, 0.86));
        var readerOutput =
                new ReaderOutput(2, 2, List.of(new Piece(POURS.start() + 4, POURS.end(), 1)));

        assertThat(AnswerSentenceSelector.select(candidate, Optional.of(readerOutput), PLAIN))
                .isEqualTo(POURS);
    }

    @Test
    void passageWithoutSentencesIsEmphasisedWhole() {
        assertThat(AnswerSentenceSelector.select(of(), Optional.empty(), PLAIN)).isEqualTo(FIRST);
    }

    private static SentenceEvidence words(TextSpan span, double coverage) {
        return new SentenceEvidence(span, coverage, OptionalDouble.empty());
    }

    private static Candidate of(SentenceEvidence... sentences) {
        Ranking.Signals rankingSignals = evidence(1, 1, 0.9, sentences);
        return new Candidate(passage(FIRST), 1, rankingSignals);
    }

    @Test
    void fixtureSpansMatchTheirTexts() {
        assertThat(List.of(RAINS.of(WeatherArticle.TEXT), POURS.of(WeatherArticle.TEXT)))
                .containsExactly("“It rains,” said Ann.", "“It pours,” said Ben.");
    }
}
