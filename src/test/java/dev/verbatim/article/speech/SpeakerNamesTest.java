package dev.verbatim.article.speech;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Article;
import dev.verbatim.article.Quotation;
import dev.verbatim.article.Quotation.Speaker;
import dev.verbatim.article.SampleText;
import dev.verbatim.article.library.ArticleReader;
import dev.verbatim.article.library.ArticleReader.ReadResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names and roles with small words inside, and words that are nobody's. All people and bodies are
/// invented.
class SpeakerNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | Trade is good, according to the Lakeside Trade and Harbour Council.   | the Lakeside Trade and Harbour Council
                    en | The Ministry of Roads and Public Works said that it would help.       | The Ministry of Roads and Public Works
                    en | “It is dear,” said the Flood and Rescue Service of Oakmere.           | the Flood and Rescue Service of Oakmere
                    en | Police in New Oakmere and Port Lindsay say that it works.             | Police in New Oakmere and Port Lindsay
                    es | Fiscales de San Telmo y Los Robles dicen que el puente cae.           | Fiscales de San Telmo y Los Robles
                    en | “It works,” said the Ministry of Roads and Jane Doe.                  | the Ministry of Roads
                    de | Laut Ministerium für Verkehr und Häfen ist das Geld da.               | Ministerium für Verkehr und Häfen
                    fr | Selon le ministère des Routes rurales, le pont est fermé.             | le ministère des Routes rurales
                    fr | « Tout va bien », assure le Quai d'Aubigny.                           | le Quai d'Aubigny
                    fr | « Il tient bien », résume le Comité des routes et de l'hydraulique.     | le Comité des routes et de l'hydraulique
                    es | El puente cierra, según el Ministerio de Puertos y Caminos Rurales.   | el Ministerio de Puertos y Caminos Rurales
                    fr | « Tout va bien », résume un communiqué du Comité des ports de Lys.    | Comité des ports de Lys
                    es | «Todo va bien», señala un comunicado del Comité de Puertos de Lindar. | Comité de Puertos de Lindar
                    it | Secondo il Ministero dei Porti e delle Strade, il ponte è chiuso.     | il Ministero dei Porti e delle Strade
                    """)
    void namesOfBodiesAreWhole(String language, String text, String name) {
        assertThat(new SampleText(text, Locale.of(language)).speakers()).containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | “It works,” said Jane Doe, the station master.                        | Jane Doe (station master)
                    en | “It works,” said Jane Doe, 34, a teacher from Oakmere.                | Jane Doe (teacher from Oakmere)
                    en | “It works,” said Jane Doe, a professor whose work is on bridges.      | Jane Doe (professor)
                    de | „Es hält“, sagte Anna Berger, die Leiterin des Amtes.                 | Anna Berger (Leiterin des Amtes)
                    de | „Es hält“, sagte Anna Berger, Professorin an der Schule Lindau.       | Anna Berger (Professorin an der Schule Lindau)
                    fr | « Il tient », juge Claire Dubois, la présidente du port.              | Claire Dubois (présidente du port)
                    es | «Aguanta», dijo a Reuters Clara Romero, directora del puerto.         | Clara Romero (directora del puerto)
                    es | «Aguanta», dijo la alcaldesa a la agencia EFE.                        | la alcaldesa
                    """)
    void rolesAreThePersonsOwn(String language, String text, String speaker) {
        assertThat(new SampleText(text, Locale.of(language)).attributed())
                .singleElement()
                .asString()
                .startsWith(speaker + ":");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | The doctors asked nine people to perform a "colour naming" task.
                    en | The council said the "blue wave" plan would stop.
                    en | The survey results suggest that most people agree.
                    en | Neither Jane Doe nor John Roe said that it works.
                    en | Doctors in Oakmere, Lindsay and Holt say that it works.
                    en | Marks and Spencer said that it works.
                    en | Jane Doe denied that she took the money.
                    de | Weder Anna Berger noch Max Muster sagten, dass es reicht.
                    de | Anders als Anna Berger sagte Max Muster, dass es reicht.
                    es | Ni Ana Ruiz ni Pedro Salas dijeron que el puente caiga.
                    de | Dazu äußerte sich Anna Berger nicht.
                    de | Anna Berger sagte nicht, dass die Hilfe kommt.
                    de | Die Mauer soll fallen, so wie Anna Berger es getan hat.
                    de | Die Partei „Hafen für alle“ schwieg.
                    en | “The treaty holds, and nobody leaves the table,” Berlin said.
                    en | “The treaty holds, and nobody leaves the table,” Washington replied.
                    de | „Der Vertrag gilt, und niemand verlässt den Tisch“, hieß es laut Paris.
                    fr | « Le traité tient, et personne ne quitte la table », a répondu Londres.
                    fr | Claire Dubois n'a pas voulu parler de « naufrage ».
                    fr | Claire Dubois vend le bateau « L'Aurore », interrogé par l'agence Lys.
                    es | El partido “Unidos por Lindar” no respondió.
                    """)
    void termsResultsAndDenialsAreNobodysWords(String language, String text) {
        assertThat(new SampleText(text, Locale.of(language)).quotations())
                .allMatch(
                        quotation ->
                                quotation.speaker() == null
                                        && quotation.content().of(text).length() > 40);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | “It works.” — Jane Doe, harbour master           | Jane Doe (harbour master)
                    en | It works, and it is cheap. — Jane Doe, gardener  | Jane Doe (gardener)
                    de | Es hält. — Anna Berger, Leiterin des Amtes       | Anna Berger (Leiterin des Amtes)
                    fr | « Il tient. » — Claire Dubois                    | Claire Dubois
                    """)
    void lineBelowABlockQuoteNamesItsSpeaker(String language, String text, String speaker) {
        Quotation quotation = blockQuote(language, text).quotations().getFirst();

        Speaker named = Objects.requireNonNull(quotation.speaker());
        String role = named.role() == null ? "" : " (" + named.role() + ")";
        assertThat(named.name() + role).isEqualTo(speaker);
        assertThat(quotation.content().start()).isZero();
    }

    @Test
    void nestedAndLongBlockQuotesHaveTheSameSpeaker() {
        Article article =
                blockQuote(
                        "en",
                        "The pier is closed.\n>\n> > Three cracks. — Jane Doe, harbour master");

        assertThat(article.quotations()).hasSize(1);
        assertThat(article.quotations().getFirst().content().of(article.text()))
                .startsWith("The pier is closed.")
                .endsWith("Three cracks.");
    }

    @Test
    void dashesThatAreNoSourceNameNobody() {
        assertThat(blockQuote("en", "The list is long. — Bread and butter").quotations()).isEmpty();
    }

    private static Article blockQuote(String language, String text) {
        String file =
                "---\ntitle: A page\nlanguage: %s\n---\n> %s\n"
                        .formatted(language, text.replace(" — ", "\n>\n> — "));
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        return ((ReadResult.Read) new ArticleReader().read(Path.of("page.md"), bytes)).article();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    fr | « Il tient, a expliqué la maire, Claire Dubois, et il tiendra. »      | Claire Dubois (maire)
                    fr | « Il tient, explique Claire Dubois, la maire, et il tiendra. »        | Claire Dubois (maire)
                    fr | « Il tient, s'indigne Claire Dubois, et il tiendra. »                 | Claire Dubois
                    fr | « Il tient, selon la maire, Claire Dubois, et il tiendra. »           | Claire Dubois (maire)
                    es | «Aguanta bien, explicó Clara Romero, y aguantará.»                    | Clara Romero
                    it | «Tiene, ha spiegato la sindaca, Chiara Fontana, e terrà.»             | Chiara Fontana (sindaca)
                    """)
    void insertionsAreCutOut(String language, String text, String speaker) {
        assertThat(new SampleText(text, Locale.of(language)).attributed())
                .hasSize(2)
                .allMatch(line -> line.startsWith(speaker + ":"))
                .noneMatch(line -> line.endsWith("Dubois, et il tiendra. »"));
    }

    @Test
    void aClauseAfterATimeIsTheContent() {
        var text =
                SampleText.english("He left and police announced this week that Oakmere is safe.");

        assertThat(text.attributed()).containsExactly("police: Oakmere is safe");
    }

    @Test
    void whoIsToldIsNoPartOfTheContent() {
        var text =
                SampleText.english("The firm has promised the town of Oakmere that it will pay.");

        assertThat(text.attributed()).containsExactly("The firm: it will pay");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    de | „Es hält“, sagt Anna Berger vom Institut für Wasser und Boden.        | Anna Berger
                    fr | « Il tient », a annoncé à l'AFP Claire Dubois.                        | Claire Dubois
                    fr | « Il tient », a dit le président de la région Val-de-Lys, Paul Roy.   | Paul Roy
                    fr | « Il tient », estime l'association Eau et Vie.                        | l'association Eau et Vie
                    de | „Es hält“, freute sich Bürgermeisterin Anna Berger.                   | Anna Berger
                    de | Dagegen sagte Max Muster: „Das Geld ist da.“                          | Max Muster
                    de | „Wer soll das allein schaffen?“, sagt auch Max Muster und lacht.      | Max Muster
                    fr | Autrement dit, « la saison est perdue », résume Paul Lefèvre.         | Paul Lefèvre
                    """)
    void connectivesAndAdverbsAreNoNames(String language, String text, String name) {
        assertThat(new SampleText(text, Locale.of(language)).speakers()).containsExactly(name);
    }
}
