package dev.verbatim.telegram.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has the work of a chat done one step after another, and that of chats side by side: a chat that
/// waits holds up itself. Keeps nothing but which chats have work; the work is in the store.
/// Thread-safe.
final class PerChatExecutor {

    private static final Logger log = LoggerFactory.getLogger(PerChatExecutor.class);

    private enum State {
        WORKING,
        /// And there is more.
        WOKEN
    }

    private final LongPredicate step;
    private final Map<Long, State> lanes = new ConcurrentHashMap<>();

    /// @param step does a step of a chat's work; whether there may be another
    PerChatExecutor(LongPredicate step) {
        this.step = step;
    }

    /// Returns at once. There will be a step that sees all that is committed before this.
    void wake(long chatId) {
        State state = lanes.merge(chatId, State.WORKING, (_, _) -> State.WOKEN);
        if (state == State.WORKING) { // only now, when who waits for all work can see it
            Thread.ofVirtual().name("telegram-chat").start(() -> work(chatId));
        }
    }

    /// Waits until nobody works, but not longer than this.
    void awaitIdle(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        synchronized (lanes) {
            try {
                long left = limit.toNanos();
                while (!lanes.isEmpty() && left > 0) {
                    TimeUnit.NANOSECONDS.timedWait(lanes, left);
                    left = deadline - System.nanoTime();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void work(long chatId) {
        do {
            steps(chatId);
        } while (!rests(chatId));
        synchronized (lanes) {
            lanes.notifyAll();
        }
    }

    private void steps(long chatId) {
        try {
            boolean more = true;
            while (more) {
                more = step.test(chatId);
            }
        } catch (Throwable e) {
            // An error of the machine. The chat's next question has its chance all the same.
            log.error("work of chat {} failed", chatId, e);
        }
    }

    private boolean rests(long chatId) {
        return lanes.computeIfPresent(
                        chatId, (_, state) -> state == State.WOKEN ? State.WORKING : null)
                == null;
    }
}
