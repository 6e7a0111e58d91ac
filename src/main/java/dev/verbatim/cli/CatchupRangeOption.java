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

/// From where on a conversation is summed up.
sealed interface CatchupRangeOption {

    Pattern COUNT = Pattern.compile("[1-9]\\d{0,8}");
    Pattern BACK = Pattern.compile("(\\d{1,5})(m|h|d)");

    /// The first of the messages that belong to it.
    int first(List<ChatMessage> messages);

    /// From the first message on.
    record All() implements CatchupRangeOption {

        @Override
        public int first(List<ChatMessage> messages) {
            return 0;
        }
    }

    /// So many messages, the last ones.
    record Last(int count) implements CatchupRangeOption {

        @Override
        public int first(List<ChatMessage> messages) {
            return Math.max(0, messages.size() - count);
        }
    }

    /// So long before the last message.
    record Back(Duration time) implements CatchupRangeOption {

        @Override
        public int first(List<ChatMessage> messages) {
            return messages.isEmpty()
                    ? 0
                    : new From(messages.getLast().time().minus(time)).first(messages);
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

    /// What somebody wrote behind `--since`; nothing when it is none of these.
    ///
    /// @param zone of a time without one
    static Optional<CatchupRangeOption> read(String written, ZoneId zone) {
        if (written.equals("all")) {
            return Optional.of(new All());
        }
        if (COUNT.matcher(written).matches()) {
            return Optional.of(new Last(Integer.parseInt(written)));
        }
        Matcher back = BACK.matcher(written);
        return back.matches()
                ? Optional.of(new Back(time(Long.parseLong(back.group(1)), back.group(2))))
                : from(written, zone);
    }

    private static Duration time(long number, String unit) {
        return switch (unit) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    private static Optional<CatchupRangeOption> from(String written, ZoneId zone) {
        String whole = written.contains("T") ? written : written + "T00:00";
        try {
            return Optional.of(new From(LocalDateTime.parse(whole).atZone(zone).toInstant()));
        } catch (DateTimeException _) {
            return withOffset(whole);
        }
    }

    private static Optional<CatchupRangeOption> withOffset(String written) {
        try {
            return Optional.of(new From(OffsetDateTime.parse(written).toInstant()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
