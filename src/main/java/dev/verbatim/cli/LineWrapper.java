package dev.verbatim.cli;

import dev.verbatim.article.TextSpan;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Breaks a text into lines where its script allows it. Nothing but blanks at the breaks is left
/// out; a word longer than a line stays whole.
record LineWrapper(int width) {

    /// The places of the lines in the text.
    List<TextSpan> lines(String text) {
        if (text.length() <= width) {
            return List.of(new TextSpan(0, text.length()));
        }
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        List<TextSpan> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = endOfLine(text, breaks, start);
            lines.add(new TextSpan(start, withoutBlanks(text, start, end)));
            start = end;
        }
        return lines;
    }

    private int endOfLine(String text, BreakIterator breaks, int start) {
        int end = breaks.following(start);
        int next = end;
        while (next != BreakIterator.DONE
                && text.charAt(end - 1) != '\n'
                && withoutBlanks(text, start, next) - start <= width) {
            end = next;
            next = breaks.next();
        }
        return end;
    }

    private static int withoutBlanks(String text, int start, int end) {
        int last = end;
        while (last > start + 1 && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        return last;
    }
}
