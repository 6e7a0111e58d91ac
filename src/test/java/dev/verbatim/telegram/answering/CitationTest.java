package dev.verbatim.telegram.answering;

import static dev.verbatim.property.PropertyCheck.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Publication;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.telegram.ArticleFixtures;
import dev.verbatim.telegram.NatoArticle;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CitationTest {

    private static final String LINK =
            "t.me/a_bot_with_a_name_of_the_longest_kind?start=" + "x".repeat(44);

    private final Citation citation = new Citation(MessageCatalog.in(Locale.ENGLISH));

    @Test
    void citationIsWordsThenSpeakerThenSourceThenLink() {
        var passage = NatoArticle.PASSAGE;

        String text =
                citation.format(
                        passage,
                        NatoArticle.EMPHASIS,
                        new Speaker("Julianne Smith", null),
                        "t.me/a_bot?start=abc");

        assertThat(text)
                .isEqualTo(
                        NatoArticle.SECOND
                                + "\n— Julianne Smith"
                                + "\nNATO allies meet · VOA · October 12, 2022 · ¶1"
                                + "\nt.me/a_bot?start=abc");
    }

    @Test
    void longQuotationIsCutBetweenWordsAndMarked() {
        Article article =
                ArticleFixtures.oneParagraph(
                        Publication.titled("Title"), "word ".repeat(100).strip() + ".");

        String text = citation.format(passage(article), passage(article).span(), null, LINK);

        assertThat(text.lines().findFirst())
                .hasValueSatisfying(
                        line -> assertThat(line).startsWith("word word").endsWith(" word […]"));
        assertThat(text).endsWith(LINK);
    }

    @Test
    void citationFitsIntoAButtonAndEndsWithTheLink() {
        forAll(
                500,
                source -> source.anyText(400),
                source -> source.anyText(400),
                (title, words) -> {
                    Article article =
                            ArticleFixtures.oneParagraph(
                                    Publication.titled("T" + title), "W" + words);

                    String text =
                            citation.format(passage(article), passage(article).span(), null, LINK);

                    assertThat(text).hasSizeBetween(1, Citation.MAX_LENGTH).endsWith("\n" + LINK);
                });
    }

    @Test
    void noWordIsAltered() {
        forAll(
                500,
                source -> source.anyText(400),
                words -> {
                    Article article =
                            ArticleFixtures.oneParagraph(Publication.titled("Title"), "W" + words);

                    String text =
                            citation.format(passage(article), passage(article).span(), null, LINK);

                    String above =
                            text.substring(0, text.lastIndexOf("Title · ¶1\n" + LINK))
                                    .stripTrailing();
                    assertThat(article.text()).contains(above.replace(" […]", ""));
                });
    }

    private static Passage passage(Article article) {
        return new Passage(article, 1, article.paragraphs().getFirst().span());
    }
}
