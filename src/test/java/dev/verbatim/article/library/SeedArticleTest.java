package dev.verbatim.article.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.article.Publication;
import dev.verbatim.article.format.ValidationError;
import dev.verbatim.article.library.ArticleReader.ReadResult;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// The first article of the project's own content folder.
class SeedArticleTest {

    private static final Path CONTENT = Path.of("content");

    private final Article article = read();

    private static Article read() {
        Path file = CONTENT.resolve("nato-allies-two-day-meeting.md");
        return switch (new ArticleReader().read(CONTENT, file)) {
            case ReadResult.Read(Article article, _) -> article;
            case ReadResult.Refused(ValidationError error) -> throw new AssertionError(error);
        };
    }

    @Test
    void hasTwentyParagraphs() {
        String looseTalk = article.paragraphs().get(17).span().of(article.text());

        assertThat(article.paragraphs()).hasSize(20);
        assertThat(looseTalk).startsWith("“What we know is that there’s a lot of loose talk");
    }

    @Test
    void hasThePublicationOfItsFrontMatter() {
        Publication publication = article.publication();

        assertThat(publication)
                .isEqualTo(
                        new Publication(
                                "NATO allies set to boost military support to Ukraine at two-day"
                                        + " meeting",
                                "Euronews",
                                null,
                                LocalDate.of(2022, 10, 12),
                                null,
                                Locale.ENGLISH,
                                null));
    }

    @Test
    void doesNotEndWithTheLinkToThePage() {
        assertThat(article.text())
                .endsWith("Belgium, Germany, Italy, the Netherlands and Turkey.")
                .startsWith("NATO defence ministers will focus");
    }

    @Test
    void hasOnePassagePerParagraph() {
        assertThat(article.passages())
                .extracting(Passage::text)
                .hasSize(20)
                .allSatisfy(text -> assertThat(article.text()).contains(text));
    }
}
