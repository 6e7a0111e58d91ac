package dev.verbatim.telegram.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CursorTest {

    private static final Instant MONDAY = Instant.parse("2026-11-02T08:00:00Z");

    private final Clock clock = mock(Clock.class, _ -> MONDAY);
    private final Cursor cursor = new Cursor(clock);

    @Test
    void anUpdateIsAskedForUntilItIsDone() {
        cursor.take(10);
        cursor.take(11);
        cursor.done(11);

        assertThat(cursor.ask()).isEqualTo(10);
        cursor.done(10);
        assertThat(cursor.ask()).isEqualTo(12);
    }

    @Test
    void anUpdateIsTakenOnce() {
        assertThat(cursor.take(10)).isTrue();
        assertThat(cursor.take(10)).isFalse();
        cursor.done(10);
        assertThat(cursor.take(10)).isFalse();
    }

    @Test
    void whatWasDoneSinceTheLastTimeOfAskingIsUnconfirmed() {
        cursor.take(10);
        cursor.ask();

        assertThat(cursor.unconfirmed()).isEmpty();
        cursor.done(10);
        assertThat(cursor.unconfirmed()).hasValue(11);
        cursor.ask();
        assertThat(cursor.unconfirmed()).isEmpty();
    }

    @Test
    void anUpdateThatIsStuckDoesNotHoldUpTheQueueForEver() {
        cursor.take(10);
        cursor.take(11);
        cursor.done(11);

        when(clock.instant()).thenReturn(MONDAY.plusSeconds(31));

        assertThat(cursor.ask()).isEqualTo(12);
    }

    @Test
    void afterAWeekOfSilenceALowerNumberIsANewUpdate() {
        cursor.take(900);
        cursor.done(900);
        assertThat(cursor.startsOver()).isFalse();

        when(clock.instant()).thenReturn(MONDAY.plus(Duration.ofDays(7)));

        assertThat(cursor.startsOver()).isTrue();
        assertThat(cursor.take(5)).isTrue();
    }
}
