package dev.verbatim.evaluation;

import static dev.verbatim.evaluation.EvaluationFixture.ARTICLES;
import static dev.verbatim.evaluation.EvaluationFixture.CUPS;
import static dev.verbatim.evaluation.EvaluationFixture.HOT;
import static dev.verbatim.evaluation.EvaluationFixture.LEAF;
import static dev.verbatim.evaluation.EvaluationFixture.MILK;
import static dev.verbatim.evaluation.EvaluationFixture.decision;
import static dev.verbatim.evaluation.EvaluationFixture.evaluated;
import static dev.verbatim.evaluation.EvaluationFixture.question;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.AnswerDecision;
import dev.verbatim.article.TextSpan;
import dev.verbatim.evaluation.AnswerError.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnswerErrorTest {

    private static final TextSpan FIRST = LEAF.to(HOT);

    @Test
    void rightAnswersAndHonestNosAreNoErrors() {
        assertThat(error(question(0), decision(LEAF, 0.9, FIRST))).isEmpty();
        assertThat(error(question(), decision(LEAF, 0.1, FIRST))).isEmpty();
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(error(question(0), decision(MILK, 0.9, MILK))).contains(Kind.WRONG_PARAGRAPH);
        assertThat(error(question(0), decision(HOT, 0.9, FIRST))).contains(Kind.WRONG_SENTENCE);
        assertThat(error(question(0), decision(LEAF, 0.1, FIRST))).contains(Kind.NOT_ANSWERED);
        assertThat(error(question(), decision(CUPS, 0.9, CUPS))).contains(Kind.FALSE_ANSWER);
    }

    @Test
    void hasWhatWasExpectedAndWhatCame() {
        AnswerError error =
                AnswerError.of(evaluated(question(0), decision(MILK, 0.9, MILK)), ARTICLES)
                        .orElseThrow();

        assertThat(error.question()).isEqualTo("What is tea?");
        assertThat(error.expected().paragraphs()).containsExactly(0);
        assertThat(error.expected().answers()).containsExactly("leaf");
        assertThat(error.got().paragraph()).isEqualTo(1);
        assertThat(error.got().emphasis()).isEqualTo("Milk goes last.");
        assertThat(error.confidence()).isEqualTo(0.9);
    }

    @Test
    void withoutGoldOnlyAbstentionCounts() {
        var anywhere = new SourceQuestion("What is tea?", "", true, Set.of(), List.of());
        var report =
                EvaluationReport.Answers.of(
                        List.of(evaluated(anywhere, decision(MILK, 0.9, MILK))), ARTICLES);

        assertThat(error(anywhere, decision(MILK, 0.9, MILK))).isEmpty();
        assertThat(report.retrieval().recallAt1()).isEmpty();
        assertThat(report.retrieval().ndcgAt10()).isEmpty();
        assertThat(report.abstention().answeredShare()).hasValue(1);
    }

    private static Optional<Kind> error(SourceQuestion question, AnswerDecision decision) {
        return AnswerError.of(evaluated(question, decision), ARTICLES).map(AnswerError::error);
    }
}
