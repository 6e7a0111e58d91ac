package dev.verbatim.telegram.delivery;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;

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

    private final Handler handler;
    private final Cursor cursor;
    private final Meters meters;
    private final Lanes lanes = new Lanes();
    private volatile boolean closed;

    Intake(Handler handler, Cursor cursor, Meters meters) {
        this.handler = handler;
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
        if (cursor.take(update.getUpdateId())) {
            lanes.add(chat(update), () -> handle(update));
        }
    }

    /// Whose turn it is after; all that belongs to no chat stands in one line.
    private static long chat(Update update) {
        MaybeInaccessibleMessage message =
                update.getCallbackQuery() == null
                        ? update.getMessage()
                        : update.getCallbackQuery().getMessage();
        return message == null || message.getChat() == null
                ? Gateway.NO_CHAT
                : message.getChat().getId();
    }

    private void handle(Update update) {
        try {
            handler.handle(update);
        } catch (Exception | StackOverflowError e) {
            meters.failed();
            log.error("chat {}: update {} failed", chat(update), update.getUpdateId(), e);
            handler.apologize(update);
        } finally {
            cursor.done(update.getUpdateId());
        }
    }
}
