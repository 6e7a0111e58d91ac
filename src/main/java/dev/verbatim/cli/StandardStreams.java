package dev.verbatim.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;

/// The streams that a command reads and writes. Always UTF-8, whatever the locale of the system: an
/// article's words must not turn into question marks.
record StandardStreams(BufferedReader in, PrintStream out, PrintStream err) {

    /// The streams of the process. From now on everything else that prints to standard output, such
    /// as the log, goes to standard error instead.
    static StandardStreams forProcess() {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        System.setOut(err);
        System.setErr(err);
        return new StandardStreams(
                new BufferedReader(new InputStreamReader(System.in, UTF_8)), out, err);
    }
}
