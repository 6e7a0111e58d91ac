package dev.verbatim.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The missile attacks have been widely condemned by Western allies.",
                "de | Die Raketenangriffe sind von den westlichen Verbündeten verurteilt worden.",
                "fr | Les attaques de missiles ont été largement condamnées par les alliés.",
                "es | Los ataques con misiles han sido condenados por los aliados occidentales.",
                "it | Gli attacchi missilistici sono stati condannati dagli alleati occidentali.",
                "uk | Ракетні удари були засуджені західними союзниками як воєнні злочини.",
                "ru | Ракетные удары были осуждены западными союзниками как военные преступления.",
                "pl | Ataki rakietowe zostały potępione przez zachodnich sojuszników.",
                "zh | 西方盟国普遍谴责导弹袭击是战争罪行，并承诺向乌克兰提供更多的防空系统。",
                "ar | أدان الحلفاء الغربيون الهجمات الصاروخية على نطاق واسع باعتبارها جرائم حرب.",
                "he | מתקפות הטילים גונו בהרחבה על ידי בעלות הברית המערביות כפשעי מלחמה.",
            })
    void detectsTheLanguageOfASentence(String language, String sentence) {
        assertThat(LanguageDetector.detect(sentence)).isEqualTo(Locale.of(language));
    }

    @Test
    void detectsNothingInTooFewLetters() {
        assertThat(LanguageDetector.detect("OK. 12 – 14!")).isEqualTo(Locale.ROOT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What does Smith say about loose talk?",
                "nato ships baltic sea",
                "Who is Angela Merkel?",
                "how many warheads",
                "When did die Welt report it?",
                "IRIS-T",
                ""
            })
    void mayBeEnglish(String question) {
        assertThat(LanguageDetector.mayBeEnglish(question)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Wer hat in diesem Jahr gewonnen?",
                "Wie viele Schiffe sind in der Ostsee?",
                "¿Cuántos barcos hay en el mar Báltico?",
                "Combien de navires y a-t-il dans la mer Baltique ?",
                "Quante navi ci sono nel mar Baltico?",
                "Скільки кораблів у Балтійському морі?",
                "Сколько кораблей в Балтийском море?",
                "有多少艘船?"
            })
    void isNotEnglish(String question) {
        assertThat(LanguageDetector.mayBeEnglish(question)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "who wrote the report        | ENGLISH",
                "wer hat den bericht gelesen | GERMAN",
                "qui a écrit le rapport      | FRENCH",
                "quién escribió el informe   | SPANISH",
                "chi ha scritto il rapporto  | ITALIAN",
                "хто це написав              | UKRAINIAN",
                "кто это написал             | RUSSIAN",
                "о 14:30 у школі             | UKRAINIAN",
                "у мене зʼїв кіт             | UKRAINIAN",
                "у Оли о нём ключи           | RUSSIAN",
                "NATO Ostsee                 | ENGLISH",
            })
    void functionWordsTellTheLanguageOfAQuestion(String question, Language language) {
        var words = WordTokenizer.PLAIN.lower(question);

        assertThat(LanguageDetector.mostLikely(words, Language.ENGLISH)).isEqualTo(language);
    }

    @Test
    void wordsOfNoLanguageAreInTheExpectedOne() {
        assertThat(LanguageDetector.mostLikely(List.of("nato", "ostsee"), Language.GERMAN))
                .isEqualTo(Language.GERMAN);
    }

    @ParameterizedTest
    @CsvSource({
        "Wie viele Schiffe liegen in der Ostsee?, true",
        "Was sagte die Bank of England?, true",
        "In welchem Jahr starb Tesla?, true",
        "¿Despedirán a gente enseguida?, true",
        "Woran scheiterte der erste Versuch?, true",
        "¿Cuántos barcos hay en el puerto?, true",
        "A man and a woman (Un homme et une femme) vocal, false",
        "Who wrote La vida es sueño and El alcalde de Zalamea?, false",
        "price per dose poor countries, false"
    })
    void foreignTitleInAQuestionLeavesItsLanguageInDoubt(String question, boolean clear) {
        Language language = LanguageDetector.ofQuestion(question);

        assertThat(
                        language != Language.ENGLISH
                                && LanguageDetector.isClear(question, language, Language.ENGLISH))
                .isEqualTo(clear);
    }
}
