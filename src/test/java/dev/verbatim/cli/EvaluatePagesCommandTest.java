package dev.verbatim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluatePagesCommandTest {

    private final CommandLineFixture commandLine =
            new CommandLineFixture(Map.of(), AnswerFixture.NOT_FOUND);

    @TempDir private Path folder;

    @BeforeEach
    void writePage() throws IOException {
        write(
                "a",
                """
                <title>The bridge</title><meta name="author" content="Ana Šesták">
                <article><p>The bridge across the river is open again.</p></article>\
                """);
        Files.writeString(
                folder.resolve("ground-truth.json"),
                """
                {"a": {"articleBody": "The bridge across the river is open again.\\n\\nCars wait."}}\
                """);
    }

    @Test
    void jsonReportIsOneObjectInDocumentedOrder() {
        var outcome = commandLine.run("evaluate", "pages", folder.toString(), "--json");

        assertThat(outcome.out().strip())
                .isEqualTo(
                        "{\"pages\":1,\"f1\":0.8333333333333333,\"precision\":1.0,"
                                + "\"recall\":0.7142857142857143,\"below50\":0,"
                                + "\"foreignParagraphShare\":0.0,\"withDate\":0,\"withAuthor\":1}");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void refusedPageCountsAsOneOfWhichNothingIsTaken() throws IOException {
        write("a", "<title>The bridge</title>");

        assertThat(commandLine.run("evaluate", "pages", folder.toString(), "--json").out())
                .contains("\"f1\":0.0", "\"below50\":1", "\"foreignParagraphShare\":null");
    }

    @Test
    void longParagraphThatNobodyMarkedIsForeign() throws IOException {
        write(
                "a",
                """
                <title>The bridge</title><p>The bridge across the river is open again.</p>
                <p>The tunnel below the hill has been closed since Monday.</p>\
                """);

        assertThat(commandLine.run("evaluate", "pages", folder.toString(), "--json").out())
                .contains("\"foreignParagraphShare\":0.5");
    }

    @Test
    void reportsMissingPageInOneLine() throws IOException {
        Files.delete(folder.resolve("html/a.html.gz"));

        var outcome = commandLine.run("evaluate", "pages", folder.toString());

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err().strip()).endsWith("a.html.gz does not exist.");
    }

    private void write(String id, String html) throws IOException {
        Path file = Files.createDirectories(folder.resolve("html")).resolve(id + ".html.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(html.getBytes(StandardCharsets.UTF_8));
        }
    }
}
