package dev.verbatim.evaluation;

import static dev.verbatim.evaluation.EvaluationFixture.ARTICLES;
import static dev.verbatim.evaluation.EvaluationFixture.HOT;
import static dev.verbatim.evaluation.EvaluationFixture.LEAF;
import static dev.verbatim.evaluation.EvaluationFixture.MILK;
import static dev.verbatim.evaluation.EvaluationFixture.TEXT;
import static dev.verbatim.evaluation.EvaluationFixture.candidate;
import static dev.verbatim.evaluation.EvaluationFixture.decision;
import static dev.verbatim.evaluation.EvaluationFixture.evaluated;
import static dev.verbatim.evaluation.EvaluationFixture.question;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import dev.verbatim.evaluation.EvaluationReport.Answers;
import dev.verbatim.evaluation.EvaluationReport.Retrieval;
import dev.verbatim.evaluation.SourceQuestion.SourceAnswer;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvaluatedQuestionTest {

    private static final TextSpan PARAGRAPH = LEAF.to(HOT);

    @Test
    void sentenceWithAnswerIsRight() {
        var picked = evaluated(question(0), decision(LEAF, 1, PARAGRAPH));

        assertThat(picked.sentenceIsRight(ARTICLES)).contains(true);
    }

    @Test
    void otherSentenceIsWrong() {
        var picked = evaluated(question(0), decision(HOT, 1, PARAGRAPH));

        assertThat(picked.sentenceIsRight(ARTICLES)).contains(false);
    }

    @Test
    void sentenceOfWrongParagraphIsNotJudged() {
        var missed = evaluated(question(0), decision(MILK, 1, MILK, PARAGRAPH));

        assertThat(missed.sentenceIsRight(ARTICLES)).isEmpty();
    }

    @Test
    void answerMissingFromParagraphIsNotJudged() {
        var unknown = new SourceAnswer("coffee", null, 0);
        var question = new SourceQuestion("?", "tea", true, Set.of(0), List.of(unknown));

        var evaluatedQuestion = evaluated(question, decision(LEAF, 1, PARAGRAPH));

        assertThat(evaluatedQuestion.sentenceIsRight(ARTICLES)).isEmpty();
    }

    @Test
    void accuracyIsOverJudgedSentences() {
        var questions =
                List.of(
                        evaluated(question(0), decision(LEAF, 1, PARAGRAPH)),
                        evaluated(question(0), decision(HOT, 1, PARAGRAPH)),
                        evaluated(question(0), decision(MILK, 1, MILK)));

        assertThat(Retrieval.of(questions, ARTICLES).sentenceAccuracy()).hasValue(0.5);
    }

    @Test
    void unchangedPassagesAreVerbatim() {
        var answered = evaluated(question(0), decision(HOT, 1, PARAGRAPH, MILK));

        assertThat(answered.verbatimChecks(ARTICLES)).containsExactly(true, true, true);
        assertThat(verbatimShare(answered)).hasValue(1);
    }

    @Test
    void detectsOneChangedCharacter() {
        var changed = EvaluationFixture.article(TEXT.replace("leaf", "leek"));
        var decision =
                decision(
                        List.of(
                                candidate(new Passage(changed, 1, LEAF), 2),
                                candidate(new Passage(changed, 1, HOT), 1)),
                        null,
                        1);

        assertThat(verbatimShare(evaluated(question(0), decision))).hasValue(0.5);
    }

    @Test
    void detectsEmphasisOutsideThePassage() {
        assertThat(verbatimShare(evaluated(question(0), decision(MILK, 1, LEAF)))).hasValue(0.5);
    }

    @Test
    void verbatimShareIsEmptyWhenNothingIsShown() {
        assertThat(verbatimShare(evaluated(question(), decision(null, 0)))).isEmpty();
    }

    private static OptionalDouble verbatimShare(EvaluatedQuestion question) {
        return Answers.of(List.of(question), ARTICLES).verbatimShare();
    }
}
