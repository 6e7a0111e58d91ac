package dev.verbatim.evaluation;

import static dev.verbatim.evaluation.Tea.LEAF;
import static dev.verbatim.evaluation.Tea.SOURCES;
import static dev.verbatim.evaluation.Tea.question;
import static dev.verbatim.evaluation.Tea.ranking;
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
    void everyQuestionIsAskedAsItIsWritten() {
        examination(Scope.ALL, SOURCES).of(List.of(question(0), question()));

        assertThat(asked).containsExactly(Question.of("What is tea?"), Question.of("What is tea?"));
    }

    @Test
    void inTheScopeOfAnArticleOnlyItsOwnArticleIsSearched() {
        examination(Scope.ARTICLE, SOURCES).of(List.of(question(0)));

        assertThat(asked.getFirst().articleIds()).isEqualTo(Set.of("tea"));
    }

    @Test
    void aQuestionAboutAnArticleThatIsNotIndexedIsNotAnswerable() {
        var nothing = new ArticleSet(List.of());

        var trials = examination(Scope.ALL, nothing).of(List.of(question(0)));

        assertThat(trials.getFirst().answerable()).isFalse();
    }

    private EvaluationRunner examination(Scope scope, ArticleSet articleSet) {
        return new EvaluationRunner(
                scope,
                articleSet,
                question -> {
                    asked.add(question);
                    return ranking(LEAF);
                });
    }
}
