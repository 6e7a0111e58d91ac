package dev.verbatim.telegram.catchup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When a digest is due: once on every day of the group's calendar, whatever its clocks do.
class DailyDigestTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "18:00, 2026-03-01T12:00:00Z, 2026-03-01T17:00:00Z",
        "18:00, 2026-03-01T17:00:00Z, 2026-03-02T17:00:00Z",
        "00:00, 2026-03-01T12:00:00Z, 2026-03-01T23:00:00Z"
    })
    void theFirstIsTheNextTimeThatTheClocksShowIt(LocalTime at, Instant now, Instant due) {
        assertThat(daily(at, BERLIN, now).due()).isEqualTo(due);
    }

    @Test
    void skippedHourMovesTheDigestLater() {
        DailyDigest digest =
                daily(LocalTime.of(2, 30), BERLIN, Instant.parse("2026-03-28T12:00:00Z"));

        assertThat(digest.due()).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(digest.due().atZone(BERLIN).toLocalTime()).isEqualTo(LocalTime.of(3, 30));
    }

    @Test
    void repeatedHourPostsAtTheFirst() {
        DailyDigest first =
                daily(LocalTime.of(2, 30), BERLIN, Instant.parse("2026-10-24T12:00:00Z"));
        DailyDigest next = first.afterPosting(1L, BERLIN, first.due());

        assertThat(first.due()).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(next.due()).isEqualTo(Instant.parse("2026-10-26T01:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 18:00",
        "Europe/Berlin, 02:30",
        "Europe/Berlin, 03:00",
        "America/Sao_Paulo, 00:00",
        "America/Havana, 00:30",
        "Australia/Lord_Howe, 02:15",
        "Africa/Casablanca, 02:30",
        "Asia/Tehran, 00:00",
        "UTC, 23:59"
    })
    void aYearHasOneOnEveryDay(ZoneId zone, LocalTime at) {
        Instant start = LocalDate.of(2026, 1, 1).atStartOfDay(zone).toInstant();
        DailyDigest digest = daily(at, zone, start.minusSeconds(1));
        List<LocalDate> days = new ArrayList<>();
        for (int day = 0; day < 365; day++) {
            days.add(digest.due().atZone(zone).toLocalDate());
            digest = digest.afterPosting(1L, zone, digest.due().plus(Duration.ofSeconds(20)));
        }

        assertThat(days)
                .isEqualTo(
                        IntStream.range(0, 365)
                                .mapToObj(day -> LocalDate.of(2026, 1, 1).plusDays(day))
                                .toList());
    }

    @Test
    void changingDigestTimeSendsNoSecondDigestToday() {
        DailyDigest digest =
                daily(LocalTime.of(18, 0), BERLIN, Instant.parse("2026-03-01T12:00:00Z"));
        Instant told = digest.due().plusSeconds(10);

        DailyDigest later =
                digest.afterPosting(9L, BERLIN, told)
                        .scheduled(0, LocalTime.of(20, 0), Locale.ENGLISH, BERLIN, told);

        assertThat(later.due()).isEqualTo(Instant.parse("2026-03-02T19:00:00Z"));
        assertThat(later.reportedMessage()).isEqualTo(9);
    }

    @Test
    void lateDigestIsPostedForSixHours() {
        DailyDigest digest =
                daily(LocalTime.of(18, 0), BERLIN, Instant.parse("2026-03-01T12:00:00Z"));

        assertThat(digest.isTooLate(digest.due().plus(Duration.ofHours(6)))).isFalse();
        assertThat(digest.isTooLate(digest.due().plus(Duration.ofHours(6)).plusMillis(1))).isTrue();
    }

    @Test
    void missedDigestLeavesItsMessagesToTheNext() {
        DailyDigest digest =
                daily(LocalTime.of(18, 0), BERLIN, Instant.parse("2026-03-01T12:00:00Z"));

        DailyDigest next = digest.afterMissing(BERLIN, digest.due().plus(Duration.ofHours(30)));

        assertThat(next.due()).isEqualTo(Instant.parse("2026-03-03T17:00:00Z"));
        assertThat(next.unreported()).isEqualTo(digest.unreported());
    }

    private static DailyDigest daily(LocalTime at, ZoneId zone, Instant now) {
        return DailyDigest.scheduled(-100_500, 0, at, Locale.ENGLISH, zone, now);
    }
}
