package dev.verbatim.group;

import java.time.Duration;
import java.time.Instant;

/// A group's consent that its messages may be kept.
///
/// @param by who has decided it for the group; see [ChatMessage.Author#id()]
/// @param at since when: nothing is there of before, unless it was imported
/// @param days for how long each message is kept
public record Consent(String by, Instant at, int days) {

    public static final int SHORTEST_DAYS = 1;
    public static final int DEFAULT_DAYS = 7;
    public static final int LONGEST_DAYS = 30;

    public Consent {
        if (days < SHORTEST_DAYS || days > LONGEST_DAYS) {
            throw new IllegalArgumentException(
                    "messages are kept for "
                            + SHORTEST_DAYS
                            + " to "
                            + LONGEST_DAYS
                            + " days, not for "
                            + days);
        }
    }

    /// The oldest that may be kept now.
    public Instant oldest(Instant now) {
        return now.minus(Duration.ofDays(days));
    }
}
