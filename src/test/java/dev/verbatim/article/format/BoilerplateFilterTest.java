package dev.verbatim.article.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoilerplateFilterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Read the full article Here",
                "Read the full story on euronews.com",
                "[Read more]",
                "Read more...",
                "» Read also: Why the bridge was closed",
                "Related: Ten years of the bridge",
                "Related articles",
                "ADVERTISEMENT",
                "Article continues below advertisement",
                "Share this article",
                "Share on Facebook",
                "Facebook Twitter WhatsApp",
                "Tweet this",
                "Follow us on Instagram and Telegram",
                "We use cookies to improve your experience.",
                "Accept all cookies",
                "Subscribe now!",
                "Sign up for our daily newsletter",
                "Get our best stories in the weekly newsletter, free.",
                "12 comments",
                "Leave a comment",
                "© 2022 Euronews. All rights reserved.",
                "Sign in or register",
                "3 min read",
                "Zum vollständigen Artikel",
                "Weiterlesen »",
                "Lesen Sie auch: Warum die Brücke gesperrt wurde",
                "Anzeige",
                "Wir verwenden Cookies, um unsere Seite zu verbessern.",
                "Lire la suite",
                "Lire aussi : Pourquoi le pont est fermé",
                "Publicité",
                "Abonnez-vous à notre newsletter",
                "Lee también: Por qué se cerró el puente",
                "Publicidad",
                "Leggi anche: Perché il ponte è chiuso",
                "Continua a leggere",
                "Читайте також: Чому міст закрито",
                "Підписуйтесь на наш канал",
                "Реклама",
                "Читайте также: Почему мост закрыт",
                "Читать далее",
            })
    void recognizesLinesOfPages(String line) {
        assertThat(BoilerplateFilter.isBoilerplate(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Read the full article here before you judge him, she said.",
                "Read more books, the minister told the children.",
                "She read the full article.",
                "Share prices fell by 3 percent.",
                "Share and share alike.",
                "Sharing this burden is a task for all allies.",
                "Related parties were not informed of the sale.",
                "Related: the two men were never married to sisters.",
                "Advertisement revenue fell.",
                "Advertising is dead.",
                "Cookies are small files.",
                "“We use cookies to see who comes,” the company said.",
                "We use cookies” was all they said.",
                "Subscribe to the theory or leave it.",
                "Sign up for the army, the posters said.",
                "Follow us or die.",
                "Follow us on our way to Kyiv.",
                "Comments were not allowed.",
                "12 comments were deleted.",
                "Copyright law is changing.",
                "Telegram",
                "Most read newspapers lose money.",
                "Recommended by nobody.",
                "Anzeige wurde gegen ihn erstattet.",
                "Teilen ist schwer.",
                "Weiterlesen will er nicht.",
                "Mehr lesen heißt mehr wissen.",
                "Partager, c’est aimer.",
                "La publicité est interdite.",
                "Publicidad engañosa fue la acusación.",
                "Compartir es vivir.",
                "Leggi anche questo, disse il giudice.",
                "Реклама заборонена.",
                "Реклама запрещена.",
                "Читать далее он не стал.",
                "Поделитесь хлебом, сказала она.",
                "",
            })
    void keepsSentencesOfArticles(String sentence) {
        assertThat(BoilerplateFilter.isBoilerplate(sentence)).isFalse();
    }

    @Test
    void removesLinkAtTheEndOfAParagraph() {
        String paragraph = "The bridge is open.\nRead the full article Here";

        assertThat(BoilerplateFilter.withoutTrailingBoilerplate(paragraph))
                .isEqualTo("The bridge is open.");
    }

    @Test
    void keepsLastLineOfWrappedSentence() {
        String paragraph = "She told them that they should\nread more";

        assertThat(BoilerplateFilter.withoutTrailingBoilerplate(paragraph)).isEqualTo(paragraph);
    }
}
