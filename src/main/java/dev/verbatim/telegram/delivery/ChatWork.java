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
final class ChatWork implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ChatWork.class);
    private static final Duration STORE_WAIT = Duration.ofSeconds(2);
    private static final Duration MISTAKE_WAIT = Duration.ofSeconds(30);

    private final Mail mail;
    private final Gateway gateway;
    private final Sending sending;
    private final Turnstile turnstile;
    private final Lanes lanes = new Lanes(this::step);
    private final Alarms alarms = new Alarms(lanes::wake);
    private volatile boolean open;
    private volatile boolean closing;

    ChatWork(Mail mail, Gateway gateway, Sending sending, Turnstile turnstile) {
        this.mail = mail;
        this.gateway = gateway;
        this.sending = sending;
        this.turnstile = turnstile;
    }

    /// Goes on sending what was left at the last end.
    void resume() {
        mail.outbox().chatsWaiting().forEach(lanes::wake);
    }

    /// Begins with the updates.
    void open() {
        open = true;
        mail.inbox().chatsWaiting().forEach(lanes::wake);
    }

    void wake(Set<Long> chats) {
        chats.forEach(lanes::wake);
    }

    /// Begins no update any more, and sends what is to be sent, but not longer than this.
    void finish(Duration limit) {
        closing = true;
        lanes.awaitIdle(limit);
    }

    @Override
    public void close() {
        closing = true;
        alarms.close();
    }

    private boolean step(long chatId) {
        try {
            Optional<Outbox.Parcel> parcel =
                    gateway.isClosed() ? Optional.empty() : mail.outbox().next(chatId);
            if (parcel.isPresent()) {
                return send(chatId, parcel.get());
            }
            return open && !closing && reply(chatId);
        } catch (StoreException | DataAccessException e) {
            log.error("chat {}: waits for the store: {}", chatId, e.getMessage());
            alarms.set(chatId, STORE_WAIT);
            return false;
        } catch (RuntimeException e) {
            log.error("chat {}: its work fails", chatId, e);
            alarms.set(chatId, MISTAKE_WAIT);
            return false;
        }
    }

    private boolean send(long chatId, Outbox.Parcel parcel) {
        long next = sending.send(parcel);
        if (next != chatId) {
            lanes.wake(next);
        }
        return true;
    }

    private boolean reply(long chatId) {
        return switch (turnstile.next(chatId)) {
            case Turnstile.Step.Done(var waking) -> {
                waking.stream().filter(other -> other != chatId).forEach(lanes::wake);
                yield true;
            }
            case Turnstile.Step.Wait(var time) -> {
                if (!time.isZero()) {
                    alarms.set(chatId, time);
                }
                yield false;
            }
        };
    }
}
