package dev.verbatim.telegram.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Passage;
import dev.verbatim.article.Publication;
import dev.verbatim.article.TextSpan;
import dev.verbatim.telegram.ArticleFixtures;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageLinkTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://a.example/x|Hello there.|https://a.example/x#:~:text=Hello%20there.",
                "http://a.example|Yes - no, & so|http://a.example#:~:text=Yes%20%2D%20no%2C%20%26%20so",
                "https://a.example/x#top|Words|https://a.example/x#top:~:text=Words",
                "https://a.example/#:~:text=old|Words|https://a.example/#:~:text=old",
                "https://a.example/ä?q=1|“Ü” 😀|https://a.example/%C3%A4?q=1#:~:text=%E2%80%9C%C3%9C%E2%80%9D%20%F0%9F%98%80",
                "https://a.example/|a*b+c%d|https://a.example/#:~:text=a%2Ab%2Bc%25d"
            })
    void linkContainsTheSentence(String page, String sentence, String address) {
        assertThat(link(page, sentence)).contains(address);
    }

    @Test
    void longSentenceIsGivenByItsBeginningAndEnd() {
        String sentence =
                "The ministers who met in Brussels on Wednesday agreed to send more air defence"
                        + " systems to the country, and to speak again about it in November.";

        assertThat(link("https://a.example/x", sentence))
                .contains(
                        "https://a.example/x#:~:text=The%20ministers%20who%20met%20in%20Brussels%20on"
                                + "%20Wednesday,and%20to%20speak%20again%20about%20it%20in%20November.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "tg://resolve?domain=x", "file:///etc/passwd", "/x"})
    void onlyWebPagesAreLinked(String page) {
        assertThat(link(page, "Words")).isEmpty();
    }

    @Test
    void unencodableWordsLinkToThePage() {
        assertThat(link("https://a.example/x", "half a smile \uD83D"))
                .contains("https://a.example/x");
    }

    @Test
    void lineBreaksBecomeBlanks() {
        assertThat(link("https://a.example/x", "two\nlines"))
                .contains("https://a.example/x#:~:text=two%20lines");
    }

    private static Optional<String> link(String page, String sentence) {
        var publication =
                new Publication("T", null, null, null, URI.create(page), Locale.ENGLISH, null);
        var span = new TextSpan(0, sentence.length());
        return PageLink.to(
                new Passage(ArticleFixtures.oneParagraph(publication, sentence), 1, span), span);
    }
}
