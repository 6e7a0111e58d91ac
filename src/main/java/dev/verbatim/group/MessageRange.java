package dev.verbatim.group;

import java.time.Instant;
import java.util.OptionalLong;

/// A selection of a group's messages: all that everything here is true of, and of those the newest.
/// Written as `MessageRange.ALL.since(yesterday).inTopic(4)`.
///
/// @param since the first instant
/// @param until the first instant that isn't meant any more
/// @param after the id that comes before the first one
/// @param before the id that comes after the last one
/// @param topic only of this one
/// @param newest so many at most
public record MessageRange(
        Instant since, Instant until, long after, long before, OptionalLong topic, int newest) {

    /// More are never read at once.
    public static final int MOST = 10_000;

    public static final MessageRange ALL =
            new MessageRange(
                    Instant.EPOCH,
                    Instant.ofEpochMilli(Long.MAX_VALUE),
                    Long.MIN_VALUE,
                    Long.MAX_VALUE,
                    OptionalLong.empty(),
                    MOST);

    public MessageRange {
        if (newest < 0 || newest > MOST) {
            throw new IllegalArgumentException("0 to " + MOST + " messages, not " + newest);
        }
    }

    public MessageRange since(Instant time) {
        return new MessageRange(time, until, after, before, topic, newest);
    }

    public MessageRange until(Instant time) {
        return new MessageRange(since, time, after, before, topic, newest);
    }

    public MessageRange after(long messageId) {
        return new MessageRange(since, until, messageId, before, topic, newest);
    }

    public MessageRange before(long messageId) {
        return new MessageRange(since, until, after, messageId, topic, newest);
    }

    /// Only of one topic; see [ChatMessage#topic()].
    public MessageRange inTopic(long id) {
        return new MessageRange(since, until, after, before, OptionalLong.of(id), newest);
    }

    /// So many at most, cut to what is allowed.
    public MessageRange newest(int number) {
        return new MessageRange(since, until, after, before, topic, Math.clamp(number, 0, MOST));
    }
}
