package dev.verbatim.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.verbatim.answer.RelatedQuestions.Related;
import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Publication;
import dev.verbatim.article.TextSpan;
import dev.verbatim.article.library.ArticleReader;
import dev.verbatim.retrieval.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelatedQuestionsTest {

    private static final String SAID =
            "“The Ukrainian boats from Poland will come back to London,” said Mayor Jane Doe.";
    private static final Article HARBOUR = article("Forty boats came.", SAID);
    private static final Passage QUOTED = HARBOUR.passages().get(1);
    private static final Question ASKED = Question.of("When do the boats of London leave?");
    private static final String ABOUT_LONDON = "What does Jane Doe say about London?";
    private static final String ABOUT_POLAND = "What does Jane Doe say about Poland?";
    private static final String AT_ALL = "What does Jane Doe say?";

    private final Answerer answerer = mock(Answerer.class);
    private final List<Question> checked = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private final RelatedQuestions related = new RelatedQuestions(answerer, later::add);
    private Set<String> answered = Set.of(ABOUT_LONDON, ABOUT_POLAND, AT_ALL);

    @BeforeEach
    void answerThese() {
        when(answerer.answer(any())).thenAnswer(call -> answer(call.getArgument(0)));
    }

    private Answer answer(Question question) {
        checked.add(question);
        return answered.contains(question.text())
                ? new Answer.Found(
                        QUOTED,
                        QUOTED.span(),
                        HARBOUR.speakersIn(QUOTED.span()).findFirst().orElseThrow(),
                        0.9)
                : new Answer.Closest(QUOTED, QUOTED.span(), null, 0.5);
    }

    private static Article article(String... paragraphs) {
        List<TextSpan> places = new ArrayList<>();
        int start = 0;
        for (String paragraph : paragraphs) {
            places.add(new TextSpan(start, start + paragraph.length()));
            start += paragraph.length() + 2;
        }
        return new ArticleReader()
                .read(
                        "harbour",
                        Publication.titled("A harbour").in(Locale.ENGLISH),
                        String.join("\n\n", paragraphs),
                        places);
    }

    private List<String> offered(Question asked) {
        return related.near(asked, new Answer.NotFound(List.of(QUOTED), 0.1, 1, 2)).stream()
                .map(Related::text)
                .toList();
    }

    private void finishChecks() {
        List.copyOf(later).forEach(Runnable::run);
        later.clear();
    }

    @Test
    void whatIsNotYetKnownIsCheckedLaterAndNotOffered() {
        assertThat(offered(ASKED)).isEmpty();
        assertThat(checked).isEmpty();

        finishChecks();

        assertThat(offered(ASKED)).containsExactly(ABOUT_LONDON, ABOUT_POLAND);
    }

    @Test
    void onlyWhatIsAnsweredAboveTheGateIsOffered() {
        answered = Set.of(ABOUT_POLAND);
        offered(ASKED);
        finishChecks();

        assertThat(offered(ASKED)).containsExactly(ABOUT_POLAND);
    }

    @Test
    void anArticleIsPreparedWhenItComes() {
        related.prepare(HARBOUR);
        finishChecks();

        assertThat(checked)
                .extracting(Question::text)
                .containsExactlyInAnyOrder(ABOUT_LONDON, ABOUT_POLAND, AT_ALL);
        assertThat(offered(ASKED)).hasSize(2);
        assertThat(later).isEmpty();
    }

    @Test
    void aChatWithAChoiceOfArticlesIsCheckedByItself() {
        related.prepare(HARBOUR);
        finishChecks();
        var chosen = new Question(ASKED.text(), Set.of("harbour"));

        assertThat(offered(chosen)).isEmpty();
        finishChecks();

        assertThat(checked.getLast().articleIds()).containsExactly("harbour");
        assertThat(offered(chosen)).hasSize(2);
    }

    @Test
    void afterAnArticleHasComeNothingOldIsBelieved() {
        related.prepare(HARBOUR);
        finishChecks();
        answered = Set.of();

        related.prepare(article("Gulls nest on roofs."));

        assertThat(offered(ASKED)).isEmpty();
        finishChecks();
        assertThat(offered(ASKED)).isEmpty();
    }

    @Test
    void passageWithoutAWordOfTheQuestionIsNotNear() {
        related.prepare(HARBOUR);
        finishChecks();

        assertThat(offered(Question.of("Who won the football match?"))).isEmpty();
        assertThat(offered(Question.of("What is it about?"))).isEmpty();
    }

    @Test
    void questionIsFoundAgainByItsKeyWhileTheArticleHasIt() {
        related.prepare(HARBOUR);
        finishChecks();
        Related offer =
                related.near(ASKED, new Answer.NotFound(List.of(QUOTED), 0.1, 1, 2)).getFirst();

        assertThat(RelatedQuestions.find(HARBOUR, offer.key())).contains(offer);
        assertThat(RelatedQuestions.find(article("Forty boats came."), offer.key())).isEmpty();
    }
}
