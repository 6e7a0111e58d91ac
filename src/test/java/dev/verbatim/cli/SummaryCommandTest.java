package dev.verbatim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryCommandTest {

    private static final String OPENED = "The town of Seaham opened its new harbour on Monday.";
    private static final String SAID = "“The boats will come back,” said Mayor Jane Doe.";

    private final CommandLineFixture commandLine =
            new CommandLineFixture(Map.of(), AnswerFixture.NOT_FOUND);

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("harbour.md");
        Files.writeString(
                file,
                "---\ntitle: A harbour\npublisher: The Herald\nlanguage: en\n---\n\n"
                        + OPENED
                        + "\n\n"
                        + SAID
                        + "\n");
    }

    @Test
    void summarizesFileAsJsonWithOffsetsAndSpeakers() {
        var outcome = commandLine.run("summary", file.toString(), "--sentences", "5", "--json");

        assertThat(outcome.out())
                .isEqualTo(
                        "{\"articleId\":\"harbour\",\"title\":\"A harbour\",\"sentences\":["
                                + "{\"text\":\""
                                + OPENED
                                + "\",\"paragraph\":1,\"start\":0,\"end\":52,\"speaker\":null},"
                                + "{\"text\":\""
                                + SAID
                                + "\",\"paragraph\":2,\"start\":54,\"end\":102,\"speaker\":"
                                + "{\"name\":\"Jane Doe\",\"role\":\"Mayor\"}}]}\n");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void textShowsSentencesParagraphsAndSource() {
        var outcome = commandLine.run("summary", file.toString());

        assertThat(outcome.out())
                .containsSubsequence(OPENED, "¶1\n", SAID, "¶2 — Jane Doe, Mayor\n")
                .endsWith("A harbour · The Herald\n");
    }

    @Test
    void summarizesServedArticleById() {
        assertThat(commandLine.run("summary", "meeting", "--json").out())
                .isEqualTo(
                        "{\"articleId\":\"meeting\",\"title\":\"Two-day"
                                + " meeting\",\"sentences\":[]}\n");
    }

    @Test
    void reportsArticleWithoutIndependentSentence() {
        assertThat(commandLine.run("summary", "meeting").out())
                .isEqualTo("The article has no sentence that can stand alone.\n");
    }

    @Test
    void reportsUnknownIdInOneLine() {
        assertUnusable(
                "No article or file is called \"nobody\". Served are: meeting.",
                "summary",
                "nobody");
    }

    @Test
    void reportsMissingFileInOneLine() {
        Path missing = folder.resolve("none.md");

        assertUnusable(missing + " does not exist.", "summary", missing.toString());
    }

    @Test
    void reportsInvalidArticleFileWithAdvice() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.md"), "");

        assertUnusable(
                "empty.md: is empty. Write a title and the article into it.",
                "summary",
                empty.toString());
    }

    @Test
    void rejectsFolder() throws IOException {
        Path odd = Files.createDirectory(folder.resolve("odd.md"));

        assertThat(commandLine.run("summary", odd.toString()).exitCode()).isEqualTo(2);
    }

    @Test
    void rejectsLessThanOneSentence() {
        assertUnusable(
                "Invalid value for option '--sentences': 0 is not at least 1."
                        + " See: verbatim summary --help",
                "summary",
                "--sentences",
                "0",
                file.toString());
    }

    @Test
    void requiresIdOrFile() {
        assertUnusable(
                "Missing required parameter: 'ID|FILE'. See: verbatim summary --help", "summary");
    }

    @Test
    void evaluateSummariesRequiresFile() {
        assertUnusable(
                "Missing required parameter: 'FILE'. See: verbatim evaluate summaries --help",
                "evaluate",
                "summaries");
    }

    private void assertUnusable(String line, String... arguments) {
        assertThat(commandLine.run(arguments))
                .isEqualTo(new CommandLineFixture.Outcome(2, "", line + "\n"));
    }
}
