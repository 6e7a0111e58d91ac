package dev.verbatim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.cli.CommandLineFixture.Outcome;
import dev.verbatim.store.ProcessLock;
import dev.verbatim.store.StoreFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;

/// `backup` and `restore`, of a store as the bot opens it.
class BackupCommandTest {

    private static final long FIRST = 1;
    private static final long LATER = 2;

    @TempDir private Path folder;
    private Path data;
    private Path copy;

    @BeforeEach
    void makeFolders() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        copy = folder.resolve("copy.db");
    }

    @Test
    void copyHasWhatWasCommittedWhileTheBotServes() throws IOException {
        try (StoreFile serving = StoreFile.in(data)) {
            remember(serving, FIRST);

            Outcome outcome = run("backup", copy.toString());

            assertThat(outcome.exitCode()).isZero();
            assertThat(outcome.out()).isEqualTo(copy + "\n");
            remember(serving, LATER);
        }
        assertThat(remembered(copy)).containsExactly(FIRST);
    }

    @Test
    void copyIsNeverWrittenOverAFile() throws IOException {
        StoreFile.in(data).close();
        Files.writeString(copy, "mine");

        Outcome outcome = run("backup", copy.toString());

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).isEqualTo(copy + " exists already. Choose another name\n");
        assertThat(copy).hasContent("mine");
    }

    @Test
    void withoutAStoreThereIsNothingToCopy() {
        assertThat(run("backup", copy.toString()).err()).contains("verbatim.db does not exist");
        assertThat(copy).doesNotExist();
    }

    @Test
    void restorePutsTheCopyInPlaceAndKeepsWhatWasThere() throws IOException {
        copyOf(FIRST);
        try (StoreFile present = StoreFile.existing(data)) {
            remember(present, LATER);
        }

        Outcome outcome = run("restore", copy.toString());

        assertThat(outcome.exitCode()).isZero();
        assertThat(remembered(data.resolve("verbatim.db"))).containsExactly(FIRST);
        Path kept = Path.of(outcome.out().strip());
        assertThat(kept.getFileName().toString()).startsWith("verbatim.db.replaced-");
        assertThat(remembered(kept)).containsExactly(FIRST, LATER);
    }

    @Test
    void restoreNeedsNoStoreThere() throws IOException {
        copyOf(FIRST);
        Files.delete(data.resolve("verbatim.db"));

        assertThat(run("restore", copy.toString()).out()).isEmpty();

        assertThat(remembered(data.resolve("verbatim.db"))).containsExactly(FIRST);
    }

    @Test
    void restoreIsRefusedWhileTheBotRuns() throws IOException {
        copyOf(FIRST);

        try (var _ = ProcessLock.tryAcquire(data.resolve(ProcessLock.FILE)).orElseThrow()) {
            Outcome outcome = run("restore", copy.toString());

            assertThat(outcome.exitCode()).isEqualTo(2);
            assertThat(outcome.err())
                    .isEqualTo("The bot is running on " + data + ". Stop it first.\n");
        }
    }

    @Test
    void whatIsNoStoreIsRefusedAndNothingChanges() throws IOException {
        StoreFile.in(data).close();
        Files.writeString(copy, "The minutes of a meeting, and no database at all.");

        Outcome outcome = run("restore", copy.toString());

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains(copy + " is damaged");
        assertThat(remembered(data.resolve("verbatim.db"))).isEmpty();
    }

    @Test
    void anEmptyFileIsNoStoreEither() throws IOException {
        StoreFile.in(data).close();
        Files.createFile(copy);

        assertThat(run("restore", copy.toString()).err())
                .isEqualTo(copy + " is no store of this bot\n");
        try (Stream<Path> files = Files.list(data)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .noneMatch(name -> name.contains("replaced"));
        }
    }

    @Test
    void aDatabaseServerHasToolsOfItsOwn() {
        Outcome outcome =
                commandLine("jdbc:postgresql://db/verbatim").run("backup", copy.toString());

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("pg_dump");
    }

    /// A backup of a store in which somebody is blocked.
    private void copyOf(long id) throws IOException {
        try (StoreFile store = StoreFile.in(data)) {
            remember(store, id);
        }
        run("backup", copy.toString());
    }

    private static void remember(StoreFile file, long id) {
        file.store()
                .write(rows -> rows.sql("insert into blocked values (?, 0)").param(id).update());
    }

    private static List<Long> remembered(Path file) throws IOException {
        Path place = Files.createTempDirectory(file.getParent(), "opened");
        Files.copy(file, place.resolve("verbatim.db"));
        try (StoreFile store = StoreFile.existing(place)) {
            return store.store()
                    .read(
                            rows ->
                                    rows.sql("select id from blocked order by id")
                                            .query(Long.class)
                                            .list());
        }
    }

    private Outcome run(String... arguments) {
        return commandLine("jdbc:sqlite:" + data.resolve("verbatim.db") + "?journal_mode=WAL")
                .run(arguments);
    }

    private CommandLineFixture commandLine(String storeUrl) {
        var commandLine = new CommandLineFixture(Map.of(), AnswerFixture.NOT_FOUND);
        Map<String, Object> settings =
                Map.of("verbatim.data-dir", data.toString(), "spring.datasource.url", storeUrl);
        commandLine
                .context
                .getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", settings));
        return commandLine;
    }
}
