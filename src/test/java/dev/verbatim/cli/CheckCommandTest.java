package dev.verbatim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CheckCommandTest {

    private final CommandLineFixture commandLine =
            new CommandLineFixture(Map.of(), AnswerFixture.NOT_FOUND);

    @TempDir private Path folder;

    @Test
    void writesAnObjectForEachQuotation() throws IOException {
        Path file = folder.resolve("post.txt");
        Files.writeString(file, "Two of them: “It will rain” and “nobody knows it”.\n");

        var outcome = commandLine.run("check", file.toString(), "--json");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out().lines()).hasSize(2);
        JsonNode first = JsonLines.read(outcome.out().lines().findFirst().get());
        assertThat(first.propertyNames())
                .containsExactly("said", "verdict", "passage", "speaker", "differences");
    }

    @Test
    void whatIsInNoArticleHasNoPassage() {
        var outcome = commandLine.runWithInput("“It will rain”\n", "check", "-", "--json");

        assertThat(outcome.out())
                .isEqualToIgnoringNewLines(
                        "{\"said\":\"It will rain\",\"verdict\":\"not-found\",\"passage\":null,"
                                + "\"speaker\":null,\"differences\":[]}");
    }

    @Test
    void inATextWithoutQuotationMarksEachLineIsAClaim() {
        var outcome = commandLine.runWithInput("It rains.\n\nIt snows.\n", "check", "-", "--json");

        assertThat(outcome.out().lines()).hasSize(2);
    }

    @Test
    void aQuotationMayGoOnOverTheEndOfALine() {
        var outcome = commandLine.runWithInput("“It will\nrain”\n", "check", "-", "--json");

        assertThat(outcome.out()).contains("\"said\":\"It will\\nrain\"");
    }

    @Test
    void aMissingFileIsToldInOneLine() {
        var outcome = commandLine.run("check", folder.resolve("none.txt").toString());

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err().lines()).hasSize(1);
        assertThat(outcome.err()).contains("can't be read");
    }
}
