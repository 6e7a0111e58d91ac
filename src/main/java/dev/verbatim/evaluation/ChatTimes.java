package dev.verbatim.evaluation;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the times of one chat, which may be dates with times (`2018-05-29 21:20:37`), or hours and
/// minutes alone (`09:14`). A message without a time was sent with the one before it.
///
/// Of hours and minutes it isn't said whether a clock has twelve hours or twenty-four. Where they
/// run back, half a day has passed, which is right for both as long as nobody is silent for longer.
final class ChatTimes {

    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    /// Lines of a log may be out of order by a little; that is no half day.
    private static final Duration DISORDER = Duration.ofHours(1);

    private Instant last = Instant.EPOCH;
    private @Nullable LocalTime clock;

    /// The next message's time, never before the last one's; nothing when it's written in no way
    /// known.
    Optional<Instant> next(@Nullable String written) {
        if (written == null) {
            return Optional.of(last);
        }
        Optional<Instant> time = read(written.replace(' ', 'T'));
        time.ifPresent(value -> last = value.isAfter(last) ? value : last);
        return time.map(_ -> last);
    }

    private Optional<Instant> read(String written) {
        try {
            return Optional.of(
                    written.contains("T")
                            ? LocalDateTime.parse(written).toInstant(ZoneOffset.UTC)
                            : onward(LocalTime.parse(written)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private Instant onward(LocalTime time) {
        Duration passed = clock == null ? Duration.ZERO : Duration.between(clock, time);
        clock = time;
        while (passed.isNegative()) {
            passed = passed.plus(HALF_A_DAY);
        }
        boolean disorder = passed.compareTo(HALF_A_DAY.minus(DISORDER)) > 0;
        return disorder ? last : last.plus(passed);
    }
}
