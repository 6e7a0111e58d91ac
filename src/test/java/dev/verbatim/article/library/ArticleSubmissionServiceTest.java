package dev.verbatim.article.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.ContentChange;
import dev.verbatim.article.ContentChange.Published;
import dev.verbatim.article.ContentChange.Withdrawn;
import dev.verbatim.article.format.ValidationError;
import dev.verbatim.article.library.ArticleSubmissionService.RemovalResult;
import dev.verbatim.article.library.Submission.SubmissionResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Submissions, replacements and removals while the folder is watched.
@Timeout(120)
class ArticleSubmissionServiceTest {

    private static final Duration SETTLED_AFTER = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String OPEN = "---\ntitle: The bridge\n---\nIt is open.\n";
    private static final String RICH =
            "{\\rtf1\\ansi The bridge\\par The bridge is open since today.\\par}";
    private static final String CLOSED = "---\ntitle: The bridge\n---\nIt is closed.\n";

    @TempDir Path home;
    private Path folder = Path.of("");
    private final List<ContentChange> changes = new CopyOnWriteArrayList<>();
    private final List<Library> libraries = new ArrayList<>();
    private ArticleSubmissionService submissions = service(Path.of(""));

    @BeforeEach
    void createService() throws IOException {
        folder = Files.createDirectory(home.resolve("content"));
        submissions = service(folder);
        libraries.getLast().start();
    }

    private ArticleSubmissionService service(Path folder) {
        Library library = new Library(folder, Clock.systemUTC(), changes::add, SETTLED_AFTER);
        libraries.add(library);
        return new ArticleSubmissionService(folder, library, Locale.ENGLISH::equals);
    }

    @AfterEach
    void closeLibraries() {
        libraries.forEach(Library::close);
    }

    @Test
    void submittedFileIsServedUnderItsName() throws Exception {
        SubmissionResult.Saved saved = saved(submissions.submit(file("bridge.md", OPEN)));

        assertThat(submissions.awaitServed(saved, PATIENCE)).isTrue();
        assertThat(saved.article().id()).isEqualTo("bridge");
        assertThat(saved.replaced()).isFalse();
        assertThat(published()).containsExactly("It is open.");
        assertThat(submissions.status().served())
                .extracting(ArticleInfo::articleId)
                .containsExactly("bridge");
    }

    @Test
    void sameFileAgainCountsAsSaved() throws Exception {
        saved(submissions.submit(file("bridge.md", OPEN)));

        SubmissionResult.Saved again = saved(submissions.submit(file("bridge.md", OPEN)));

        assertThat(again.replaced()).isFalse();
        assertThat(files()).containsExactly("bridge.md");
    }

