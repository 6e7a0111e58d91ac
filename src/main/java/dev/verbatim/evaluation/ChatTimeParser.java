package dev.verbatim.evaluation;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A parser of the times of one chat, which are either dates with times (`2018-05-29 21:20:37`,
/// `2018-05-29T21:20:37Z`) or hours and minutes alone (`09:14`). A message without a time gets that
/// of the one before it.
///
/// Hours and minutes may come from a clock of twelve hours or of twenty-four. Where they go back,
/// the parser adds half a day, which is right for both unless the chat is silent for longer.
final class ChatTimeParser {

    private static final Duration HALF_DAY = Duration.ofHours(12);

    /// Lines of a log may be slightly out of order. Then no half day has passed.
    private static final Duration DISORDER = Duration.ofHours(1);

    private Instant last = Instant.EPOCH;
    private @Nullable LocalTime clock;

    /// The time of the next message, never before that of the last one. Empty when the format is
    /// unknown.
    Optional<Instant> next(@Nullable String text) {
        if (text == null) {
            return Optional.of(last);
        }
        Optional<Instant> time = parse(text.replace(' ', 'T'));
        time.ifPresent(value -> last = value.isAfter(last) ? value : last);
        return time.map(_ -> last);
    }

    private Optional<Instant> parse(String text) {
        try {
            return Optional.of(text.contains("T") ? dated(text) : advance(LocalTime.parse(text)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// A time without a zone is in UTC.
    private static Instant dated(String text) {
        TemporalAccessor time =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(
                        text, OffsetDateTime::from, LocalDateTime::from);
        return time instanceof OffsetDateTime offset
                ? offset.toInstant()
                : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
    }

    private Instant advance(LocalTime time) {
        Duration passed = clock == null ? Duration.ZERO : Duration.between(clock, time);
        clock = time;
        while (passed.isNegative()) {
            passed = passed.plus(HALF_DAY);
        }
        boolean disorder = passed.compareTo(HALF_DAY.minus(DISORDER)) > 0;
        return disorder ? last : last.plus(passed);
    }
}
