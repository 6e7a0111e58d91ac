package dev.verbatim.telegram.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.verbatim.property.CountedText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressedTextTest {

    private static final int LENGTH = 100_000;
    private static final int READS_PER_CHARACTER = 16;

    /// An underscore stands for what a mention leaves.
    @ParameterizedTest
    @CsvSource({
        "'__, how many ships?', 'how many ships?'",
        "' __ : __ how many ships?', 'how many ships?'",
        "'how many ships, __', 'how many ships'",
        "'how many ships __ __ ', 'how many ships'",
        "'how many __ ships?', 'how many ships?'",
        "'how many ships __?', 'how many ships?'",
        "'how many(__)ships?', 'how many()ships?'",
        "'__', ''",
        "' __ ', ''"
    })
    void aMentionIsTakenOutWithWhatSetItOff(String text, String expected) {
        assertThat(AddressedText.withoutHoles(text.replace('_', '\0'))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", " ", "\0 ", " \0", "a\0", "a \0", "\0,", ", ", "\0-", "\n"})
    void aTextOfMentionsAndBlanksIsReadAFewTimes(String part) {
        for (String start : new String[] {"", "\0", "a"}) {
            for (String end : new String[] {"", "\0", "a", " "}) {
                String text = start + part.repeat(LENGTH / part.length()) + end;

                assertThatCode(
                                () ->
                                        AddressedText.withoutHoles(
                                                new CountedText(text, READS_PER_CHARACTER)))
                        .doesNotThrowAnyException();
            }
        }
    }
}
