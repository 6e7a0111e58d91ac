package dev.verbatim;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/// Starts the packaged bot against a stand-in for Telegram and asks it something, so that Java
/// remembers what a start and an answer need: the cache that `mvn -Pfast-start package` makes. No
/// test; it says how soon the first answer came without the cache and with it.
final class Rehearsal {

    private static final int STARTS = 3;
    private static final long ANN = 7;

    private final Path jar;
    private final Path data;
    private final List<String> options;

    private Rehearsal(Path jar, Path data, List<String> options) {
        this.jar = jar;
        this.data = data;
        this.options = options;
    }

    /// Makes the cache.
    ///
    /// @param arguments the packaged program, the cache, a folder to write to, and the options that
    ///   Java will be started with: for some of them, a cache made without isn't taken
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path data = Path.of(arguments[2]);
        FileSystemUtils.deleteRecursively(data);
        Files.createDirectories(data);
        List<String> options = List.of(arguments).subList(3, arguments.length);
        new Rehearsal(Path.of(arguments[0]), data, options).make(Path.of(arguments[1]));
    }

    private void make(Path cache) throws IOException, InterruptedException {
        Files.deleteIfExists(cache);
        try (LaunchedBot bot = new LaunchedBot(command(List.of()), data)) {
            ask(bot); // when it answers, the index and the store have been made
            report(bot, "without the cache", List.of());
            millisToFirstAnswer(bot, List.of("-XX:AOTCacheOutput=" + cache));
            report(bot, "with the cache", List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=on"));
        }
    }

    private void report(LaunchedBot bot, String how, List<String> cache)
            throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (int i = 0; i < STARTS; i++) {
            long millis = millisToFirstAnswer(bot, cache);
            out.printf(Locale.ROOT, "first answer after %,6d ms, %s%n", millis, how);
        }
    }

    /// Without the time that the one before takes to stop.
    private long millisToFirstAnswer(LaunchedBot bot, List<String> cache)
            throws IOException, InterruptedException {
        bot.stop();
        long start = System.nanoTime();
        bot.start(command(cache));
        ask(bot);
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static void ask(LaunchedBot bot) throws InterruptedException {
        bot.ask(ANN, "Who meets in Brussels?");
    }

    private List<String> command(List<String> cache) {
        List<String> program = List.of("-jar", jar.toString());
        return Stream.of(List.of(JavaCommand.java()), cache, options, program)
                .flatMap(List::stream)
                .toList();
    }
}
