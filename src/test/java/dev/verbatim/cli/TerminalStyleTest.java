package dev.verbatim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalStyleTest {

    @Test
    void breaksLineBeforeWordThatDoesNotFit() {
        assertThat(lines(10, "Milk goes last of all."))
                .containsExactly("Milk goes", "last of", "all.");
    }

    @Test
    void wordLongerThanALineStaysWhole() {
        assertThat(lines(5, "a interminable z")).containsExactly("a", "interminable", "z");
    }

    @Test
    void keepsLineBreaksOfTheText() {
        assertThat(lines(12, "one\ntwo three four")).containsExactly("one", "two three", "four");
    }

    @Test
    void shortTextIsUnchanged() {
        assertThat(lines(80, "one\ntwo")).containsExactly("one\ntwo");
    }

    @Test
    void scriptWithoutSpacesBreaksBetweenCharacters() {
        assertThat(lines(4, "日本語の文章です")).containsExactly("日本語の", "文章です");
    }

    private static List<String> lines(int width, String text) {
        return new TerminalStyle(true, width, false)
                .lines(text).stream().map(line -> line.of(text)).toList();
    }
}
