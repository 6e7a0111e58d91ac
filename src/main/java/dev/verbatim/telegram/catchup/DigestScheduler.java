package dev.verbatim.telegram.catchup;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.telegram.catchup.CatchupService.Audience;
import dev.verbatim.telegram.catchup.CatchupService.Scope;
import dev.verbatim.telegram.chat.SettingsStore;
import dev.verbatim.telegram.delivery.ApiResult.Barrier;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.delivery.TransactionSender;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.reply.CallFactory;
import dev.verbatim.telegram.update.MessageContext;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.LongPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A scheduler that posts the digests that are due.
///
/// The row that records a digest is committed together with the call that posts it, so none is
/// posted twice and none is lost, whenever the process ends. A digest that was missed for hours, or
/// that can't be posted, is skipped: the next one covers its messages, too.
public final class DigestScheduler {

    private static final Logger log = LoggerFactory.getLogger(DigestScheduler.class);
    private static final int MOST_TOLD = 10;

    private final CatchupService catchups;
    private final SettingsStore settings;
    private final LongPredicate mayUseTheBot;
    private final TransactionSender voice;

    /// @param mayUseTheBot whether a group may: one that an editor has blocked may not
    public DigestScheduler(
            CatchupService catchups,
            SettingsStore settings,
            LongPredicate mayUseTheBot,
            TransactionSender voice) {
        this.catchups = catchups;
        this.settings = settings;
        this.mayUseTheBot = mayUseTheBot;
        this.voice = voice;
    }

    /// Posts what is due now, and tells admins of digests that could not be posted. What fails
    /// stays due.
    public void postDue() {
        try {
            catchups.digests().due(catchups.clock().instant()).forEach(this::postOrSkip);
            catchups.barriers().untold().stream()
                    .filter(untold -> mayUseTheBot.test(untold.chatId()))
                    .forEach(this::tellAdmins);
        } catch (RuntimeException e) {
            log.error("the digests can't be read", e);
        }
    }

    private void postOrSkip(DailyDigest digest) {
        String key = "digest/" + digest.chatId() + "/" + digest.dueDay();
        try {
            voice.send(key, transaction -> postOrSkip(digest, transaction));
        } catch (CancellationException e) {
            log.warn("chat {}: its digest is given up: {}", digest.chatId(), e.getMessage());
            voice.send(key + "/skipped", transaction -> skip(digest, transaction));
        } catch (RuntimeException e) {
            log.error("chat {}: its digest fails", digest.chatId(), e);
        }
    }

    private void postOrSkip(DailyDigest digest, ReplyTransaction transaction) {
        Instant now = catchups.clock().instant();
        if (digest.isTooLate(now)) {
            log.info("chat {}: the digest of {} was missed", digest.chatId(), digest.dueDay());
            skip(digest, transaction);
            return;
        }
        if (!mayUseTheBot.test(digest.chatId()) || isStillBarred(digest, transaction)) {
            skip(digest, transaction);
            return;
        }
        List<ChatMessage> messages =
                catchups.archive().messages(digest.chatId(), digest.unreported());
        Long last = messages.isEmpty() ? null : messages.getLast().id();
        DailyDigest next = digest.afterPosting(last, zone(digest), now);
        transaction.write(rows -> DigestStore.replace(digest, next, rows));
        if (last != null) {
            post(digest, last, transaction);
        }
    }

    private ZoneId zone(DailyDigest digest) {
        return catchups.digests().zoneOf(digest.chatId());
    }

    /// Its messages are left for the next one.
    private void skip(DailyDigest digest, ReplyTransaction transaction) {
        DailyDigest next = digest.afterMissing(zone(digest), catchups.clock().instant());
        transaction.write(rows -> DigestStore.replace(digest, next, rows));
    }

    /// Where the last one could not be posted, Telegram is asked first whether this one could be.
    private boolean isStillBarred(DailyDigest digest, ReplyTransaction transaction) {
        return catchups.barriers().find(digest.chatId()).isPresent()
                && !CallFactory.typing(digest.context(), transaction);
    }

    /// Posts the digest up to a message, because later ones may have come meanwhile.
    private void post(DailyDigest digest, long last, ReplyTransaction transaction) {
        var scope =
                new Scope(
                        digest.chatId(),
                        CatchupService.ALL_TOPICS,
                        digest.unreported().before(last + 1));
        catchups.create(scope, new Audience(digest.chatId(), null, messages(digest)), transaction)
                .map(reply -> CallFactory.send(digest.context(), reply))
                .map(call -> catchups.barriers().watched(call, digest))
                .ifPresent(transaction::send);
    }

    private MessageCatalog messages(DailyDigest digest) {
        return catalog(settings, digest.chatId(), digest.language());
    }

    /// The bot's texts in the language that is set in a chat, or else another.
    static MessageCatalog catalog(SettingsStore settings, long chatId, Locale otherwise) {
        Locale language = settings.load(chatId).language();
        return MessageCatalog.in(language.equals(Locale.ROOT) ? otherwise : language);
    }

    private void tellAdmins(DigestBarrierStore.Untold untold) {
        long chat = untold.chatId();
        try {
            catchups.digests()
                    .find(chat)
                    .ifPresent(
                            digest ->
                                    voice.send(
                                            "digest-barrier/" + chat + "/" + digest.dueDay(),
                                            transaction ->
                                                    tellAdmins(digest, untold, transaction)));
        } catch (RuntimeException e) {
            log.error("chat {}: its admins can't be told of its digest", chat, e);
        }
    }

    /// In their private chats with the bot; in the group, when nobody can be reached there.
    private void tellAdmins(
            DailyDigest digest, DigestBarrierStore.Untold untold, ReplyTransaction transaction) {
        transaction.write(rows -> DigestBarrierStore.markTold(digest.chatId(), rows));
        String group = catchups.groups().group(digest.chatId(), transaction).title();
        ReplyMessage text =
                ReplyMessage.of(explain(untold.barrier(), group, digest, messages(digest)));
        List<MessageContext> admins =
                catchups.groups().administrators(digest.chatId(), transaction).stream()
                        .limit(MOST_TOLD)
                        .map(admin -> digest.context().privateChatOf(admin))
                        .filter(home -> CallFactory.typing(home, transaction))
                        .toList();
        admins.forEach(home -> transaction.send(CallFactory.send(home, text)));
        if (admins.isEmpty() && untold.barrier() != Barrier.MUTED) {
            transaction.send(CallFactory.send(digest.context().withoutTopic(), text));
        }
    }

    /// Why a digest could not be posted.
    static String explain(
            Barrier barrier, String group, DailyDigest digest, MessageCatalog messages) {
        return switch (barrier) {
            case MUTED, CLOSED -> MessageKey.DIGEST_MUTED.in(messages, group);
            case TOPIC_CLOSED, TOPIC_GONE ->
                    MessageKey.DIGEST_TOPIC_LOST.in(messages, group, digest.time().toString());
        };
    }
}
