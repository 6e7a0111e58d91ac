/// `ask`, `summary` and `evaluate` on the command line, for editors, scripts and checks.
///
/// The door is [CommandLineInterface]. The only package that writes to standard output, and nothing
/// else goes there: logs, and whatever a library prints, go to standard error, so the output of
/// `--json` can be piped. The application is started by whoever makes the door, and only when a
/// command needs it: `--help` has no reason to open an index.
@NullMarked
package dev.verbatim.cli;

import org.jspecify.annotations.NullMarked;
