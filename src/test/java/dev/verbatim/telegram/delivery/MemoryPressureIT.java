package dev.verbatim.telegram.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.JavaCommand;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.StoreFile;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A question that takes all memory ends the process, as every recipe has it, and whoever starts it
/// again serves everybody else.
class MemoryPressureIT {

    private static final int OUT_OF_MEMORY = 3;

    @TempDir Path data;

    private TelegramDriver server;

    @BeforeEach
    void listen() throws IOException {
        server = RunningBot.server();
        StoreFile.in(data).close();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    @Timeout(300)
    void aQuestionThatTakesAllMemoryIsGivenUpAndTheOthersAreAnswered()
            throws IOException, InterruptedException {
        server.write(RunningBot.ANN, HungryBot.FEAST);
        server.write(RunningBot.BEN, "What did Smith say?");

        int ends = 0;
        Process bot = start();
        while (!isAllDone()) {
            if (bot.waitFor(100, TimeUnit.MILLISECONDS)) {
                assertThat(bot.exitValue()).isEqualTo(OUT_OF_MEMORY);
                ends++;
                bot = start();
            }
        }

        assertThat(ends).isBetween(CrashRecovery.ATTEMPTS, CrashRecovery.ATTEMPTS + 1);
        bot.outputWriter().close();
        assertThat(bot.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(server.botTexts(RunningBot.ANN)).containsExactly("FAILED");
    }

    private boolean isAllDone() {
        return server.botTexts(RunningBot.ANN).contains("FAILED")
                && server.botTexts(RunningBot.BEN).size() == 1;
    }

    private Process start() throws IOException {
        List<String> options =
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Xmx64m");
        return new ProcessBuilder(
                        JavaCommand.of(options, HungryBot.class, server.address(), data.toString()))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
    }
}
