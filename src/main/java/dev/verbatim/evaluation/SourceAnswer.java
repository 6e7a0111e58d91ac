package dev.verbatim.evaluation;

import dev.verbatim.article.TextSpan;
import dev.verbatim.evaluation.SourceArticle.SourceParagraph;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Words that answer a question, as the set has them.
///
/// @param start offset in the paragraph, if the set gives one
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
        return new SourceAnswer(line.text("text"), line.number("start").orElse(null), paragraph);
    }

    /// Where the answer stands in the article's text: at its offset, or, when the set has none or
    /// the words aren't there, wherever the paragraph has these words. Empty when it hasn't.
    List<TextSpan> placesIn(SourceArticle article) {
        if (text.isEmpty() || paragraph >= article.paragraphs().size()) {
            return List.of();
        }
        SourceParagraph source = article.paragraphs().get(paragraph);
        return offsetsIn(source.text()).stream()
                .map(offset -> new TextSpan(offset, offset + text.length()).shifted(source.start()))
                .toList();
    }

    private List<Integer> offsetsIn(String paragraph) {
        if (start == null) {
            return occurrences(paragraph);
        }
        return OffsetConverter.where(paragraph, start, text)
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
