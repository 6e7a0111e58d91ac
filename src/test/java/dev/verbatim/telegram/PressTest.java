package dev.verbatim.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PressTest {

    @Test
    void whatAButtonCarriesIsReadBack() {
        assertThat(Press.of(new Press.Nearest().data())).isEqualTo(new Press.Nearest());
        assertThat(Press.of(new Press.Articles(17).data())).isEqualTo(new Press.Articles(17));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "articles", "articles -1", "articles 99999999999", "Nearest", "x:1"})
    void whatIsNotOursIsUnknown(String data) {
        assertThat(Press.of(data)).isEqualTo(new Press.Unknown());
    }

    @Test
    void itFitsIntoAButton() {
        assertThat(new Press.Articles(999_999_999).data().getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(64);
    }
}
