package dev.verbatim.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LibraryTest {

    @TempDir Path folder;
    private final List<ContentChange> changes = new CopyOnWriteArrayList<>();

    @Test
    void publishesWhatIsInTheFolderAtTheStart() throws Exception {
        Files.writeString(folder.resolve("bridge.txt"), "The bridge\nThe bridge is open.");

        try (Library library = new Library(folder, Clock.systemUTC(), changes::add)) {
            library.start();
            library.awaitSettled();

            assertThat(library.listings()).extracting(Listing::articleId).containsExactly("bridge");
            assertThat(library.refusals()).isEmpty();
        }
    }
}
