package dev.verbatim.article.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Article;
import dev.verbatim.article.library.ArticleReader;
import dev.verbatim.article.library.ArticleReader.ReadResult;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlArticleParserTest {

    private static final String FIRST =
            "The old mill of Brenna burned down on Friday night, and nobody was hurt in the fire.";
    private static final String SECOND =
            "Firemen from four villages fought the flames until the morning, their chief said.";

    @Test
    void articleIsFoundWithoutAnyTagThatNamesIt() {
        assertThat(
                        paragraphs(
                                """
                                <div id="head"><a href="/">Home</a> <a href="/s">Sport</a></div>
                                <div class="side"><ul><li><a href="/1">Geese are back on the pond</a></li>
                                <li><a href="/2">Council plants forty trees</a></li></ul></div>
                                <div class="text"><p>%s</p><p>%s</p></div>
                                <div id="foot">Brenna Courier. Imprint. Contact us. Privacy.</div>\
                                """))
                .containsExactly(FIRST, SECOND);
    }

    @Test
    void emptyFirstArticleTagIsNotTheArticle() {
        assertThat(
                        paragraphs(
                                """
                                <article><h3><a href="/1">Geese are back</a></h3><p>Read on.</p></article>
                                <div><p>%s</p><p>%s</p></div>\
                                """))
                .containsExactly(FIRST, SECOND);
    }

    @Test
    void longCommentsAreNotTheArticle() {
        String comment =
                "<div class='comment'><p>I saw it from my window, and it was terrible to watch the"
                        + " roof come down after all these years.</p></div>";

        assertThat(
                        paragraphs(
                                "<main><p>%s</p><p>%s</p><section id='reader-comments'>"
                                        + comment.repeat(9)
                                        + "</section></main>"))
                .containsExactly(FIRST, SECOND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ul class='social-share'><li>Facebook</li><li>Mail</li></ul>",
                "<p><a href='/pond'>Geese are back on the pond of Brenna</a></p>",
                "<p><b>Read also: Geese are back</b></p>",
                "<div class='relatedStories'><p>Geese are back on the pond, and everybody is glad.</p></div>",
                "<div class='newsletterBox'><p>Every morning in your inbox: the news of Brenna.</p></div>",
                "<div style='color:red; display: none'><p>You have read your last free article.</p></div>",
                "<figure><img src='a.jpg'><figcaption>The mill in May, before the fire.</figcaption></figure>",
                "<p class='wp-caption-text'>The mill in May, before the fire.</p>",
                "<p>Photo: Jan Novak</p>",
                "<p>Foto: Jan Novak/dpa</p>",
                "<p>This article was first published on Brenna Courier.</p>",
                "<p>https://courier.example/mill</p>",
            })
    void whatInterruptsTheTextIsLeftOut(String interruption) {
        assertThat(paragraphs("<article><p>%s</p>" + interruption + "<p>%s</p></article>"))
                .containsExactly(FIRST, SECOND);
    }

    @Test
    void sentenceKeepsWordsWhoseClassNamesALabel() {
        assertThat(
                        paragraphs(
                                "<article><p><span class='dateline'>BRENNA</span> — %s</p><p>%s</p>"
                                        + "</article>"))
                .containsExactly("BRENNA — " + FIRST, SECOND);
    }

    @Test
    void leadInTheHeaderOfTheArticleIsKept() {
        assertThat(
                        paragraphs(
                                """
                                <header><a href="/">Brenna Courier</a></header>
                                <article><header><h1>Mill burns down</h1><p>%s</p></header>
                                <p>%s</p></article>\
                                """))
                .containsExactly(FIRST, SECOND);
    }

    @Test
    void pageInsideOneFormIsRead() {
        assertThat(paragraphs("<form action='x'><div><p>%s</p><p>%s</p></div></form>"))
                .containsExactly(FIRST, SECOND);
    }

    @Test
    void entriesOfALiveBlogAreKeptInOrder() {
        assertThat(
                        paragraphs(
                                """
                                <main><article><time>22:10</time><p>%s</p></article>
                                <article><time>22:40</time><p>%s</p></article></main>\
                                """))
                .containsExactly(FIRST, SECOND);
    }

    @Test
    void ofSeveralStoriesThePageTitlesIsRead() {
        String other = "Four geese have come back to the pond, and the children feed them. ";

        assertThat(
                        paragraphs(
                                "<article><h1>Mill burns down</h1><p>%s</p><p>%s</p></article>"
                                        + "<article><h1>Geese are back</h1><p>"
                                        + other.repeat(9)
                                        + "</p></article>"))
                .containsExactly(FIRST, SECOND);
    }

    @Test
    void ofSeveralStoriesInOneElementThePageTitlesIsRead() {
        assertThat(
                        paragraphs(
                                """
                                <div><h1>Mill burns down</h1><p>%s</p><p>%s</p><h1>Geese are back</h1>
                                <p>Four geese have come back to the pond, and the children feed them.</p>
                                </div>\
                                """))
                .containsExactly(FIRST, SECOND);
    }

    @Test
    void cardsOfOtherStoriesAreLeftOut() {
        assertThat(
                        paragraphs(
                                """
                                <main><h1>Mill burns down</h1><p>%s</p><p>%s</p><div>
                                <div class="k"><a href="/1"><h3>Geese are back</h3></a><p>Four geese swim.</p></div>
                                <div class="k"><h3><a href="/2">New trees</a></h3><p>Forty were planted.</p></div>
                                </div></main>\
                                """))
                .containsExactly(FIRST, SECOND);
    }

    @Test
    void listOfThingsElsewhereIsKept() {
        assertThat(
                        paragraphs(
                                """
                                <main><h1>Mill burns down</h1><p>%s</p><p>%s</p>
                                <div><h3><a href="https://shop.example/1">A drum</a></h3><p>It is loud.</p></div>
                                <div><h3><a href="https://shop.example/2">A horn</a></h3><p>It is louder.</p></div>
                                </main>\
                                """))
                .containsExactly(FIRST, SECOND, "It is loud.", "It is louder.");
    }

    @Test
    void lastShortSentenceIsKept() {
        assertThat(paragraphs("<article><p>%s</p><p>%s</p><p>It rained.</p><p>Jan</p></article>"))
                .containsExactly(FIRST, SECOND, "It rained.");
    }

    @Test
    void referenceMarksAreNoWords() {
        assertThat(
                        paragraphs(
                                """
                                <article><p>It was built in 1790.<sup><a href="#n1">[1]</a></sup> \
                                It had 10<sup>3</sup> m<sup>2</sup> and H<sub>2</sub>O.<a href="#n2">[2]</a></p>
                                <p>%s %s</p></article>\
                                """))
                .startsWith("It was built in 1790. It had 10³ m² and H2O.");
    }

    @ParameterizedTest
    @CsvSource({"windows-1252, ISO-8859-1", "windows-1251, windows-1251", "Shift_JIS, Shift_JIS"})
    void charsetThatThePageDeclaresIsRead(String charset, String declared) {
        String words =
                charset.equals("Shift_JIS")
                        ? "古い水車小屋が燃えた。"
                        : charset.endsWith("1")
                                ? "Мельница сгорела."
                                : "„Die Mühle brennt“, rief sie.";
        String page = "<meta charset=\"" + declared + "\"><title>Mill</title><p>" + words + "</p>";

        assertThat(ReadArticle.of("mill.html", page.getBytes(Charset.forName(charset))).text())
                .isEqualTo(words);
    }

    @Test
    void pageWithoutTitleIsRefusedInWordsOfHtml() {
        ReadResult result =
                new ArticleReader()
                        .read(Path.of("mill.html"), ("<p>" + FIRST + "</p>").getBytes(UTF_8));

        assertThat(result.toString()).contains("has no title", "<title>");
    }

    @Test
    void textThatIsOnlyInTheDataForSearchEnginesIsTheArticle() {
        String body = (FIRST + "\\n\\n" + SECOND + "\\n\\n").repeat(2);
        String data =
                """
                <script type="application/ld+json">{"@type":"NewsArticle","headline":"Mill burns down",
                "articleBody":"BODY"}</script><div id="app"><p>Please switch JavaScript on.</p></div>"""
                        .replace("BODY", body);

        assertThat(paragraphs(data)).containsExactly(FIRST, SECOND, FIRST, SECOND);
        String shown = data.substring(0, data.indexOf("<div"));
        assertThat(paragraphs(shown + ("<p>" + FIRST + "</p><p>" + SECOND + "</p>").repeat(4)))
                .hasSize(8);
    }

    @Test
    void dataOfSeveralArticlesIsThatOfThePagesAddress() {
        String other = "The geese are back on the pond of Brenna, and the children feed them. ";
        String data =
                """
                <link rel="canonical" href="https://courier.example/news/mill-burns-down">
                <script type="application/ld+json">[{"@type":"NewsArticle","headline":"Geese",
                "url":"https://courier.example/news/geese-are-back","articleBody":"OTHER"},
                {"@type":"NewsArticle","headline":"The mill","mainEntityOfPage":{
                "@id":"https://courier.example/news/mill-burns-down/"},"articleBody":"BODY"}]</script>"""
                        .replace("OTHER", other.repeat(5))
                        .replace("BODY", (FIRST + "\\n" + SECOND + "\\n").repeat(2));

        assertThat(paragraphs(data)).containsExactly(FIRST, SECOND, FIRST, SECOND);
    }

    @Test
    void storyOfThePagesAddressIsTakenWhicheverHeadingHasItsTitle() {
        String other = "The geese are back on the pond of Brenna, and the children feed them well.";
        assertThat(
                        paragraphs(
                                """
                                <link rel="canonical" href="https://courier.example/news/fire-at-night">
                                <article><h2><a href="/news/geese-are-back">Geese are back</a></h2>
                                <p>OTHER</p><p>OTHER</p><p>OTHER</p></article>
                                <article><h2><a href="/news/fire-at-night">A fire at night</a></h2>
                                <p>%s</p><p>%s</p></article>
                                <article><h2><a href="/news/trees-planted">Trees planted</a></h2>
                                <p>OTHER</p><p>OTHER</p><p>OTHER</p></article>"""
                                        .replace("OTHER", other)))
                .containsExactly(FIRST, SECOND);
    }

    private List<String> paragraphs(String body) {
        String page = "<title>Mill burns down</title>" + body.formatted(FIRST, SECOND);
        Article article = ReadArticle.of("mill.html", page.getBytes(UTF_8));
        return ReadArticle.paragraphs(article);
    }
}
