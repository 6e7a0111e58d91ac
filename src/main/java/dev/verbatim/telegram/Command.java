package dev.verbatim.telegram;

import java.util.Arrays;
import java.util.Locale;

/// The commands.
enum Command {
    START,
    HELP,
    ARTICLES,
    /// Any that we don't have.
    UNKNOWN;

    /// The command that somebody typed.
    ///
    /// @param name without the slash, in any case
    static Command named(String name) {
        return Arrays.stream(values())
                .filter(command -> command.word().equals(name.toLowerCase(Locale.ROOT)))
                .findAny()
                .orElse(UNKNOWN);
    }

    /// As it is typed, without the slash.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
