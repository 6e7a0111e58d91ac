package dev.verbatim.cli;

import dev.verbatim.article.TextSpan;
import java.io.Console;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/// The capabilities of the output: a terminal or a pipe.
///
/// @param width characters on a line; a pipe gets every passage as one line
/// @param bold whether emphasis can be shown; false when `NO_COLOR` is set
record TerminalStyle(boolean terminal, int width, boolean bold) {

    static final TerminalStyle PIPE = new TerminalStyle(false, Integer.MAX_VALUE, false);

    static TerminalStyle forProcess() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
                ? new TerminalStyle(true, columns(), Ansi.AUTO.enabled())
                : PIPE;
    }

    // Picocli can ask the terminal of each system.
    private static int columns() {
        return new CommandLine(new EmptyCommand())
                .setUsageHelpAutoWidth(true)
                .getCommandSpec()
                .usageMessage()
                .width();
    }

    /// Breaks a text into lines where its script allows it, and returns their spans. Only blanks at
    /// the breaks are left out; a word longer than a line stays whole.
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

    /// A command without options, which picocli needs to know the width of the terminal.
    @Command
    private static final class EmptyCommand {}
}
