package dev.verbatim.evaluation;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.verbatim.article.TextSpan;
import dev.verbatim.evaluation.SourceArticle.SourceParagraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A question of a set, with the paragraphs and the words that answer it.
///
/// @param id of the set; empty when it has none
/// @param language code, where the set says it; otherwise empty
/// @param articleId empty when the set doesn't say it
/// @param paragraphs numbers, from 0, of the paragraphs that answer; any of them is right. None for
///   an answerable question means that the set doesn't say which
record SourceQuestion(
        String id,
        String language,
        String text,
        String articleId,
        boolean answerable,
        Set<Integer> paragraphs,
        List<SourceAnswer> answers) {

    SourceQuestion {
        paragraphs = Set.copyOf(paragraphs);
        answers = List.copyOf(answers);
    }

    /// A question without an id in a language that isn't said.
    SourceQuestion(
            String text,
            String articleId,
            boolean answerable,
            Set<Integer> paragraphs,
            List<SourceAnswer> answers) {
        this("", "", text, articleId, answerable, paragraphs, answers);
    }

    /// The same question in the words of another.
    SourceQuestion inWordsOf(SourceQuestion other) {
        return new SourceQuestion(
                id, other.language, other.text, articleId, answerable, paragraphs, answers);
    }

    static SourceQuestion from(JsonLinesRecord line) {
        List<SourceAnswer> answers =
                hasNoGold(line)
                        ? List.of()
                        : line.objects("answers").stream().map(SourceAnswer::from).toList();
        SourceQuestion question =
                new SourceQuestion(
                        line.has("qid") ? line.text("qid") : "",
                        line.has("language") ? line.text("language") : "",
                        line.text("question"),
                        line.has("article_id") ? line.text("article_id") : "",
                        line.flag("answerable"),
                        goldParagraphs(line, answers),
                        answers);
        if (question.answerable && question.paragraphs.isEmpty() && !hasNoGold(line)) {
            throw line.unusable(
                    "the question is answerable, but no paragraph is said to answer it",
                    "Write \"gold_paragraph\", or \"answers\" with a \"paragraph_index\"");
        }
        return question;
    }

    /// Whether a line only says whether the question is answerable, so that only abstention can be
    /// measured.
    private static boolean hasNoGold(JsonLinesRecord line) {
        return line.has("answerable") && !line.has("answers") && !line.has("gold_paragraph");
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

    /// Words that answer the question.
    ///
    /// @param start offset in the paragraph, if the set has one
    /// @param paragraph number from 0
    record SourceAnswer(String text, @Nullable Integer start, int paragraph) {

        static SourceAnswer from(JsonLinesRecord line) {
            int paragraph =
                    line.number("paragraph_index")
                            .or(() -> line.number("gold_paragraph"))
                            .orElseThrow(
                                    () ->
                                            line.unusable(
                                                    "an answer has no \"paragraph_index\"",
                                                    "Write the number, from 0, of its paragraph"));
            return new SourceAnswer(
                    line.text("text"), line.number("start").orElse(null), paragraph);
        }

        /// Where the answer is in the article's text: at its offset or, when the set has none or
        /// the words aren't there, at every occurrence in the paragraph.
        List<TextSpan> spansIn(SourceArticle article) {
            if (text.isEmpty() || paragraph >= article.paragraphs().size()) {
                return List.of();
            }
            SourceParagraph source = article.paragraphs().get(paragraph);
            return offsetsIn(source.text()).stream()
                    .map(at -> new TextSpan(at, at + text.length()).shifted(source.start()))
                    .toList();
        }

        private List<Integer> offsetsIn(String paragraph) {
            if (start == null) {
                return occurrences(paragraph);
            }
            return SourceArticle.OffsetConverter.utf16Offset(paragraph, start, text)
                    .map(List::of)
                    .orElse(occurrences(paragraph));
        }

        private List<Integer> occurrences(String paragraph) {
            List<Integer> offsets = new ArrayList<>();
            int offset = paragraph.indexOf(text);
            while (offset >= 0) {
                offsets.add(offset);
                offset = paragraph.indexOf(text, offset + 1);
            }
            return offsets;
        }
    }
}
