package dev.verbatim.telegram.delivery;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/// Wakes chats later, one alarm a chat. Thread-safe.
final class DelayedWakeups implements AutoCloseable {

    private final Set<Long> set = ConcurrentHashMap.newKeySet();
    private final LongConsumer waking;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("telegram-alarms").factory());

    DelayedWakeups(LongConsumer waking) {
        this.waking = waking;
    }

    /// Nothing, when there is an alarm for the chat already.
    void set(long chatId, Duration wait) {
        if (set.add(chatId) && !thread.isShutdown()) {
            var _ = thread.schedule(() -> ring(chatId), wait.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void ring(long chatId) {
        set.remove(chatId);
        waking.accept(chatId);
    }
}
