package dev.verbatim.evaluation;

import dev.verbatim.answer.AnswerDecision;
import dev.verbatim.evaluation.Evaluation.Scope;
import dev.verbatim.retrieval.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks every question of a set, one after the other, with a clock beside it.
///
/// @param judge what is examined
record EvaluationRunner(
        Scope scope, ArticleSet articleSet, Function<Question, AnswerDecision> judge) {

    private static final Logger LOG = LoggerFactory.getLogger(EvaluationRunner.class);
    private static final int SAY_EVERY = 200;

    List<EvaluatedQuestion> of(List<SourceQuestion> questions) {
        List<EvaluatedQuestion> trials = new ArrayList<>();
        for (SourceQuestion question : questions) {
            trials.add(ask(question));
            if (trials.size() % SAY_EVERY == 0) {
                LOG.info("asked {} of {} questions", trials.size(), questions.size());
            }
        }
        return trials;
    }

    private EvaluatedQuestion ask(SourceQuestion question) {
        Question asked = new Question(question.text(), scope.of(question));
        long start = System.nanoTime();
        AnswerDecision decision = judge.apply(asked);
        long nanos = System.nanoTime() - start;
        return new EvaluatedQuestion(question, isAnswerable(question), decision, nanos);
    }

    // What isn't indexed can't answer: a question about it is an off-topic one.
    private boolean isAnswerable(SourceQuestion question) {
        return question.answerable() && articleSet.has(question.articleId());
    }
}
