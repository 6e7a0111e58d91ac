package dev.verbatim.answer;

import static dev.verbatim.answer.AnswerAssert.assertThat;
import static dev.verbatim.answer.WeatherArticle.CATS;
import static dev.verbatim.answer.WeatherArticle.DOGS;
import static dev.verbatim.answer.WeatherArticle.FIRST;
import static dev.verbatim.answer.WeatherArticle.POURS;
import static dev.verbatim.answer.WeatherArticle.RAINS;
import static dev.verbatim.answer.WeatherArticle.candidate;
import static dev.verbatim.answer.WeatherArticle.passage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.verbatim.answer.DialogueContext.Shown;
import dev.verbatim.reader.PassageReader;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DialogueContextIT {

    private static final Answer RAIN = new Answer.Found(passage(FIRST), POURS, null, 0.9);

    private final PassageRetriever index = mock(PassageRetriever.class);
    private final Answerer answerer =
            new Answerer(index, new Reranker(PassageReader.off()), ConfidenceThreshold.BALANCED);

    @Test
    void remembersShownPassagesAndTheirEmphasis() {
        var context = DialogueContext.of("Does it rain?", RAIN);

        assertThat(context.hasShown(passage(FIRST))).isTrue();
        assertThat(context.hasShown(passage(CATS))).isFalse();
        assertThat(context.shown()).singleElement().extracting(Shown::emphasis).isEqualTo(POURS);
    }

    @Test
    void notFoundAnswerIsNotRememberedAsShown() {
        var nothing = new Answer.NotFound(List.of(passage(CATS)), 0.1, 1, 4);

        assertThat(DialogueContext.of("Does it snow?", nothing).shown()).isEmpty();
    }

    @Test
    void keepsOnlyTheLastTwentyShownPassages() {
        DialogueContext context =
                Stream.iterate(
                                DialogueContext.of("Does it rain?", RAIN),
                                one -> one.with("more", CAT))
                        .skip(40)
                        .findFirst()
                        .orElseThrow();

        assertThat(context.shown()).hasSize(20);
        assertThat(context.hasShown(passage(FIRST))).isFalse();
    }

    private static final Answer CAT = new Answer.Found(passage(CATS), CATS, null, 0.9);

    @Test
    void followUpOnAChangedPassageHasNoContext() {
        served();
        var changed = new DialogueContext("Does it rain?", List.of(new Shown("weather", 7, RAINS)));

        var dialogueTurn = answerer.answer(Question.of("who said that?"), changed);

        assertThat(dialogueTurn.answer()).isNotInstanceOf(Answer.Unattributed.class);
    }

    @Test
    void followUpOnAnUnchangedPassageFindsItAgain() {
        served();

        var dialogueTurn =
                answerer.answer(
                        Question.of("who said that?"), DialogueContext.of("Does it rain?", RAIN));

        assertThat(dialogueTurn.answer()).isEqualTo(new Answer.Unattributed(passage(FIRST), POURS));
    }

    @Test
    void followUpIgnoresArticlesOutOfScope() {
        served();
        var elsewhere = new Question("go on", Set.of("tea"));

        var dialogueTurn = answerer.answer(elsewhere, DialogueContext.of("Does it rain?", RAIN));

        assertThat(dialogueTurn.answer()).isInstanceOf(Answer.NotFound.class);
    }

    @Test
    void goOnShowsTheNextParagraph() {
        served();

        var dialogueTurn =
                answerer.answer(Question.of("go on"), DialogueContext.of("Does it rain?", RAIN));

        assertThat(dialogueTurn.answer()).citesParagraph(2).emphasises("Cats stay in.");
        assertThat(dialogueTurn.context().hasShown(passage(CATS))).isTrue();
        assertThat(dialogueTurn.context().question()).isEqualTo("Does it rain?");
    }

    @Test
    void smallTalkKeepsTheContext() {
        var context = DialogueContext.of("Does it rain?", RAIN);

        assertThat(answerer.answer(Question.of("thanks"), context).context()).isSameAs(context);
    }

    @Test
    void standaloneQuestionStartsANewContext() {
        var context = DialogueContext.of("Where do cats go?", CAT);

        DialogueContext next = context.afterStandalone("Does it rain?", RAIN);

        assertThat(next.question()).isEqualTo("Does it rain?");
        assertThat(next.hasShown(passage(CATS))).isFalse();
        assertThat(next.hasShown(passage(FIRST))).isTrue();
    }

    @Test
    void noKeepsTheLastAnsweredExchange() {
        served();
        var context = DialogueContext.of("Does it rain?", RAIN);

        var dialogueTurn = answerer.answer(Question.of("Where do dogs go?"), context);

        assertThat(dialogueTurn.answer()).isInstanceOf(Answer.NotFound.class);
        assertThat(dialogueTurn.context()).isEqualTo(context);
    }

    @Test
    void noWithoutAnEarlierAnswerIsTheContext() {
        served();

        var dialogueTurn = answerer.answer(Question.of("Where do dogs go?"), DialogueContext.NONE);

        assertThat(dialogueTurn.context().question()).isEqualTo("Where do dogs go?");
    }

    @Test
    void followUpWithoutContextIsAStandaloneQuestion() {
        served();

        var dialogueTurn = answerer.answer(Question.of("go on"), DialogueContext.NONE);

        assertThat(dialogueTurn.answer()).isEqualTo(answerer.answer(Question.of("go on")));
    }

    /// Nothing is near enough to be an answer.
    private void served() {
        var ranking =
                WeatherArticle.of(
                        candidate(DOGS, 0.70, 0, 0.70),
                        candidate(CATS, 0.70, 0, 0.70),
                        candidate(FIRST, 0.70, 0, 0.70));
        when(index.retrieve(any(), anyInt())).thenReturn(ranking);
    }
}
