package dev.verbatim.article.library;

import static dev.verbatim.property.PropertyCheck.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Article;
import dev.verbatim.article.format.Whitespace;
import dev.verbatim.article.library.Submission.SubmissionResult;
import dev.verbatim.property.PropertyCheck.Claim;
import dev.verbatim.property.RandomSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Properties of submissions with any name and any content.
@Execution(ExecutionMode.CONCURRENT)
class SubmissionPropertiesIT {

    private static final String OUTSIDE = "Nobody may change this.";

    private Path home = Path.of("");
    private Library library = library();
    private ArticleSubmissionService submissions = submissions();

    private Library library() {
        return new Library(home.resolve("content"), Clock.systemUTC(), _ -> {});
    }

    private ArticleSubmissionService submissions() {
        return new ArticleSubmissionService(
                home.resolve("content"), library, Locale.ENGLISH::equals);
    }

    /// Each value is submitted to a content folder of its own, with links that lead out of it.
    private Claim<String> inNewFolders(Claim<String> claim) {
        return value -> {
            makeFolders();
            try {
                claim.check(value);
            } finally {
                deleteFolders();
            }
        };
    }

    private void makeFolders() throws IOException {
        home = Files.createTempDirectory("verbatim");
        Files.createDirectory(home.resolve("content"));
        Files.createDirectory(home.resolve("elsewhere"));
        Files.writeString(home.resolve("bridge.md"), OUTSIDE);
        Files.writeString(home.resolve("elsewhere/bridge.md"), OUTSIDE);
        Files.createSymbolicLink(home.resolve("content/north"), home.resolve("elsewhere"));
        Files.createSymbolicLink(home.resolve("content/bridge.md"), home.resolve("bridge.md"));
        library.close();
        library = library();
        submissions = submissions();
    }

    private void deleteFolders() throws IOException {
        library.close();
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted((one, other) -> other.compareTo(one))
                    .forEach(SubmissionPropertiesIT::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nothingIsWrittenOutsideTheContentFolder() {
        forAll(
                200,
                SubmissionPropertiesIT::names,
                inNewFolders(
                        name -> {
                            byte[] content =
                                    "The bridge\nIt is open.".getBytes(StandardCharsets.UTF_8);

                            SubmissionResult submissionResult =
                                    submissions.replace(Submission.file(name, content));
                            submissions.replace(Submission.text(name, null, "It is open."));
                            submissions.remove(name);

                            assertThat(submissionResult)
                                    .isNotInstanceOf(SubmissionResult.Failed.class);
                            assertThat(everyFileOutside())
                                    .containsExactlyInAnyOrder(
                                            "bridge.md: " + OUTSIDE,
                                            "elsewhere/bridge.md: " + OUTSIDE);
                        }));
    }

    private List<String> everyFileOutside() throws IOException {
        try (Stream<Path> files = Files.walk(home, new FileVisitOption[0])) {
            return files.filter(file -> !file.startsWith(home.resolve("content")))
                    .filter(Files::isRegularFile)
                    .map(file -> home.relativize(file) + ": " + read(file))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void submittedTextIsServedCharacterForCharacter() {
        forAll(
                300,
                SubmissionPropertiesIT::texts,
                inNewFolders(
                        text -> {
                            SubmissionResult submissionResult =
                                    submissions.submit(Submission.text("A title", null, text));

                            if (submissionResult instanceof SubmissionResult.Saved saved) {
                                assertThat(read(home.resolve("content").resolve(saved.file())))
                                        .isEqualTo(
                                                "---\ntitle: 'A title'\n---\n\n"
                                                        + withoutMark(text));
                                assertThat(text).contains(paragraphs(saved.article()));
                                assertThat(
                                                withoutBlanks(saved.article().text())
                                                        .equals(withoutBlanks(text)))
                                        .as(
                                                "nothing is missing, unless the editor is told: %s",
                                                saved.warnings())
                                        .isEqualTo(
                                                saved.warnings().stream()
                                                        .noneMatch(
                                                                ValidationWarning.OmittedText.class
                                                                        ::isInstance));
                            } else {
                                assertThat(withoutBlanks(text)).isEmpty();
                            }
                        }));
    }

    @Test
    void boilerplateIsOmittedWithAWarning() throws Exception {
        makeFolders();
        try {
            SubmissionResult submissionResult =
                    submissions.submit(Submission.text("A title", null, "---\n\n©---"));

            assertThat(submissionResult)
                    .isInstanceOfSatisfying(
                            SubmissionResult.Saved.class,
                            saved -> {
                                assertThat(saved.article().text()).isEqualTo("---");
                                assertThat(saved.warnings())
                                        .contains(new ValidationWarning.OmittedText(1, "©---"));
                            });
        } finally {
            deleteFolders();
        }
    }

    /// A byte order mark belongs to no text.
    private static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static List<String> paragraphs(Article article) {
        return article.paragraphs().stream().map(p -> p.span().of(article.text())).toList();
    }

    private static String withoutBlanks(String text) {
        return text.codePoints()
                .filter(c -> !Whitespace.only(Character.toString(c)))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    @Test
    void titleIsServedVerbatimOnOneLine() {
        forAll(
                300,
                SubmissionPropertiesIT::titles,
                inNewFolders(
                        title -> {
                            SubmissionResult submissionResult =
                                    submissions.submit(Submission.text(title, null, "It is open."));

                            if (submissionResult instanceof SubmissionResult.Saved saved) {
                                assertThat(saved.article().publication().title())
                                        .isEqualTo(Whitespace.squeezed(title));
                                assertThat(saved.article().publication().publisher()).isNull();
                                assertThat(saved.article().text()).isEqualTo("It is open.");
                            } else {
                                assertThat(Whitespace.only(title)).isTrue();
                            }
                        }));
    }

    private static String names(RandomSource random) {
        return joined(
                random,
                "../",
                "..\\",
                ".",
                "/",
                "north/",
                "bridge.md",
                "bridge",
                "elsewhere/",
                "/tmp/",
                "~",
                "\0",
                "\n",
                "con",
                ".txt",
                ".html",
                "．．／",
                "🌉",
                "\u202E",
                "\ud83c",
                "ü");
    }

    private static String texts(RandomSource random) {
        return joined(
                random,
                "---\n",
                "...",
                "\n",
                "\n\n",
                " ",
                "\t",
                "# ",
                "* ",
                "*",
                "_",
                "`",
                "<b>",
                "&amp;",
                "[a](b)",
                "“Open,” she said.",
                "'",
                "\"",
                "\\",
                "\u00a0",
                "\u2028",
                "It is open.",
                "title: x\n",
                "🌉",
                "\ufeff",
                "\u202E",
                "{0}");
    }

    private static String titles(RandomSource random) {
        return joined(
                random,
                "'",
                "''",
                "\"",
                ": ",
                "#",
                " #",
                "\\",
                "- ",
                "[",
                "{",
                "&",
                "*",
                "!",
                "|",
                ">",
                "%",
                "@",
                "`",
                "null",
                "2022-10-12",
                "\n",
                "\u00a0",
                "\u2028",
                "🌉",
                "a",
                "---",
                "Міст");
    }

    private static String joined(RandomSource random, String... words) {
        return String.join(
                "",
                random.list(
                        0,
                        30,
                        source ->
                                source.oneIn(6)
                                        ? (source.anyBoolean()
                                                ? source.text(1, 1, '!', '~')
                                                : source.text(1, 1, '¡', 'ӿ'))
                                        : source.oneOf(words)));
    }
}
