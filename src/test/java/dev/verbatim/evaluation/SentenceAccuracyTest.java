package dev.verbatim.evaluation;

import static dev.verbatim.evaluation.Tea.HOT;
import static dev.verbatim.evaluation.Tea.LEAF;
import static dev.verbatim.evaluation.Tea.MILK;
import static dev.verbatim.evaluation.Tea.SOURCES;
import static dev.verbatim.evaluation.Tea.question;
import static dev.verbatim.evaluation.Tea.trial;
import static dev.verbatim.evaluation.Tea.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.TextSpan;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SentenceAccuracyTest {

    private static final TextSpan PARAGRAPH = LEAF.to(HOT);

    @Test
    void theSentenceWithTheAnswerIsRight() {
        var picked = trial(question(0), verdict(LEAF, 1, PARAGRAPH));

        assertThat(SentenceAccuracy.isRight(picked, SOURCES)).contains(true);
    }

    @Test
    void theOtherSentenceIsWrong() {
        var picked = trial(question(0), verdict(HOT, 1, PARAGRAPH));

        assertThat(SentenceAccuracy.isRight(picked, SOURCES)).contains(false);
    }

    @Test
    void whereTheParagraphIsWrongTheSentenceIsNotJudged() {
        var missed = trial(question(0), verdict(MILK, 1, MILK, PARAGRAPH));

        assertThat(SentenceAccuracy.isRight(missed, SOURCES)).isEmpty();
    }

    @Test
    void anAnswerThatTheParagraphDoesNotHaveIsNotJudged() {
        var unknown = new SourceAnswer("coffee", null, 0);
        var question = new SourceQuestion("?", "tea", true, Set.of(0), List.of(unknown));

        var evaluatedQuestion = trial(question, verdict(LEAF, 1, PARAGRAPH));

        assertThat(SentenceAccuracy.isRight(evaluatedQuestion, SOURCES)).isEmpty();
    }

    @Test
    void accuracyIsOverTheJudged() {
        var trials =
                List.of(
                        trial(question(0), verdict(LEAF, 1, PARAGRAPH)),
                        trial(question(0), verdict(HOT, 1, PARAGRAPH)),
                        trial(question(0), verdict(MILK, 1, MILK)));

        assertThat(SentenceAccuracy.accuracy(trials, SOURCES)).hasValue(0.5);
    }
}
