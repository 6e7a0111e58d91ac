package dev.verbatim.article.sentence;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A stack of the quotation marks that are open at a place, the innermost on top. It counts the
/// open marks of each style, so that a mark without a partner causes no search through all of them.
final class QuoteStack {

    record Mark(Style style, char character, int start) {}

    /// A style of quotation marks, whose marks can be each other's partner. Which side they are on
    /// is another question: the same mark opens in one language and closes in the next.
    enum Style {
        DOUBLE,
        SINGLE,
        GUILLEMETS,
        SINGLE_GUILLEMETS,
        CORNERS;

        /// Missing for a character that is no mark.
        static @Nullable Style of(char c) {
            return switch (c) {
                case '“', '”', '„', '‟', '"', '＂' -> DOUBLE;
                case '‘', '’', '‚', '‛', '\'' -> SINGLE;
                case '«', '»' -> GUILLEMETS;
                case '‹', '›' -> SINGLE_GUILLEMETS;
                case '「', '」', '『', '』' -> CORNERS;
                default -> null;
            };
        }
    }

    private final Deque<Mark> marks = new ArrayDeque<>();
    private final Map<Style, Integer> counts = new EnumMap<>(Style.class);

    void open(Mark mark) {
        marks.push(mark);
        counts.merge(mark.style(), 1, Integer::sum);
    }

    /// Closes the innermost open mark of the style and everything inside it.
    ///
    /// @return where the mark starts, -1 when none is open
    int close(Style style) {
        while (isOpen(style)) {
            Mark mark = marks.pop();
            counts.merge(mark.style(), -1, Integer::sum);
            if (mark.style() == style) {
                return mark.start();
            }
        }
        return -1;
    }

    boolean isOpen(Style style) {
        return counts.getOrDefault(style, 0) > 0;
    }

    boolean isInnermost(Style style) {
        Mark top = marks.peek();
        return top != null && top.style() == style;
    }

    boolean isInnermost(Style style, char character) {
        Mark top = marks.peek();
        return top != null && top.style() == style && top.character() == character;
    }

    /// The outermost open mark that may start a quotation over several paragraphs, or -1.
    int firstLeftOpen() {
        return marks.reversed().stream()
                .filter(mark -> mark.style() == Style.DOUBLE || mark.style() == Style.GUILLEMETS)
                .mapToInt(Mark::start)
                .findFirst()
                .orElse(-1);
    }
}
