/// The commands `ask`, `summary`, `catchup`, `replay` and `evaluate`, for editors, scripts and
/// checks, and `backup` and `restore`, for whoever runs the bot.
///
/// Start at [CommandLineInterface]. This is the only package that writes to standard output, and
/// nothing else goes there: logs, and what libraries print, go to standard error, so that the
/// output of `--json` can be piped. The caller of [CommandLineInterface] says how to start the
/// application, which happens only when a command needs it: `--help` has no reason to open an
/// index.
@NullMarked
package dev.verbatim.cli;

import org.jspecify.annotations.NullMarked;
