package dev.verbatim.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.group.ChatMessage.Author;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\u200b\u200d", "\u3164", "\u202e", "\u0301", "\u2800\u00a0", "\n"})
    void nameWithNothingToBeSeenIsNotShown(String name) {
        assertThat(new Author("user7", name, "ann_7").visibleName()).isEqualTo("ann_7");
        assertThat(new Author("user7", name, null).visibleName()).isEqualTo("?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ann", "مريم", "😀", "\u200bA", "李", "."})
    void nameIsShownAsItIs(String name) {
        assertThat(new Author("user7", name, "ann_7").visibleName()).isEqualTo(name);
    }
}
