package dev.verbatim.evaluation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verbatim.evaluation.Evaluation.UnusableInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreadTrainingTest {

    @Test
    void rejectsChatsWithoutMarkedLinks(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("chats.jsonl");
        Files.writeString(file, "{\"id\": \"c\", \"messages\": []}");

        assertThatThrownBy(() -> ThreadTraining.weights(file, 1))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("chats.jsonl has no links. Write \"links\"");
    }
}
