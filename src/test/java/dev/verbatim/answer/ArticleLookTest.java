package dev.verbatim.answer;

import static dev.verbatim.answer.WeatherArticle.CATS;
import static dev.verbatim.answer.WeatherArticle.DOGS;
import static dev.verbatim.answer.WeatherArticle.END;
import static dev.verbatim.answer.WeatherArticle.QUESTION;
import static dev.verbatim.answer.WeatherArticle.candidate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.verbatim.reader.PassageReader;
import dev.verbatim.reader.ReaderOutput;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Ranking;
import dev.verbatim.retrieval.Ranking.Candidate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tests the first look at an article: [Answerer#mayAnswer].
class ArticleLookTest {

    private static final Candidate BEST = candidate(CATS, 0.85, 0.5, 0.85);

    private final PassageRetriever index = mock(PassageRetriever.class);
    private final PassageReader reader = mock(PassageReader.class);
    private final Answerer answerer =
            new Answerer(index, new Reranker(reader), ConfidenceThreshold.BALANCED);

    @BeforeEach
    void retrieveAsAskedOnly() {
        when(index.retrieveAsAsked(any(), anyInt())).thenReturn(Optional.empty());
        ranked(BEST, candidate(DOGS, 0.8, 0.3, 0.8), candidate(END, 0.7, 0.1, 0.7));
    }

    private void ranked(Candidate... candidates) {
        when(index.retrieve(any(), anyInt())).thenReturn(WeatherArticle.of(candidates));
    }

    private void reads(double... answerabilities) {
        List<ReaderOutput> outputs =
                Arrays.stream(answerabilities)
                        .mapToObj(logit -> new ReaderOutput(logit, logit, List.of()))
                        .toList();
        when(reader.read(any(), any(), any())).thenReturn(outputs);
    }

    @Test
    void articleMayAnswerWhatItsBestPassageSeemsToAnswer() {
        reads(4, -8);

        assertThat(answerer.mayAnswer(QUESTION)).isTrue();
    }

    @Test
    void articleDoesNotAnswerWhatNeitherOfItsBestPassagesDoes() {
        reads(-12, -12);

        assertThat(answerer.mayAnswer(QUESTION)).isFalse();
    }

    @Test
    void onlyTheBestTwoPassagesAreRead() {
        reads(-12, -12);

        answerer.mayAnswer(QUESTION);

        verify(reader).read(any(), argThat(two -> two.size() == 2), any());
    }

    @Test
    void whatCanNotBeReadIsInDoubt() {
        reads();

        assertThat(answerer.mayAnswer(QUESTION)).isTrue();
    }

    @Test
    void anOnlyPassageIsInDoubt() {
        ranked(BEST);
        reads(-12);

        assertThat(answerer.mayAnswer(QUESTION)).isTrue();
    }

    @Test
    void articleWithoutPassagesAnswersNothing() {
        when(index.retrieve(any(), anyInt())).thenReturn(new Ranking(List.of(), 1, 0));

        assertThat(answerer.mayAnswer(QUESTION)).isFalse();
    }
}
