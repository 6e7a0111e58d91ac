package dev.verbatim.evaluation;

import static dev.verbatim.evaluation.Tea.HOT;
import static dev.verbatim.evaluation.Tea.LEAF;
import static dev.verbatim.evaluation.Tea.MILK;
import static dev.verbatim.evaluation.Tea.SOURCES;
import static dev.verbatim.evaluation.Tea.TEXT;
import static dev.verbatim.evaluation.Tea.candidate;
import static dev.verbatim.evaluation.Tea.question;
import static dev.verbatim.evaluation.Tea.trial;
import static dev.verbatim.evaluation.Tea.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Passage;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerbatimCheckTest {

    @Test
    void whatIsShownFromTheSourceIsWordForWord() {
        var evaluatedQuestion = trial(question(0), verdict(HOT, 1, LEAF.to(HOT), MILK));

        assertThat(VerbatimCheck.share(List.of(evaluatedQuestion), SOURCES)).hasValue(1);
    }

    @Test
    void oneChangedCharacterIsNoticed() {
        var changed = Tea.article(TEXT.replace("leaf", "leek"));
        var decision =
                verdict(
                        List.of(
                                candidate(new Passage(changed, 1, LEAF), 2),
                                candidate(new Passage(changed, 1, HOT), 1)),
                        null,
                        1);

        var share = VerbatimCheck.share(List.of(trial(question(0), decision)), SOURCES);

        assertThat(share).hasValue(0.5);
    }

    @Test
    void anEmphasisOutsideOfThePassageIsNoticed() {
        var evaluatedQuestion = trial(question(0), verdict(MILK, 1, LEAF));

        assertThat(VerbatimCheck.share(List.of(evaluatedQuestion), SOURCES)).hasValue(0.5);
    }

    @Test
    void whereNothingIsShownThereIsNoShare() {
        var evaluatedQuestion = trial(question(), verdict(null, 0));

        assertThat(VerbatimCheck.share(List.of(evaluatedQuestion), SOURCES)).isEmpty();
    }
}
