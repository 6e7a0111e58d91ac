package dev.verbatim.article.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.store.PostgresServer;
import dev.verbatim.store.StoreFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// Two instances on one PostgreSQL, each with a content folder of its own.
@EnabledIf("dev.verbatim.store.PostgresServer#isInstalled")
class ContentReplicatorTest {

    /// Later than any file is written.
    private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1));

    @TempDir Path root;

    private StoreFile store;
    private Path here;
    private Path there;
    private ContentReplicator one;
    private ContentReplicator other;

    @BeforeEach
    void open() throws IOException {
        StoreFile.keepInPostgres(root);
        store = StoreFile.existing(root);
        here = Files.createDirectories(root.resolve("here"));
        there = Files.createDirectories(root.resolve("there"));
        one = replicator("here");
        other = replicator("there");
    }

    private ContentReplicator replicator(String name) {
        var replicator =
                new ContentReplicator(
                        root.resolve(name), root.resolve("data-" + name), store.store(), LATER);
        replicator.load();
        return replicator;
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
        store.close();
        PostgresServer.dropDatabasesOfThisThread();
    }

    @Test
    void newAndChangedFilesReachTheOtherFolder() throws IOException {
        write(here, "feeds/ships.md", "Ships");
        write(here, "nato.md", "Allies");
        replicate();
        assertThat(files(there)).containsExactly("feeds/ships.md", "nato.md");

        write(there, "nato.md", "Allies meet");
        replicate();

        assertThat(here.resolve("nato.md")).hasContent("Allies meet");
        assertThat(here.resolve("feeds/ships.md")).hasContent("Ships");
    }

    @Test
    void deletedFileIsDeletedInTheOtherFolder() throws IOException {
        writeMany(here);
        replicate();

        Files.delete(there.resolve("3.md"));
        replicate();

        assertThat(files(here)).hasSize(9).doesNotContain("3.md");
    }

    /// Of an instance that wasn't there meanwhile, and has lost what it knew.
    @Test
    void oldFolderForgetsWhatWasDeletedMeanwhile() throws IOException {
        writeMany(here);
        writeMany(there);
        one.replicate();
        Files.delete(here.resolve("3.md"));
        one.replicate();

        other.replicate();

        assertThat(files(there)).hasSize(9).doesNotContain("3.md");
    }

    @Test
    void folderThatWasEmptiedIsFilledAgain() throws IOException {
        writeMany(here);
        replicate();
        for (String name : files(there)) {
            Files.delete(there.resolve(name));
        }

        replicate();

        assertThat(files(there)).hasSize(10);
        assertThat(files(here)).hasSize(10);
    }

    @Test
    void fileThatChangedInBothIsTakenFromTheStoreAndTheOtherIsKept() throws IOException {
        write(here, "nato.md", "Allies");
        replicate();
        write(here, "nato.md", "Allies meet");
        write(there, "nato.md", "Allies disagree");

        replicate();

        assertThat(there.resolve("nato.md")).hasContent("Allies meet");
        assertThat(here.resolve("nato.md")).hasContent("Allies meet");
        assertThat(files(root.resolve("data-there").resolve("replaced")))
                .singleElement()
                .satisfies(
                        kept ->
                                assertThat(root.resolve("data-there/replaced").resolve(kept))
                                        .hasContent("Allies disagree"));
    }

    @Test
    void stateOutlivesTheProcess() throws IOException {
        writeMany(here);
        replicate();
        other.close();
        other = replicator("there");
        Files.delete(there.resolve("3.md"));

        other.replicate();
        one.replicate();

        assertThat(files(here)).hasSize(9).doesNotContain("3.md");
    }

    @Test
    void fileThatIsBeingWrittenWaits() throws IOException {
        var hasty =
                new ContentReplicator(here, root.resolve("data"), store.store(), Clock.systemUTC());
        write(here, "nato.md", "Alli");

        hasty.replicate();
        other.replicate();

        assertThat(files(there)).isEmpty();
        hasty.close();
    }

    private void replicate() throws IOException {
        one.replicate();
        other.replicate();
        one.replicate();
    }

    private static void writeMany(Path folder) throws IOException {
        for (int number = 0; number < 10; number++) {
            write(folder, number + ".md", "Article " + number);
        }
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
