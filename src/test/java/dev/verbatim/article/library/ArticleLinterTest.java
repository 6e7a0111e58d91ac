package dev.verbatim.article.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.library.Submission.SubmissionResult;
import dev.verbatim.article.library.ValidationWarning.DuplicateText;
import dev.verbatim.article.library.ValidationWarning.LongParagraphs;
import dev.verbatim.article.library.ValidationWarning.MissingDate;
import dev.verbatim.article.library.ValidationWarning.MissingUrl;
import dev.verbatim.article.library.ValidationWarning.OmittedText;
import dev.verbatim.article.library.ValidationWarning.SimilarName;
import dev.verbatim.article.library.ValidationWarning.TakenShare;
import dev.verbatim.article.library.ValidationWarning.UnattributedQuotations;
import dev.verbatim.article.library.ValidationWarning.UncertainLanguage;
import dev.verbatim.article.library.ValidationWarning.UnknownLanguage;
import dev.verbatim.article.library.ValidationWarning.UnsupportedLanguage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Warnings to editors.
class ArticleLinterTest {

    private static final String TOP =
            "---\ntitle: A\npublished: 2022-10-12\nurl: https://example.org/a\n";
    private static final String ENGLISH = TOP + "language: en\n---\n";
    private static final String GERMAN_TEXT =
            "Die Brücke über den Fluss ist seit gestern wieder für alle geöffnet, und viele"
                    + " Menschen kamen schon am ersten Tag, um sie sich anzusehen. ";

    @TempDir Path folder;

    @Test
    void completeArticleHasNoWarnings() {
        assertThat(warnings(ENGLISH + "“The bridge is open,” the mayor Jane Doe said.")).isEmpty();
    }

    @Test
    void warnsOfSeedArticlesMissingUrl() throws IOException {
        String seed = Files.readString(Path.of("content/nato-allies-two-day-meeting.md"));

        assertThat(warnings(seed)).contains(new MissingUrl()).doesNotContain(new MissingDate());
    }

    @Test
    void warnsOfMissingDateAndUrl() {
        assertThat(warnings("---\ntitle: A\nlanguage: en\n---\nIt is open."))
                .containsExactly(new MissingDate(), new MissingUrl());
    }

    @Test
    void warnsOfUnknownLanguage() {
        assertThat(warnings(TOP + "---\n1 2 3")).containsExactly(new UnknownLanguage());
    }

    @Test
    void warnsOfLanguageTheEncoderDoesNotSupport() {
        assertThat(warnings(TOP + "---\n" + GERMAN_TEXT.repeat(3)))
                .containsExactly(new UnsupportedLanguage(Locale.GERMAN));
    }

    @Test
    void warnsOfLanguageOtherThanGiven() {
        assertThat(warnings(ENGLISH + GERMAN_TEXT.repeat(3)))
                .containsExactly(new UncertainLanguage(Locale.ENGLISH, Locale.GERMAN));
    }

    @Test
    void warnsOfOtherLanguageAtTheEnd() {
        assertThat(
                        warnings(
                                ENGLISH
                                        + "The bridge is open again. ".repeat(20)
                                        + GERMAN_TEXT.repeat(3)))
                .containsExactly(new UncertainLanguage(Locale.ENGLISH, Locale.GERMAN));
    }

    @Test
    void countsLongParagraphs() {
        String paragraph = "The bridge over the river is open again. ".repeat(80) + "\n\n";

        assertThat(warnings(ENGLISH + "It is open.\n\n" + paragraph + "Yes.\n\n" + paragraph))
                .containsExactly(new LongParagraphs(3_000, 2, 2));
    }

    @Test
    void countsQuotationsWithoutSpeaker() {
        assertThat(
                        warnings(
                                ENGLISH
                                        + "The bridge is open.\n\n“We waited for a year,” they"
                                        + " said."))
                .containsExactly(new UnattributedQuotations(1, 2));
    }

    @Test
    void reportsShareOfThePageThatWasTaken() {
        String menu = "<ul>" + "<li><a href='/'>Bridges and tunnels</a></li>".repeat(30) + "</ul>";
        String text = "<div class='text'><p>The bridge is open again, the mayor said.</p></div>";
        String page = ENGLISH + "<div>" + menu + "</div>" + text;

        assertThat(warnings("a.html", page)).containsExactly(new TakenShare(8, "div.text"));
        assertThat(new TakenShare(8, "div.text").isSmall()).isTrue();
    }

    @Test
    void pageWithNothingElseNeedsNoReport() {
        assertThat(warnings("a.html", ENGLISH + "<p>The bridge is open again.</p>")).isEmpty();
    }

    @Test
    void showsOmittedText() {
        assertThat(
                        warnings(
                                ENGLISH
                                        + "The bridge is open.\n\nAdvertisement\n\nIt was closed.\n"
                                        + "Read the full article here"))
                .containsExactly(new OmittedText(2, "Advertisement"));
    }

    @Test
    void warnsOfSameTextUnderAnotherName() throws Exception {
        Files.writeString(folder.resolve("bridge.txt"), "The bridge\nIt is open.\n\nYes, it is.");
        try (Library library = library()) {
            library.start();
            library.awaitSettled();

            ArticleInfo other = library.articles().getFirst();
            assertThat(warnings(library, ENGLISH + "It is open.\n\nYes,\nit is."))
                    .containsExactly(new DuplicateText(other));
            assertThat(warnings(library, ENGLISH + "It is open.\n\nNo, it is not.")).isEmpty();
        }
    }

    @Test
    void warnsOfNameThatDiffersOnlyInCase() throws Exception {
        Files.writeString(folder.resolve("A.txt"), "The harbour\nIt is closed.");
        try (Library library = library()) {
            library.start();
            library.awaitSettled();

            ArticleInfo other = library.articles().getFirst();
            assertThat(warnings(library, ENGLISH + "It is open."))
                    .containsExactly(new SimilarName(other));
        }
    }

    @Test
    void articleIsNoDuplicateOfItsOldVersion() throws Exception {
        Files.writeString(folder.resolve("a.txt"), "The bridge\nIt is open.");
        try (Library library = library()) {
            library.start();
            library.awaitSettled();

            assertThat(warnings(library, ENGLISH + "It is open.")).isEmpty();
        }
    }

    private Library library() {
        return new Library(folder, Clock.systemUTC(), _ -> {}, Duration.ofMillis(50));
    }

    private List<ValidationWarning> warnings(String content) {
        return warnings("a.md", content);
    }

    private List<ValidationWarning> warnings(String name, String content) {
        try (Library library = library()) {
            return warnings(library, name, content);
        }
    }

    private List<ValidationWarning> warnings(Library library, String content) {
        return warnings(library, "a.md", content);
    }

    private List<ValidationWarning> warnings(Library library, String name, String content) {
        Submission submission = Submission.file(name, content.getBytes(StandardCharsets.UTF_8));
        SubmissionResult submissionResult =
                new ArticleSubmissionService(folder, library, Locale.ENGLISH::equals)
                        .replace(submission);
        assertThat(submissionResult).isInstanceOf(SubmissionResult.Saved.class);
        return ((SubmissionResult.Saved) submissionResult).warnings();
    }
}
