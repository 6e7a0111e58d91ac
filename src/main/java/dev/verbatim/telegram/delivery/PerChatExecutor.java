package dev.verbatim.telegram.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An executor that runs a chat's work one step after another, and that of chats side by side: a
/// chat that waits holds up itself only. It knows nothing but which chats have work; the work is in
/// the store. Thread-safe.
final class PerChatExecutor implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PerChatExecutor.class);

    private enum State {
        WORKING,
        /// And there is more.
        WOKEN
    }

    private final LongPredicate step;
    private final Map<Long, State> chats = new ConcurrentHashMap<>();
    private final Set<Long> delayed = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("telegram-timer").factory());

    /// @param step does a step of a chat's work; returns whether there may be another
    PerChatExecutor(LongPredicate step) {
        this.step = step;
    }

    /// Returns at once. There will be a step that sees all that is committed before this.
    void wake(long chatId) {
        State state = chats.merge(chatId, State.WORKING, (_, _) -> State.WOKEN);
        if (state == State.WORKING) { // only now, when those who await idleness can see it
            Thread.ofVirtual().name("telegram-chat").start(() -> work(chatId));
        }
    }

    /// Wakes a chat later; does nothing when that is planned already.
    void wakeAfter(Duration delay, long chatId) {
        if (delayed.add(chatId) && !timer.isShutdown()) {
            var _ =
                    timer.schedule(
                            () -> {
                                delayed.remove(chatId);
                                wake(chatId);
                            },
                            delay.toNanos(),
                            TimeUnit.NANOSECONDS);
        }
    }

    /// Waits until no chat has work, but not longer than this.
    void awaitIdle(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        synchronized (chats) {
            try {
                long left = limit.toNanos();
                while (!chats.isEmpty() && left > 0) {
                    TimeUnit.NANOSECONDS.timedWait(chats, left);
                    left = deadline - System.nanoTime();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Drops what was planned for later.
    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void work(long chatId) {
        do {
            runSteps(chatId);
        } while (!rests(chatId));
        synchronized (chats) {
            chats.notifyAll();
        }
    }

    private void runSteps(long chatId) {
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
        return chats.computeIfPresent(
                        chatId, (_, state) -> state == State.WOKEN ? State.WORKING : null)
                == null;
    }
}
