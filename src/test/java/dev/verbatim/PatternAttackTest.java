package dev.verbatim;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the attack on the product's patterns would find.
class PatternAttackTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\(\\s*(?:\\S+\\s+){0,2}\\S*\\?+\\s*\\)",
                "[?？؟]\\p{P}*$",
                "@.+|.+[:,：，、،]",
                "^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$",
                "^\\s*[/!.~]\\p{L}[\\p{L}\\p{N}_-]*.*",
                "\\p{L}+\\p{N}+\\p{L}+\\p{N}+\\p{L}",
                "(?s).*[/\\\\]",
                "(?:[\\s,]*\u0001+\\s*)+$",
                "\\bname=\"([^\"]*)\"",
                "(?:/.*)?/bot([^/]*)/(?:test/)?([^/]*)/?",
                "\\d+:[A-Za-z0-9_-]+",
                "\\R(?:\\h*\\R)+",
                "\\w*(?:Article|Posting)",
                "\\s*\\R\\s*",
                "(\\w+\\s?)*$",
                "\\s+$"
            })
    void patternsThatReadATextOverAndOverAreFound(String pattern) {
        assertThatThrownBy(() -> attack(pattern).run()).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\s++", "^\\w++", "(?<!\\s)\\s++$", "[0-9]{1,9}+"})
    void patternsThatReadATextOncePass(String pattern) {
        assertThatCode(() -> attack(pattern).run()).doesNotThrowAnyException();
    }

    private static PatternAttack attack(String pattern) {
        return new PatternAttack("dev.verbatim.Example.PATTERN", Pattern.compile(pattern));
    }
}
