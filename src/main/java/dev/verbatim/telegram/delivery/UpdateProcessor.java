package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.verbatim.store.StoreException;
import dev.verbatim.telegram.delivery.UpdateHandler.FailureReason;
import dev.verbatim.telegram.update.DecodedUpdate;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.MessageContext;
import dev.verbatim.telegram.update.UpdateDecoder;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;

/// A worker that has updates handled, and parks one after three failures. Thread-safe.
///
/// This is the outermost place: whatever goes wrong with one update ends here, as one sentence to
/// the user and one line in the log. No update is tried for ever: one that can't be decoded, that
/// fails again and again, or that ends the process again and again is parked.
final class UpdateProcessor implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(UpdateProcessor.class);
    private static final int ATTEMPTS = 3;
    private static final Duration OUTAGE_WAIT = Duration.ofSeconds(1);

    // Answering takes the processor, so more at once would only be slower one by one; but some
    // replies ask Telegram something first.
    private static final int MAX_CONCURRENT = 64;

    // Many times what a reply takes. Whoever writes so that it takes longer gets no answer.
    private static final Duration REPLY_LIMIT = Duration.ofSeconds(5);

    private final DeliveryStore store;
    private final UpdateHandler handler;
    private final BotApiGateway gateway;
    private final DeliveryMetrics metrics;
    private final TelegramConnection connection;
    private final Semaphore slots = new Semaphore(MAX_CONCURRENT);

    private final ReplyRunner runner = new ReplyRunner(REPLY_LIMIT);

    final CrashRecovery recovery;
    private volatile boolean closed;

    UpdateProcessor(
            DeliveryStore store,
            UpdateHandler handler,
            BotApiGateway gateway,
            DeliveryContext context) {
        this.store = store;
        this.handler = handler;
        this.gateway = gateway;
        this.metrics = context.metrics;
        this.connection = context.connection;
        this.recovery = new CrashRecovery(store.inbox.lastPlace(), context.timing.calm());
    }

    /// A row of the inbox, and what it says.
    record LoadedUpdate(Inbox.Pending pending, DecodedUpdate decoded) {

        long updateId() {
            return pending.updateId();
        }
    }

    /// Takes an update's decoded form from memory, or decodes its JSON; parks it and returns
    /// nothing when that isn't possible.
    Optional<LoadedUpdate> load(Inbox.Pending pending) {
        Optional<DecodedUpdate> known = store.inbox.decoded(pending);
        return known.isPresent()
                ? known.map(update -> new LoadedUpdate(pending, update))
                : decode(pending);
    }

    private Optional<LoadedUpdate> decode(Inbox.Pending pending) {
        try {
            var json = UpdateDecoder.JSON.readTree(pending.content());
            return Optional.of(new LoadedUpdate(pending, handler.decode(json)));
        } catch (StoreException | DataAccessException e) {
            throw e; // not this update's fault
        } catch (JsonProcessingException e) {
            metrics.skipped();
            log.warn("update {} can't be read, at {}", pending.updateId(), path(e));
        } catch (RuntimeException | StackOverflowError e) {
            metrics.failed();
            log.error("update {}: decoding failed", pending.updateId(), e);
        }
        park(pending.updateId());
        return Optional.empty();
    }

    /// Returns when the replies to an update are committed, or when it is given up.
    ///
    /// @return the chats that have something to be done now
    Set<Long> process(long chatId, LoadedUpdate update) {
        return recovery.work(
                update.pending(),
                () -> {
                    slots.acquireUninterruptibly();
                    try {
                        return recovery.isLeftOver(update.pending())
                                ? recover(chatId, update)
                                : attempt(chatId, update);
                    } finally {
                        slots.release();
                    }
                });
    }

    /// Counts an attempt before anything else is done. Even telling the user about a question that
    /// is given up may end the process, so that is counted, too.
    private Set<Long> recover(long chatId, LoadedUpdate update) {
        int attempts = recovery.begin(update.pending(), store.inbox::countAttempt);
        if (attempts > CrashRecovery.ATTEMPTS) {
            log.error("update {} ends the process even when it is given up", update.updateId());
            park(update.updateId());
            return Set.of();
        }
        return attempts == CrashRecovery.ATTEMPTS
                ? giveUp(chatId, update, new IllegalStateException("it ends the process"))
                : attempt(chatId, update);
    }

    private Set<Long> attempt(long chatId, LoadedUpdate update) {
        int failures = 0;
        while (true) {
            long responses = connection.responses();
            try {
                return handle(update);
            } catch (StoreException | UpdateHandler.PostponedException e) {
                throw e; // not this update's fault
            } catch (CancellationException e) {
                return giveUpInTime(chatId, update, e);
            } catch (Exception | StackOverflowError e) {
                if (closed) { // and it was interrupted
                    throw new ReplyTransaction.UnavailableException("the session has ended");
                }
                if (!isOutage(e, responses) && ++failures == ATTEMPTS) {
                    return giveUp(chatId, update, e);
                }
            }
        }
    }

    /// Whether the handler couldn't go on because nothing gets through to Telegram. Waits a moment.
    private boolean isOutage(Throwable failure, long responses) {
        if (!(failure instanceof ReplyTransaction.UnavailableException unavailable)) {
            return false;
        }
        if (gateway.closesWithin(OUTAGE_WAIT)) {
            throw unavailable;
        }
        return connection.responses() == responses;
    }

    /// Tells the user that a question has to wait, or why it isn't answered. The update itself
    /// stays as it is.
    ///
    /// @param also is committed with it
    Set<Long> apologize(LoadedUpdate update, FailureReason reason, Consumer<JdbcClient> also) {
        var transaction = new ReplyTransaction(gateway);
        try {
            handler.apologize(update.decoded(), reason, transaction);
        } catch (Exception | StackOverflowError e) {
            log.error("update {}: apologizing failed", update.updateId(), e);
        }
        return commit(transaction, reason + "/" + update.updateId(), update, also);
    }

    private Set<Long> handle(LoadedUpdate update) {
        var transaction = new ReplyTransaction(gateway);
        long chat = update.decoded().envelope().chatId();
        if (update.decoded().incoming() instanceof Incoming.Addressed request
                && store.isMuted(chat)) {
            tryToWrite(request.context(), transaction);
        }
        runner.run(() -> handler.handle(update.decoded(), transaction));
        return commit(
                transaction,
                "update/" + update.updateId(),
                update,
                rows -> store.inbox.complete(rows, update.updateId()));
    }

    /// A group can let its members write again without telling the bot. So whoever asks there has
    /// it find out, at the price of one call that shows nothing.
    private static void tryToWrite(MessageContext context, ReplyTransaction transaction) {
        var typing = new SendChatAction(Long.toString(context.chatId()), "typing");
        typing.setMessageThreadId(context.topicId());
        transaction.callNow("asking whether the bot may write again", context.chatId(), typing);
    }

    private Set<Long> commit(
            ReplyTransaction transaction,
            String key,
            LoadedUpdate update,
            Consumer<JdbcClient> also) {
        Set<Long> moved = new HashSet<>();
        Set<Long> waking =
                store.commit(
                        transaction,
                        key,
                        rows -> {
                            also.accept(rows);
                            store.apply(rows, update.decoded().envelope()).ifPresent(moved::add);
                        });
        waking.addAll(moved);
        return waking;
    }

    private Set<Long> giveUp(long chatId, LoadedUpdate update, Throwable cause) {
        metrics.failed();
        metrics.parked();
        log.error("chat {}: update {} failed", chatId, update.updateId(), cause);
        try {
            return apologize(update, FailureReason.FAILED, rows -> park(rows, update.updateId()));
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("chat {}: nobody can be told, either", chatId, e);
            store.write(rows -> park(rows, update.updateId()));
            return Set.of();
        }
    }

    /// It is not tried again: it would take as long.
    private Set<Long> giveUpInTime(long chatId, LoadedUpdate update, CancellationException cause) {
        metrics.failed();
        log.warn("chat {}: update {}: {}", chatId, update.updateId(), cause.getMessage());
        return apologize(
                update,
                FailureReason.TOO_LONG,
                rows -> store.inbox.complete(rows, update.updateId()));
    }

    /// Ends what is still worked on.
    @Override
    public void close() {
        closed = true;
        runner.close();
    }

    private void park(long updateId) {
        metrics.parked();
        store.write(rows -> park(rows, updateId));
    }

    /// Nothing may be left of what a group's update said, in no file.
    private void park(JdbcClient rows, long updateId) {
        store.inbox.park(rows, updateId);
        store.eraseDeleted();
    }

    /// The path to what could not be read: names of fields, nothing that a user wrote.
    static String path(Throwable e) {
        return e instanceof JsonMappingException mapping
                ? mapping.getPathReference()
                : e.getClass().getSimpleName();
    }
}
