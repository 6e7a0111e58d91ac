package dev.verbatim.article.library;

import static dev.verbatim.property.PropertyCheck.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.format.BoilerplateFilter;
import dev.verbatim.article.format.ValidationError;
import dev.verbatim.article.format.Whitespace;
import dev.verbatim.article.library.ArticleReader.ReadResult;
import dev.verbatim.property.RandomSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Entities;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/// Properties of reading: the served text is the written text, character for character, for random
/// articles in each format.
class ArticleReaderPropertiesIT {

    /// A title that no paragraph repeats: a repeated title is left out on purpose.
    private static final String HEAD = "---\ntitle: Nothing of the below\nlanguage: en\n---\n";

    private static final List<String> MARKUP =
            List.of(
                    "\n",
                    "\n\n",
                    "---\n",
                    "title: ",
                    "# ",
                    "<p>",
                    "</p>",
                    "<br>",
                    "&amp;",
                    "* ",
                    "> ",
                    "`",
                    "```\n",
                    "[a](b)",
                    "![",
                    "<!--",
                    "-->",
                    "<script>",
                    "\t",
                    "\r\n",
                    "\u00a0",
                    "\0",
                    "{",
                    "[",
                    "&a ",
                    "*a ",
                    "- ",
                    "\"",
                    "1. ",
                    "|",
                    "\\",
                    "<article>");

    /// Words and signs that programs like to change.
    private static final List<String> PIECES =
            List.of(
                    "The",
                    "bridge",
                    "is",
                    "open.",
                    "“Why?”",
                    "she",
                    "said.",
                    "‘No,’",
                    "he",
                    "Dr.",
                    "5 p.m.",
                    "U.S.",
                    "Jan. 3",
                    "1.5",
                    "—",
                    "–",
                    "don’t",
                    "l’été",
                    "e\u0301te\u0301",
                    "a\u00a0b",
                    "a\u202fb",
                    "so\u00adft",
                    "a\u200bb",
                    "👍🏽",
                    "👩‍👩‍👧",
                    "🇺🇦",
                    "שלום",
                    "مرحبا.",
                    "\u200fעברית\u200e",
                    "Міст",
                    "відкрито.",
                    "«Чому?»",
                    "橋は開いている。",
                    "ﬁn",
                    "Å",
                    "A\u030a",
                    "…",
                    "!?",
                    "№",
                    "½",
                    "\ufffd",
                    "ǅ",
                    "ß",
                    "İ");

    private static Path folder = Path.of("");

    @BeforeAll
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("articles");
    }

    @AfterAll
    static void removeFolder() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    @Test
    void plainTextIsServedVerbatim() {
        forAll(
                1_000,
                ArticleReaderPropertiesIT::paragraphs,
                paragraphs -> {
                    Article article = read("plain.txt", HEAD + String.join("\n\n", paragraphs));

                    assertThat(paragraphsOf(article)).isEqualTo(paragraphs);
                    assertSound(article);
                });
    }

    @Test
    void markdownIsServedWithoutMarkup() {
        forAll(
                1_000,
                ArticleReaderPropertiesIT::paragraphs,
                paragraphs -> {
                    Article article = read("marked.md", HEAD + String.join("\n\n", paragraphs));

                    assertThat(paragraphsOf(article)).isEqualTo(paragraphs);
                    assertSound(article);
                });
    }

    @Test
    void htmlIsServedAsBrowsersShowIt() {
        forAll(
                1_000,
                ArticleReaderPropertiesIT::paragraphs,
                paragraphs -> {
                    List<String> words = framed(paragraphs);
                    StringBuilder page = new StringBuilder(HEAD);
                    words.forEach(
                            paragraph ->
                                    page.append("<p>")
                                            .append(Entities.escape(paragraph))
                                            .append("\n"));

                    Article article = read("page.html", page.toString());

                    assertThat(paragraphsOf(article)).isEqualTo(words);
                    assertSound(article);
                });
    }

    /// A page's labels above its first sentence and below its last are no part of its article.
    private static List<String> framed(List<String> paragraphs) {
        List<String> framed = new ArrayList<>(paragraphs);
        framed.addFirst("The bridge opened on Monday.");
        framed.addLast("It closes on Friday.");
        return framed;
    }

    @Test
    void anyContentIsReadOrRefused() {
        forAll(
                1_000,
                ArticleReaderPropertiesIT::anything,
                ArticleReaderPropertiesIT::names,
                ArticleReaderPropertiesIT::assertArticleOrRefusal);
    }

    static void assertArticleOrRefusal(String content, String name) {
        switch (reading(name, content)) {
            case ReadResult.Read(Article article, _) -> assertSound(article);
            case ReadResult.Refused(ValidationError error) ->
                    assertThat(error.toString()).startsWith(name).doesNotContain("\n");
        }
    }

    /// Every passage lies in its paragraph, and all passages together leave nothing out.
    private static void assertSound(Article article) {
        StringBuilder quoted = new StringBuilder();
        for (Passage passage : article.passages()) {
            assertThat(passage.text()).isEqualTo(passage.span().of(article.text()));
            assertThat(passage.text()).isNotBlank();
            quoted.append(passage.text());
        }
        StringBuilder written = new StringBuilder();
        paragraphsOf(article).forEach(written::append);
        assertThat(unblanked(quoted)).isEqualTo(unblanked(written));
    }

    private static String unblanked(CharSequence text) {
        return text.toString().replaceAll("[\\s\\p{Z}]", "");
    }

    private static List<String> paragraphsOf(Article article) {
        return article.paragraphs().stream()
                .map(paragraph -> paragraph.span().of(article.text()))
                .toList();
    }

    private static List<String> paragraphs(RandomSource random) {
        return random.list(1, 8, ArticleReaderPropertiesIT::paragraph);
    }

    private static String paragraph(RandomSource random) {
        String words = String.join(" ", random.list(1, 60, source -> source.oneOf(PIECES)));
        return Whitespace.only(words)
                        || BoilerplateFilter.isBoilerplate(words)
                        || words.startsWith("1.5")
                ? paragraph(random)
                : words;
    }

    static String anything(RandomSource random) {
        return String.join("", random.list(0, 60, ArticleReaderPropertiesIT::anyPiece))
                .replaceAll("[\\ud800-\\udfff]", "");
    }

    private static String anyPiece(RandomSource random) {
        return switch (random.between(0, 4)) {
            case 0, 1 -> random.oneOf(MARKUP);
            case 2, 3 -> random.oneOf(PIECES);
            default -> random.anyText(5);
        };
    }

    static String names(RandomSource random) {
        return random.oneOf("fuzz.md", "fuzz.txt", "fuzz.html");
    }

    private static Article read(String name, String content) {
        return switch (reading(name, content)) {
            case ReadResult.Read(Article article, _) -> article;
            case ReadResult.Refused(ValidationError error) -> throw new AssertionError(error);
        };
    }

    private static ReadResult reading(String name, String content) {
        try {
            return new ArticleReader()
                    .read(folder, Files.writeString(folder.resolve(name), content));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
