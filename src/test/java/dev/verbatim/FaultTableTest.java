package dev.verbatim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The table of faults in the manual is about tests that there are.
class FaultTableTest {

    private static final Path PAGE = Path.of("src/site/markdown/faults.md");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\|");

    @Test
    void everyFaultIsInTheTable() throws IOException {
        assertThat(ROW.matcher(Files.readString(PAGE)).results().map(row -> row.group(1)))
                .isEqualTo(IntStream.rangeClosed(1, 36).mapToObj(String::valueOf).toList());
    }

    @Test
    void everyTestInTheTableExists() throws IOException {
        List<Path> tests;
        try (Stream<Path> files = Files.walk(TESTS)) {
            tests = files.filter(file -> file.toString().endsWith(".java")).toList();
        }

        assertThat(TEST.matcher(Files.readString(PAGE)).results())
                .isNotEmpty()
                .allMatch(named -> tests.stream().anyMatch(file -> has(file, named)));
    }

    private static boolean has(Path file, MatchResult named) {
        return file.endsWith(named.group(1) + ".java")
                && read(file).contains("void " + named.group(2) + "(");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
