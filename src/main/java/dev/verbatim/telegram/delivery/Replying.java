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
final class Replying {

    private static final Logger log = LoggerFactory.getLogger(Replying.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int ATTEMPTS = 3;

    // Answering takes the processor, so more at once would only be slower one by one; but some
    // replies ask Telegram something first.
    private static final int AT_ONCE = 64;

    private final Mail mail;
    private final Talk talk;
    private final Gateway gateway;
    private final Line line;
    private final Semaphore places = new Semaphore(AT_ONCE);

    // What was there before this start may have ended the process, and is begun with care.
    private final long lastOfBefore;

    Replying(Mail mail, Talk talk, Gateway gateway, Line line) {
        this.mail = mail;
        this.talk = talk;
        this.gateway = gateway;
        this.line = line;
        this.lastOfBefore = mail.inbox().lastPlace();
    }

    /// What an update is, for those who decide whether it is its turn.
    ///
    /// @param wantsReply whether a person waits
    record Opened(Waiting waiting, Update update, boolean wantsReply) {}

    /// Reads an update; parks it and returns nothing when that isn't possible.
    Optional<Opened> open(Waiting waiting) {
        try {
            Update update = JSON.readValue(waiting.content(), Update.class);
            return Optional.of(new Opened(waiting, update, talk.wantsReply(update)));
        } catch (JsonProcessingException e) {
            line.meters().skipped();
            log.warn("update {} can't be read, at {}", waiting.updateId(), place(e));
        } catch (RuntimeException | StackOverflowError e) {
            line.meters().failed();
            log.error("update {}: decoding failed", waiting.updateId(), e);
        }
        park(waiting);
        return Optional.empty();
    }

    /// Returns when what is to be said about an update is committed, or when it is given up.
    ///
    /// @return the chats that have something to be done now
    Set<Long> work(long chatId, Opened opened) {
        if (endsTheProcess(opened.waiting())) {
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
    private boolean endsTheProcess(Waiting waiting) {
        if (waiting.place() > lastOfBefore) {
            return false;
        }
        if (waiting.attempts() >= ATTEMPTS) {
            log.error("update {} has ended the process too often", waiting.updateId());
            park(waiting);
            return true;
        }
        mail.inbox().begin(waiting);
        return false;
    }

    /// Says that somebody has to wait, or why nothing came. The update stays as it is.
    Set<Long> excuse(Opened opened, Excuse why, Consumer<JdbcClient> also) {
        var turn = new Turn(gateway);
        try {
            talk.excuse(opened.update(), why, turn);
        } catch (Exception | StackOverflowError e) {
            log.error("update {}: excusing failed", opened.waiting().updateId(), e);
        }
        return mail.turns().commit(turn, why + "/" + opened.waiting().updateId(), also);
    }

    private Set<Long> handle(Opened opened) throws JsonProcessingException {
        var turn = new Turn(gateway);
        places.acquireUninterruptibly();
        try {
            talk.handle(opened.update(), turn);
        } finally {
            places.release();
        }
        JsonNode content = JSON.readTree(opened.waiting().content());
        Instant now = line.clock().instant();
        Set<Long> moved = new HashSet<>();
        Set<Long> chats =
                mail.turns()
                        .commit(
                                turn,
                                "update/" + opened.waiting().updateId(),
                                rows -> {
                                    Inbox.done(rows, opened.waiting().updateId());
                                    mail.chats()
                                            .learn(rows, Received.of(content, now, now))
                                            .ifPresent(moved::add);
                                });
        chats.addAll(moved);
        return chats;
    }

    private Set<Long> giveUp(long chatId, Opened opened, Throwable cause) {
        line.meters().failed();
        line.meters().parked();
        log.error("chat {}: update {} failed", chatId, opened.waiting().updateId(), cause);
        return excuse(opened, Excuse.FAILED, rows -> Inbox.park(rows, opened.waiting().updateId()));
    }

    private void park(Waiting waiting) {
        line.meters().parked();
        mail.store()
                .write(
                        rows -> {
                            Inbox.park(rows, waiting.updateId());
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
