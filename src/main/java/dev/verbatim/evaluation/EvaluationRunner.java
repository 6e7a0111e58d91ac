package dev.verbatim.evaluation;

import dev.verbatim.answer.AnswerDecision;
import dev.verbatim.evaluation.Evaluation.Scope;
import dev.verbatim.retrieval.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A runner that asks the questions of a set one after the other and measures the time of each.
///
/// @param answerer under evaluation
record EvaluationRunner(
        Scope scope, ArticleSet articleSet, Function<Question, AnswerDecision> answerer) {

    private static final Logger LOG = LoggerFactory.getLogger(EvaluationRunner.class);
    private static final int LOG_INTERVAL = 200;

    List<EvaluatedQuestion> ask(List<SourceQuestion> questions) {
        List<EvaluatedQuestion> evaluated = new ArrayList<>();
        for (SourceQuestion question : questions) {
            evaluated.add(ask(question));
            if (evaluated.size() % LOG_INTERVAL == 0) {
                LOG.info("asked {} of {} questions", evaluated.size(), questions.size());
            }
        }
        return evaluated;
    }

    private EvaluatedQuestion ask(SourceQuestion question) {
        Question asked = new Question(question.text(), scope.of(question));
        long start = System.nanoTime();
        AnswerDecision decision = answerer.apply(asked);
        long nanos = System.nanoTime() - start;
        return new EvaluatedQuestion(question, isAnswerable(question), decision, nanos);
    }

    // An article that isn't indexed can't answer: the question is off topic.
    private boolean isAnswerable(SourceQuestion question) {
        return question.answerable() && articleSet.contains(question.articleId());
    }
}
