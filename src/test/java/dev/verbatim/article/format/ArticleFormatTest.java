package dev.verbatim.article.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Publication;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleFormatTest {

    @Test
    void frontMatterValuesAreKeptAsWritten() {
        Article article =
                ReadArticle.of(
                        "bridge.md",
                        """
                        ---
                        title: "Kyiv: the bridge"   # a comment
                        publisher: Euronews
                        author: "Ana Šesták"
                        published: 2022-10-12
                        url: https://example.org/bridge?a=1
                        language: en-GB
                        license: CC BY 4.0
                        tags: [war, bridges]
                        ---
                        The bridge is open.
                        """);

        assertThat(article.publication())
                .isEqualTo(
                        new Publication(
                                "Kyiv: the bridge",
                                "Euronews",
                                "Ana Šesták",
                                LocalDate.of(2022, 10, 12),
                                URI.create("https://example.org/bridge?a=1"),
                                Locale.UK,
                                "CC BY 4.0"));
    }

    @Test
    void emptyValueCountsAsMissing() {
        Article article =
                ReadArticle.of(
                        "bridge.md",
                        "---\ntitle: A\npublisher:\nurl: \"\"\n---\nThe bridge is open.");

        assertThat(article.publication().publisher()).isNull();
        assertThat(article.publication().url()).isNull();
    }

    @Test
    void idIsTheFileNameWithoutExtension() {
        assertThat(ReadArticle.of("the.bridge.txt", "The bridge\nIt is open.").id())
                .isEqualTo("the.bridge");
    }

    @Test
    void detectsMissingLanguage() {
        Article article =
                ReadArticle.of("b.txt", "Die Brücke\nDie Brücke ist seit Montag wieder offen.");

        assertThat(article.publication().language()).isEqualTo(Locale.GERMAN);
    }

    @Test
    void firstLineOfTextIsTheTitle() {
        Article article =
                ReadArticle.of("bridge.txt", "\n The bridge \n\nIt is open.\n\nCars wait.\n");

        assertThat(article.publication().title()).isEqualTo("The bridge");
        assertThat(article.text()).isEqualTo("It is open.\n\nCars wait.");
    }

    @Test
    void linesThatAllEndSentencesAreParagraphs() {
        assertThat(
                        paragraphs(
                                "bridge.txt",
                                """
                                The bridge
                                It is open.
                                “Cars wait,” she said: “Why?”
                                Advertisement
                                Lorries don’t…
                                Read the full article Here\
                                """))
                .containsExactly("It is open.", "“Cars wait,” she said: “Why?”", "Lorries don’t…");
    }

    @Test
    void wrappedLinesAreOneParagraph() {
        assertThat(
                        paragraphs(
                                "bridge.txt",
                                """
                                The bridge

                                It is open, but the
                                cars wait. Lorries
                                don’t.

                                Nobody knows why.\
                                """))
                .containsExactly(
                        "It is open, but the\ncars wait. Lorries\ndon’t.", "Nobody knows why.");
    }

    @Test
    void linesTooLongForWrappingAreParagraphs() {
        String line = "The bridge is open and cars wait ".repeat(8).strip();

        assertThat(paragraphs("bridge.txt", "The bridge\n" + line + "\nNobody knows\n" + line))
                .containsExactly(line, "Nobody knows", line);
    }

    @Test
    void repeatedTitleIsNoParagraph() {
        assertThat(paragraphs("b.md", "---\ntitle: The bridge\n---\n\n# The bridge\n\nIt is open."))
                .containsExactly("It is open.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r", "\n"})
    void normalizesLineEndsAndByteOrderMark(String lineEnd) {
        String file =
                "\ufeff---\ntitle: The bridge\n---\nIt is\nopen.\n\nCars wait.\n"
                        .replace("\n", lineEnd);

        assertThat(ReadArticle.of("bridge.md", file).text())
                .isEqualTo("It is\nopen.\n\nCars wait.");
    }

    @Test
    void markdownLosesOnlyItsMarkup() {
        Article article =
                ReadArticle.of(
                        "bridge.md",
                        """
                        # The *bridge*

                        The **bridge** is [open](https://example.org "Why?"), says `cat`&nbsp;&amp; co.
                        ![A bridge](bridge.jpg)

                        ## Cars

                        > Cars *wait*.\\
                        > Lorries <b>don’t</b>.

                        - One
                        - Two

                        <p>Nobody knows <i>why</i>.</p>

                        ***
                        """);

        assertThat(article.publication().title()).isEqualTo("The bridge");
        assertThat(article.text())
                .isEqualTo(
                        """
                        The bridge is open, says cat\u00a0& co.

                        Cars

                        Cars wait.
                        Lorries don’t.

                        • One
                        • Two

                        Nobody knows why.\
                        """);
    }

    @Test
    void headingIsTextButNoParagraph() {
        Article article =
                ReadArticle.of("bridge.md", "# The bridge\n\nOpen.\n\n## Cars\n\nThey wait.");

        assertThat(article.text()).isEqualTo("Open.\n\nCars\n\nThey wait.");
        assertThat(article.passages())
                .extracting(Passage::text)
                .containsExactly("Open.", "They wait.");
        assertThat(article.passages()).extracting(Passage::paragraph).containsExactly(1, 2);
    }

    @Test
    void readsNestedBlockQuotes() {
        assertThat(
                        ReadArticle.of("b.md", "# The bridge\n\n" + ">".repeat(50_000) + " Open.")
                                .text())
                .endsWith("Open.");
    }

    @Test
    void pageIsReadWithoutItsSurroundings() {
        Article article =
                ReadArticle.of(
                        "bridge.html",
                        """
                        <!doctype html><html lang="en"><head><title>The bridge | Euronews</title>
                        <meta property="og:title" content="The bridge">
                        <meta property="og:site_name" content="Euronews">
                        <meta name="author" content="Ana Šesták">
                        <meta property="article:published_time" content="2022-10-12T08:00:00Z">
                        <link rel="canonical" href="https://example.org/bridge">
                        <script>var a = "<p>no</p>";</script></head>
                        <body><header>Euronews</header><nav><a href="/">Home</a></nav>
                        <article><h1>The bridge</h1>
                        <p>The   <b>bridge</b>
                           is&nbsp;open&shy;ed &amp; free.</p>
                        <aside>Weather: rain.</aside>
                        <figure><img src="x.jpg"><figcaption>A bridge.</figcaption></figure>
                        <h2>Cars</h2>
                        <div>Cars wait.<br>Lorries don’t.<br><br>Nobody knows why.</div>
                        <ul><li>One</li><li>Two</li></ul>
                        <p>Share this article</p>
                        <form><p>Your e-mail?</p></form>
                        </article>
                        <div>Other news.</div><footer>© Euronews</footer></body></html>\
                        """);

        assertThat(article.publication())
                .isEqualTo(
                        new Publication(
                                "The bridge",
                                "Euronews",
                                "Ana Šesták",
                                LocalDate.of(2022, 10, 12),
                                URI.create("https://example.org/bridge"),
                                Locale.ENGLISH,
                                null));
        assertThat(article.text())
                .isEqualTo(
                        """
                        The bridge is\u00a0open\u00aded & free.

                        Cars

                        Cars wait.
                        Lorries don’t.

                        Nobody knows why.

                        One

                        Two\
                        """);
    }

    @Test
    void readsMetadataFromJsonLd() {
        Publication publication =
                ReadArticle.of(
                                "bridge.html",
                                """
                                <title>The bridge</title><script type="application/ld+json">
                                {"@graph": [{"@type": "WebSite", "name": "no"},
                                 {"@type": ["NewsArticle"], "headline": "no: the page's title is",
                                  "author": [{"name": "Ana Šesták"}], "publisher": {"name": "Euronews"},
                                  "datePublished": "2022-10-12"}]}</script>
                                <p>The bridge is open.\
                                """)
                        .publication();

        assertThat(publication.author()).isEqualTo("Ana Šesták");
        assertThat(publication.publisher()).isEqualTo("Euronews");
        assertThat(publication.published()).isEqualTo("2022-10-12");
    }

    @Test
    void invalidPageMetadataCountAsMissing() {
        Publication publication =
                ReadArticle.of(
                                "bridge.html",
                                """
                                <html lang="english"><title>The bridge</title>
                                <meta name="date" content="Wednesday">
                                <link rel="canonical" href="javascript:alert(1)">
                                <script type="application/ld+json">{"@type": </script>
                                <p>The bridge is open again for cars and for lorries.\
                                """)
                        .publication();

        assertThat(publication).isEqualTo(Publication.titled("The bridge").in(Locale.ENGLISH));
    }

    @Test
    void frontMatterOverridesPageMetadata() {
        Article article =
                ReadArticle.of(
                        "bridge.html",
                        "---\ntitle: The bridge\nlanguage: de\n---\n"
                                + "<html lang=en><h1>The tunnel</h1><p>The bridge is open.</p>");

        assertThat(article.publication())
                .isEqualTo(Publication.titled("The bridge").in(Locale.GERMAN));
    }

    @Test
    void externalEntitiesAreNotResolved() {
        Article article =
                ReadArticle.of(
                        "bridge.html",
                        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                                + "<title>The bridge</title><p>The bridge is &x; open.");

        assertThat(article.text()).doesNotContain("root:").contains("&x;");
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252, ISO-8859-1",
        "windows-1252,",
        "UTF-8, ISO-8859-1",
        "UTF-8,",
        "UTF-16,",
        "UTF-16LE, UTF-16LE",
        "ISO-8859-15, ISO-8859-15"
    })
    void fetchedTextIsReadByWhatItsBytesAndItsSiteSay(String written, @Nullable String stated) {
        String text =
                written.equals("ISO-8859-15") ? "Die Mühle kostet 9 €." : "Die Mühle „brennt“.";
        byte[] bytes = text.getBytes(Charset.forName(written));

        String read =
                ArticleFormat.decodeFetched(bytes, stated == null ? null : Charset.forName(stated));

        assertThat(read).isEqualTo(text);
    }

    private List<String> paragraphs(String name, String content) {
        return ReadArticle.paragraphs(ReadArticle.of(name, content));
    }
}
