package dev.verbatim.article.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Publication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlMetadataExtractorTest {

    private static final String TEXT =
            "<p>The old mill of Brenna burned down on Friday night, and nobody was hurt in it.</p>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta name='DC.date' content='2021-05-07'>",
                "<meta name='pubdate' content='Fri, 07 May 2021 06:00:00 GMT'>",
                "<meta name='parsely-pub-date' content='2021-05-07T06:00:00Z'>",
                "<meta property='article:published_time' content='2021-05-07T06:00:00+02:00'>",
                "<meta name='publish-date' content='20210507'>",
                "<meta itemprop='datePublished' content='May 7, 2021'>",
                "<link rel='canonical' href='https://courier.example/2021/05/07/mill'>",
                "<link rel='canonical' href='https://courier.example/2021/may/07/mill'>",
                """
                <script type='application/ld+json'>{"@graph": [{"@type": "WebPage",
                "datePublished": "2021-05-07T06:00"}]}</script>\
                """,
                """
                <script type='application/ld+json'>//<![CDATA[
                {"@type": "Report", "datePublished": "2021-05-07",} //]]></script>\
                """,
            })
    void findsDateInTheHead(String head) {
        assertThat(read(head, "<h1>Mill burns</h1>" + TEXT).published()).isEqualTo("2021-05-07");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<time datetime='2021-05-07T06:00:00Z'>Friday</time>",
                "<p>By Ida Berg | May 7, 2021</p>",
                "<p>Published 7 May 2021, updated 9 May 2021</p>",
                "<div>Freitag, 7. Mai 2021</div>",
                "<div>Publié le 7 mai 2021 à 10h</div>",
                "<div>7 de mayo de 2021</div>",
                "<div>7 мая 2021, 10:00</div>",
                "<div>7 травня 2021 р.</div>",
                "<div>07.05.2021</div>",
                "<div>27/05/2021</div><time datetime='2021-05-07'>7.5.</time>",
            })
    void findsDateBelowTheTitle(String line) {
        assertThat(read("", "<h1>Mill burns</h1>" + line + TEXT).published())
                .isEqualTo("2021-05-07");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>Today is 9 June 2022</div><h1>Mill burns</h1>",
                "<h1>Mill burns</h1><p>Updated: 9 June 2022</p>",
                "<h1>Mill burns</h1><time class='updated' datetime='2022-06-09'>Thursday</time>",
                "<h1>Mill burns</h1><div>03/04/2022</div>",
                "<h1>Mill burns</h1><meta name='date' content='1970-01-01'>",
                "<meta property='article:modified_time' content='2022-06-09'><h1>Mill burns</h1>",
                "<h1>Mill burns</h1><aside><time datetime='2022-06-09'>A flood</time></aside>",
            })
    void takesNoDateThatMayBeAnother(String above) {
        assertThat(read("", above + TEXT).published()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>By Ida Berg and Jon Dahl</p>|Ida Berg, Jon Dahl",
                "<p>Von Ida Berg</p>|Ida Berg",
                "<p>Par Léa Roux et Jean Le Gall</p>|Léa Roux, Jean Le Gall",
                "<p>Por Ana Ruiz</p>|Ana Ruiz",
                "<p>Di Carla Conti</p>|Carla Conti",
                "<p>Автор: Ірина Коваль</p>|Ірина Коваль",
                "<a rel='author' href='/i'>Ida Berg</a>|Ida Berg",
                "<p>By Ida Berg, staff reporter</p>|Ida Berg",
                "<p>By Vincent van Gogh on Monday</p>|Vincent van Gogh",
            })
    void findsVisibleAuthors(String line, String author) {
        assertThat(read("", "<h1>Mill burns</h1>" + line + TEXT).author()).isEqualTo(author);
    }

    @Test
    void listsAllAuthorsOfJsonLd() {
        String data =
                """
                <script type="application/ld+json">{"@graph": [
                {"@type": "NewsArticle", "author": [{"@id": "#i"}, {"name": "Jon Dahl"}]},
                {"@type": "Person", "@id": "#i", "name": "Ida Berg"}]}</script>\
                """;

        assertThat(read(data, TEXT).author()).isEqualTo("Ida Berg, Jon Dahl");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mill burns - Brenna Courier|<h1>Brenna Courier Local</h1><h2>Mill burns</h2>",
                "Brenna Courier|<meta property='og:title' content='Mill burns'><h1>Brenna Courier</h1>",
                "Courier|<h1>Mill burns</h1>",
                "Mill burns|<h1>News</h1>",
            })
    void titleIsThatOfTheArticleAndNotOfTheSite(String title, String body) {
        Publication publication = read("", body + TEXT, title);

        assertThat(publication.title()).isEqualTo("Mill burns");
    }

    @Test
    void siteBesideTheTitleIsThePublisher() {
        Publication publication =
                read("", "<h1>Mill burns</h1>" + TEXT, "Mill burns | Brenna Courier");

        assertThat(publication.publisher()).isEqualTo("Brenna Courier");
    }

    private static Publication read(String head, String body) {
        return read(head, body, "Mill burns");
    }

    private static Publication read(String head, String body, String title) {
        String page = "<head><title>" + title + "</title>" + head + "</head><body>" + body;
        return ReadArticle.of("mill.html", page).publication();
    }
}
