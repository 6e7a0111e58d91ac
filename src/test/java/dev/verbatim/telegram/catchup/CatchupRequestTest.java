package dev.verbatim.telegram.catchup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.telegram.catchup.CatchupRequest.Range;
import dev.verbatim.telegram.catchup.CatchupRequest.Range.Day;
import dev.verbatim.telegram.catchup.CatchupRequest.Range.Last;
import dev.verbatim.telegram.catchup.CatchupRequest.Range.Past;
import dev.verbatim.telegram.catchup.CatchupRequest.Range.SinceLast;
import dev.verbatim.telegram.catchup.CatchupRequest.Range.SinceMessage;
import dev.verbatim.telegram.catchup.CatchupRequest.Range.SinceMine;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatchupRequestTest {

    static Stream<Arguments> ranges() {
        return Stream.of(
                Arguments.of("", new SinceMine()),
                Arguments.of("50", new Last(50)),
                Arguments.of("2h", new Past(Duration.ofHours(2))),
                Arguments.of("2 H", new Past(Duration.ofHours(2))),
                Arguments.of("30m", new Past(Duration.ofMinutes(30))),
                Arguments.of("1d", new Past(Duration.ofDays(1))),
                Arguments.of("90 d", new Past(Duration.ofDays(30))),
                Arguments.of("2 Stunden", new Past(Duration.ofHours(2))),
                Arguments.of("30 хв", new Past(Duration.ofMinutes(30))),
                Arguments.of("today", new Day(0)),
                Arguments.of("Heute", new Day(0)),
                Arguments.of("hoy", new Day(0)),
                Arguments.of("aujourd'hui", new Day(0)),
                Arguments.of("oggi", new Day(0)),
                Arguments.of("сегодня", new Day(0)),
                Arguments.of("сьогодні", new Day(0)),
                Arguments.of("yesterday", new Day(1)),
                Arguments.of("gestern", new Day(1)),
                Arguments.of("ayer", new Day(1)),
                Arguments.of("hier", new Day(1)),
                Arguments.of("ieri", new Day(1)),
                Arguments.of("вчера", new Day(1)),
                Arguments.of("вчора", new Day(1)),
                Arguments.of("new", new SinceLast()));
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void parsesRangesInEveryLanguage(String typed, Range range) {
        assertThat(CatchupRequest.parse(typed)).contains(new CatchupRequest(range, false));
    }

    @Test
    void anyRangeCanCoverAllTopics() {
        assertThat(CatchupRequest.parse("all")).contains(new CatchupRequest(new SinceMine(), true));
        assertThat(CatchupRequest.parse("2h all"))
                .contains(new CatchupRequest(new Past(Duration.ofHours(2)), true));
        assertThat(CatchupRequest.parse("gestern alles"))
                .contains(new CatchupRequest(new Day(1), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0h", "-3", "2x", "tomorrow", "2h 3h", "999999999", "what?"})
    void rejectsUnknownRanges(String typed) {
        assertThat(CatchupRequest.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void encodedRangeParsesBack(String typed, Range range) {
        assertThat(Range.parse(range.encode())).contains(range);
        assertThat(Range.parse(new SinceMessage(7).encode())).contains(new SinceMessage(7));
    }
}
