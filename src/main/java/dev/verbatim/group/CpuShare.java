package dev.verbatim.group;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// A share of the processors for long work on chats, so that questions are answered meanwhile.
/// Thread-safe.
///
/// Long work runs on at most half of the processors, or on one. Several pieces of work take turns
/// of a fraction of a second, so that none waits for another to end. Each has a limit of time on
/// the processor. All of this happens at checkpoints, which the work has in its loops.
public final class CpuShare {

    private static final ScopedValue<Work> CURRENT = ScopedValue.newInstance();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double SHORT = 0.8;
    private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    // Work that is stuck between two checkpoints must not stop the others.
    private static final long PATIENCE_MILLIS = 500;

    private final Semaphore turns =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);
    private final Duration limit;

    /// @param limit of the time that a piece of work spends on the processor
    public CpuShare(Duration limit) {
        this.limit = limit;
    }

    /// Does some work on the caller's thread, which must be one of the operating system: others
    /// take no turns.
    ///
    /// @throws CancellationException when it has taken more than the limit
    public <T> T call(Supplier<T> supplier) {
        var work = new Work();
        work.begin();
        try {
            return ScopedValue.where(CURRENT, work).call(supplier::get);
        } finally {
            work.end();
        }
    }

    /// A place in a loop of long work where others may get on. Does nothing in work that runs by
    /// itself.
    public static void checkpoint() {
        if (CURRENT.isBound()) {
            CURRENT.get().check();
        }
    }

    /// Whether so much of the limit is used up that work should leave out what it can do without.
    public static boolean isShort() {
        return CURRENT.isBound() && CURRENT.get().isShort();
    }

    /// A piece of work. For one thread.
    private final class Work {

        private final long start = THREADS.getCurrentThreadCpuTime();
        private long turnStart = System.nanoTime();
        private boolean hasTurn;

        void begin() {
            try {
                hasTurn = turns.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            turnStart = System.nanoTime();
        }

        void end() {
            if (hasTurn) {
                hasTurn = false;
                turns.release();
            }
        }

        private long used() {
            return THREADS.getCurrentThreadCpuTime() - start;
        }

        boolean isShort() {
            return used() > SHORT * limit.toNanos();
        }

        void check() {
            if (System.nanoTime() - turnStart < TURN_NANOS) {
                return;
            }
            if (used() > limit.toNanos() || Thread.currentThread().isInterrupted()) {
                throw new CancellationException(
                        "more than " + limit.toSeconds() + " s on the processor");
            }
            end();
            begin();
        }
    }
}
