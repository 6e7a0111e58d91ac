package dev.verbatim.telegram.catchup;

import dev.verbatim.group.MessageRange;
import dev.verbatim.telegram.update.MessageContext;
import dev.verbatim.telegram.update.MessageContext.ChatKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A catch-up that is posted to a group every day.
///
/// @param topicId where it is posted; 0 for no topic
/// @param time in the group's time zone
/// @param language of the admin who set it up
/// @param due when it is posted next
/// @param dueDay the day of the next one
/// @param lastDay the day of the last one; missing before the first
/// @param reportedMessage the last message that was summed up; missing when that isn't known
/// @param reportedUntil the time until which messages were summed up
record DailyDigest(
        long chatId,
        int topicId,
        LocalTime time,
        Locale language,
        Instant due,
        LocalDate dueDay,
        @Nullable LocalDate lastDay,
        @Nullable Long reportedMessage,
        Instant reportedUntil) {

    // Later it is no longer that day's.
    private static final Duration LATE = Duration.ofHours(6);

    /// A new digest.
    static DailyDigest scheduled(
            long chatId, int topicId, LocalTime at, Locale language, ZoneId zone, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return new DailyDigest(chatId, topicId, at, language, now, today, null, null, now)
                .next(zone, now);
    }

    /// The same digest at another time of day. What was posted isn't repeated, and a day has one
    /// digest.
    DailyDigest scheduled(
            int newTopicId, LocalTime newAt, Locale newLanguage, ZoneId zone, Instant now) {
        return new DailyDigest(
                        chatId,
                        newTopicId,
                        newAt,
                        newLanguage,
                        due,
                        dueDay,
                        lastDay,
                        reportedMessage,
                        reportedUntil)
                .next(zone, now);
    }

    /// Where it is posted, without a message that it replies to.
    MessageContext context() {
        Integer topic = topicId == 0 ? null : topicId;
        return new MessageContext(chatId, 0, topic, language, chatId, ChatKind.SUPERGROUP);
    }

    boolean isTooLate(Instant now) {
        return due.plus(LATE).isBefore(now);
    }

    /// The messages since the last digest.
    MessageRange unreported() {
        return reportedMessage == null
                ? MessageRange.ALL.since(reportedUntil)
                : MessageRange.ALL.after(reportedMessage);
    }

    /// The next digest after this one was posted.
    ///
    /// @param upTo the last message in it; missing when there was none
    DailyDigest afterPosting(@Nullable Long upTo, ZoneId zone, Instant now) {
        return new DailyDigest(
                        chatId,
                        topicId,
                        time,
                        language,
                        due,
                        dueDay,
                        dueDay,
                        upTo == null ? reportedMessage : upTo,
                        upTo == null ? reportedUntil : now)
                .next(zone, now);
    }

    /// The next digest after this one was missed.
    DailyDigest afterMissing(ZoneId zone, Instant now) {
        return next(zone, now);
    }

    /// The first time after now, on a day without a digest. Where daylight saving time skips that
    /// time of day, it is as much later; where it occurs twice, it is the first of the two.
    private DailyDigest next(ZoneId zone, Instant now) {
        LocalDate day = LocalDate.ofInstant(now, zone);
        if (lastDay != null && !day.isAfter(lastDay)) {
            day = lastDay.plusDays(1);
        }
        while (!instant(day, zone).isAfter(now)) {
            day = day.plusDays(1);
        }
        return new DailyDigest(
                chatId,
                topicId,
                time,
                language,
                instant(day, zone),
                day,
                lastDay,
                reportedMessage,
                reportedUntil);
    }

    private Instant instant(LocalDate day, ZoneId zone) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
