package dev.verbatim.telegram.catchup;

import dev.verbatim.group.MessageArchive;
import dev.verbatim.group.MessageRange;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/// Finds the messages that a range means.
///
/// @param topicId of a message in it, or [#EVERYWHERE]
/// @param reader who asks, by the id as an author
/// @param told who was told last time: the reader, or the group
record CatchupRangeResolver(
        MessageArchive archive,
        Clock clock,
        long groupId,
        long topicId,
        String reader,
        String told) {

    /// Instead of a topic: all of them.
    static final long EVERYWHERE = -1;

    /// @param before messages with at least this number aren't meant: the command itself
    MessageRange of(CatchupRange range, long before, ZoneId zone) {
        MessageRange all =
                topicId == EVERYWHERE ? MessageRange.ALL : MessageRange.ALL.inTopic(topicId);
        MessageRange kept = all.before(before);
        return switch (range) {
            case CatchupRange.SinceMine() ->
                    archive.lastOf(groupId, reader, kept)
                            .map(mine -> kept.after(mine.id()))
                            .orElseGet(() -> sinceLast(kept));
            case CatchupRange.SinceMessage(long id) -> kept.after(id - 1);
            case CatchupRange.Last(int messages) -> kept.newest(messages);
            case CatchupRange.Past(var time) -> kept.since(clock.instant().minus(time));
            case CatchupRange.Day(int daysAgo) -> day(kept, daysAgo, zone);
            case CatchupRange.SinceLast() -> sinceLast(kept);
        };
    }

    private MessageRange sinceLast(MessageRange kept) {
        return archive.caughtUpAt(groupId, topicId, told).map(kept::since).orElse(kept);
    }

    private MessageRange day(MessageRange kept, int daysAgo, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), zone).minusDays(daysAgo);
        return kept.since(day.atStartOfDay(zone).toInstant())
                .until(day.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
