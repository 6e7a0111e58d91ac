package dev.verbatim.telegram.catchup;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.telegram.catchup.CatchupService.Audience;
import dev.verbatim.telegram.catchup.CatchupService.Scope;
import dev.verbatim.telegram.chat.SettingsStore;
import dev.verbatim.telegram.delivery.ReplyTransaction;
import dev.verbatim.telegram.reply.CallFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A scheduler that posts the digests that are due.
///
/// The row that records a digest is committed together with the call that posts it, so none is
/// posted twice and none is lost, whenever the process ends. A digest that was missed for hours is
/// skipped: the next one covers its messages, too.
public final class DigestScheduler implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DigestScheduler.class);
    private static final Duration PAUSE = Duration.ofSeconds(15);

    private final CatchupService catchups;
    private final SettingsStore settings;
    private final TransactionSender voice;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("digests").factory());

    /// A sender of messages that no update asked for: see
    /// [dev.verbatim.telegram.delivery.TelegramBot#send].
    @FunctionalInterface
    public interface TransactionSender {

        /// Whether it is sent.
        boolean send(String key, Consumer<ReplyTransaction> turn);
    }

    public DigestScheduler(
            CatchupService catchups, SettingsStore settings, TransactionSender voice) {
        this.catchups = catchups;
        this.settings = settings;
        this.voice = voice;
    }

    void start() {
        var _ =
                thread.scheduleWithFixedDelay(
                        this::postDue, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /// Posts what is due now. What fails stays due.
    public void postDue() {
        try {
            catchups.digests().due(catchups.clock().instant()).forEach(this::postOrSkip);
        } catch (RuntimeException e) {
            log.error("the digests can't be read", e);
        }
    }

    private void postOrSkip(DailyDigest digest) {
        try {
            String key = "digest/" + digest.chatId() + "/" + digest.dueDay();
            voice.send(key, transaction -> postOrSkip(digest, transaction));
        } catch (RuntimeException e) {
            log.error("chat {}: its digest fails", digest.chatId(), e);
        }
    }

    private void postOrSkip(DailyDigest digest, ReplyTransaction transaction) {
        Instant now = catchups.clock().instant();
        ZoneId zone = catchups.digests().zoneOf(digest.chatId());
        if (digest.isTooLate(now)) {
            log.info("chat {}: the digest of {} was missed", digest.chatId(), digest.dueDay());
            transaction.write(
                    rows -> DigestStore.replace(digest, digest.afterMissing(zone, now), rows));
            return;
        }
        List<ChatMessage> messages =
                catchups.archive().messages(digest.chatId(), digest.unreported());
        Long last = messages.isEmpty() ? null : messages.getLast().id();
        transaction.write(
                rows -> DigestStore.replace(digest, digest.afterPosting(last, zone, now), rows));
        if (last != null) {
            post(digest, last, transaction);
        }
    }

    /// Posts the digest up to a message, because later ones may have come meanwhile.
    private void post(DailyDigest digest, long last, ReplyTransaction transaction) {
        Locale language = settings.load(digest.chatId()).language();
        MessageCatalog messageCatalog =
                MessageCatalog.in(language.equals(Locale.ROOT) ? digest.language() : language);
        var scope =
                new Scope(
                        digest.chatId(),
                        CatchupService.ALL_TOPICS,
                        digest.unreported().before(last + 1));
        catchups.create(scope, new Audience(digest.chatId(), null, messageCatalog), transaction)
                .ifPresent(reply -> transaction.send(CallFactory.send(digest.context(), reply)));
    }
}
