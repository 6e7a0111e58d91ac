package dev.verbatim.article.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.JavaCommand;
import dev.verbatim.article.library.ArticleReader.ReadResult;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Files of 5 MB that were made to break parsers, read by a process with a small heap that ends
/// when it runs out of memory.
@Execution(ExecutionMode.CONCURRENT)
class ParsingLimitsIT {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    @TempDir Path folder;

    @Test
    void aFileMadeToBreakParsersTakesLittleMemoryAndTime() throws Exception {
        List<String> outcomes = readWithSmallHeap();

        assertThat(outcomes).hasSameSizeAs(Attacks.files().keySet());
        assertThat(outcomes)
                .allSatisfy(
                        outcome ->
                                assertThat(Long.parseLong(outcome.substring(0, 9).strip()))
                                        .as(outcome)
                                        .isLessThan(LONGEST.toMillis()));
    }

    @Test
    void aLineOfMarksIsRefusedWithItsLine() throws IOException {
        for (String mark : List.of("[", "*", ">", "`", "- ", "[a](b ", "\"", "<div>", "a ")) {
            Path file = folder.resolve("attack.md");
            Files.writeString(file, "# Title\n\nIt is open.\n\na" + Attacks.repeated(mark));

            assertThat(new ArticleReader().read(folder, file))
                    .isInstanceOfSatisfying(
                            ReadResult.Refused.class,
                            refused ->
                                    assertThat(refused.error().toString())
                                            .startsWith("attack.md line 5: "));
        }
    }

    private List<String> readWithSmallHeap() throws Exception {
        Path output = folder.resolve("output.txt");
        Process process =
                new ProcessBuilder(
                                JavaCommand.of(
                                        List.of("-Xmx256m", "-XX:+ExitOnOutOfMemoryError"),
                                        Attacks.class,
                                        folder.toString()))
                        .redirectOutput(output.toFile())
                        .redirectError(folder.resolve("errors.txt").toFile())
                        .start();
        int exit = process.waitFor();
        List<String> outcomes = Files.readAllLines(output, StandardCharsets.UTF_8);
        assertThat(exit).as("the last one read: %s", outcomes).isZero();
        return outcomes;
    }

    /// A program that reads the files one after the other, and prints for each the milliseconds of
    /// processor time and the outcome.
    static final class Attacks {

        private static final int SIZE = 4_900_000;
        private static final int PARAGRAPH = 200_000;
        private static final int TAGS = 95_000;

        private static final List<String> MARKDOWN =
                List.of(
                        "[",
                        "[a](b ",
                        "*",
                        "a**b ",
                        "`",
                        ">",
                        "- ",
                        "<div>",
                        "<!-- >",
                        "\"",
                        "a ",
                        "a\n",
                        "A. ",
                        "Jane Doe said, ");

        private static final List<String> HTML =
                List.of(
                        "<div>",
                        "<div class=ad>a</div>",
                        "<h1>Title</h1>",
                        "<p><b id=x>",
                        "<table><tr><td>",
                        "<a href=x>",
                        "<script>",
                        "a ");

        private Attacks() {}

        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            var reader = new ArticleReader();
            for (Map.Entry<String, Supplier<String>> attack : files().entrySet()) {
                String extension = attack.getKey().substring(0, attack.getKey().indexOf(' '));
                Path file = folder.resolve("attack." + extension);
                Files.writeString(file, attack.getValue().get());
                long start = cpuMillis();
                ReadResult result = reader.read(folder, file);
                System.out.printf(
                        "%9d %s %s%n",
                        cpuMillis() - start, result.getClass().getSimpleName(), attack.getKey());
            }
        }

        private static long cpuMillis() {
            long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            return Duration.ofNanos(nanos).toMillis();
        }

        /// What makes each file, by its extension and a description on one line.
        static Map<String, Supplier<String>> files() {
            Map<String, Supplier<String>> files = new LinkedHashMap<>();
            for (String part : MARKDOWN) {
                String name = part.replace("\n", "\\n");
                files.put("md whole " + name, () -> "# Title\n\nOpen.\n\na" + repeated(part));
                files.put("md below " + name, () -> "# Title\n\nOpen.\n\n" + belowLimits(part));
                files.put("txt whole " + name, () -> "Title\n\nOpen.\n" + repeated(part));
                files.put("txt below " + name, () -> "Title\n\nOpen.\n" + belowLimits(part));
            }
            for (String part : HTML) {
                files.put("html whole " + part, () -> page(repeated(part)));
                int tags = Math.max(1, (int) part.chars().filter(one -> one == '<').count());
                files.put("html below " + part, () -> page(part.repeat(TAGS / tags)));
            }
            return files;
        }

        private static String page(String body) {
            return "<title>Title</title><p>It is open.</p>" + body;
        }

        static String repeated(String part) {
            return part.repeat(SIZE / part.length());
        }

        /// Paragraphs that are long, and not too long, each.
        private static String belowLimits(String part) {
            String paragraph = part.repeat(PARAGRAPH / part.length()) + "\n\na";
            return paragraph.repeat(SIZE / paragraph.length());
        }
    }
}
