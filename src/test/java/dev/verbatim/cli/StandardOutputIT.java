package dev.verbatim.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.JavaCommand;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/// In a process of its own, because there is one standard output a process.
class StandardOutputIT {

    @Test
    void otherOutputGoesToStandardError() throws IOException {
        Process process = start("ask", "--json", "Who?");

        assertThat(process.inputReader(UTF_8).readAllAsString()).isEmpty();
        assertThat(process.errorReader(UTF_8).readAllAsString())
                .isEqualTo("chatter\njava.lang.IllegalStateException: no application\n");
    }

    @Test
    void commandOutputGoesToStandardOutput() throws IOException {
        Process process = start("--version");

        assertThat(process.inputReader(UTF_8).readAllAsString()).startsWith("Verbatim ");
        assertThat(process.errorReader(UTF_8).readAllAsString()).isEmpty();
    }

    private static Process start(String... arguments) throws IOException {
        return new ProcessBuilder(JavaCommand.of(List.of(), Talkative.class, arguments)).start();
    }

    /// A program whose application prints while it starts, and fails.
    static final class Talkative {

        private Talkative() {}

        public static void main(String[] arguments) {
            System.exit(CommandLineInterface.forProcess(_ -> fail()).run(arguments));
        }

        private static ConfigurableApplicationContext fail() {
            System.out.println("chatter");
            throw new IllegalStateException("no application");
        }
    }
}
