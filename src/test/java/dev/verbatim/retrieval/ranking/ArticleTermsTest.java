package dev.verbatim.retrieval.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Article;
import dev.verbatim.article.Publication;
import dev.verbatim.telegram.ArticleFixtures;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ArticleTermsTest {

    private static final ArticleTerms SHIPS =
            new ArticleTerms(
                    ArticleFixtures.oneParagraph(
                            Publication.titled("News of the week").in(Locale.ENGLISH),
                            "Over thirty ships patrol the Baltic Sea.",
                            "Aircraft support them."));

    @Test
    void questionOfTheArticlesWordsIsCovered() {
        assertThat(SHIPS.coverage("How many ships patrol the Baltic Sea?")).isGreaterThan(0.7);
    }

    @Test
    void questionOnSomethingElseIsNot() {
        assertThat(SHIPS.coverage("Who won the marathon?")).isZero();
    }

    @Test
    void aFewCommonWordsAreASmallShare() {
        assertThat(SHIPS.coverage("When is the rye bread of the Baltic baker sold out?"))
                .isBetween(0.01, 0.25);
    }

    @Test
    void questionIsCarriedOverIntoTheArticlesLanguage() {
        assertThat(SHIPS.coverage("Wie viele Schiffe patrouillieren in der Ostsee?"))
                .isGreaterThan(0.3);
    }

    @Test
    void aTranslationIsFoundInACompound() {
        Article bridges =
                ArticleFixtures.oneParagraph(
                        Publication.titled("Neues").in(Locale.GERMAN),
                        "Die Eisenbahnbrücke wurde vor zehn Jahren gebaut.");

        assertThat(new ArticleTerms(bridges).coverage("Where is the bridge?")).isBetween(0.1, 0.6);
    }

    @Test
    void articleWithoutWordsCoversNothing() {
        Article empty =
                ArticleFixtures.oneParagraph(
                        Publication.titled("…").in(Locale.ENGLISH), "… … …", "…");

        assertThat(new ArticleTerms(empty).coverage("How many ships?")).isZero();
    }
}
