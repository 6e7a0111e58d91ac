package dev.verbatim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateChatsCommandTest {

    private final CommandLineFixture commandLine =
            new CommandLineFixture(Map.of(), AnswerFixture.NOT_FOUND);

    @TempDir private Path folder;
    private Path file = Path.of("");

    @BeforeEach
    void writeChat() throws IOException {
        file = folder.resolve("chats.jsonl");
        Files.writeString(
                file,
                """
                {"id": "c", "messages": [\
                {"id": 1, "author": "Anna", "time": "09:14", "text": "who brings the tent?"}, \
                {"id": 2, "author": "Boris", "time": "09:15", "text": "Anna: I do", "reply_to": 1}], \
                "links": [[1, 1], [2, 1]]}
                """);
    }

    @Test
    void jsonReportIsOneObjectInDocumentedOrder() {
        var outcome = commandLine.run("evaluate", "chats", file.toString(), "--json");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .startsWith(
                        "{\"chats\":1,\"messages\":2,"
                                + "\"linkPrecision\":1.0,\"linkRecall\":1.0,\"linkF\":1.0,"
                                + "\"oneMinusVi\":1.0,\"exactThreadPrecision\":1.0,"
                                + "\"exactThreadRecall\":1.0,\"exactThreadF\":1.0,"
                                + "\"withHalfOfTheReplies\":{\"linkPrecision\":1.0,")
                .contains("\"millisPer1000Messages\":");
        assertThat(outcome.out().lines()).hasSize(1);
    }

    @Test
    void omitsLinkMeasuresWithoutMarkedLinks() throws IOException {
        Files.writeString(file, "{\"id\": \"c\", \"messages\": []}");

        assertThat(commandLine.run("evaluate", "chats", file.toString(), "--json").out().strip())
                .isEqualTo(
                        "{\"chats\":1,\"messages\":0,\"linksRecall\":null,\"verbatimShare\":null,"
                                + "\"authorShare\":null,\"millisPer1000Messages\":null}");
    }

    @Test
    void printsTableWithoutJsonOption() {
        assertThat(commandLine.run("evaluate", "chats", file.toString()).out())
                .contains("linkF", "withHalfOfTheReplies linkF");
    }

    @Test
    void reportsMissingFileInOneLine() {
        var outcome = commandLine.run("evaluate", "chats", folder.resolve("no.jsonl").toString());

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err().strip()).endsWith("no.jsonl does not exist.");
    }
}
