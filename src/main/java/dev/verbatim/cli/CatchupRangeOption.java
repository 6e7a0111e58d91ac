package dev.verbatim.cli;

import dev.verbatim.group.ChatMessage;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The start of the part of a conversation to sum up: the option `--since`.
sealed interface CatchupRangeOption {

    Pattern COUNT = Pattern.compile("[1-9]\\d{0,8}");
    Pattern AGO = Pattern.compile("(\\d{1,5})(m|h|d)");

    /// The index of the first message of that part.
    int first(List<ChatMessage> messages);

    /// From the first message on.
    record All() implements CatchupRangeOption {

        @Override
        public int first(List<ChatMessage> messages) {
            return 0;
        }
    }

    /// The last messages.
    record Last(int count) implements CatchupRangeOption {

        @Override
        public int first(List<ChatMessage> messages) {
            return Math.max(0, messages.size() - count);
        }
    }

    /// A time before the last message.
    record Ago(Duration duration) implements CatchupRangeOption {

        @Override
        public int first(List<ChatMessage> messages) {
            return messages.isEmpty()
                    ? 0
                    : new From(messages.getLast().time().minus(duration)).first(messages);
        }
    }

    /// From a time on.
    record From(Instant time) implements CatchupRangeOption {

        @Override
        public int first(List<ChatMessage> messages) {
            return (int)
                    messages.stream().takeWhile(message -> message.time().isBefore(time)).count();
        }
    }

    /// Parses the value of `--since`. Empty when it is invalid.
    ///
    /// @param zone of a time without one
    static Optional<CatchupRangeOption> parse(String value, ZoneId zone) {
        if (value.equals("all")) {
            return Optional.of(new All());
        }
        if (COUNT.matcher(value).matches()) {
            return Optional.of(new Last(Integer.parseInt(value)));
        }
        Matcher ago = AGO.matcher(value);
        return ago.matches()
                ? Optional.of(new Ago(duration(Long.parseLong(ago.group(1)), ago.group(2))))
                : from(value, zone);
    }

    private static Duration duration(long number, String unit) {
        return switch (unit) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    private static Optional<CatchupRangeOption> from(String value, ZoneId zone) {
        String whole = value.contains("T") ? value : value + "T00:00";
        try {
            return Optional.of(new From(LocalDateTime.parse(whole).atZone(zone).toInstant()));
        } catch (DateTimeException _) {
            return withOffset(whole);
        }
    }

    private static Optional<CatchupRangeOption> withOffset(String value) {
        try {
            return Optional.of(new From(OffsetDateTime.parse(value).toInstant()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
