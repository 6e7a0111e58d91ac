package dev.verbatim.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.verbatim.language.TranslatedQuestion.Translation;
import dev.verbatim.language.TranslatedQuestion.Word;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TranslatedQuestionTest {

    @ParameterizedTest
    @CsvSource({
        "GERMAN, Wie viele Schiffe warten?, how many, ships",
        "FRENCH, Combien de navires attendent ?, how many, ships",
        "SPANISH, ¿Cuántos barcos esperan?, how many, ships",
        "ITALIAN, Quante navi aspettano?, how many, ships",
        "UKRAINIAN, Скільки кораблів чекає?, how many, ship",
        "RUSSIAN, Сколько кораблей ждёт?, how many, ships"
    })
    void aQuestionIsCarriedOverIntoEnglish(
            Language language, String question, String first, String second) {
        String gloss = translated(question, language, Language.ENGLISH).gloss();

        assertThat(gloss).contains(first).contains(second.substring(0, 3));
    }

    @Test
    void betweenTwoOtherLanguagesTheWayIsThroughEnglish() {
        TranslatedQuestion translated =
                translated("Welche Stadt?", Language.GERMAN, Language.FRENCH);

        assertThat(translated.gloss()).contains("ville");
    }

    @Test
    void aCompoundThatNoTableHasIsItsParts() {
        List<Word> words = translated("Stadtdirektor", Language.GERMAN, Language.ENGLISH).words();

        assertThat(words).extracting(Word::text).containsExactly("stadt", "direktor");
    }

    @ParameterizedTest
    @CsvSource({
        "Ölproduktion, öl produktion",
        "Außenstromversorgung, außen strom versorgung",
        "Fährhafen, fähr hafen"
    })
    void aCompoundHasUpToThreeParts(String compound, String parts) {
        List<Word> words = translated(compound, Language.GERMAN, Language.ENGLISH).words();

        assertThat(words.stream().map(Word::text).collect(Collectors.joining(" ")))
                .isEqualTo(parts);
    }

    @ParameterizedTest
    @CsvSource({
        "Какое общество было североамериканским?, north american",
        "Кто первым послал радиоволны?, radio wave"
    })
    void aCompoundThatIsJoinedByAVowelIsItsParts(String question, String parts) {
        String gloss = translated(question, Language.RUSSIAN, Language.ENGLISH).gloss();

        assertThat(gloss).contains(parts.split(" "));
    }

    /// They end like compounds, but are forms.
    @ParameterizedTest
    @ValueSource(strings = {"финансировали", "базировалась", "передатчик", "руководил"})
    void aFormIsNoCompound(String form) {
        assertThat(translated(form, Language.RUSSIAN, Language.ENGLISH).words()).hasSize(1);
    }

    /// "стать", to become, has the stem of "статья", an article.
    @Test
    void aFormHasItsOwnTranslationsWhereItsStemHasThoseOfOtherWords() {
        String gloss =
                translated("Кто хочет стать чемпионом?", Language.RUSSIAN, Language.ENGLISH)
                        .gloss();

        assertThat(gloss).contains("become").doesNotContain("article");
    }

    @Test
    void anUnknownCommonWordInAnotherScriptIsLeftOutOfTheGlossUnlessLittleElseIsKnown() {
        assertThat(
                        translated(
                                        "Где ловят кракозябру моряки?",
                                        Language.RUSSIAN,
                                        Language.ENGLISH)
                                .gloss())
                .doesNotContain("krakoz");
        assertThat(translated("Что такое кракозябра?", Language.RUSSIAN, Language.ENGLISH).gloss())
                .contains("krakoz");
    }

    @ParameterizedTest
    @CsvSource({"Seaman, seaman", "Burgess, burgess", "Kladen, kladen", "Internet2, internet2"})
    void aWordThatTheArticlesHaveIsANameAndNoCompound(String name, String gloss) {
        TranslatedQuestion translated =
                TranslatedQuestion.of(name, Language.GERMAN, Language.ENGLISH, _ -> true)
                        .orElseThrow();

        assertThat(translated.gloss()).isEqualTo(gloss);
    }

    @ParameterizedTest
    @CsvSource({
        "SPANISH, extinción, extinction",
        "SPANISH, desobediencia, desobedience",
        "GERMAN, multipliziert, multiplied",
        "FRENCH, incompatibilité, incompatibility",
        "ITALIAN, estinzione, estintion",
        "RUSSIAN, конверсии, konversion",
        "RUSSIAN, йосемитское, josemit",
        "UKRAINIAN, вакцинація, vaktsination"
    })
    void aWordIsSpelledAsEnglishMay(Language language, String word, String spelling) {
        TranslatedQuestion question = translated(word, language, Language.ENGLISH);

        assertThat(question.spellings(new Word(word, false, true, List.of()))).contains(spelling);
    }

    @Test
    void theOtherGenderMayTranslateAWord() {
        assertThat(translated("Botschafterin", Language.GERMAN, Language.ENGLISH).words())
                .flatExtracting(Word::translations)
                .extracting(Translation::word)
                .contains("ambassador");
    }

    @ParameterizedTest
    @CsvSource({
        "RUSSIAN, Какой король издал указ?, what king",
        "RUSSIAN, Как это называется?, how",
        "GERMAN, Wofür werden Schiffe verwendet?, what",
        "SPANISH, ¿Cómo se llama?, how"
    })
    void aQuestionOpensAsTheOtherLanguageAsks(Language language, String question, String gloss) {
        assertThat(translated(question, language, Language.ENGLISH).gloss()).startsWith(gloss);
    }

    @Test
    void namesOfCountriesComeFromCldr() {
        TranslatedQuestion translated =
                translated("Що сталося в Еритреї?", Language.UKRAINIAN, Language.ENGLISH);

        assertThat(translated.gloss()).contains("eritrea");
    }

    @Test
    void anUnknownWordIsItselfInLatinLetters() {
        Word word = new Word("Столтенберг", false, true, List.of());

        assertThat(word.glosses()).containsExactly("stoltenberg");
    }

    @Test
    void theLikeliestTranslationsAreShown() {
        Word word =
                new Word(
                        "Stadt",
                        false,
                        false,
                        List.of(
                                new Translation("city", 0.6),
                                new Translation("town", 0.2),
                                new Translation("cities", 0.1)));

        assertThat(word.glosses()).containsExactly("city", "town");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?!",
                "kto takoj Stoltenberg",
                "Wer ist der новий генсек of NATO?",
                "Скiльки кораблiв чекае",
                "12.5 %",
                "\uD83D\uDEA2 \uD800"
            })
    void noTextIsTooStrange(String text) {
        assertThatCode(
                        () -> {
                            Language from = LanguageDetector.ofQuestion(text);
                            for (Language to : Language.withFile()) {
                                TranslatedQuestion.of(text, from, to, _ -> true);
                            }
                        })
                .doesNotThrowAnyException();
    }

    @Test
    void lettersOfTheSameLookAreMended() {
        String typed = "Скiльки кораблiв патрулює Балтiйське море?"; // with the Latin i

        assertThat(LanguageDetector.ofQuestion(typed)).isEqualTo(Language.UKRAINIAN);
        assertThat(translated(typed, Language.UKRAINIAN, Language.ENGLISH).gloss())
                .startsWith("how many ship")
                .contains("sea");
    }

    @Test
    void aLanguageWithoutATableIsntCarriedOver() {
        assertThat(TranslatedQuestion.of("Hvem?", Language.DANISH, Language.ENGLISH, _ -> true))
                .isEmpty();
        assertThat(TranslatedQuestion.of("Wer?", Language.GERMAN, Language.GERMAN, _ -> true))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Who said that?, ENGLISH",
        "Stoltenberg?, ENGLISH",
        "Wer hat gewonnen?, GERMAN",
        "Скільки кораблів?, UKRAINIAN",
        "Сколько кораблей?, RUSSIAN",
        "Quante navi aspettano nel porto?, ITALIAN",
        "¿Cuántos barcos hay en el puerto?, SPANISH",
        "Quanto costa un IRIS-T?, ITALIAN",
        "In welchem County liegt es?, GERMAN",
        "Nombre la otra manera en que la organización cerró, SPANISH",
        "luis fonsi demi lovato échame la culpa wikipedia, ENGLISH",
        "Что делала компания Tesla Electric Light?, RUSSIAN",
        "Чого домагалися адвокати?, UKRAINIAN",
        "З яким рахунком проголосувала наглядова рада?, UKRAINIAN",
        "¿Cuánto cuesta un IRIS-T?, SPANISH",
        "Combien de navires sont dans le port ?, FRENCH"
    })
    void theLanguageOfAQuestionIsTold(String question, Language language) {
        assertThat(LanguageDetector.ofQuestion(question)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({
        "Столтенберг, stoltenberg",
        "Штольтенберг, stoltenberg",
        "Джонсон, johnson",
        "Макрон, macron",
        "Ганди, gandhi",
        "Вавилон, babylon",
        "Цезарь, caesar",
        "Каролина, carolina",
        "Чарторыйский, czartoryski",
        "Вашингтон, washington",
        "Шольц, scholz",
        "Трасс, truss"
    })
    void namesSoundAlikeInBothScripts(String cyrillic, String latin) {
        double similarity =
                NameSimilarity.between(
                        NameSimilarity.sound(NameSimilarity.latin(cyrillic)),
                        NameSimilarity.sound(latin));

        assertThat(similarity).isGreaterThanOrEqualTo(0.75);
    }

    private static TranslatedQuestion translated(String question, Language from, Language to) {
        return TranslatedQuestion.of(question, from, to, _ -> false).orElseThrow();
    }
}
