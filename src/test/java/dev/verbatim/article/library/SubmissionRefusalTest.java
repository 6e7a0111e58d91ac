package dev.verbatim.article.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.format.ValidationError;
import dev.verbatim.article.library.ArticleReader.ReadResult;
import dev.verbatim.article.library.Submission.SubmissionResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Refused submissions: for the same errors as a file of the content folder, in the same words, and
/// without leaving a file there.
class SubmissionRefusalTest {

    private static final String TEXT = "\nThe bridge is open.\n";

    @TempDir Path home;

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("no title", "bridge.md", "---\npublisher: Euronews\n---" + TEXT),
                fault("a list for a title", "bridge.md", "---\ntitle: [A]\n---" + TEXT),
                fault("no end of it", "bridge.md", "---\ntitle: A\n" + TEXT),
                fault("deep YAML", "bridge.md", "---\na: " + "[".repeat(5_000) + "\n---" + TEXT),
                fault("billion laughs", "bridge.md", "---\n" + laughs() + "---" + TEXT),
                fault("no text", "bridge.txt", "The bridge\n"),
                fault("empty", "bridge.txt", ""),
                fault("binary", "bridge.txt", "The bridge\nis\0open"),
                fault("deep HTML", "bridge.html", "<title>A</title>" + "<div>".repeat(20_000)),
                fault("a page of tags", "bridge.html", "<title>A</title>" + "<b>".repeat(200_000)),
                fault(
                        "deep emphasis",
                        "bridge.md",
                        "# A\n\n" + "*a **b ".repeat(20_000) + "x* y** ".repeat(20_000)),
                fault("over 5 MB", "bridge.txt", "A\n" + "x".repeat(5_000_000)),
                Arguments.argumentSet("UTF-16", "bridge.txt", utf16("\ufeffThe bridge\nIt")),
                Arguments.argumentSet("cut off", "bridge.txt", cutOff("The bridge\nThe café")));
    }

    private static Arguments fault(String what, String name, String content) {
        return Arguments.argumentSet(what, name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] utf16(String content) {
        return content.getBytes(StandardCharsets.UTF_16LE);
    }

    private static byte[] cutOff(String content) {
        byte[] whole = content.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(whole, whole.length - 1);
    }

    private static String laughs() {
        StringBuilder laughs = new StringBuilder("title: The bridge\na0: &a0 [lol, lol]\n");
        for (int i = 1; i < 30; i++) {
            laughs.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        return laughs.toString();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void submissionIsRefusedLikeAFile(String name, byte[] content) throws IOException {
        Path asFile = Files.write(home.resolve(name), content);
        Path folder = Files.createDirectory(home.resolve("content"));

        SubmissionResult submissionResult = submit(folder, Submission.file(name, content));

        assertThat(submissionResult).isEqualTo(new SubmissionResult.Refused(refusal(asFile)));
        assertThat(folder).isEmptyDirectory();
    }

    private ValidationError refusal(Path file) {
        ReadResult readResult = new ArticleReader().read(home, file);
        assertThat(readResult).isInstanceOf(ReadResult.Refused.class);
        return ((ReadResult.Refused) readResult).error();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "published: Wednesday",
                "url: tg://user?id=1",
                "language: xx",
                "author: Kyiv: the bridge",
            })
    void factThatCannotBeUsedIsLeftOutAndTold(String fact) throws IOException {
        Path folder = Files.createDirectory(home.resolve("content"));
        byte[] content =
                ("---\ntitle: A\n" + fact + "\n---" + TEXT).getBytes(StandardCharsets.UTF_8);

        SubmissionResult result = submit(folder, Submission.file("bridge.md", content));

        assertThat(((SubmissionResult.Saved) result).warnings())
                .hasAtLeastOneElementOfType(ValidationWarning.OmittedFact.class);
    }

    @Test
    void acceptsSubmissionsAfterARefusal() throws IOException {
        Path folder = Files.createDirectory(home.resolve("content"));
        submit(folder, Submission.file("bridge.md", new byte[] {0}));

        assertThat(submit(folder, Submission.text("The bridge", null, TEXT)))
                .isInstanceOf(SubmissionResult.Saved.class);
    }

    @Test
    void refusesOtherFileFormats() {
        assertRefused(
                Submission.file("../bridge.exe", new byte[] {1}),
                "bridge.exe: is no kind of file that I read. Save the article as one of these: .md,"
                        + " .txt, .html, .pdf, .docx, .odt, .epub, .mhtml, .rtf.");
    }

    @Test
    void refusesTextWithoutTitle() {
        assertThat(line(Submission.text(" \n", null, TEXT))).contains(": has no title. Write");
    }

    @Test
    void refusesParagraphAsTitle() {
        assertThat(line(Submission.text("The bridge is open. ".repeat(99_999), null, TEXT)))
                .contains("is over 300 characters");
    }

    @Test
    void refusesTitleWithoutText() {
        assertRefused(
                Submission.text("The bridge", null, " \n "),
                "the-bridge.txt: has no text beside the title. Write the article below it.");
    }

    @Test
    void leavesOutAnAddressThatIsNoPage() {
        SubmissionResult saved =
                submit(
                        home.resolve("content"),
                        Submission.text("The bridge", "javascript:alert(1)", TEXT));

        assertThat(((SubmissionResult.Saved) saved).article().publication().url()).isNull();
        assertThat(((SubmissionResult.Saved) saved).warnings())
                .contains(
                        new ValidationWarning.OmittedFact(
                                "the-bridge line 3: \"url: javascript:alert(1)\" is not a web"
                                        + " address. Write it as https://example.org/article."));
    }

    @Test
    void reportsLineOfControlCharacter() {
        assertRefused(
                Submission.text("The bridge", "https://example.org", "It is\nop\u0007en."),
                "the-bridge.txt line 2: the control character U+0007 is no text, the file is binary"
                        + " or damaged. Save it as plain text in UTF-8.");
    }

    @Test
    void refusesLoneSurrogate() {
        assertRefused(
                Submission.text("The bridge", null, "It is open \ud83c."),
                "the-bridge.txt: has half a character in it. Send it as a file in UTF-8.");
    }

    private void assertRefused(Submission submission, String line) {
        assertThat(line(submission)).isEqualTo(line);
    }

    private String line(Submission submission) {
        SubmissionResult submissionResult = submit(home.resolve("content"), submission);
        assertThat(submissionResult).isInstanceOf(SubmissionResult.Refused.class);
        assertThat(home).isEmptyDirectory();
        return ((SubmissionResult.Refused) submissionResult).error().toString();
    }

    private static SubmissionResult submit(Path folder, Submission submission) {
        try (Library library = new Library(folder, Clock.systemUTC(), _ -> {})) {
            return new ArticleSubmissionService(folder, library, _ -> true).submit(submission);
        }
    }
}
