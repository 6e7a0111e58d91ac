package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.verbatim.store.StoreException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.telegram.telegrambots.meta.api.objects.Update;

/// Works on updates. Thread-safe.
///
/// This is the outermost place: whatever goes wrong with one update ends here, as one sentence to
/// the person and one line in the log. None is worked on for ever: what can't be read, what fails
/// again and again, and what ends the process again and again is parked.
final class UpdateProcessor {

    private static final Logger log = LoggerFactory.getLogger(UpdateProcessor.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int ATTEMPTS = 3;

    // Answering takes the processor, so more at once would only be slower one by one; but some
    // replies ask Telegram something first.
    private static final int AT_ONCE = 64;

    private final DeliveryStore store;
    private final UpdateHandler handler;
    private final BotApiGateway gateway;
    private final DeliveryContext context;
    private final Semaphore places = new Semaphore(AT_ONCE);

    // What was there before this start may have ended the process, and is begun with care.
    private final long lastOfBefore;

    UpdateProcessor(
            DeliveryStore store,
            UpdateHandler handler,
            BotApiGateway gateway,
            DeliveryContext context) {
        this.store = store;
        this.handler = handler;
        this.gateway = gateway;
        this.context = context;
        this.lastOfBefore = store.inbox().lastPlace();
    }

    /// What an update is, for those who decide whether it is its turn.
    ///
    /// @param wantsReply whether a person waits
    record Opened(PendingUpdate pendingUpdate, Update update, boolean wantsReply) {}

    /// Reads an update; parks it and returns nothing when that isn't possible.
    Optional<Opened> open(PendingUpdate pendingUpdate) {
        try {
            Update update = JSON.readValue(pendingUpdate.content(), Update.class);
            return Optional.of(new Opened(pendingUpdate, update, handler.wantsReply(update)));
        } catch (JsonProcessingException e) {
            context.metrics().skipped();
            log.warn("update {} can't be read, at {}", pendingUpdate.updateId(), place(e));
        } catch (RuntimeException | StackOverflowError e) {
            context.metrics().failed();
            log.error("update {}: decoding failed", pendingUpdate.updateId(), e);
        }
        park(pendingUpdate);
        return Optional.empty();
    }

    /// Returns when what is to be said about an update is committed, or when it is given up.
    ///
    /// @return the chats that have something to be done now
    Set<Long> work(long chatId, Opened opened) {
        if (endsTheProcess(opened.pendingUpdate())) {
            return Set.of();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return handle(opened);
            } catch (StoreException e) {
                throw e; // not this update's fault
            } catch (Exception | StackOverflowError e) {
                if (attempt == ATTEMPTS) {
                    return giveUp(chatId, opened, e);
                }
            }
        }
    }

    /// Whether it has done so too often; else notes down that it is begun once more.
    private boolean endsTheProcess(PendingUpdate pendingUpdate) {
        if (pendingUpdate.place() > lastOfBefore) {
            return false;
        }
        if (pendingUpdate.attempts() >= ATTEMPTS) {
            log.error("update {} has ended the process too often", pendingUpdate.updateId());
            park(pendingUpdate);
            return true;
        }
        store.inbox().begin(pendingUpdate);
        return false;
    }

    /// Says that somebody has to wait, or why nothing came. The update stays as it is.
    Set<Long> excuse(Opened opened, FailureReason why, Consumer<JdbcClient> also) {
        var transaction = new ReplyTransaction(gateway);
        try {
            handler.excuse(opened.update(), why, transaction);
        } catch (Exception | StackOverflowError e) {
            log.error("update {}: excusing failed", opened.pendingUpdate().updateId(), e);
        }
        return store.committer()
                .commit(transaction, why + "/" + opened.pendingUpdate().updateId(), also);
    }

    private Set<Long> handle(Opened opened) throws JsonProcessingException {
        var transaction = new ReplyTransaction(gateway);
        places.acquireUninterruptibly();
        try {
            handler.handle(opened.update(), transaction);
        } finally {
            places.release();
        }
        JsonNode content = JSON.readTree(opened.pendingUpdate().content());
        Instant now = context.clock().instant();
        Set<Long> moved = new HashSet<>();
        Set<Long> chats =
                store.committer()
                        .commit(
                                transaction,
                                "update/" + opened.pendingUpdate().updateId(),
                                rows -> {
                                    Inbox.done(rows, opened.pendingUpdate().updateId());
                                    store.chats()
                                            .learn(rows, RawUpdate.of(content, now, now))
                                            .ifPresent(moved::add);
                                });
        chats.addAll(moved);
        return chats;
    }

    private Set<Long> giveUp(long chatId, Opened opened, Throwable cause) {
        context.metrics().failed();
        context.metrics().parked();
        log.error("chat {}: update {} failed", chatId, opened.pendingUpdate().updateId(), cause);
        return excuse(
                opened,
                FailureReason.FAILED,
                rows -> Inbox.park(rows, opened.pendingUpdate().updateId()));
    }

    private void park(PendingUpdate pendingUpdate) {
        context.metrics().parked();
        store.store()
                .write(
                        rows -> {
                            Inbox.park(rows, pendingUpdate.updateId());
                            return true;
                        });
    }

    /// The path to what could not be read: names of fields, nothing that anybody wrote.
    private static String place(JsonProcessingException e) {
        return e instanceof JsonMappingException mapping
                ? mapping.getPathReference()
                : e.getClass().getSimpleName();
    }
}
