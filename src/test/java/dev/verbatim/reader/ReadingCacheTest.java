package dev.verbatim.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.verbatim.reader.ReadingComprehension.Excerpt;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingCacheTest {

    private static final String QUESTION = "Does it rain?";
    private static final Excerpt RAIN = excerpt("The weather.", "It rains.");

    private int readings;

    @Test
    void samePassageIsReadOnceForAQuestion() {
        var cache = new ReadingCache(10);

        ReaderOutput first = read(cache, QUESTION, RAIN);
        ReaderOutput again = read(cache, QUESTION, excerpt("The weather.", "It rains."));

        assertThat(again).isSameAs(first);
        assertThat(readings).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Does it snow?, The weather., It rains.",
        "Does it rain?, The sea., It rains.",
        "Does it rain?, The weather., It rained.",
        "Does it rain?The, ' weather.', It rains.",
        "Does it rain?, The weather.It, ' rains.'"
    })
    void anythingElseIsReadByItself(String question, String context, String text) {
        var cache = new ReadingCache(10);
        read(cache, QUESTION, RAIN);

        read(cache, question, excerpt(context, text));

        assertThat(readings).isEqualTo(2);
    }

    @Test
    void samePassageInAnotherLanguageIsReadByItself() {
        var cache = new ReadingCache(10);
        read(cache, QUESTION, RAIN);

        read(cache, QUESTION, new Excerpt(Locale.GERMAN, RAIN.context(), RAIN.text(), List.of()));

        assertThat(readings).isEqualTo(2);
    }

    @Test
    void nothingIsRememberedWithoutRoom() {
        var cache = new ReadingCache(0);

        read(cache, QUESTION, RAIN);
        read(cache, QUESTION, RAIN);

        assertThat(readings).isEqualTo(2);
    }

    @Test
    void failureIsNotRemembered() {
        var cache = new ReadingCache(10);

        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                cache.get(
                                        QUESTION,
                                        RAIN,
                                        () -> {
                                            throw new IllegalStateException("no network");
                                        }));

        assertThat(read(cache, QUESTION, RAIN).answerability()).isEqualTo(1);
    }

    @Test
    void roomBelowNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new ReaderSettings(true, "", -1, "", "", "", Duration.ofSeconds(1)))
                .withMessageStartingWith("verbatim.reader.cache: -1 ");
    }

    private ReaderOutput read(ReadingCache cache, String question, Excerpt excerpt) {
        return cache.get(question, excerpt, () -> new ReaderOutput(++readings, 0, List.of()));
    }

    private static Excerpt excerpt(String context, String text) {
        return new Excerpt(Locale.ENGLISH, context, text, List.of());
    }
}
