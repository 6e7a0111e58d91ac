package dev.verbatim.article.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.format.BoilerplateFilter;
import dev.verbatim.article.format.ValidationError;
import dev.verbatim.article.format.Whitespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jsoup.nodes.Entities;
import org.springframework.util.FileSystemUtils;

/// What is served is what was written, character for character: for articles that nobody would
/// write, in each format.
class FidelityTest {

    /// A title that no paragraph repeats: a repeated title is left out on purpose.
    private static final String HEAD = "---\ntitle: Nothing of the below\nlanguage: en\n---\n";

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

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("articles");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    @Property(tries = 1_000)
    void plainTextIsServedAsWritten(@ForAll("paragraphs") List<String> paragraphs) {
        Article article = read("plain.txt", HEAD + String.join("\n\n", paragraphs));

        assertThat(paragraphsOf(article)).isEqualTo(paragraphs);
        assertSound(article);
    }

    @Property(tries = 1_000)
    void markdownIsServedAsItsText(@ForAll("paragraphs") List<String> paragraphs) {
        Article article = read("marked.md", HEAD + String.join("\n\n", paragraphs));

        assertThat(paragraphsOf(article)).isEqualTo(paragraphs);
        assertSound(article);
    }

    @Property(tries = 1_000)
    void pagesAreServedAsTheyAreShown(@ForAll("paragraphs") List<String> paragraphs) {
        StringBuilder page = new StringBuilder(HEAD);
        paragraphs.forEach(words -> page.append("<p>").append(Entities.escape(words)).append("\n"));

        Article article = read("page.html", page.toString());

        assertThat(paragraphsOf(article)).isEqualTo(paragraphs);
        assertSound(article);
    }

    @Property(tries = 1_000)
    void whateverIsInAFileThereIsAnArticleOrARefusal(
            @ForAll("anything") String content, @ForAll("names") String name) {
        switch (reading(name, content)) {
            case ReadResult.Read(Article article) -> assertSound(article);
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

    @Provide
    Arbitrary<List<String>> paragraphs() {
        return Arbitraries.of(PIECES)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60)
                .map(pieces -> String.join(" ", pieces))
                .filter(words -> !Whitespace.only(words) && !BoilerplateFilter.isBoilerplate(words))
                .filter(words -> !words.startsWith("1.5"))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<String> anything() {
        Arbitrary<String> pieces =
                Arbitraries.of(
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
        return Arbitraries.frequencyOf(
                        Tuple.of(2, pieces),
                        Tuple.of(2, Arbitraries.of(PIECES)),
                        Tuple.of(1, Arbitraries.strings().ofMaxLength(5)))
                .list()
                .ofMaxSize(60)
                .map(words -> String.join("", words))
                .map(content -> content.replaceAll("[\\ud800-\\udfff]", ""));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("fuzz.md", "fuzz.txt", "fuzz.html");
    }

    private static Article read(String name, String content) {
        return switch (reading(name, content)) {
            case ReadResult.Read(Article article) -> article;
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
