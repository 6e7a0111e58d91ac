package dev.verbatim.telegram.catchup;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.telegram.catchup.CatchupService.Audience;
import dev.verbatim.telegram.catchup.LiveCatchup.Pin;
import dev.verbatim.telegram.chat.SettingsStore;
import dev.verbatim.telegram.delivery.ApiResult;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.delivery.TransactionSender;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.reply.CallFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A scheduler that posts, pins and edits the live catch-ups, and begins them anew every day.
///
/// A message is posted by a call of which there is only one for a day, and is pinned only once its
/// number is stored: so whenever the process ends, no second one is pinned. Edits are made at once
/// or not at all, because the next one says more; none is written down. Only the instance that
/// works does any of this.
public final class LiveCatchupScheduler {

    private static final Logger log = LoggerFactory.getLogger(LiveCatchupScheduler.class);

    private final CatchupService catchups;
    private final SettingsStore settings;
    private final LongPredicate mayUseTheBot;
    private final TransactionSender voice;

    // The messages that each was written of last, as a hash. After a start it is written once more.
    private final Map<Long, Integer> written = new HashMap<>();
    private final Map<Long, Instant> barred = new HashMap<>();

    /// @param mayUseTheBot whether a group may: one that an editor has blocked may not
    public LiveCatchupScheduler(
            CatchupService catchups,
            SettingsStore settings,
            LongPredicate mayUseTheBot,
            TransactionSender voice) {
        this.catchups = catchups;
        this.settings = settings;
        this.mayUseTheBot = mayUseTheBot;
        this.voice = voice;
    }

    /// Brings every live catch-up up to date that is due. What fails is tried again.
    public synchronized void update() {
        try {
            List<LiveCatchup> all = catchups.lives().all();
            written.keySet().retainAll(all.stream().map(LiveCatchup::viewId).toList());
            all.stream().filter(live -> mayUseTheBot.test(live.chatId())).forEach(this::update);
        } catch (RuntimeException e) {
            log.error("the live catch-ups can't be read", e);
        }
    }

    private void update(LiveCatchup live) {
        try {
            voice.send(live.key() + "/turn", transaction -> update(live, transaction));
        } catch (RuntimeException e) {
            log.warn("chat {}: its live catch-up waits: {}", live.chatId(), e.toString());
        }
    }

    private void update(LiveCatchup live, ReplyTransaction transaction) {
        LocalDate today = LocalDate.ofInstant(now(), zone(live));
        if (catchups.archive().consent(live.chatId()).isEmpty()) {
            end(live, MessageKey.LIVE_ARCHIVE_OFF, transaction);
        } else if (!live.day().equals(today)) {
            beginAnew(live, today, transaction);
        } else if (live.isPosted()) {
            keepUp(live, transaction);
        } else if (!live.isUnderway()) {
            post(live, transaction);
        }
    }

    private Instant now() {
        return catchups.clock().instant();
    }

    private ZoneId zone(LiveCatchup live) {
        return catchups.zoneOf(live.chatId());
    }

    private List<ChatMessage> messages(LiveCatchup live) {
        return catchups.archive().messages(live.chatId(), live.range(zone(live)));
    }

    private MessageCatalog catalog(LiveCatchup live) {
        return DigestScheduler.catalog(settings, live.chatId(), live.language());
    }

    /// With the first message of the day. Where the bot can't write, it asks again only later.
    private void post(LiveCatchup live, ReplyTransaction transaction) {
        List<ChatMessage> messages = messages(live);
        if (messages.stream().noneMatch(ChatMessage::hasWords)
                || barred.getOrDefault(live.viewId(), Instant.EPOCH).isAfter(now())) {
            return;
        }
        if (!CallFactory.typing(live.context(), transaction)) {
            barred.put(live.viewId(), LiveCatchup.afterFailure(now()));
            return;
        }
        barred.remove(live.viewId());
        ReplyMessage text = render(live, messages, transaction);
        LiveCatchup posted = live.writtenAt(now());
        transaction.write(
                rows -> {
                    LiveCatchupStore.replace(live, posted, rows);
                    catchups.views().insert(view(live, messages), rows);
                });
        transaction.send(catchups.lives().watched(CallFactory.send(live.context(), text), live));
        written.put(live.viewId(), messages.hashCode());
    }

    private static CatchupViewStore.View view(LiveCatchup live, List<ChatMessage> messages) {
        return CatchupViewStore.View.open(
                live.viewId(), live.chatId(), live.topicId(), messages.getFirst().id());
    }

