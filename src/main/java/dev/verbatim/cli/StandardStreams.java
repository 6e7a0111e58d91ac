package dev.verbatim.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;

/// What a command reads and writes. UTF-8 whatever the machine's locale says: an article's words
/// must not turn into question marks on their way out.
record StandardStreams(BufferedReader in, PrintStream out, PrintStream err) {

    /// The process's own. From here on whatever else prints to standard output reaches standard
    /// error instead, log lines included.
    static StandardStreams forProcess() {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        System.setOut(err);
        System.setErr(err);
        return new StandardStreams(
                new BufferedReader(new InputStreamReader(System.in, UTF_8)), out, err);
    }
}
