package dev.verbatim.cli;

import java.io.Console;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/// Where replies are read.
///
/// @param terminal whether a person sits there, and not a pipe
/// @param width characters on a line; a pipe gets passages unbroken, as the strings they are
/// @param bold whether emphasis can be shown; not when `NO_COLOR` is set
record TerminalStyle(boolean terminal, int width, boolean bold) {

    static final TerminalStyle PIPE = new TerminalStyle(false, Integer.MAX_VALUE, false);

    static TerminalStyle forProcess() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
                ? new TerminalStyle(true, columns(), Ansi.AUTO.enabled())
                : PIPE;
    }

    // Picocli knows how to ask each system's terminal.
    private static int columns() {
        return new CommandLine(new Anything())
                .setUsageHelpAutoWidth(true)
                .getCommandSpec()
                .usageMessage()
                .width();
    }

    @Command
    private static final class Anything {}
}
