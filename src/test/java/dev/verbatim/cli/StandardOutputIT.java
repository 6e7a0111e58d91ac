package dev.verbatim.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.JavaCommand;
import dev.verbatim.Verbatim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    @Test
    void refusedArticlesAreToldInALineEachAndTheOthersAnswer(@TempDir Path folder)
            throws Exception {
        Path content = Files.createDirectory(folder.resolve("content"));
        Files.writeString(
                content.resolve("nato.txt"),
                "NATO\n\nNATO ministers meet on Wednesday in Brussels.");
        Files.writeString(content.resolve("a.md"), "---\ndate: 2022-10-12\ntitle: [A]\n---\n\nX.");
        Files.writeString(content.resolve("b.md"), "No title.");

        Process process =
                new ProcessBuilder(
                                JavaCommand.of(
                                        List.of(),
                                        Verbatim.class,
                                        "ask",
                                        "--verbatim.content-dir=" + content,
                                        "--verbatim.data-dir=" + folder.resolve("data"),
                                        "--verbatim.reader.enabled=false",
                                        "When do ministers meet?"))
                        .start();

        assertThat(process.inputReader(UTF_8).readAllAsString())
                .startsWith("NATO ministers meet on Wednesday in Brussels.");
        assertThat(process.errorReader(UTF_8).lines().filter(line -> line.contains("Refused")))
                .hasSize(2)
                .anyMatch(line -> line.contains("a.md line 3"))
                .anyMatch(line -> line.contains("b.md: has no title"));
        assertThat(process.waitFor()).isZero();
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
