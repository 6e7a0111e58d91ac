package dev.verbatim.evaluation;

import dev.verbatim.article.TextSpan;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Whether the emphasised sentence holds a gold answer.
///
/// Asked only where the right paragraph is on top, since elsewhere no sentence could be right, and
/// only where the answer's words stand in the paragraph, since elsewhere nobody knows the place.
final class SentenceAccuracy {

    private SentenceAccuracy() {}

    /// The share of right picks.
    static OptionalDouble accuracy(List<EvaluatedQuestion> answerable, ArticleSet articleSet) {
        return answerable.stream()
                .map(evaluatedQuestion -> isRight(evaluatedQuestion, articleSet))
                .flatMap(Optional::stream)
                .mapToDouble(right -> right ? 1 : 0)
                .average();
    }

    static Optional<Boolean> isRight(EvaluatedQuestion evaluatedQuestion, ArticleSet articleSet) {
        TextSpan emphasis = evaluatedQuestion.decision().emphasis();
        if (emphasis == null || !ParagraphRanking.of(evaluatedQuestion, articleSet).hitWithin(1)) {
            return Optional.empty();
        }
        List<TextSpan> gold = goldPlaces(evaluatedQuestion, articleSet);
        return gold.isEmpty()
                ? Optional.empty()
                : Optional.of(gold.stream().anyMatch(emphasis::overlaps));
    }

    private static List<TextSpan> goldPlaces(
            EvaluatedQuestion evaluatedQuestion, ArticleSet articleSet) {
        SourceArticle source =
                articleSet.of(evaluatedQuestion.decision().candidates().getFirst().passage());
        return evaluatedQuestion.question().answers().stream()
                .flatMap(answer -> answer.placesIn(source).stream())
                .toList();
    }
}
