package dev.verbatim.language;

import static dev.verbatim.property.PropertyCheck.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.language.GlossedText.Place;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlossedTextTest {

    private static GlossedText gloss(String text, String language) {
        return GlossedText.of(text, Locale.of(language));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | Die Brücke wurde geschlossen. | bridge | Brücke",
                "de | Der Eisenbahnverkehr ruht. | railway | Eisenbahnverkehr",
                "fr | Le maire de la ville a démissionné. | mayor | maire",
                "es | El puente fue cerrado ayer. | bridge | puente",
                "it | Il ministro ha aperto la scuola. | school | scuola",
                "uk | Міністр відкрив міст. | minister | Міністр",
                "ru | Мэр города закрыл мост. | bridge | мост"
            })
    void partOfTheGlossStandsForTheWordThatItWasCarriedOverFrom(
            String language, String text, String english, String word) {
        GlossedText gloss = gloss(text, language);

        int start = gloss.text().indexOf(english);

        assertThat(start).isNotNegative();
        assertThat(original(gloss, start, start + english.length(), text)).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | „38,4 Prozent“, sagte Oltmanns! | 38,4",
                "fr | Bruxelles, le 12 mai 2021 : rien. | 12",
                "es | ¿Cuándo? A las 21.47 horas. | 21.47",
                "it | Nel 1998 (forse), 7 navi. | 1998",
                "uk | У 2022 році — 17 кораблів. | 2022",
                "ru | В 2023 году — 88 квартир. | 2023"
            })
    void numbersStayAndEachOfTheirCharactersStandsForItself(
            String language, String text, String number) {
        GlossedText gloss = gloss(text, language);

        int start = gloss.text().indexOf(number);

        assertThat(start).isNotNegative();
        int place = text.indexOf(number);
        assertThat(gloss.original(start + 1, start + 2)).isEqualTo(new Place(place + 1, place + 2));
    }

    @Test
    void punctuationStays() {
        assertThat(gloss("„Die Schule“, sagte er, „brennt!“", "de").text())
                .startsWith("„the school“, ")
                .endsWith("!“");
    }

    @ParameterizedTest
    @CsvSource({
        "uk, Зеленківський, Z",
        "ru, Жаворонкина, Zh",
        "fr, Élysanthe, E",
        "de, Oltmanns, Olt"
    })
    void unknownNameKeepsItsCapitalInLatinLetters(String language, String name, String start) {
        assertThat(gloss(name, language).text()).startsWith(start).containsPattern("^\\p{ASCII}+$");
    }

    @Test
    void functionWordWithoutTranslationLeavesOneBlank() {
        assertThat(gloss("Sie haben sich die Stadt angesehen.", "de").text()).doesNotContain("  ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl", "und", ""})
    void textInALanguageWithoutATableStaysAsItIs(String language) {
        String text = "De brug  is dicht. 🙂";

        GlossedText gloss = gloss(text, language);

        assertThat(GlossedText.exists(Locale.of(language))).isFalse();
        assertThat(gloss.text()).isEqualTo(text);
        assertThat(gloss.original(3, 7)).isEqualTo(new Place(3, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es", "it", "uk", "ru"})
    void everyPlaceOfTheGlossOfAnyTextIsOneOfTheTextInTheSameOrder(String language) {
        assertThat(GlossedText.exists(Locale.of(language))).isTrue();
        forAll(
                100,
                source -> source.anyText(200),
                text -> {
                    GlossedText gloss = gloss(text, language);
                    int last = 0;
                    for (int at = 0; at < gloss.text().length(); at++) {
                        Place place = gloss.original(at, at + 1);
                        assertThat(place.start()).isBetween(last, text.length());
                        assertThat(place.end()).isBetween(place.start(), text.length());
                        last = place.start();
                    }
                    assertThat(gloss.text()).isEqualTo(gloss(text, language).text());
                });
    }

    @Test
    void emptyTextHasAnEmptyGloss() {
        assertThat(gloss("", "de").text()).isEmpty();
        assertThat(gloss("", "de").original(0, 0)).isEqualTo(new Place(0, 0));
    }

    private static String original(GlossedText gloss, int start, int end, String text) {
        Place place = gloss.original(start, end);
        return text.substring(place.start(), place.end());
    }
}
