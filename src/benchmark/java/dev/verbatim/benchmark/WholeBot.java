package dev.verbatim.benchmark;

import dev.verbatim.Verbatim;
import dev.verbatim.telegram.standin.BotApiStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The bot as it is started, in a process of its own that serves a stand-in for Telegram: how soon
/// it answers, and how much memory it has when a thousand people have asked.
public final class WholeBot implements AutoCloseable {

    private static final String TOKEN = "123456:for-the-stand-in";
    private static final int PEOPLE = 1_000;
    private static final long PATIENCE_MINUTES = 60;

    private final BotApiStandIn telegram = new BotApiStandIn(TOKEN);
    private final Semaphore answers = new Semaphore(0);
    private final Splicer splicer;
    private final Process process;

    private WholeBot(Path data, Path content, Splicer splicer) throws IOException {
        this.splicer = splicer;
        telegram.onMessage((_, _) -> answers.release());
        process = started(data, content);
    }

    /// Measures, and says what it saw.
    ///
    /// @param data has an index of the articles, or the vectors that one can be made of
    /// @param content the articles, as files
    public static void measure(Path data, Path content, Splicer splicer)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (WholeBot bot = new WholeBot(data, content, splicer)) {
            bot.ask(0);
            say(
                    "  first answer     %,8d ms after the start",
                    (System.nanoTime() - start) / 1_000_000);
            for (int person = 1; person < PEOPLE; person++) {
                bot.ask(person);
            }
            bot.sayMemory();
        }
    }

    private Process started(Path data, Path content) throws IOException {
        return SmallMachine.running(
                        Verbatim.class,
                        "--server.port=0",
                        "--verbatim.content-dir=" + content,
                        "--verbatim.data-dir=" + data,
                        "--verbatim.telegram.token=" + TOKEN,
                        "--verbatim.telegram.api-url=" + telegram.address())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("bot.log").toFile())
                .start();
    }

    /// Everybody asks once, so nobody is told to wait.
    private void ask(int person) throws InterruptedException {
        telegram.write(person + 1, splicer.question(person));
        if (!answers.tryAcquire(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            throw new IllegalStateException("no answer to question " + person);
        }
    }

    /// Linux says how much is resident; elsewhere nothing is reported.
    private void sayMemory() throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
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

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        telegram.close();
    }
}
