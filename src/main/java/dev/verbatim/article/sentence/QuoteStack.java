package dev.verbatim.article.sentence;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/// The marks of a paragraph that are open at a place, the innermost on top. How many there are of
/// each family is counted along, so that a mark without a partner isn't looked for through all.
final class QuoteStack {

    record Mark(QuoteStyle family, char character, int start) {}

    private final Deque<Mark> marks = new ArrayDeque<>();
    private final Map<QuoteStyle, Integer> counts = new EnumMap<>(QuoteStyle.class);

    void open(Mark mark) {
        marks.push(mark);
        counts.merge(mark.family(), 1, Integer::sum);
    }

    /// Where the innermost open mark of the family starts, -1 when there is none. It is open no
    /// longer, and nothing inside it is.
    int close(QuoteStyle family) {
        while (isOpen(family)) {
            Mark mark = marks.pop();
            counts.merge(mark.family(), -1, Integer::sum);
            if (mark.family() == family) {
                return mark.start();
            }
        }
        return -1;
    }

    boolean isOpen(QuoteStyle family) {
        return counts.getOrDefault(family, 0) > 0;
    }

    boolean isInnermost(QuoteStyle family) {
        Mark top = marks.peek();
        return top != null && top.family() == family;
    }

    boolean isInnermost(QuoteStyle family, char character) {
        Mark top = marks.peek();
        return top != null && top.family() == family && top.character() == character;
    }

    /// The outermost mark that may open a quotation over several paragraphs, or -1.
    int firstLeftOpen() {
        return marks.reversed().stream()
                .filter(
                        mark ->
                                mark.family() == QuoteStyle.DOUBLE
                                        || mark.family() == QuoteStyle.GUILLEMETS)
                .mapToInt(Mark::start)
                .findFirst()
                .orElse(-1);
    }
}