    @Test
    void sameWordsInAnotherFormatAreAnotherFile() {
        saved(submissions.submit(file("bridge.md", OPEN)));

        assertThat(submissions.submit(file("bridge.txt", OPEN)))
                .isInstanceOf(SubmissionResult.NameTaken.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bridge", "bridge.md", "BRIDGE", "the bridge", "e bri", " bridge "})
    void findsArticleByIdFileNameOrTitle(String words) throws Exception {
        saved(submissions.submit(file("bridge.md", OPEN)));
        saved(submissions.submit(file("tower.md", "---\ntitle: The tower\n---\nIt is high.\n")));
        submissions.reload(PATIENCE);

        assertThat(submissions.find(words))
                .extracting(ArticleSubmissionService.ArticleName::articleId)
                .containsExactly("bridge");
    }

    @Test
    void findsAllArticlesWithTheWords() throws Exception {
        saved(submissions.submit(file("bridge.md", OPEN)));
        saved(submissions.submit(file("tower.md", "---\ntitle: The tower\n---\nIt is high.\n")));
        submissions.reload(PATIENCE);

        assertThat(submissions.find("the"))
                .containsExactly(
                        new ArticleSubmissionService.ArticleName("bridge", "The bridge"),
                        new ArticleSubmissionService.ArticleName("tower", "The tower"));
    }

    @Test
    void findsRefusedFile() throws IOException {
        write("bad.md", "---\ntitle: [Bad]\n---\nText.\n");

        assertThat(submissions.find("bad"))
                .containsExactly(new ArticleSubmissionService.ArticleName("bad", "bad.md"));
    }

    @Test
    void resultCountsParagraphsAndQuotations() {
        SubmissionResult.Saved saved =
                saved(
                        submissions.submit(
                                file(
                                        "bridge.txt",
                                        """
                                        The bridge
                                        “The bridge is open,” the mayor Jane Doe said.

                                        “We waited for a year,” they said.
                                        """)));

        assertThat(saved.article().paragraphs()).hasSize(2);
        assertThat(saved.article().quotations()).hasSize(2);
        assertThat(saved.attributedQuotations()).isEqualTo(1);
    }

    @Test
    void textIsServedCharacterForCharacter() throws Exception {
        String text =
                "# It *is* <b>open</b>, _5 > 3_ & [so](on).\n\n---\n\n    “Good”, \\she said.";

        SubmissionResult.Saved saved =
                saved(submissions.submit(Submission.text("Bridge", "https://example.org/b", text)));

        assertThat(submissions.awaitServed(saved, PATIENCE)).isTrue();
        assertThat(published())
                .containsExactly(
                        "# It *is* <b>open</b>, _5 > 3_ & [so](on).\n\n---\n\n“Good”, \\she said.");
        assertThat(saved.article().publication().url()).hasToString("https://example.org/b");
        assertThat(Files.readString(folder.resolve("bridge.txt"))).endsWith("---\n\n" + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It’s 'open': \"yes\"",
                "- [open] {now} #1 & *2 !3 %4 @5 `6",
                "Відкрито: 👩‍🚀 🌉",
                "null",
                "2022-10-12",
                "---",
                "\\n \\u0041 ''"
            })
    void titleIsServedAsWritten(String title) {
        SubmissionResult.Saved saved =
                saved(submissions.submit(Submission.text(title, null, "It is open.")));

        assertThat(saved.article().publication().title()).isEqualTo(title);
    }

    @Test
    void lineBreaksInTitleBecomeSpaces() {
        SubmissionResult.Saved saved =
                saved(
                        submissions.submit(
                                Submission.text(
                                        "The\nbridge'\npublisher: \u0000Nobody\u2028 x",
                                        null,
                                        "It is open.")));

        assertThat(saved.article().publication().title())
                .isEqualTo("The bridge' publisher: Nobody x");
        assertThat(saved.article().publication().publisher()).isNull();
    }

    @Test
    void messageHasTitleAddressAndText() {
        SubmissionResult.Saved saved =
                saved(
                        submissions.submit(
                                Submission.message(
                                        "The bridge\nhttps://example.org/b\n\nIt is open.\nYes.")));

        assertThat(saved.article().publication().title()).isEqualTo("The bridge");
        assertThat(saved.article().publication().url()).hasToString("https://example.org/b");
        assertThat(saved.article().text()).isEqualTo("It is open.\n\nYes.");
    }

    @Test
    void messageWithoutAddressHasTitleAndText() {
        SubmissionResult.Saved saved =
                saved(
                        submissions.submit(
                                Submission.message("The bridge\nwww.example.org is down.")));

        assertThat(saved.article().publication().url()).isNull();
        assertThat(saved.article().text()).isEqualTo("www.example.org is down.");
    }

    @Test
    void replacesExistingArticleOnlyWhenAsked() throws Exception {
        submissions.awaitServed(saved(submissions.submit(file("bridge.md", OPEN))), PATIENCE);

        SubmissionResult again = submissions.submit(file("bridge.md", CLOSED));
        assertThat(again).isEqualTo(new SubmissionResult.NameTaken("bridge", "The bridge"));
        assertThat(folder.resolve("bridge.md")).hasContent(OPEN);

        SubmissionResult.Saved replaced = saved(submissions.replace(file("bridge.md", CLOSED)));
        assertThat(submissions.awaitServed(replaced, PATIENCE)).isTrue();
        assertThat(replaced.replaced()).isTrue();
        assertThat(published()).containsExactly("It is open.", "It is closed.");
    }

    @Test
    void nameIsTakenByOtherFormatInSubfolder() throws Exception {
        write("north/bridge.txt", "The bridge\nIt is open.");
        submissions.reload(PATIENCE);

        assertThat(submissions.submit(file("bridge.md", CLOSED)))
                .isEqualTo(new SubmissionResult.NameTaken("bridge", "The bridge"));

        SubmissionResult.Saved replaced = saved(submissions.replace(file("bridge.md", CLOSED)));
        assertThat(submissions.awaitServed(replaced, PATIENCE)).isTrue();
        assertThat(folder.resolve("north/bridge.txt")).doesNotExist();
        assertThat(submissions.reload(PATIENCE).refused()).isEmpty();
        assertThat(published()).containsExactly("It is open.", "It is closed.");
        assertThat(changes).noneMatch(Withdrawn.class::isInstance);
    }

    @Test
    void replacesArticleInItsSubfolder() throws Exception {
        write("north/bridge.md", OPEN);

        SubmissionResult.Saved replaced = saved(submissions.replace(file("bridge.md", CLOSED)));

        assertThat(replaced.file()).isEqualTo(Path.of("north/bridge.md"));
        assertThat(folder.resolve("north/bridge.md")).hasContent(CLOSED);
        assertThat(files()).containsExactly("north", "north/bridge.md");
    }

    @Test
    void refusedReplacementKeepsOldArticle() throws Exception {
        submissions.awaitServed(saved(submissions.submit(file("bridge.md", OPEN))), PATIENCE);

        SubmissionResult refused =
                submissions.replace(file("bridge.md", "---\ntitle: [A]\n---\nB."));

        assertThat(refused).isInstanceOf(SubmissionResult.Refused.class);
        assertThat(folder.resolve("bridge.md")).hasContent(OPEN);
        assertThat(submissions.reload(PATIENCE).refused()).isEmpty();
    }

    @Test
    void replacesRefusedFile() throws Exception {
        write("bridge.md", "---\npublisher: Euronews\n---\nIt is open.");
        assertThat(submissions.reload(PATIENCE).refused()).hasSize(1);

        assertThat(submissions.submit(file("bridge.md", CLOSED)))
                .isEqualTo(new SubmissionResult.NameTaken("bridge", "bridge.md"));
        SubmissionResult.Saved replaced = saved(submissions.replace(file("bridge.md", CLOSED)));

        assertThat(submissions.awaitServed(replaced, PATIENCE)).isTrue();
        assertThat(submissions.status().refused()).isEmpty();
    }

    @Test
    void removedArticleIsWithdrawn() throws Exception {
        submissions.awaitServed(saved(submissions.submit(file("bridge.md", OPEN))), PATIENCE);

        RemovalResult removalResult = submissions.remove("bridge");

        assertThat(removalResult).isEqualTo(new RemovalResult.Removed("bridge", "The bridge"));
        assertThat(submissions.reload(PATIENCE).served()).isEmpty();
        assertThat(changes).contains(new Withdrawn("bridge"));
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tunnel", "", ".", "..", "../secret", "/", "bridge.md", "brid*", "\0"})
    void removesOnlyArticles(String articleId) throws IOException {
        Path secret = Files.writeString(home.resolve("secret.txt"), "A secret.");
        write("bridge.md", OPEN);

        assertThat(submissions.remove(articleId)).isEqualTo(new RemovalResult.NotFound(articleId));
        assertThat(secret).exists();
        assertThat(files()).containsExactly("bridge.md");
    }

    @Test
    void replacesLinkInsteadOfItsTarget() throws IOException {
        Path secret = Files.writeString(home.resolve("secret.txt"), "A secret.");
        Files.createSymbolicLink(folder.resolve("bridge.md"), secret);

        assertThat(submissions.submit(file("bridge.md", OPEN)))
                .isInstanceOf(SubmissionResult.NameTaken.class);
        saved(submissions.replace(file("bridge.md", OPEN)));

        assertThat(secret).hasContent("A secret.");
        assertThat(folder.resolve("bridge.md")).isRegularFile().hasContent(OPEN);
        assertThat(Files.isSymbolicLink(folder.resolve("bridge.md"))).isFalse();
    }

    @Test
    void replacesBrokenLink() throws IOException {
        Files.createSymbolicLink(folder.resolve("bridge.md"), home.resolve("new.md"));

        assertThat(submissions.submit(file("bridge.md", OPEN)))
                .isInstanceOf(SubmissionResult.NameTaken.class);
        saved(submissions.replace(file("bridge.md", OPEN)));

        assertThat(home.resolve("new.md")).doesNotExist();
    }

    @Test
    void deletesLinkInsteadOfItsTarget() throws IOException {
        Path secret = Files.writeString(home.resolve("secret.md"), "A secret.");
        Files.createSymbolicLink(folder.resolve("bridge.md"), secret);

        assertThat(submissions.remove("bridge"))
                .isEqualTo(new RemovalResult.Removed("bridge", "bridge.md"));
        assertThat(secret).exists();
        assertThat(files()).isEmpty();
    }

    @Test
    void doesNotWriteThroughFolderLink() throws IOException {
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        Path other = Files.writeString(elsewhere.resolve("bridge.md"), OPEN);
        Files.createSymbolicLink(folder.resolve("north"), elsewhere);

        assertThat(saved(submissions.replace(file("bridge.md", CLOSED))).file())
                .isEqualTo(Path.of("bridge.md"));
        assertThat(submissions.remove("bridge")).isInstanceOf(RemovalResult.Removed.class);
        assertThat(other).hasContent(OPEN);
    }

    @Test
    void refusesNameOfFolder() throws IOException {
        Files.createDirectory(folder.resolve("bridge.md"));

        assertThat(submissions.replace(file("bridge.md", OPEN)))
                .isInstanceOfSatisfying(
                        SubmissionResult.Refused.class,
                        refused ->
                                assertThat(refused.error())
                                        .hasToString(
                                                "bridge.md: has the name of a folder. Give it"
                                                        + " another name."));
    }

    @Test
    void createsMissingContentFolder() throws Exception {
        Path missing = home.resolve("new/content");

        saved(service(missing).submit(file("bridge.md", OPEN)));

        assertThat(missing.resolve("bridge.md")).hasContent(OPEN);
    }

    @Test
    void writesToLinkedContentFolder() throws Exception {
        Path link = Files.createSymbolicLink(home.resolve("link"), folder);

        saved(service(link).submit(file("bridge.md", OPEN)));

        assertThat(folder.resolve("bridge.md")).hasContent(OPEN);
    }

    @Test
    void writeFailureShowsNoPaths() throws IOException {
        Path noFolder = Files.writeString(home.resolve("file"), "");

        assertThat(service(noFolder).submit(file("bridge.md", OPEN)))
                .isInstanceOfSatisfying(
                        SubmissionResult.Failed.class,
                        failed -> assertThat(failed.cause()).isNotBlank().doesNotContain("/"));
    }

    @Test
    void editsFactsBesideFileThatIsKeptAsItCame() throws Exception {
        saved(submissions.submit(file("bridge.rtf", RICH)));
        SequencedMap<String, String> title = new LinkedHashMap<>();
        title.put("title", "The new bridge: a report");
        saved(submissions.edit("bridge", title));
        SequencedMap<String, String> date = new LinkedHashMap<>();
        date.put("date", "2024-03-09");

        SubmissionResult.Saved edited = saved(submissions.edit("bridge", date));

        assertThat(edited.replaced()).isTrue();
        assertThat(edited.article().publication().title()).isEqualTo("The new bridge: a report");
        assertThat(edited.article().publication().published()).hasToString("2024-03-09");
        assertThat(folder.resolve("bridge.rtf")).hasContent(RICH);
        assertThat(submissions.awaitServed(edited, PATIENCE)).isTrue();
        assertThat(submissions.status().served().getFirst().publication().title())
                .isEqualTo("The new bridge: a report");
        assertThat(submissions.status().remarks()).isEmpty();
    }

    @Test
    void factsGoWithTheirFileAndStayWhenItIsReplaced() throws Exception {
        saved(submissions.submit(file("bridge.rtf", RICH)));
        SequencedMap<String, String> title = new LinkedHashMap<>();
        title.put("title", "The new bridge");
        saved(submissions.edit("bridge", title));

        SubmissionResult.Saved replaced =
                saved(submissions.replace(file("bridge.rtf", RICH.replace("open", "shut"))));

        assertThat(replaced.article().publication().title()).isEqualTo("The new bridge");
        assertThat(files()).containsExactly("bridge.rtf", "bridge.rtf.facts");
        submissions.remove("bridge");
        assertThat(files()).isEmpty();
    }

    @Test
    void unusableFactOfFileThatIsKeptAsItCameChangesNothing() throws Exception {
        saved(submissions.submit(file("bridge.rtf", RICH)));
        SequencedMap<String, String> date = new LinkedHashMap<>();
        date.put("date", "Wednesday");

        SubmissionResult result = submissions.edit("bridge", date);

        assertThat(result).isInstanceOf(SubmissionResult.Refused.class);
        assertThat(files()).containsExactly("bridge.rtf");
    }

    @Test
    void deletesPartialFilesOfKilledProcess() throws IOException {
        write(".submitted-1.part", "half an art");

        saved(submissions.submit(file("bridge.md", OPEN)));

        assertThat(files()).containsExactly("bridge.md");
    }

    @Test
    void concurrentSubmissionsSaveOneArticle() throws Exception {
        List<Callable<SubmissionResult>> editors =
                IntStream.range(0, 8)
                        .mapToObj(
                                i ->
                                        (Callable<SubmissionResult>)
                                                () -> submissions.submit(file("b.md", OPEN + i)))
                        .toList();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<SubmissionResult> results =
                    threads.invokeAll(editors).stream().map(Future::resultNow).toList();

            assertThat(results).filteredOn(SubmissionResult.Saved.class::isInstance).hasSize(1);
            assertThat(results).filteredOn(SubmissionResult.NameTaken.class::isInstance).hasSize(7);
        }
    }

    @Test
    void readersSeeOldOrNewFileWhole() throws Exception {
        String end = "This is the end.";
        String text =
                "---\ntitle: Long\nlanguage: en\n---\n" + "It is open.\n\n".repeat(1_000) + end;
        saved(submissions.submit(file("long.md", text)));

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> editor =
                    threads.submit(
                            () -> Stream.generate(() -> text).limit(10).forEach(this::replaceLong));
            do {
                assertThat(Files.readString(folder.resolve("long.md"))).endsWith(end);
            } while (!editor.isDone());
            editor.get();
        }
    }

    private void replaceLong(String text) {
        saved(submissions.replace(file("long.md", text)));
    }

    @Test
    void reloadReportsServedAndRefused() throws Exception {
        write("good.md", OPEN);
        write("bad.md", "no title");

        ArticleSubmissionService.FolderStatus status = submissions.reload(PATIENCE);

        assertThat(status.complete()).isTrue();
        assertThat(status.served()).extracting(ArticleInfo::articleId).containsExactly("good");
        assertThat(status.refused())
                .extracting(ValidationError::file)
                .containsExactly(Path.of("bad.md"));
    }

    @Test
    void reloadTellsWhatWasLeftOutAndWhichFilesAreNoArticles() throws Exception {
        write("good.md", "---\ntitle: The bridge\nurl: /bridge\n---\nIt is open.");
        write("notes.json", "{}");
        write(".hidden.json", "{}");
        write("bridge.md~", "The bridge");

        assertThat(submissions.reload(PATIENCE).remarks())
                .containsExactly(
                        "Not read, because they are no articles: 1, notes.json. Articles are .md,"
                                + " .txt, .html, .pdf, .docx, .odt, .epub, .mhtml, .rtf.",
                        "good.md line 3: \"url: /bridge\" is not a web address. Write it as"
                                + " https://example.org/article.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mill.md | ---\\ntitle: Old\\nPubDate: 2020-01-01\\ntags: [a]\\n---\\nIt turns."
                        + " | ---\\ntags: [a]\\ntitle: 'New: it''s'\\ndate: '2024-03-09'\\n---\\nIt turns.",
                "mill.md | # Old\\n\\nIt turns. | ---\\ntitle: 'New: it''s'\\ndate: '2024-03-09'\\n---\\n\\n\\nIt turns.",
                "mill.txt | Old\\n\\nIt turns. | ---\\ntitle: 'New: it''s'\\ndate: '2024-03-09'\\n---\\n\\nIt turns.\\n",
            })
    void factsOfAnArticleAreChangedInItsFile(String name, String before, String after)
            throws Exception {
        write(name, before.replace("\\n", "\n"));

        SubmissionResult.Saved saved =
                saved(submissions.edit("mill", facts("New: it's", "2024-03-09")));

        assertThat(saved.article().publication().title()).isEqualTo("New: it's");
        assertThat(saved.article().publication().published()).isEqualTo("2024-03-09");
        assertThat(saved.article().text()).isEqualTo("It turns.");
        assertThat(Files.readString(folder.resolve(name))).isEqualTo(after.replace("\\n", "\n"));
    }

    @ParameterizedTest
    @CsvSource({"mill.md, tomorrow, is not a date", "mill.pdf, 2024-03-09, damaged"})
    void factThatCannotBeUsedChangesNothing(String name, String date, String problem)
            throws Exception {
        write(name, "---\ntitle: Old\n---\nIt turns.");

        assertThat(submissions.edit("mill", facts("New", date))).asString().contains(problem);
        assertThat(folder.resolve(name)).hasContent("---\ntitle: Old\n---\nIt turns.");
    }

    private static SequencedMap<String, String> facts(String title, String date) {
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        facts.put("title", title);
        facts.put("date", date);
        return facts;
    }

    @Test
    void reloadEndsWhenLibraryCloses() throws Exception {
        submissions.reload(PATIENCE);
        libraries.forEach(Library::close);

        assertThat(submissions.reload(PATIENCE).complete()).isFalse();
    }

    @Test
    void articleRejectedByListenerIsNotListed() throws Exception {
        Path other = Files.createDirectory(home.resolve("other"));
        try (Library library =
                new Library(
                        other,
                        Clock.systemUTC(),
                        ArticleSubmissionServiceTest::takeNothing,
                        SETTLED_AFTER)) {
            library.start();
            ArticleSubmissionService failing =
                    new ArticleSubmissionService(other, library, _ -> true);

            assertThat(failing.awaitServed(saved(failing.submit(file("b.md", OPEN))), PATIENCE))
                    .isFalse();
        }
    }

    private static void takeNothing(ContentChange change) {
        throw new IllegalStateException("no space left for " + change);
    }

    @Test
    void deletedFileIsNotServed() throws Exception {
        SubmissionResult.Saved saved = saved(submissions.submit(file("bridge.md", OPEN)));
        Files.delete(folder.resolve("bridge.md"));

        assertThat(submissions.awaitServed(saved, PATIENCE)).isFalse();
    }

    @Test
    void watchNoticesSavedArticle() {
        saved(submissions.submit(file("bridge.md", OPEN)));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(published()).hasSize(1));
    }

    private static Submission file(String name, String content) {
        return Submission.file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static SubmissionResult.Saved saved(SubmissionResult result) {
        assertThat(result).isInstanceOf(SubmissionResult.Saved.class);
        return (SubmissionResult.Saved) result;
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.equals(folder))
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private List<String> published() {
        return changes.stream()
                .filter(Published.class::isInstance)
                .map(change -> ((Published) change).article().text())
                .toList();
    }
}
