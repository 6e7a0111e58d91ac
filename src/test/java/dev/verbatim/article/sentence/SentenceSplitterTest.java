package dev.verbatim.article.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.SampleText;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sentence boundaries. In the tables a bar separates two sentences.
class SentenceSplitterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It rained.|We stayed.",
                "Was it late?|Yes!|We left.",
                "They met Dr. Doe at 5 p.m. on Jan. 3 in the U.S. capital.|Nobody spoke.",
                "He moved to the U.S. in May.|She moved to the E.U. later.",
                "He moved to the U.S.|The others stayed.",
                "Mr. Doe came with Mrs. Doe and Mr Roe.|They sat.",
                "See No. 5 and vol. 2 for more.|It helps.",
                "The novel by J. K. Doe sold well.|Critics agreed.",
                "Prices rose 3.5 percent, i.e. more than the 1.2 of May.|Then they fell.",
                "It is at https://example.org/a.b?c=d.e now.|Look there.",
                "Well ... maybe not.|It was late… too late.|Go.",
                "1. The first point is short.|2. The second is too.",
                "He was born in 1950.|He died in 2010.",
                "It was shown.[5]|Then it was forgotten.",
                "(It was late.)|They left.",
            })
    void endsSentencesWhereAReaderWould(String marked) {
        assertThat(sentences(marked, Locale.ENGLISH)).containsExactly(marked.split("\\|"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“We came. We saw. We left,” she said.|Nobody asked.",
                "\"We came. We saw,\" she said.|Nobody asked.",
                "‘We came. We saw,’ she said.|Nobody asked.",
                "«We came. We saw», she said.|Nobody asked.",
                "He read “The end. No more.” twice.|Then he slept.",
                "“Why not?” Doe asked.|Nobody knew.",
                "“Stop!” she cried.|It stopped.",
                "“We won.”|“We lost.”|Both were right.",
                "`` We came . We saw . ''|Then they left .",
                "The ministers’ talks ended.|The dogs’ food didn’t.",
            })
    void neverSplitsInsideQuotation(String marked) {
        assertThat(sentences(marked, Locale.ENGLISH)).containsExactly(marked.split("\\|"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“We came. We saw.|She left.|He stayed.",
                "He said \"yes.|She left.|He stayed.",
                "The 6\" pipe broke.|It leaked.|They “ran.",
            })
    void unpairedMarkDoesNotPreventSplitting(String marked) {
        assertThat(sentences(marked, Locale.ENGLISH)).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void germanOrdinalsAndQuotationsAreNotSplit() {
        String marked =
                "Am 3. Oktober ruht die Arbeit, z. B. im Amt.|„Wir warten. Es eilt nicht“, sagte sie.|»Gut. Sehr"
                        + " gut«, sagte er.|Er kam 1990.|Dann ging er.";

        assertThat(sentences(marked, Locale.GERMAN)).containsExactly(marked.split("\\|"));
    }

    @Test
    void quotationInSpacedGuillemetsIsNotSplit() {
        String marked = "« Oui. Nous venons », a dit M. Petit.|Il est venu.";

        assertThat(sentences(marked, Locale.FRENCH)).containsExactly(marked.split("\\|"));
    }

    @Test
    void everyLexiconHasItsAbbreviations() {
        assertThat(sentences("El Sr. Vega llegó a EE.UU. en mayo.|Se fue.", Locale.of("es")))
                .hasSize(2);
        assertThat(sentences("Il dott. Riva è qui.|Il sig. Galli no.", Locale.ITALIAN)).hasSize(2);
        assertThat(sentences("Це 5 тис. грн. на рік.|Проф. Коваль згоден.", Locale.of("uk")))
                .hasSize(2);
        assertThat(sentences("Это 5 тыс. руб. в год.|Проф. Волков согласен.", Locale.of("ru")))
                .hasSize(2);
    }

    @Test
    void splitsLanguagesWithoutLexicon() {
        assertThat(sentences("Hij kwam.|Zij ging.", Locale.of("nl"))).hasSize(2);
        assertThat(sentences("これは本です。|あれも。", Locale.JAPANESE)).hasSize(2);
    }

    private static List<String> sentences(String marked, Locale language) {
        boolean spaceless = language.equals(Locale.JAPANESE);
        return new SampleText(marked.replace("|", spaceless ? "" : " "), language).sentences();
    }
}
