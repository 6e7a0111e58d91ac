package dev.verbatim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.Answer;
import dev.verbatim.replay.QuestionLog;
import dev.verbatim.store.StoreFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.databind.JsonNode;

class ReplayCommandTest {

    private static final Answer NONE = new Answer.NotFound(List.of(), 0.1, 1, 2);
    private static final Instant DAY = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir private Path data;

    private final CommandLineFixture commandLine =
            new CommandLineFixture(
                    Map.of("Was it lost?", NONE, "Is it new?", AnswerFixture.FOUND),
                    AnswerFixture.FOUND);

    @BeforeEach
    void nameTheStore() {
        commandLine
                .context
                .getEnvironment()
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "test",
                                Map.of(
                                        "spring.datasource.url",
                                        "jdbc:sqlite:" + data.resolve("verbatim.db"))));
    }

    private void log(String question, Answer answer) {
        try (StoreFile file = StoreFile.in(data)) {
            file.store()
                    .write(
                            rows -> {
                                QuestionLog.insert(
                                        question,
                                        DAY,
                                        QuestionLog.Outcome.of(answer).orElseThrow(),
                                        rows);
                                return true;
                            });
        }
    }

    @Test
    void exitsWithOneWhenAnAnswerIsGone() {
        log("Was it lost?", AnswerFixture.FOUND);
        log("Is it the same?", AnswerFixture.FOUND);

        var outcome = commandLine.run("replay");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("lost: Was it lost?", "before: ", "¶ 2 (0.88)", "now:    no answer")
                .endsWith("2 questions: 0 newly answered, 1 lost, 0 with another passage\n")
                .doesNotContain("Is it the same?");
    }

    @Test
    void exitsWithZeroWhenAnAnswerIsNew() {
        log("Is it new?", NONE);

        var outcome = commandLine.run("replay");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).startsWith("newly answered: Is it new?");
    }

    @Test
    void writesAnObjectForEachChangeAndNothingElse() {
        log("Is it new?", NONE);
        log("Is it the same?", AnswerFixture.FOUND);

        var outcome = commandLine.run("replay", "--json");

        assertThat(outcome.out().lines()).hasSize(1);
        JsonNode change = JsonLines.read(outcome.out().strip());
        assertThat(change.propertyNames())
                .containsExactly("question", "change", "askedOn", "before", "now", "passage");
        assertThat(change.path("change").asString()).isEqualTo("newly-answered");
        assertThat(change.path("askedOn").asString()).isEqualTo("2026-03-01");
        assertThat(change.at("/before/answered").asBoolean()).isFalse();
        assertThat(change.at("/now/confidence").asDouble()).isEqualTo(0.875);
        assertThat(change.at("/passage/paragraph").asInt()).isEqualTo(2);
    }

    @Test
    void asksOnlyTheLastQuestionsEachOnce() {
        log("Was it lost?", AnswerFixture.FOUND);
        log("Is it new?", NONE);
        log("Is it new?", NONE);

        var outcome = commandLine.run("replay", "-n", "1");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .endsWith("1 questions: 1 newly answered, 0 lost, 0 with another passage\n");
    }

    @Test
    void aMissingStoreIsToldInOneLine() {
        var outcome = commandLine.run("replay");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err().lines()).hasSize(1);
        assertThat(outcome.err()).contains("does not exist");
    }
}
