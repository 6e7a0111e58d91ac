package dev.verbatim.telegram.catchup;

import dev.verbatim.group.MessageRange;
import dev.verbatim.telegram.update.MessageContext;
import dev.verbatim.telegram.update.MessageContext.ChatKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/// A catch-up of one day that is edited in place as the talk goes on.
///
/// @param topicId of a message in it, or [CatchupService#ALL_TOPICS]
/// @param language of the admin who began it
/// @param viewId of the day's buttons
/// @param day that it is of
/// @param messageId 0 as long as there is none
/// @param writtenAt when it was posted or edited last; [Instant#EPOCH] for never
/// @param failures how often it could not be posted
record LiveCatchup(
        long chatId,
        long topicId,
        Locale language,
        long viewId,
        LocalDate day,
        int messageId,
        Pin pinned,
        Instant writtenAt,
        int failures) {

    /// A group takes twenty messages and edits a minute.
    static final Duration INTERVAL = Duration.ofMinutes(1);

    /// How long nothing is tried where the bot can't write.
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /// Whether the message is pinned. The names are in the store.
    enum Pin {
        NO,
        YES,
        /// The bot may not pin.
        REFUSED
    }

    static LiveCatchup begun(
            long chatId, long topicId, Locale language, long viewId, LocalDate today) {
        return new LiveCatchup(
                chatId, topicId, language, viewId, today, 0, Pin.NO, Instant.EPOCH, 0);
    }

    /// The same for another day, without a message.
    LiveCatchup on(LocalDate otherDay, long newViewId) {
        return begun(chatId, topicId, language, newViewId, otherDay);
    }

    LiveCatchup withPin(Pin pin) {
        return new LiveCatchup(
                chatId, topicId, language, viewId, day, messageId, pin, writtenAt, failures);
    }

    LiveCatchup writtenAt(Instant now) {
        return new LiveCatchup(
                chatId, topicId, language, viewId, day, messageId, pinned, now, failures);
    }

    LiveCatchup withoutMessage() {
        return new LiveCatchup(
                chatId, topicId, language, viewId, day, 0, pinned, writtenAt, failures);
    }

    boolean isPosted() {
        return messageId != 0;
    }

    /// Whether its call is on the way.
    boolean isUnderway() {
        return !isPosted() && writtenAt.isAfter(Instant.EPOCH);
    }

    boolean isDue(Instant now) {
        return !writtenAt.plus(INTERVAL).isAfter(now);
    }

    /// The time of the last failure, as one of the next try.
    static Instant afterFailure(Instant now) {
        return now.plus(PATIENCE).minus(INTERVAL);
    }

    /// The messages of its day.
    MessageRange range(ZoneId zone) {
        MessageRange range =
                MessageRange.ALL
                        .since(day.atStartOfDay(zone).toInstant())
                        .until(day.plusDays(1).atStartOfDay(zone).toInstant());
        return topicId == CatchupService.ALL_TOPICS ? range : range.inTopic(topicId);
    }

    /// The key of the call that posts it, of which there is only one.
    String key() {
        return "live/" + viewId + "/" + chatId + "/" + failures;
    }

    /// Where it is, and the message itself.
    MessageContext context() {
        Integer topic = topicId > 0 ? Math.toIntExact(topicId) : null;
        return new MessageContext(chatId, messageId, topic, language, chatId, ChatKind.SUPERGROUP);
    }
}
