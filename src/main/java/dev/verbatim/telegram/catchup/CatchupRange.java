package dev.verbatim.telegram.catchup;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A range of messages that a catch-up covers.
sealed interface CatchupRange {

    /// Since the requester's last message; without one, since the last catch-up.
    record SinceMine() implements CatchupRange {}

    /// Since a message, and with it.
    record SinceMessage(long id) implements CatchupRange {}

    /// The given number of last messages.
    record Last(int messages) implements CatchupRange {}

    /// The given time before now.
    record Past(Duration time) implements CatchupRange {}

    /// A day of the group's calendar: 0 is today.
    record Day(int daysAgo) implements CatchupRange {}

    /// Since the last catch-up; without one, all that is kept.
    record SinceLast() implements CatchupRange {}

    Pattern CODE = Pattern.compile("([a-z])([0-9]{1,8})?");

    /// A code for callback data, which buttons keep for ever; empty for [SinceMine].
    default String encode() {
        return switch (this) {
            case SinceMine() -> "";
            case SinceMessage(long id) -> "s" + id;
            case Last(int messages) -> "n" + messages;
            case Past(var time) -> "p" + time.toMinutes();
            case Day(int daysAgo) -> "d" + daysAgo;
            case SinceLast() -> "l";
        };
    }

    /// The range of a code; empty when it is none.
    static Optional<CatchupRange> parse(String code) {
        if (code.isEmpty()) {
            return Optional.of(new SinceMine());
        }
        Matcher parts = CODE.matcher(code);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int number = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        return switch (parts.group(1)) {
            case "s" -> Optional.of(new SinceMessage(number));
            case "n" -> Optional.of(new Last(number));
            case "p" -> Optional.of(new Past(Duration.ofMinutes(number)));
            case "d" -> Optional.of(new Day(number));
            case "l" -> Optional.of(new SinceLast());
            default -> Optional.empty();
        };
    }
}
