package dev.verbatim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The commands of the README, the manual and the build that start the bot.
class RunRecipesTest {

    private static final String EXIT = "-XX:+ExitOnOutOfMemoryError";

    /// The jar without a command, and perhaps a comment behind it.
    private static final Pattern SERVES =
            Pattern.compile("java\\b.*-jar target/verbatim\\.jar\\s*(#.*)?$");

    /// Without it a Java that ran out of memory goes on with some of its threads dead.
    @Test
    void everyCommandThatStartsTheBotEndsItWhenMemoryRunsOut() throws IOException {
        List<String> commands = documents().stream().flatMap(RunRecipesTest::lines).toList();

        assertThat(commands)
                .filteredOn(line -> SERVES.matcher(line.strip()).find())
                .hasSizeGreaterThan(3)
                .allMatch(line -> line.contains(EXIT));
        assertThat(lines(Path.of("pom.xml")))
                .filteredOn(line -> line.contains("<jvmArguments>"))
                .isNotEmpty()
                .allMatch(line -> line.contains(EXIT));
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> manual = Files.list(Path.of("src/site/markdown"))) {
            return Stream.concat(Stream.of(Path.of("README.md")), manual).toList();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
