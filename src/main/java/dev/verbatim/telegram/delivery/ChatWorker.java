package dev.verbatim.telegram.delivery;

import dev.verbatim.store.StoreException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// Does the work of the chats: first what is to be sent, then the next update. So nobody has more
/// answers waiting than can be sent, and a chat that can't be reached holds up itself.
final class ChatWorker implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ChatWorker.class);
    private static final Duration STORE_WAIT = Duration.ofSeconds(2);
    private static final Duration MISTAKE_WAIT = Duration.ofSeconds(30);

    private final DeliveryStore store;
    private final BotApiGateway gateway;
    private final OutboxSender sender;
    private final QuestionThrottle throttle;
    private final PerChatExecutor executor = new PerChatExecutor(this::step);
    private final DelayedWakeups wakeups = new DelayedWakeups(executor::wake);
    private volatile boolean open;
    private volatile boolean closing;

    ChatWorker(
            DeliveryStore store,
            BotApiGateway gateway,
            OutboxSender sender,
            QuestionThrottle throttle) {
        this.store = store;
        this.gateway = gateway;
        this.sender = sender;
        this.throttle = throttle;
    }

    /// Goes on sending what was left at the last end.
    void resume() {
        store.outbox().chatsWaiting().forEach(executor::wake);
    }

    /// Begins with the updates.
    void open() {
        open = true;
        store.inbox().chatsWaiting().forEach(executor::wake);
    }

    void wake(Set<Long> chats) {
        chats.forEach(executor::wake);
    }

    /// Begins no update any more, and sends what is to be sent, but not longer than this.
    void finish(Duration limit) {
        closing = true;
        executor.awaitIdle(limit);
    }

    @Override
    public void close() {
        closing = true;
        wakeups.close();
    }

    private boolean step(long chatId) {
        try {
            Optional<Outbox.Parcel> parcel =
                    gateway.isClosed() ? Optional.empty() : store.outbox().next(chatId);
            if (parcel.isPresent()) {
                return send(chatId, parcel.get());
            }
            return open && !closing && reply(chatId);
        } catch (StoreException | DataAccessException e) {
            log.error("chat {}: waits for the store: {}", chatId, e.getMessage());
            wakeups.set(chatId, STORE_WAIT);
            return false;
        } catch (RuntimeException e) {
            log.error("chat {}: its work fails", chatId, e);
            wakeups.set(chatId, MISTAKE_WAIT);
            return false;
        }
    }

    private boolean send(long chatId, Outbox.Parcel parcel) {
        long next = sender.send(parcel);
        if (next != chatId) {
            executor.wake(next);
        }
        return true;
    }

    private boolean reply(long chatId) {
        return switch (throttle.next(chatId)) {
            case QuestionThrottle.Step.Done(var waking) -> {
                waking.stream().filter(other -> other != chatId).forEach(executor::wake);
                yield true;
            }
            case QuestionThrottle.Step.Wait(var time) -> {
                if (!time.isZero()) {
                    wakeups.set(chatId, time);
                }
                yield false;
            }
        };
    }
}
