package dev.verbatim.answer;

import dev.verbatim.article.Passage;
import dev.verbatim.article.TextSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A view of a passage by its lines, for those that are a table or a list.
///
/// @param lines in the order of the text, without blank ones
record PassageLines(Passage passage, List<TextSpan> lines) {

    private static final Pattern LINE = Pattern.compile("[^\\n]+");
    private static final Pattern TABLE_ROW = Pattern.compile("^\\s*+\\|.*");
    private static final Pattern TABLE_RULE = Pattern.compile("[\\s|:-]+");
    private static final Pattern CELL = Pattern.compile("[^|]+");
    private static final Pattern LIST_ITEM =
            Pattern.compile("^\\s*+(?:[-*•–·]|\\p{Nd}{1,3}[.)])\\s.*");

    /// Long enough that endings don't tell words apart: "scorer" and "scored".
    private static final int STEM = 5;

    static PassageLines of(Passage passage) {
        List<TextSpan> lines = new ArrayList<>();
        Matcher matcher = LINE.matcher(passage.text());
        while (matcher.find()) {
            lines.add(new TextSpan(matcher.start(), matcher.end()).shifted(passage.span().start()));
        }
        return new PassageLines(passage, lines);
    }

    /// The row of a table that has most of a question's words, the whole list for a sentence in
    /// one, and any other sentence as it is.
    TextSpan narrow(TextSpan sentence, Utterance question) {
        List<TextSpan> rows = matching(TABLE_ROW);
        if (rows.size() > 2) {
            return rows.stream()
                    .skip(1)
                    .filter(row -> !TABLE_RULE.matcher(text(row)).matches())
                    .max(
                            Comparator.comparingLong((TextSpan row) -> sharedWords(row, question))
                                    .thenComparingLong(row -> wholeCells(row, question)))
                    .orElse(sentence);
        }
        List<TextSpan> items = matching(LIST_ITEM);
        return items.size() > 1 && items.stream().anyMatch(sentence::overlaps)
                ? items.getFirst().to(items.getLast())
                : sentence;
    }

    private List<TextSpan> matching(Pattern pattern) {
        return lines.stream().filter(line -> pattern.matcher(text(line)).matches()).toList();
    }

    private String text(TextSpan span) {
        return span.of(passage.article().text());
    }

    private long sharedWords(TextSpan row, Utterance question) {
        List<String> stems =
                Utterance.of(text(row)).lower().stream().map(PassageLines::stem).toList();
        Phrasebook book = Phrasebook.of(question);
        return book.content(question).lower().stream()
                .map(PassageLines::stem)
                .distinct()
                .filter(stems::contains)
                .count();
    }

    /// How many cells have no other words than the question: "Final", but not "Semi-final".
    private long wholeCells(TextSpan row, Utterance question) {
        return CELL.matcher(text(row))
                .results()
                .map(cell -> Utterance.of(cell.group()).lower())
                .filter(words -> !words.isEmpty() && question.lower().containsAll(words))
                .count();
    }

    private static String stem(String word) {
        return word.substring(0, Math.min(word.length(), STEM));
    }
}
