package dev.verbatim.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import dev.verbatim.property.CountedText;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordTokenizerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Who said 5 words?       | who said 5 words",
                "d’accord, c'est-à-dire  | d accord c est à dire",
                "Cafe\u0301 ВЕЛИКИЙ      | cafe\u0301 великий",
                "😀 …                    | ''",
            })
    void wordsAreRunsOfLettersMarksAndDigits(String text, String words) {
        assertThat(String.join(" ", WordTokenizer.PLAIN.lower(text))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "so-called ghost-ships-2 | so-called ghost-ships-2",
                "- well -known - it’s    | well known it’s",
                "o'clock a--b            | o'clock a b",
            })
    void joinersKeepWordsTogether(String text, String words) {
        assertThat(String.join(" ", WordTokenizer.joinedBy("-'’").lower(text))).isEqualTo(words);
    }

    @Test
    void wordKnowsItsPlace() {
        String text = "The 😀 ship, sunk.";

        assertThat(WordTokenizer.PLAIN.words(text))
                .allSatisfy(w -> assertThat(text.substring(w.start(), w.end())).isEqualTo(w.text()))
                .extracting(WordTokenizer.Word::text)
                .containsExactly("The", "ship", "sunk");
    }

    @ParameterizedTest
    @CsvSource({"0,19,8", "4,19,8", "8,19,8", "9,19,9", "10,19,15", "10,12,12"})
    void findsTheEndOfTheWordThatBeginsSomewhere(int from, int to, int end) {
        assertThat(WordTokenizer.joinedBy("-").end("all-over (ships) 5%", from, to)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "Who built the ferry?, 4",
        "'  the  ferry ', 2",
        "l'île d'en-bas, 2",
        "渡轮由哪家船厂建造？, 6",
        "フェリーは誰が作りましたか, 6",
        "ใครสร้างเรือข้ามฟาก, 4",
        "NATO 会议在哪里举行？, 5"
    })
    void countsWordsInScriptsWithoutBlanks(String text, int words) {
        assertThat(WordTokenizer.count(text)).isCloseTo(words, within(2));
    }

    @Test
    void countsTheWordsOfLatinTextBetweenBlanksExactly() {
        assertThat(WordTokenizer.count("Who built the all-new ferry, and why?")).isEqualTo(7);
    }

    @Test
    void longTextsAreTokenizedInLinearTime() {
        String text = "a-".repeat(500_000) + " " + "é".repeat(500_000);

        assertThat(WordTokenizer.joinedBy("-").words(text).collect(Collectors.toList())).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "-", "a-", "a--", "--a"})
    void theEndOfAWordIsFoundInOnePass(String part) {
        var text = new CountedText("a" + part.repeat(100_000), 8);

        assertThatCode(() -> WordTokenizer.joinedBy("-").end(text, 0, text.length()))
                .doesNotThrowAnyException();
    }
}
