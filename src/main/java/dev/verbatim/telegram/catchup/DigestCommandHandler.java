package dev.verbatim.telegram.catchup;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.telegram.chat.ChatAdmins;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.reply.CallFactory;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.MessageContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A handler of `/digest`, which shows whether a group gets a daily digest and lets its admins
/// change that. Thread-safe.
final class DigestCommandHandler {

    private static final Pattern DAILY =
            Pattern.compile("(?i)daily\\s+([0-9]{1,2})[:.]([0-9]{2})(?:\\s+(\\S{1,64}))?");

    private final CatchupService catchups;
    private final ChatAdmins admins;

    DigestCommandHandler(CatchupService catchups, ChatAdmins admins) {
        this.catchups = catchups;
        this.admins = admins;
    }

    /// The command.
    void command(
            Incoming.Commanded commanded, MessageCatalog messages, ReplyTransaction transaction) {
        MessageContext context = commanded.context();
        String wish = commanded.payload().strip();
        if (!context.kind().isGroup()) {
            transaction.send(
                    CallFactory.send(
                            context, ReplyMessage.of(MessageKey.DIGEST_GROUPS_ONLY.in(messages))));
        } else if (wish.isEmpty()) {
            say(context, state(catchups.digests().find(context.chatId()), messages), transaction);
        } else {
            say(context, changed(context, wish, messages, transaction), transaction);
        }
    }

    private String changed(
            MessageContext context,
            String wish,
            MessageCatalog messages,
            ReplyTransaction transaction) {
        return switch (admins.permission(context, transaction)) {
            case DENIED -> MessageKey.DIGEST_ADMINS_ONLY.in(messages);
            case UNKNOWN -> MessageKey.FAILED.in(messages);
            case GRANTED -> change(context, wish, messages, transaction);
        };
    }

    private String change(
            MessageContext context,
            String wish,
            MessageCatalog messages,
            ReplyTransaction transaction) {
        long group = context.chatId();
        if (wish.equalsIgnoreCase("off")) {
            transaction.write(rows -> DigestStore.delete(group, rows));
            return MessageKey.DIGEST_OFF.in(messages);
        }
        Matcher daily = DAILY.matcher(wish);
        Optional<LocalTime> at = daily.matches() ? time(daily) : Optional.empty();
        if (at.isEmpty()) {
            return MessageKey.DIGEST_USAGE.in(messages);
        }
        if (catchups.archive().consent(group).isEmpty()) {
            return MessageKey.CATCHUP_OFF.in(messages);
        }
        String zone = Objects.requireNonNullElse(daily.group(3), "");
        Optional<ZoneId> found =
                zone.isEmpty()
                        ? Optional.of(catchups.zones().zoneOf(group))
                        : TimeZoneTable.parse(zone);
        return found.map(there -> setUp(context, at.get(), there, messages, transaction))
                .orElseGet(
                        () -> MessageKey.DIGEST_ZONE.in(messages, MessageCatalog.onOneLine(zone)));
    }

    private static Optional<LocalTime> time(Matcher daily) {
        try {
            int hour = Integer.parseInt(daily.group(1));
            return Optional.of(LocalTime.of(hour, Integer.parseInt(daily.group(2))));
        } catch (DateTimeException e) {
            return Optional.empty(); // no clock shows that
        }
    }

    private String setUp(
            MessageContext context,
            LocalTime at,
            ZoneId zone,
            MessageCatalog messages,
            ReplyTransaction transaction) {
        long group = context.chatId();
        Instant now = catchups.clock().instant();
        int topic = Objects.requireNonNullElse(context.topicId(), 0);
        DailyDigest digest =
                catchups.digests()
                        .find(group)
                        .map(before -> before.scheduled(topic, at, context.language(), zone, now))
                        .orElseGet(
                                () ->
                                        DailyDigest.scheduled(
                                                group, topic, at, context.language(), zone, now));
        transaction.write(
                rows -> {
                    TimeZoneTable.save(group, zone, rows);
                    DigestStore.save(digest, rows);
                });
        return state(digest, zone, messages);
    }

    private String state(Optional<DailyDigest> digest, MessageCatalog messages) {
        return digest.map(one -> state(one, catchups.zones().zoneOf(one.chatId()), messages))
                .orElseGet(() -> MessageKey.DIGEST_OFF.in(messages));
    }

    private static String state(DailyDigest digest, ZoneId zone, MessageCatalog messages) {
        ZonedDateTime next = digest.due().atZone(zone);
        String when = messages.date(next.toLocalDate()) + ", " + next.toLocalTime();
        return MessageKey.DIGEST_ON.in(messages, digest.time().toString(), zone.getId(), when);
    }

    private static void say(MessageContext context, String text, ReplyTransaction transaction) {
        transaction.send(CallFactory.reply(context, ReplyMessage.of(text)));
    }
}
