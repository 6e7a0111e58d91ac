package dev.verbatim.evaluation;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Set;

/// A question of a set and where its answer stands.
///
/// @param paragraphs numbers, from 0, of the paragraphs that answer; any of them is right
record SourceQuestion(
        String text,
        String articleId,
        boolean answerable,
        Set<Integer> paragraphs,
        List<SourceAnswer> answers) {

    SourceQuestion {
        paragraphs = Set.copyOf(paragraphs);
        answers = List.copyOf(answers);
    }

    static SourceQuestion from(JsonLinesRecord line) {
        List<SourceAnswer> answers =
                line.objects("answers").stream().map(SourceAnswer::from).toList();
        SourceQuestion question =
                new SourceQuestion(
                        line.text("question"),
                        line.text("article_id"),
                        line.flag("answerable"),
                        goldParagraphs(line, answers),
                        answers);
        if (question.answerable && question.paragraphs.isEmpty()) {
            throw line.unusable(
                    "the question is answerable, but no paragraph is said to answer it",
                    "Write \"gold_paragraph\", or \"answers\" with a \"paragraph_index\"");
        }
        return question;
    }

    private static Set<Integer> goldParagraphs(JsonLinesRecord line, List<SourceAnswer> answers) {
        return line.number("gold_paragraph")
                .map(Set::of)
                .orElseGet(
                        () ->
                                answers.stream()
                                        .map(SourceAnswer::paragraph)
                                        .collect(toUnmodifiableSet()));
    }
}
