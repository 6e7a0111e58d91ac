/// `ask` and `evaluate` on the command line, for editors, scripts and checks.
///
/// The door is [CommandLineInterface]. The only package that writes to standard output, and nothing
/// else goes there: logs go to standard error, so the output of `--json` can be piped.
@NullMarked
package dev.verbatim.cli;

import org.jspecify.annotations.NullMarked;
