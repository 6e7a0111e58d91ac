package dev.verbatim.evaluation;

import static dev.verbatim.evaluation.EvaluationFixture.ARTICLES;
import static dev.verbatim.evaluation.EvaluationFixture.LEAF;
import static dev.verbatim.evaluation.EvaluationFixture.question;
import static dev.verbatim.evaluation.EvaluationFixture.ranking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.evaluation.Evaluation.Scope;
import dev.verbatim.evaluation.QuestionSet.ArticleSet;
import dev.verbatim.retrieval.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AskedQuestionSetTest {

    private final List<Question> asked = new ArrayList<>();

    @Test
    void asksEveryQuestionAsWritten() {
        ask(Scope.ALL, ARTICLES, question(0), question());

        assertThat(asked).containsExactly(Question.of("What is tea?"), Question.of("What is tea?"));
    }

    @Test
    void articleScopeSearchesOnlyOwnArticle() {
        ask(Scope.ARTICLE, ARTICLES, question(0));

        assertThat(asked.getFirst().articleIds()).isEqualTo(Set.of("tea"));
    }

    @Test
    void questionAboutUnindexedArticleIsNotAnswerable() {
        var nothing = new ArticleSet(List.of());

        var evaluated = ask(Scope.ALL, nothing, question(0));

        assertThat(evaluated.getFirst().answerable()).isFalse();
    }

    private List<EvaluatedQuestion> ask(
            Scope scope, ArticleSet articleSet, SourceQuestion... questions) {
        return new QuestionSet(articleSet, List.of(questions), List.of())
                .ask(
                        scope,
                        question -> {
                            asked.add(question);
                            return ranking(LEAF);
                        });
    }
}
