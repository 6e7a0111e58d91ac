package dev.verbatim.benchmark;

import dev.verbatim.LaunchedBot;
import dev.verbatim.Verbatim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/// The bot as it is started, on a small machine: how soon it answers, and how much memory it has
/// when a thousand people have asked.
public final class WholeBot {

    private static final int PEOPLE = 1_000;

    private WholeBot() {}

    /// Measures, and says what it saw.
    ///
    /// @param data has an index of the articles, or the vectors that one can be made of
    /// @param content the articles, as files
    public static void measure(Path data, Path content, Splicer splicer)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        var java = OwnProcess.onSmallMachine(Verbatim.class, "--verbatim.content-dir=" + content);
        try (LaunchedBot bot = new LaunchedBot(java.command(), data)) {
            bot.ask(1, splicer.question(1));
            long millis = (System.nanoTime() - start) / 1_000_000;
            say("  first answer     %,8d ms after the start", millis);
            for (int person = 2; person <= PEOPLE; person++) {
                bot.ask(person, splicer.question(person)); // each once, or they would have to wait
            }
            sayMemory(bot.pid());
        }
    }

    /// Linux says how much is resident; elsewhere nothing is reported.
    private static void sayMemory(long pid) throws IOException {
        Path status = Path.of("/proc", String.valueOf(pid), "status");
        if (Files.exists(status)) {
            try (Stream<String> lines = Files.lines(status)) {
                lines.filter(line -> line.startsWith("VmRSS") || line.startsWith("Rss"))
                        .forEach(line -> say("  %s", line));
            }
        }
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
