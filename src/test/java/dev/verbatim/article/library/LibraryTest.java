package dev.verbatim.article.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.ContentChange;
import dev.verbatim.article.ContentChange.Published;
import dev.verbatim.article.ContentChange.Settled;
import dev.verbatim.article.ContentChange.Withdrawn;
import dev.verbatim.article.format.ValidationError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Changes of files in the content folder, and what the listener gets.
@Timeout(120)
class LibraryTest {

    private static final Duration SETTLED_AFTER = Duration.ofMillis(200);

    @TempDir Path home;
    private Path folder = Path.of("");
    private final List<ContentChange> changes = new CopyOnWriteArrayList<>();
    private final List<Library> libraries = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void setGenerousTimeout() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(home.resolve("content"));
    }

    @AfterEach
    void closeLibraries() {
        libraries.forEach(Library::close);
    }

    @Test
    void publishesExistingFilesAndThenSettles() throws Exception {
        write("bridge.txt", "The bridge\nIt is open.");
        write("north/tunnel.md", "---\ntitle: A tunnel\n---\nIt is closed.");

        Library library = open(changes::add);

        assertThat(library.articles())
                .extracting(ArticleInfo::articleId)
                .containsExactly("tunnel", "bridge");
        assertThat(changes).hasSize(3).last().isEqualTo(new Settled(Set.of("bridge", "tunnel")));
    }

    @Test
    void sortsByDateOrElseByFileTime() throws Exception {
        write("may.md", "---\ntitle: May\npublished: 2022-05-01\n---\nIt is open.");
        write("march.md", "---\ntitle: March\npublished: 2022-03-01\n---\nIt is open.");
        Path undated = write("april.txt", "April\nIt is open.");
        Files.setLastModifiedTime(undated, FileTime.from(Instant.parse("2022-04-01T00:00:00Z")));
        Path later = write("later.txt", "Later on that day\nIt is open.");
        Files.setLastModifiedTime(later, FileTime.from(Instant.parse("2022-04-01T10:00:00Z")));

        Library library = open(changes::add);

        assertThat(library.newestFirst())
                .extracting(ArticleInfo::articleId)
                .containsExactly("may", "later", "april", "march");
    }

    @Test
    void readsFactsBesideFileThatIsKeptAsItCameWheneverTheyChange() throws Exception {
        write("bridge.rtf", "{\\rtf1\\ansi The bridge is open since today.\\par}");
        write("bridge.rtf.facts", "title: The bridge\n");
        Library library = open(changes::add);
        String before = library.articles().getFirst().publication().title();

        write("bridge.rtf.facts", "---\ntitle: The old bridge\ndate: Wednesday\n---\n");

        await().until(() -> title(library).equals("The old bridge"));
        assertThat(before).isEqualTo("The bridge");
        assertThat(library.remarks())
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("bridge.rtf.facts line 3:");
    }

    private static String title(Library library) {
        return library.articles().getFirst().publication().title();
    }

    @Test
    void emptyFolderSettles() throws Exception {
        open(changes::add);

        assertThat(changes).containsExactly(new Settled(Set.of()));
    }

    @Test
    void oldFileIsServedAtOnce() throws Exception {
        Path file = write("bridge.txt", "The bridge\nIt is open.");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2022-10-12T00:00:00Z")));

        Library library = open(changes::add, Duration.ofDays(1));

        assertThat(library.articles()).hasSize(1);
    }

    @Test
    void noticesAddedChangedAndDeletedFiles() throws Exception {
        Library library = open(changes::add);

        Path file = write("bridge.txt", "The bridge\nIt is open.");
        await().untilAsserted(() -> assertThat(published()).containsExactly("It is open."));
        write("bridge.txt", "The bridge\nIt is closed.");
        await().untilAsserted(
                        () ->
                                assertThat(published())
                                        .containsExactly("It is open.", "It is closed."));
        Files.delete(file);
        await().untilAsserted(() -> assertThat(changes).contains(new Withdrawn("bridge")));

        assertThat(library.articles()).isEmpty();
        await().untilAsserted(() -> assertThat(changes).last().isEqualTo(new Settled(Set.of())));
    }

    @Test
    void watchesNewSubfolder() throws Exception {
        open(changes::add);

        write("north/deep/bridge.txt", "The bridge\nIt is open.");
        await().untilAsserted(() -> assertThat(published()).containsExactly("It is open."));
        write("north/deep/bridge.txt", "The bridge\nIt is closed.");

        await().untilAsserted(() -> assertThat(published()).contains("It is closed."));
    }

    @Test
    void publishesOnlyTheFinishedFile() throws Exception {
        open(changes::add, Duration.ofSeconds(3));

        Path file = write("bridge.txt", "The bridge\nIt is open.\n");
        for (int car = 1; car <= 20; car++) {
            Files.writeString(file, "Car " + car + " waits.\n", StandardOpenOption.APPEND);
        }

        await().untilAsserted(() -> assertThat(published()).isNotEmpty());
        assertThat(published()).singleElement().asString().endsWith("Car 20 waits.");
    }

    @Test
    void halfWrittenFileIsNotServed() throws Exception {
        ServedArticles served = new ServedArticles(changes::add);
        Crawler crawler = new Crawler(folder, Clock.systemUTC(), Duration.ofDays(1), served);
        Path file = write("bridge.txt", "The bridge\nIt is op");

        Crawler.Outcome first = crawler.crawl(_ -> {});
        Files.writeString(file, "en. Cars", StandardOpenOption.APPEND);
        Crawler.Outcome second = crawler.crawl(_ -> {});

        assertThat(List.of(first, second)).containsOnly(Crawler.Outcome.UNSETTLED);
        assertThat(published()).isEmpty();
        assertThat(served.articles()).isEmpty();
        assertThat(served.refusals()).isEmpty();
    }

    @Test
    void growingFileIsServedOnceItHasStoppedChanging() throws Exception {
        ServedArticles served = new ServedArticles(changes::add);
        Crawler crawler = new Crawler(folder, Clock.systemUTC(), Duration.ofHours(1), served);
        Path file = write("bridge.txt", "The bridge\nIt is op");
        crawler.crawl(_ -> {});
        Files.writeString(file, "en.", StandardOpenOption.APPEND);
        crawler.crawl(_ -> {});

        Files.setLastModifiedTime(
                file, FileTime.from(Clock.systemUTC().instant().minusSeconds(7200)));
        crawler.crawl(_ -> {});

        assertThat(published()).containsExactly("It is open.");
    }

    @Test
    void fileFromTheFutureIsServedOnceItHasStoppedChanging() throws Exception {
        ServedArticles served = new ServedArticles(changes::add);
        Crawler crawler = new Crawler(folder, Clock.systemUTC(), Duration.ofMillis(50), served);
        Path file = write("bridge.txt", "The bridge\nIt is open.");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));

        crawler.crawl(_ -> {});
        List<String> atFirst = published();
        await().until(() -> crawler.crawl(_ -> {}) == Crawler.Outcome.UP_TO_DATE);

        assertThat(atFirst).isEmpty();
        assertThat(published()).containsExactly("It is open.");
    }

    @Test
    void lastGoodVersionStaysServed() throws Exception {
        write("bridge.md", "---\ntitle: The bridge\n---\nIt is open.");
        Library library = open(changes::add);

        write("bridge.md", "---\npublisher: Euronews\ntitle: [The bridge]\n---\nIt is closed.");
        await().untilAsserted(() -> assertThat(library.refusals()).hasSize(1));

        assertThat(library.articles()).hasSize(1);
        assertThat(library.refusals().getFirst())
                .hasToString(
                        "bridge.md line 3: \"title\" is not one line of text. Write title: and the"
                                + " text, in quotes when it begins with a bracket.");
        assertThat(changes).noneMatch(Withdrawn.class::isInstance);

        write("bridge.md", "---\ntitle: The bridge\npublished: 2022-10-12\n---\nIt is closed.");
        await().untilAsserted(() -> assertThat(published()).contains("It is closed."));
        assertThat(library.refusals()).isEmpty();
    }

    @Test
    void secondFileOfSameNameIsServedWhenFirstIsGone() throws Exception {
        Path first = write("a/bridge.md", "---\ntitle: The bridge\n---\nIt is open.");
        write("b/bridge.txt", "The bridge\nIt is closed.");
        Library library = open(changes::add);

        assertThat(published()).containsExactly("It is open.");
        assertThat(library.refusals())
                .singleElement()
                .hasToString(
                        "b/bridge.txt: has the same name as a/bridge.md, which is served. Give one"
                                + " of them another name.");

        Files.delete(first);
        await().untilAsserted(() -> assertThat(published()).contains("It is closed."));
        assertThat(changes).noneMatch(Withdrawn.class::isInstance);
        assertThat(library.refusals()).isEmpty();
    }

    @Test
    void servedFileKeepsItsName() throws Exception {
        write("z.txt", "The bridge\nIt is open.");
        Library library = open(changes::add);

        write("a/z.txt", "The bridge\nIt is closed.");
        await().untilAsserted(() -> assertThat(library.refusals()).hasSize(1));

        assertThat(published()).containsExactly("It is open.");
    }

    @Test
    void refusesLinksOutOfTheFolder() throws Exception {
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        Path secret = Files.writeString(elsewhere.resolve("secret.txt"), "A title\nA secret.");
        Files.createSymbolicLink(folder.resolve("file.txt"), secret);
        Files.createSymbolicLink(folder.resolve("folder"), elsewhere);

        Library library = open(changes::add);

        assertThat(published()).isEmpty();
        assertThat(library.refusals())
                .extracting(ValidationError::toString)
                .containsExactly(
                        "file.txt: is a link to a place outside the content folder. Copy the file"
                                + " here.",
                        "folder: is a link to a place outside the content folder. Copy the file"
                                + " here.");
    }

    @Test
    void contentFolderMayBeALink() throws Exception {
        write("bridge.txt", "The bridge\nIt is open.");
        folder = Files.createSymbolicLink(home.resolve("link"), folder);

        assertThat(open(changes::add).articles()).hasSize(1);
    }

    @Test
    void ignoresOtherFiles() throws Exception {
        for (String name :
                List.of(
                        ".hidden.md",
                        ".git/a.md",
                        "a.md~",
                        ".a.md.swp",
                        "#a.md#",
                        "a.md.part",
                        "a.md.tmp",
                        "a.jpg",
                        "md",
                        "~$a.html")) {
            write(name, "The bridge\nIt is open.");
        }

        Library library = open(changes::add);

        assertThat(library.articles()).isEmpty();
        assertThat(library.refusals()).isEmpty();
    }

    @Test
    void badFileDoesNotStopOthers() throws Exception {
        write("bad.md", "no title");
        write("good.txt", "The bridge\nIt is open.");

        Library library = open(changes::add);

        assertThat(library.articles()).extracting(ArticleInfo::articleId).containsExactly("good");
        assertThat(changes).last().isEqualTo(new Settled(Set.of("bad", "good")));
    }

    @Test
    void publishesInNameOrder() throws Exception {
        List<String> names = IntStream.range(100, 150).mapToObj("bridge%d"::formatted).toList();
        for (String name : names) {
            write(name + ".txt", "The bridge\nIt is open. ".repeat(1 + name.charAt(8) - '0'));
        }

        open(changes::add);

        assertThat(changes.subList(0, names.size()))
                .extracting(change -> ((Published) change).article().id())
                .containsExactlyElementsOf(names);
    }

    @Test
    void missingFolderIsEmptyLibraryUntilItAppears() throws Exception {
        Files.delete(folder);
        Library library = open(changes::add);

        assertThat(library.articles()).isEmpty();
        assertThat(changes).containsExactly(new Settled(Set.of()));

        write("bridge.txt", "The bridge\nIt is open.");
        await().untilAsserted(() -> assertThat(library.articles()).hasSize(1));
    }

    @Test
    void vanishedFolderWithdrawsNothing() throws Exception {
        write("bridge.txt", "The bridge\nIt is open.");
        ServedArticles served = new ServedArticles(changes::add);
        Crawler crawler = new Crawler(folder, Clock.systemUTC(), Duration.ZERO, served);
        crawler.crawl(_ -> {});
        crawler.crawl(_ -> {});

        Files.move(folder, home.resolve("away"));
        Crawler.Outcome outcome = crawler.crawl(_ -> {});

        assertThat(outcome).isEqualTo(Crawler.Outcome.NO_FOLDER);
        assertThat(served.articles()).hasSize(1);
    }

    @Test
    void failedListenerIsNotifiedAgain() throws Exception {
        AtomicInteger failures = new AtomicInteger(2);
        write("bridge.txt", "The bridge\nIt is open.");
        Library library =
                open(
                        change -> {
                            if (change instanceof Published && failures.getAndDecrement() > 0) {
                                throw new IllegalStateException("no space left");
                            }
                            changes.add(change);
                        });

        assertThat(library.articles()).isEmpty();
        write("tunnel.txt", "The tunnel\nIt is closed.");

        await().untilAsserted(() -> assertThat(library.articles()).hasSize(2));
    }

    @Test
    void unchangedFileIsNotReadAgain() throws Exception {
        write("bridge.txt", "The bridge\nIt is open.");
        open(changes::add);

        write("tunnel.txt", "The tunnel\nIt is closed.");
        await().untilAsserted(() -> assertThat(published()).contains("It is closed."));

        assertThat(published()).containsExactly("It is open.", "It is closed.");
    }

    @Test
    void closeEndsThreadAndWaiters() throws Exception {
        // Other tests may run beside this one and have libraries of their own.
        Set<Thread> before = libraryThreads();
        Library library = open(changes::add);
        library.close();

        write("bridge.txt", "The bridge\nIt is open.");
        library.awaitSettled();

        await().untilAsserted(() -> assertThat(before).containsAll(libraryThreads()));
    }

    private static Set<Thread> libraryThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("library"))
                .collect(Collectors.toSet());
    }

    private Library open(Consumer<ContentChange> listener) throws InterruptedException {
        return open(listener, SETTLED_AFTER);
    }

    private Library open(Consumer<ContentChange> listener, Duration settledAfter)
            throws InterruptedException {
        Library library = new Library(folder, Clock.systemUTC(), listener, settledAfter);
        libraries.add(library);
        library.start();
        library.awaitSettled();
        return library;
    }

    private Path write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private List<String> published() {
        return changes.stream()
                .filter(Published.class::isInstance)
                .map(change -> ((Published) change).article().text())
                .toList();
    }
}
