package dev.verbatim.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.SmallTalkClassifier.GibberishDetector;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GibberishDetectorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asdfghjkl",
                "sdkfjhsdkjfhskdjfh",
                "zzzzzzzz",
                "hahahaaaaaaaa",
                "йцкнгшщзхфв",
                "dGhpcyBpcyBhIHRlc3Q1YjJlYzQ5",
                "9f86d081884c7d659a2feaa0c55ad015",
                "asdfghjkl what qwrtzpsdf"
            })
    void detectsGibberish(String text) {
        assertThat(GibberishDetector.isMostlyGibberish(words(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Angstschweiß",
                "Deutschschweiz",
                "Rechtsschutz",
                "Geschichtsschreibung",
                "Weihnachtsschmuck",
                "Borschtsch",
                "Hirschsprung",
                "Donaudampfschifffahrtsgesellschaftskapitän",
                "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
                "Knightsbridge",
                "rhythms",
                "взгляд",
                "агентство контрвзрыв",
                "Chrząszczyżewoszyce",
                "Støltenberg",
                "IRIS-T",
                "NASAMS",
                "H1N1",
                "R2-D2",
                "F-16s",
                "1000000 euros",
                "what is asdfghjkl really about",
                "https://example.org/world/2022/10/12/nato-allies-meet",
                "www.euronews.com",
                "普京2022年10月12日说了什么",
                "2022年10月12日にブリュッセルで開催されたNATO国防相会議で議論された主な議題は何だったのでしょうか教えてください",
                "รัฐมนตรีกลาโหมพบกันที่ไหน",
                "وزراء الدفاع",
                "שרי ההגנה"
            })
    void acceptsUnusualWords(String text) {
        assertThat(GibberishDetector.isMostlyGibberish(words(text))).isFalse();
    }

    @Test
    void emptyTextIsNotGibberish() {
        assertThat(GibberishDetector.isMostlyGibberish(List.of())).isFalse();
    }

    /// As they come from a message.
    private static List<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
