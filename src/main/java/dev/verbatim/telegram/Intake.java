package dev.verbatim.telegram;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.meta.api.objects.Update;

/// Takes the updates that a poll brings and has them replied to, chats side by side.
///
/// This is the outermost place: whatever goes wrong with one update ends here, as one sentence to
/// the person and one line in the log. The library's session never sees an exception, since it
/// would stop polling without a word.
final class Intake implements LongPollingUpdateConsumer {

    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    // While something is being worked on, the same offset is asked for again; Telegram punishes
    // that when it comes within half a second.
    private static final Duration BETWEEN_POLLS = Duration.ofSeconds(1);

    private final Conversation conversation;
    private final Cursor cursor;
    private final Meters meters;
    private final Lanes lanes = new Lanes();
    private volatile boolean closed;

    Intake(Conversation conversation, Cursor cursor, Meters meters) {
        this.conversation = conversation;
        this.cursor = cursor;
        this.meters = meters;
    }

    /// Returns when all is done, or when it is time to look for what others have asked meanwhile.
    @Override
    public void consume(List<Update> updates) {
        if (closed) {
            return;
        }
        updates.forEach(this::take);
        lanes.awaitIdle(BETWEEN_POLLS);
    }

    /// From now on nothing is taken.
    @Override
    public void close() {
        closed = true;
    }

    /// Waits until what was taken is replied to, but not longer than this.
    void finish(Duration limit) {
        lanes.awaitIdle(limit);
    }

    private void take(Update update) {
        int id = update.getUpdateId();
        if (!cursor.take(id)) {
            return;
        }
        switch (decoded(update)) {
            case Incoming.Addressed addressed ->
                    lanes.add(addressed.origin().chatId(), () -> reply(id, addressed));
            case Incoming.Ignored(var reason) -> {
                log.debug("update {} is ignored: {}", id, reason);
                cursor.done(id);
            }
        }
    }

    private Incoming decoded(Update update) {
        try {
            return UpdateDecoder.decode(update);
        } catch (RuntimeException e) {
            meters.failed();
            log.error("update {}: decoding failed", update.getUpdateId(), e);
            return new Incoming.Ignored("it could not be decoded");
        }
    }

    private void reply(int updateId, Incoming.Addressed incoming) {
        try {
            conversation.reply(incoming);
        } catch (Exception | StackOverflowError e) {
            meters.failed();
            log.error(
                    "chat {}: replying to what was {} failed",
                    incoming.origin().chatId(),
                    incoming.getClass().getSimpleName(),
                    e);
            conversation.apologize(incoming.origin());
        } finally {
            cursor.done(updateId);
        }
    }
}
