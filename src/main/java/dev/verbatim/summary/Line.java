package dev.verbatim.summary;

import dev.verbatim.article.Article;
import dev.verbatim.article.Paragraph;
import dev.verbatim.article.TextSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A sentence of an article, before it is known whether it can be shown.
///
/// @param number in the article, from 0; the line before has the number before
/// @param paragraph counted from 1
/// @param uncut whether it begins and ends outside of quoted words
record Line(int number, int paragraph, TextSpan span, String text, boolean uncut) {

    // What is compared is every sentence with every other. A longer text, a book's, is summed up by
    // how its paragraphs begin.
    private static final int MOST = 400;

    static List<Line> of(Article article) {
        List<Line> lines = new ArrayList<>();
        for (int number = 1; number <= article.paragraphs().size(); number++) {
            Paragraph paragraph = article.paragraphs().get(number - 1);
            Set<TextSpan> uncut = new HashSet<>(article.uncutSentences(number));
            for (TextSpan span : paragraph.sentences()) {
                String text = span.of(article.text());
                lines.add(new Line(lines.size(), number, span, text, uncut.contains(span)));
            }
        }
        return lines.size() <= MOST ? lines : openings(lines).limit(MOST).toList();
    }

    private static Stream<Line> openings(List<Line> lines) {
        return lines.stream()
                .filter(
                        line ->
                                line.number == 0
                                        || lines.get(line.number - 1).paragraph < line.paragraph);
    }
}