    private ReplyMessage render(
            LiveCatchup live, List<ChatMessage> messages, ReplyTransaction transaction) {
        MessageCatalog catalog = catalog(live);
        return messages.stream().noneMatch(ChatMessage::hasWords)
                ? ReplyMessage.of(MessageKey.CATCHUP_EMPTY.in(catalog))
                : catchups.show(
                        view(live, messages),
                        messages,
                        new Audience(live.chatId(), null, catalog),
                        transaction,
                        CatchupRenderer::live);
    }

    private void keepUp(LiveCatchup live, ReplyTransaction transaction) {
        LiveCatchup pinned = live.pinned() == Pin.NO ? pin(live, transaction) : live;
        List<ChatMessage> messages = messages(live);
        LiveCatchup after =
                pinned.isDue(now()) && isNew(live, messages)
                        ? edit(pinned, messages, transaction)
                        : pinned;
        if (after.equals(live)) {
            return;
        }
        transaction.write(
                after.isPosted()
                        ? rows -> LiveCatchupStore.replace(live, after, rows)
                        : rows -> LiveCatchupStore.delete(live, rows));
    }

    private boolean isNew(LiveCatchup live, List<ChatMessage> messages) {
        return !Integer.valueOf(messages.hashCode()).equals(written.get(live.viewId()));
    }

    private LiveCatchup pin(LiveCatchup live, ReplyTransaction transaction) {
        return switch (new PinnedMessage(live.context(), transaction).pin()) {
            case ApiResult.Delivered<?> _ -> live.withPin(Pin.YES);
            case ApiResult.Rejected<?> _, ApiResult.Unwelcome<?> _ -> {
                tell(live, MessageKey.LIVE_NOT_PINNED, transaction);
                yield live.withPin(Pin.REFUSED);
            }
            case ApiResult.Moved<?> _, ApiResult.Undelivered<?> _ -> live;
        };
    }

    /// One line, once for each message.
    private void tell(LiveCatchup live, MessageKey line, ReplyTransaction transaction) {
        transaction.send(
                CallFactory.send(live.context(), ReplyMessage.of(line.in(catalog(live))))
                        .withKey(live.key() + "/" + line.name()));
    }

    /// @return as it is now; without a message when that is gone, which ends it
    private LiveCatchup edit(
            LiveCatchup live, List<ChatMessage> messages, ReplyTransaction transaction) {
        ReplyMessage text = render(live, messages, transaction);
        return switch (CallFactory.editNow(live.context(), text, transaction)) {
            case ApiResult.Rejected<?>(var reason) when isGone(reason) -> {
                tell(live, MessageKey.LIVE_LOST, transaction);
                yield live.withoutMessage();
            }
            case ApiResult.Delivered<?> _, ApiResult.Rejected<?> _ -> {
                written.put(live.viewId(), messages.hashCode());
                yield live.writtenAt(now());
            }
            case ApiResult.Unwelcome<?> _ -> live.writtenAt(LiveCatchup.afterFailure(now()));
            case ApiResult.Moved<?> _, ApiResult.Undelivered<?> _ -> live;
        };
    }

    private static boolean isGone(String reason) {
        return reason.contains("message to edit not found")
                || reason.contains("message can't be edited")
                || reason.contains("MESSAGE_ID_INVALID");
    }

    /// The old message is brought up to the end of its day first.
    private void beginAnew(LiveCatchup live, LocalDate today, ReplyTransaction transaction) {
        List<ChatMessage> messages = messages(live);
        if (live.isPosted()) {
            if (isNew(live, messages)) {
                ReplyMessage text = render(live, messages, transaction);
                CallFactory.editNow(live.context(), text, transaction);
            }
            if (isUndone(live, transaction)) {
                return;
            }
        }
        LiveCatchup next = live.on(today, catchups.views().newId());
        long last = messages.isEmpty() ? Long.MIN_VALUE : messages.getLast().id();
        transaction.write(
                rows -> {
                    CatchupViewStore.close(live.viewId(), last, rows);
                    LiveCatchupStore.replace(live, next, rows);
                });
    }

    /// Whether the message couldn't be unpinned because Telegram can't be reached.
    private static boolean isUndone(LiveCatchup live, ReplyTransaction transaction) {
        return live.pinned() == Pin.YES
                && new PinnedMessage(live.context(), transaction).unpin()
                        instanceof ApiResult.Undelivered<?>;
    }

    /// Nothing of what was said stays in the message.
    private void end(LiveCatchup live, MessageKey why, ReplyTransaction transaction) {
        if (live.isPosted()) {
            ReplyMessage text = ReplyMessage.of(why.in(catalog(live)));
            if (CallFactory.editNow(live.context(), text, transaction)
                            instanceof ApiResult.Undelivered<?>
                    || isUndone(live, transaction)) {
                return;
            }
        }
        transaction.write(rows -> LiveCatchupStore.delete(live, rows));
    }
}
