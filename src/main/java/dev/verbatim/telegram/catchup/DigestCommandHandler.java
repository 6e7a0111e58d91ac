package dev.verbatim.telegram.catchup;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.telegram.chat.ChatAdmins;
import dev.verbatim.telegram.chat.CommandHandler;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.delivery.ApiResult.Barrier;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.update.Command;
import dev.verbatim.telegram.update.Incoming;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A handler of `/digest`, which shows whether a group gets a daily digest and lets its admins
/// change that. Thread-safe.
public final class DigestCommandHandler implements CommandHandler {

    private static final Pattern DAILY =
            Pattern.compile("(?i)daily\\s++([0-9]{1,2})[:.]([0-9]{2})(?:\\s++(\\S{1,64}+))?");

    private final CatchupService catchups;
    private final ChatAdmins admins;

    public DigestCommandHandler(CatchupService catchups, ChatAdmins admins) {
        this.catchups = catchups;
        this.admins = admins;
    }

    @Override
    public Map<Command, Action> commands() {
        return Map.of(
                Command.DIGEST, (command, responder) -> responder.send(reply(command, responder)));
    }

    private ReplyMessage reply(Incoming.Commanded command, Responder responder) {
        String wish = command.payload().strip();
        if (!responder.context().kind().isGroup()) {
            return responder.text(MessageKey.DIGEST_GROUPS_ONLY);
        }
        if (wish.isEmpty()) {
            return catchups.digests()
                    .find(responder.context().chatId())
                    .map(digest -> withBarrier(digest, responder))
                    .orElseGet(() -> responder.text(MessageKey.DIGEST_OFF));
        }
        return switch (admins.permission(responder.context(), responder.transaction())) {
            case DENIED -> responder.text(MessageKey.DIGEST_ADMINS_ONLY).forUserOnly();
            case HIDDEN -> responder.text(MessageKey.ADMINS_HIDDEN);
            case UNKNOWN -> responder.text(MessageKey.FAILED);
            case GRANTED -> change(wish, responder);
        };
    }

    /// The state, and why the last one could not be posted.
    private ReplyMessage withBarrier(DailyDigest digest, Responder responder) {
        ReplyMessage state = state(digest, zone(digest.chatId()), responder);
        return catchups.barriers()
                .find(digest.chatId())
                .map(barrier -> explain(barrier, digest, responder))
                .map(why -> ReplyMessage.of(state.text() + "\n\n" + why))
                .orElse(state);
    }

    private String explain(Barrier barrier, DailyDigest digest, Responder responder) {
        String group = catchups.groups().group(digest.chatId(), responder.transaction()).title();
        return DigestScheduler.explain(barrier, group, digest, responder.messages());
    }

    private ZoneId zone(long group) {
        return catchups.digests().zoneOf(group);
    }

    private ReplyMessage change(String wish, Responder responder) {
        long group = responder.context().chatId();
        if (wish.equalsIgnoreCase("off")) {
            responder
                    .transaction()
                    .write(
                            rows -> {
                                DigestStore.delete(group, rows);
                                DigestBarrierStore.clear(group, rows);
                            });
            return responder.text(MessageKey.DIGEST_OFF);
        }
        Matcher daily = DAILY.matcher(wish);
        Optional<LocalTime> at = daily.matches() ? time(daily) : Optional.empty();
        if (at.isEmpty()) {
            return responder.text(MessageKey.DIGEST_USAGE);
        }
        if (catchups.archive().consent(group).isEmpty()) {
            return responder.text(MessageKey.CATCHUP_OFF);
        }
        String zone = Objects.requireNonNullElse(daily.group(3), "");
        return (zone.isEmpty() ? Optional.of(zone(group)) : DigestStore.parseZone(zone))
                .map(found -> setUp(at.get(), found, responder))
                .orElseGet(
                        () ->
                                responder.text(
                                        MessageKey.DIGEST_ZONE, MessageCatalog.onOneLine(zone)));
    }

    private static Optional<LocalTime> time(Matcher daily) {
        try {
            int hour = Integer.parseInt(daily.group(1));
            return Optional.of(LocalTime.of(hour, Integer.parseInt(daily.group(2))));
        } catch (DateTimeException e) {
            return Optional.empty(); // no clock shows that
        }
    }

    private ReplyMessage setUp(LocalTime at, ZoneId zone, Responder responder) {
        long group = responder.context().chatId();
        Locale language = responder.context().language();
        Instant now = catchups.clock().instant();
        int topic = Objects.requireNonNullElse(responder.context().topicId(), 0);
        DailyDigest digest =
                catchups.digests()
                        .find(group)
                        .map(before -> before.scheduled(topic, at, language, zone, now))
                        .orElseGet(
                                () -> DailyDigest.scheduled(group, topic, at, language, zone, now));
        responder
                .transaction()
                .write(
                        rows -> {
                            DigestStore.saveZone(group, zone, rows);
                            DigestStore.save(digest, rows);
                            DigestBarrierStore.clear(group, rows);
                        });
        return state(digest, zone, responder);
    }

    private static ReplyMessage state(DailyDigest digest, ZoneId zone, Responder responder) {
        ZonedDateTime next = digest.due().atZone(zone);
        String when = responder.messages().date(next.toLocalDate()) + ", " + next.toLocalTime();
        return responder.text(MessageKey.DIGEST_ON, digest.time().toString(), zone.getId(), when);
    }
}
