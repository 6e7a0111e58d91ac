package dev.verbatim.telegram.delivery;

import dev.verbatim.store.StoreException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// A worker for all chats, which does a step of one chat at a time: first the calls to be made,
/// then the next update. So no chat has more answers waiting than can be sent, and a chat that
/// can't be reached holds up itself only.
final class ChatWorker implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ChatWorker.class);
    private static final Duration OUTAGE_WAIT = Duration.ofSeconds(2);
    private static final Duration MISTAKE_WAIT = Duration.ofSeconds(30);
    private static final long LOG_INTERVAL_NANOS = Duration.ofMinutes(1).toNanos();

    private final DeliveryStore store;
    private final BotApiGateway gateway;
    private final OutboxSender sender;
    private final UpdateScheduler updates;
    private final PerChatExecutor executor = new PerChatExecutor(this::step);
    private final AtomicLong outageLogged = new AtomicLong(System.nanoTime() - LOG_INTERVAL_NANOS);
    private long seen;
    private volatile boolean handlesUpdates;
    private volatile boolean closing;

    ChatWorker(
            DeliveryStore store,
            BotApiGateway gateway,
            OutboxSender sender,
            UpdateScheduler updates) {
        this.store = store;
        this.gateway = gateway;
        this.sender = sender;
        this.updates = updates;
    }

    /// Goes on making the calls that were left at the last end.
    void resumeSending() {
        store.outbox.chatsWaiting().forEach(executor::wake);
    }

    /// Begins with the updates.
    void startUpdates() {
        store.inbox.arrivals.expectMore();
        handlesUpdates = true;
        store.inbox.chatsWaiting().forEach(executor::wake);
    }

    /// Wakes the chats whose updates other instances have taken. To be called by one thread.
    void wakeForOthers() {
        try {
            long last = store.inbox.lastPlace();
            if (last > seen) {
                wake(Set.copyOf(store.inbox.chatsWaitingAfter(seen)));
                seen = last;
            }
        } catch (DataAccessException e) {
            log.debug("what others have taken is looked for again later", e);
        }
    }

    void wake(Set<Long> chatIds) {
        chatIds.forEach(executor::wake);
    }

    /// Begins no update any more, and makes the calls that wait, but not longer than this.
    void finish(Duration limit) {
        closing = true;
        executor.awaitIdle(limit);
    }

    @Override
    public void close() {
        closing = true;
        executor.close();
    }

    private boolean step(long chatId) {
        try {
            Optional<Outbox.Pending> call =
                    gateway.isClosed() ? Optional.empty() : store.outbox.next(chatId);
            if (call.isPresent()) {
                return send(chatId, call.get());
            }
            return handlesUpdates && !closing && handle(chatId);
        } catch (StoreException | DataAccessException e) {
            return waitOut(chatId, "the store", e);
        } catch (UpdateHandler.PostponedException e) {
            return waitOut(chatId, "what answers", e);
        } catch (ReplyTransaction.UnavailableException e) {
            log.debug("chat {}: goes on after the next start", chatId, e);
            return false;
        } catch (RuntimeException e) {
            log.error("chat {}: its work fails", chatId, e);
            executor.wakeAfter(MISTAKE_WAIT, chatId);
            return false;
        }
    }

    /// In an outage every chat with something to do comes here every two seconds.
    private boolean waitOut(long chatId, String what, RuntimeException failure) {
        executor.wakeAfter(OUTAGE_WAIT, chatId);
        long now = System.nanoTime();
        long last = outageLogged.get();
        if (now - last >= LOG_INTERVAL_NANOS && outageLogged.compareAndSet(last, now)) {
            log.error(
                    "chat {}, and maybe others, waits for {}: {} (said once a minute)",
                    chatId,
                    what,
                    failure.getMessage());
        }
        return false;
    }

    private boolean send(long chatId, Outbox.Pending call) {
        long next = sender.send(call);
        if (next != chatId) {
            executor.wake(next);
        }
        return true;
    }

    private boolean handle(long chatId) {
        return switch (updates.next(chatId)) {
            case UpdateScheduler.Step.Done(var waking) -> {
                waking.stream().filter(other -> other != chatId).forEach(executor::wake);
                yield true;
            }
            case UpdateScheduler.Step.Wait(var time) -> {
                if (!time.isZero()) {
                    executor.wakeAfter(time, chatId);
                }
                yield false;
            }
        };
    }
}
