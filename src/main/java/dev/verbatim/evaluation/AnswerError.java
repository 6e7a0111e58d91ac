package dev.verbatim.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.verbatim.answer.AnswerDecision;
import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import dev.verbatim.evaluation.EvaluatedQuestion.ParagraphRanking;
import dev.verbatim.evaluation.QuestionSet.ArticleSet;
import dev.verbatim.evaluation.SourceQuestion.SourceAnswer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A question that isn't answered as it should be, as a JSON object for reading: what was expected,
/// and what came.
///
/// @param confidence that the first passage answers
record AnswerError(String question, Kind error, Expected expected, Got got, double confidence) {

    /// A kind of error.
    enum Kind {
        /// The articles don't answer, and a passage is shown as the answer.
        @JsonProperty("false-answer")
        FALSE_ANSWER,
        /// The first passage is in no paragraph that answers.
        @JsonProperty("wrong-paragraph")
        WRONG_PARAGRAPH,
        /// The paragraph is right, and the emphasized sentence isn't.
        @JsonProperty("wrong-sentence")
        WRONG_SENTENCE,
        /// The articles answer, and no passage is shown as the answer.
        @JsonProperty("not-answered")
        NOT_ANSWERED
    }

    /// What the set says.
    ///
    /// @param paragraphs from 0, as in the set
    record Expected(
            boolean answerable,
            String articleId,
            Collection<Integer> paragraphs,
            List<String> answers) {}

    /// What the user would be shown, or the first passage when nothing is shown.
    ///
    /// @param paragraph from 0, as in the set
    record Got(
            AnswerDecision.Outcome outcome,
            @Nullable String articleId,
            @Nullable Integer paragraph,
            @Nullable String passage,
            @Nullable String emphasis) {}

    /// Empty when the question is answered as it should be.
    static Optional<AnswerError> of(EvaluatedQuestion evaluated, ArticleSet articles) {
        return kind(evaluated, articles)
                .map(
                        kind ->
                                new AnswerError(
                                        evaluated.question().text(),
                                        kind,
                                        expected(evaluated),
                                        got(evaluated.decision(), articles),
                                        evaluated.decision().confidence()));
    }

    private static Optional<Kind> kind(EvaluatedQuestion evaluated, ArticleSet articles) {
        boolean answered = evaluated.decision().answered();
        if (!evaluated.answerable()) {
            return answered ? Optional.of(Kind.FALSE_ANSWER) : Optional.empty();
        }
        if (!evaluated.question().paragraphs().isEmpty()
                && !ParagraphRanking.of(evaluated, articles).hitWithin(1)) {
            return Optional.of(Kind.WRONG_PARAGRAPH);
        }
        if (!evaluated.sentenceIsRight(articles).orElse(true)) {
            return Optional.of(Kind.WRONG_SENTENCE);
        }
        return answered ? Optional.empty() : Optional.of(Kind.NOT_ANSWERED);
    }

    private static Expected expected(EvaluatedQuestion evaluated) {
        SourceQuestion question = evaluated.question();
        return new Expected(
                evaluated.answerable(),
                question.articleId(),
                question.paragraphs().stream().sorted().toList(),
                question.answers().stream().map(SourceAnswer::text).toList());
    }

    private static Got got(AnswerDecision decision, ArticleSet articles) {
        if (decision.candidates().isEmpty()) {
            return new Got(decision.outcome(), null, null, null, null);
        }
        Passage passage = decision.candidates().getFirst().passage();
        TextSpan emphasis = decision.emphasis();
        return new Got(
                decision.outcome(),
                passage.article().id(),
                articles.sourceOf(passage).paragraphAt(passage.span()),
                passage.text(),
                emphasis == null ? null : emphasis.of(passage.article().text()));
    }
}
