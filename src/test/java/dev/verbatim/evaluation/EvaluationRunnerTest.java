package dev.verbatim.evaluation;

import static dev.verbatim.evaluation.EvaluationFixture.ARTICLES;
import static dev.verbatim.evaluation.EvaluationFixture.LEAF;
import static dev.verbatim.evaluation.EvaluationFixture.question;
import static dev.verbatim.evaluation.EvaluationFixture.ranking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.evaluation.Evaluation.Scope;
import dev.verbatim.retrieval.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvaluationRunnerTest {

    private final List<Question> asked = new ArrayList<>();

    @Test
    void asksEveryQuestionAsWritten() {
        runner(Scope.ALL, ARTICLES).ask(List.of(question(0), question()));

        assertThat(asked).containsExactly(Question.of("What is tea?"), Question.of("What is tea?"));
    }

    @Test
    void articleScopeSearchesOnlyOwnArticle() {
        runner(Scope.ARTICLE, ARTICLES).ask(List.of(question(0)));

        assertThat(asked.getFirst().articleIds()).isEqualTo(Set.of("tea"));
    }

    @Test
    void questionAboutUnindexedArticleIsNotAnswerable() {
        var nothing = new ArticleSet(List.of());

        var trials = runner(Scope.ALL, nothing).ask(List.of(question(0)));

        assertThat(trials.getFirst().answerable()).isFalse();
    }

    private EvaluationRunner runner(Scope scope, ArticleSet articleSet) {
        return new EvaluationRunner(
                scope,
                articleSet,
                question -> {
                    asked.add(question);
                    return ranking(LEAF);
                });
    }
}
