package dev.verbatim.telegram.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the work of a chat in order, and chats side by side: a chat that waits holds up itself.
/// Thread-safe.
final class Lanes {

    private static final Logger log = LoggerFactory.getLogger(Lanes.class);

    // Answering takes the processor, so more at once would only be slower one by one; but most of
    // the time of a reply is the wait for Telegram.
    private static final int AT_ONCE = 64;

    private final Map<Long, CompletableFuture<Void>> last = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(AT_ONCE);

    /// Returns at once; the work is done after all that was added for this chat before.
    void add(long chatId, Runnable work) {
        CompletableFuture<Void> done = begin(chatId, work);
        CompletableFuture<Void> _ = done.whenComplete((_, _) -> last.remove(chatId, done));
    }

    /// Work begins before its lane is in the map; who waits for all work must not look in between.
    private synchronized CompletableFuture<Void> begin(long chatId, Runnable work) {
        return last.compute(chatId, (_, before) -> after(before, work));
    }

    private synchronized CompletableFuture<Void> allBegun() {
        return CompletableFuture.allOf(last.values().toArray(CompletableFuture[]::new));
    }

    /// Waits until nothing is left to do, but not longer than this.
    void awaitIdle(Duration limit) {
        try {
            allBegun().completeOnTimeout(null, limit.toMillis(), TimeUnit.MILLISECONDS).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("work is guarded, see below", e);
        }
    }

    private CompletableFuture<Void> after(@Nullable CompletableFuture<Void> before, Runnable work) {
        return before == null
                ? CompletableFuture.runAsync(() -> inPlace(work), Lanes::start)
                : before.thenRunAsync(() -> inPlace(work), Lanes::start);
    }

    private static void start(Runnable work) {
        Thread.ofVirtual().name("telegram-chat").start(work);
    }

    private void inPlace(Runnable work) {
        places.acquireUninterruptibly();
        try {
            work.run();
        } catch (Throwable e) {
            // An error of the machine. The chat's next question has its chance all the same.
            log.error("work of a chat failed", e);
        } finally {
            places.release();
        }
    }
}
