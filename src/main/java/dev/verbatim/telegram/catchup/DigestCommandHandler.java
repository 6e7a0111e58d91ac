package dev.verbatim.telegram.catchup;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.telegram.chat.ChatAdmins;
import dev.verbatim.telegram.delivery.Turn;
import dev.verbatim.telegram.message.Phrase;
import dev.verbatim.telegram.message.Reply;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.Origin;
import dev.verbatim.telegram.update.Requests;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says whether a group gets a catch-up every day, and lets its admins change that. Thread-safe.
record DigestCommandHandler(CatchupServices catchupServices, ChatAdmins admins) {

    private static final Pattern DAILY =
            Pattern.compile("(?i)daily\\s+([0-9]{1,2})[:.]([0-9]{2})(?:\\s+(\\S{1,64}))?");

    /// The command.
    void command(Incoming.Commanded commanded, MessageCatalog messages, Turn turn) {
        Origin origin = commanded.origin();
        String wish = commanded.payload().strip();
        if (!origin.kind().isGroup()) {
            turn.say(Requests.send(origin, Reply.of(Phrase.DIGEST_GROUPS_ONLY.in(messages))));
        } else if (wish.isEmpty()) {
            say(origin, state(catchupServices.digests().of(origin.chatId()), messages), turn);
        } else {
            say(origin, changed(origin, wish, messages, turn), turn);
        }
    }

    private String changed(Origin origin, String wish, MessageCatalog messages, Turn turn) {
        return switch (admins.right(origin, turn)) {
            case NOT_GIVEN -> Phrase.DIGEST_ADMINS_ONLY.in(messages);
            case UNKNOWN -> Phrase.FAILED.in(messages);
            case GIVEN -> change(origin, wish, messages, turn);
        };
    }

    private String change(Origin origin, String wish, MessageCatalog messages, Turn turn) {
        long group = origin.chatId();
        if (wish.equalsIgnoreCase("off")) {
            turn.write(rows -> DigestStore.delete(group, rows));
            return Phrase.DIGEST_OFF.in(messages);
        }
        Matcher daily = DAILY.matcher(wish);
        Optional<LocalTime> at = daily.matches() ? time(daily) : Optional.empty();
        if (at.isEmpty()) {
            return Phrase.DIGEST_USAGE.in(messages);
        }
        if (catchupServices.archive().consent(group).isEmpty()) {
            return Phrase.CATCHUP_OFF.in(messages);
        }
        String zone = Objects.requireNonNullElse(daily.group(3), "");
        Optional<ZoneId> found =
                zone.isEmpty()
                        ? Optional.of(catchupServices.zones().of(group))
                        : TimeZoneTable.named(zone);
        return found.map(there -> setUp(origin, at.get(), there, messages, turn))
                .orElseGet(() -> Phrase.DIGEST_ZONE.in(messages, MessageCatalog.onOneLine(zone)));
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
            Origin origin, LocalTime at, ZoneId zone, MessageCatalog messages, Turn turn) {
        long group = origin.chatId();
        Instant now = catchupServices.clock().instant();
        int topic = Objects.requireNonNullElse(origin.topicId(), 0);
        DailyDigest digest =
                catchupServices
                        .digests()
                        .of(group)
                        .map(before -> before.daily(topic, at, origin.language(), zone, now))
                        .orElseGet(
                                () ->
                                        DailyDigest.daily(
                                                group, topic, at, origin.language(), zone, now));
        turn.write(
                rows -> {
                    TimeZoneTable.set(group, zone, rows);
                    DigestStore.set(digest, rows);
                });
        return state(digest, zone, messages);
    }

    private String state(Optional<DailyDigest> digest, MessageCatalog messages) {
        return digest.map(one -> state(one, catchupServices.zones().of(one.chatId()), messages))
                .orElseGet(() -> Phrase.DIGEST_OFF.in(messages));
    }

    private static String state(DailyDigest digest, ZoneId zone, MessageCatalog messages) {
        ZonedDateTime next = digest.due().atZone(zone);
        String when = messages.date(next.toLocalDate()) + ", " + next.toLocalTime();
        return Phrase.DIGEST_ON.in(messages, digest.at().toString(), zone.getId(), when);
    }

    private static void say(Origin origin, String text, Turn turn) {
        turn.say(Requests.reply(origin, Reply.of(text)));
    }
}
