package dev.verbatim.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.Answerer;
import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.replay.QuestionLog.Entry;
import dev.verbatim.replay.QuestionLog.Outcome;
import dev.verbatim.replay.Replay.Change;
import dev.verbatim.replay.Replay.Kind;
import dev.verbatim.replay.Replay.Report;
import dev.verbatim.telegram.ArticleFixtures;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final Article ARTICLE =
            ArticleFixtures.paragraphs("bridge", "The bridge", "It is open.", "It is long.");
    private static final Article CORRECTED =
            ArticleFixtures.paragraphs("bridge", "The bridge", "It is closed.", "It is long.");
    private static final Article MOVED =
            ArticleFixtures.paragraphs("bridge", "The bridge", "News.", "It is open.");

    private static Answer found(Article article, int paragraph, double confidence) {
        Passage passage = article.passages().get(paragraph - 1);
        return new Answer.Found(passage, passage.span(), null, confidence);
    }

    private static Answer closest(Article article) {
        Passage passage = article.passages().getFirst();
        return new Answer.Closest(passage, passage.span(), null, 0.4);
    }

    private static Answer none() {
        return new Answer.NotFound(List.of(), 0.1, 1, 2);
    }

    private static Report replay(Answer before, Answer now) {
        var answerer = mock(Answerer.class);
        when(answerer.answer(any())).thenReturn(now);
        var asked =
                new Entry(
                        LocalDate.of(2026, 3, 1),
                        "Is the bridge open?",
                        Outcome.of(before).orElseThrow());
        return new Replay(answerer).run(List.of(asked));
    }

    @Test
    void theSameAnswerIsNoChange() {
        Report report = replay(found(ARTICLE, 1, 0.9), found(ARTICLE, 1, 0.8));

        assertThat(report.questions()).isEqualTo(1);
        assertThat(report.changes()).isEmpty();
        assertThat(report.isWorse()).isFalse();
    }

    @Test
    void anAnswerThatIsGoneIsLost() {
        Report report = replay(found(ARTICLE, 1, 0.9), closest(ARTICLE));

        assertThat(report.changes()).extracting(Change::kind).containsExactly(Kind.LOST);
        assertThat(report.isWorse()).isTrue();
        Change change = report.changes().getFirst();
        assertThat(change.asked().outcome().confidence()).isEqualTo(0.9);
        assertThat(change.outcome().confidence()).isEqualTo(0.4);
    }

    @Test
    void whatWasNoAnswerAndIsOneNowIsNewlyAnswered() {
        Report report = replay(none(), found(ARTICLE, 1, 0.9));

        assertThat(report.of(Kind.NEWLY_ANSWERED)).hasSize(1);
        assertThat(report.isWorse()).isFalse();
    }

    @Test
    void anotherPassageIsAChange() {
        Report report = replay(found(ARTICLE, 1, 0.9), found(ARTICLE, 2, 0.9));

        assertThat(report.of(Kind.OTHER_PASSAGE)).hasSize(1);
        assertThat(report.isWorse()).isTrue();
    }

    @Test
    void aCorrectedOrMovedPassageIsTheSame() {
        assertThat(replay(found(ARTICLE, 1, 0.9), found(CORRECTED, 1, 0.9)).changes()).isEmpty();
        assertThat(replay(found(ARTICLE, 1, 0.9), found(MOVED, 2, 0.9)).changes()).isEmpty();
    }

    @Test
    void whichPassageComesNearestIsNoChange() {
        assertThat(replay(none(), closest(ARTICLE)).changes()).isEmpty();
    }

    @Test
    void aRemarkHasNoOutcome() {
        assertThat(Outcome.of(new Answer.NoQuestion(Answer.Intent.THANKS))).isEmpty();
    }
}
