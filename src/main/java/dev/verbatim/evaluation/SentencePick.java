package dev.verbatim.evaluation;

import dev.verbatim.article.TextSpan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Whether the emphasised sentence holds a gold answer.
///
/// Asked only where the right paragraph is on top, since elsewhere no sentence could be right, and
/// only where the answer's words stand in the paragraph, since elsewhere nobody knows the place.
final class SentencePick {

    private SentencePick() {}

    /// The share of right picks.
    static OptionalDouble accuracy(List<Trial> answerable, Sources sources) {
        return answerable.stream()
                .map(trial -> isRight(trial, sources))
                .flatMap(Optional::stream)
                .mapToDouble(right -> right ? 1 : 0)
                .average();
    }

    static Optional<Boolean> isRight(Trial trial, Sources sources) {
        TextSpan emphasis = trial.decision().emphasis();
        if (emphasis == null || !ParagraphRanking.of(trial, sources).hitWithin(1)) {
            return Optional.empty();
        }
        List<TextSpan> gold = goldPlaces(trial, sources);
        return gold.isEmpty()
                ? Optional.empty()
                : Optional.of(gold.stream().anyMatch(emphasis::overlaps));
    }

    private static List<TextSpan> goldPlaces(Trial trial, Sources sources) {
        SourceArticle source = sources.of(trial.decision().ranking().getFirst().passage());
        return trial.question().answers().stream()
                .flatMap(answer -> answer.placesIn(source).stream())
                .toList();
    }
}
