package dev.verbatim;

import dev.verbatim.playground.botapi.TelegramDriver;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A bot in a process of its own that serves a simulated Telegram. The store of an earlier one is
/// deleted first, because the simulation numbers its updates from the first again.
public final class LaunchedBot implements AutoCloseable {

    private static final String TOKEN = "123456:for-the-simulation";
    private static final int PATIENCE_MINUTES = 60;

    private final TelegramDriver telegram = new TelegramDriver(TOKEN);
    private final Semaphore answers = new Semaphore(0);
    private final Path data;
    private final Path log;
    private Process process;

    /// @param java what runs the program, without any settings
    /// @param data the bot's folder, and its log's
    public LaunchedBot(List<String> java, Path data) throws IOException {
        telegram.onBotMessage((_, _) -> answers.release());
        this.data = data;
        log = data.resolve("log.txt");
        forgetStore(data);
        process = started(java);
    }

    /// Starts it again after [#stop], with the store as it was left. The simulated Telegram goes
    /// on.
    ///
    /// @param java what runs the program, without any settings
    void start(List<String> java) throws IOException {
        process = started(java);
    }

    private static void forgetStore(Path data) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(data, "verbatim.db*")) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    private Process started(List<String> java) throws IOException {
        List<String> command = new ArrayList<>(java);
        command.add("--server.port=0");
        command.add("--verbatim.data-dir=" + data);
        command.add("--verbatim.telegram.token=" + TOKEN);
        command.add("--verbatim.telegram.api-url=" + telegram.address());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /// Somebody asks, and waits for the bot's message.
    public void ask(long person, String question) throws InterruptedException {
        answers.drainPermits();
        telegram.write(person, question);
        for (int second = 0; second < PATIENCE_MINUTES * 60 && process.isAlive(); second++) {
            if (answers.tryAcquire(1, TimeUnit.SECONDS)) {
                return;
            }
        }
        throw new IllegalStateException("no answer to \"" + question + "\"; see " + log);
    }

    public long pid() {
        return process.pid();
    }

    /// Lets it end as a service would, and waits for that.
    void stop() {
        process.destroy();
        process.onExit().join();
    }

    @Override
    public void close() {
        stop();
        telegram.close();
    }
}
