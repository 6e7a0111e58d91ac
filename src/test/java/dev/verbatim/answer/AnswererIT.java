package dev.verbatim.answer;

import static dev.verbatim.answer.AnswerAssert.assertThat;
import static dev.verbatim.answer.WeatherArticle.CATS;
import static dev.verbatim.answer.WeatherArticle.DOGS;
import static dev.verbatim.answer.WeatherArticle.END;
import static dev.verbatim.answer.WeatherArticle.FIRST;
import static dev.verbatim.answer.WeatherArticle.POURS;
import static dev.verbatim.answer.WeatherArticle.QUESTION;
import static dev.verbatim.answer.WeatherArticle.RAINS;
import static dev.verbatim.answer.WeatherArticle.candidate;
import static dev.verbatim.answer.WeatherArticle.evidence;
import static dev.verbatim.answer.WeatherArticle.passage;
import static dev.verbatim.answer.WeatherArticle.sentence;
import static java.util.Comparator.comparingDouble;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyDouble;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.verbatim.article.Article;
import dev.verbatim.article.Quotation;
import dev.verbatim.article.Quotation.Kind;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.TextSpan;
import dev.verbatim.reader.PassageReader;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import dev.verbatim.retrieval.Ranking.Candidate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswererIT {

    private static final TextSpan IT_RAINS = new TextSpan(0, 11);
    private static final TextSpan IT_POURS = new TextSpan(22, 33);
    private static final Speaker ANN = new Speaker("Ann", "baker");
    private static final Speaker BEN = new Speaker("Ben", null);

    private final PassageRetriever index = mock(PassageRetriever.class);
    private final Answerer answerer =
            new Answerer(index, new Reranker(PassageReader.off()), ConfidenceThreshold.BALANCED);

    @Test
    void confidentAnswerShowsTheWholePassageAndEmphasisesASentence() {
        found(raining(WeatherArticle.article()));

        var answer = answerer.answer(QUESTION);

        assertThat(answer)
                .isVerbatimFrom(WeatherArticle.article())
                .citesParagraph(1)
                .emphasises("It rains")
                .namesNobody();
    }

    @Test
    void quotationByOnePersonNamesThatPerson() {
        found(raining(WeatherArticle.article(said(IT_RAINS, ANN), said(IT_POURS, BEN))));

        assertThat(answerer.answer(QUESTION)).saidBy("Ann");
    }

    @Test
    void quotationsByTwoPersonsNameNobody() {
        var article = WeatherArticle.article(said(IT_RAINS, ANN), said(IT_POURS, BEN));
        found(ofOneSentence(article));

        assertThat(answerer.answer(QUESTION)).emphasises("It pours").namesNobody();
    }

    @Test
    void twoQuotationsByOnePersonNameThatPerson() {
        var article = WeatherArticle.article(said(IT_RAINS, ANN), said(IT_POURS, ANN));
        found(ofOneSentence(article));

        assertThat(answerer.answer(QUESTION)).emphasises("It pours").saidBy("Ann");
    }

    @Test
    void quotationWithoutSpeakerNamesNobody() {
        var article = WeatherArticle.article(said(IT_RAINS, ANN), said(IT_POURS, null));
        found(ofOneSentence(article));

        assertThat(answerer.answer(QUESTION)).namesNobody();
    }

    @Test
    void indirectSpeechNamesNobody() {
        var article =
                WeatherArticle.article(new Quotation(IT_RAINS, Kind.INDIRECT, null, null, ANN));
        found(raining(article));

        assertThat(answerer.answer(QUESTION)).namesNobody();
    }

    @Test
    void quotationInAnotherSentenceNamesNobody() {
        found(raining(WeatherArticle.article(said(IT_POURS, BEN))));

        assertThat(answerer.answer(QUESTION)).emphasises("It rains").namesNobody();
    }

    @Test
    void notFoundReportsNearestPassagesAndSearchedCounts() {
        ranked(
                WeatherArticle.of(
                        candidate(DOGS, 0.70, 0, 0.70),
                        candidate(CATS, 0.70, 0, 0.70),
                        candidate(END, 0.70, 0, 0.70),
                        candidate(FIRST, 0.70, 0, 0.70)));

        var answer = answerer.answer(QUESTION);

        assertThat(answer).isHonestNo().hasOnTop(3);
        var no = (Answer.NotFound) answer;
        assertThat(no.nearest()).containsExactly(passage(DOGS), passage(CATS), passage(END));
        assertThat(no.searchedArticles()).isEqualTo(7);
        assertThat(no.searchedPassages()).isEqualTo(70);
    }

    @Test
    void lessConfidentPassageIsOfferedAsClosest() {
        found(raining(WeatherArticle.article(said(IT_RAINS, ANN))));
        double confidence = answerer.decide(QUESTION).confidence();
        var strict = mock(ConfidenceThreshold.class);
        when(strict.decide(anyDouble())).thenReturn(AnswerDecision.Outcome.CLOSEST);

        var answer =
                new Answerer(index, new Reranker(PassageReader.off()), strict).answer(QUESTION);

        assertThat(answer)
                .isVerbatimFrom(WeatherArticle.article(said(IT_RAINS, ANN)))
                .claimsNoAnswer();
        assertThat(answer)
                .isEqualTo(
                        new Answer.Closest(
                                passage(WeatherArticle.article(said(IT_RAINS, ANN)), FIRST),
                                RAINS,
                                ANN,
                                confidence));
    }

    @ParameterizedTest
    @CsvSource({
        "CAUTIOUS, 0.99, ANSWERED",
        "CAUTIOUS, 0, NOT_FOUND",
        "BALANCED, 1, ANSWERED",
        "BALANCED, 0, NOT_FOUND",
        "EAGER, 1, ANSWERED",
        "EAGER, 0, NOT_FOUND"
    })
    void thresholdDecidesByConfidence(
            ConfidenceThreshold confidenceThreshold,
            double confidence,
            AnswerDecision.Outcome outcome) {
        assertThat(confidenceThreshold.decide(confidence)).isEqualTo(outcome);
    }

    @Test
    void cautiousSettingNeedsMoreConfidence() {
        assertThat(ConfidenceThreshold.values())
                .isSortedAccordingTo(
                        comparingDouble((ConfidenceThreshold one) -> one.answering()).reversed())
                .isSortedAccordingTo(comparingDouble(ConfidenceThreshold::offering).reversed())
                .allMatch(
                        confidenceThreshold ->
                                confidenceThreshold.offering() < confidenceThreshold.answering());
    }

    @Test
    void explanationHasAConfidenceForEachPassage() {
        found(raining(WeatherArticle.article()));

        var explanation = answerer.explain(QUESTION);

        assertThat(explanation.decision()).isEqualTo(answerer.decide(QUESTION));
        assertThat(explanation.passages()).hasSize(3);
        assertThat(explanation.passages().getFirst().confidence())
                .isEqualTo(explanation.decision().confidence());
        assertThat(explanation.passages().getLast().confidence()).isLessThan(0.2);
        assertThat(explanation.table())
                .startsWith("  ¶   BM25 coverage cosine reader confidence  article\n")
                .contains("\n  1   1.00     100%  0.950      –       ");
    }

    @Test
    void emptyRankingHasNoNearestPassages() {
        ranked(new Ranking(List.of(), 0, 0));

        assertThat(answerer.answer(QUESTION)).isEqualTo(new Answer.NotFound(List.of(), 0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Hello!", "thank you", "who are you?", "🙂", "", "/artciles", "sdfghjkl"})
    void smallTalkDoesNotQueryTheIndex(String message) {
        var answer = answerer.answer(Question.of(message));

        assertThat(answer).isInstanceOf(Answer.NoQuestion.class);
        verifyNoInteractions(index);
    }

    @Test
    void indexFailureIsThrownAndNotReportedAsNotFound() {
        var fault = new UncheckedIOException("the index can't be read", new IOException());
        when(index.retrieve(any(), anyInt())).thenThrow(fault);

        assertThatThrownBy(() -> answerer.answer(QUESTION)).isSameAs(fault);
    }

    @Test
    void decisionMatchesTheAnswer() {
        found(raining(WeatherArticle.article()));

        var decision = answerer.decide(QUESTION);

        var answer = (Answer.Found) answerer.answer(QUESTION);
        assertThat(decision.answered()).isTrue();
        assertThat(decision.emphasis()).isEqualTo(answer.emphasis());
        assertThat(decision.confidence()).isEqualTo(answer.confidence());
    }

    private static Quotation said(TextSpan words, @Nullable Speaker speaker) {
        return new Quotation(words, Kind.DIRECT, null, null, speaker);
    }

    /// The first sentence of the first paragraph answers.
    private static Candidate raining(Article article) {
        return new Candidate(
                passage(article, FIRST),
                1,
                evidence(1, 1, 0.95, sentence(RAINS, 1, 0.95), sentence(POURS, 0, 0.7)));
    }

    /// The first paragraph answers as a whole.
    private static Candidate ofOneSentence(Article article) {
        return new Candidate(
                passage(article, FIRST), 1, evidence(1, 1, 0.95, sentence(FIRST, 1, 0.95)));
    }

    /// Far ahead of its rivals.
    private void found(Candidate best) {
        ranked(WeatherArticle.of(best, candidate(CATS, 0.6, 0, 0.6), candidate(DOGS, 0.6, 0, 0.6)));
    }

    private void ranked(Ranking ranking) {
        when(index.retrieve(any(), anyInt())).thenReturn(ranking);
    }
}
