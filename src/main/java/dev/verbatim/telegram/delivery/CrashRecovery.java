package dev.verbatim.telegram.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A policy for the updates that waited when the process ended: any of them may have ended it.
/// Thread-safe.
///
/// An attempt at one is counted when its own work begins. One that was in work when the process
/// ended is a suspect: it is worked on alone among the suspects, and the later after a start the
/// more often that happened. So an update that ends the process again and again is found out, and
/// those that were in work when someone killed the process, even several times shortly after its
/// start, aren't taken for it.
final class CrashRecovery {

    /// After so many attempts an update is given up.
    static final int ATTEMPTS = 3;

    private final long lastPlaceBeforeStart;
    private final Duration calm;
    private final long start = System.nanoTime();
    private final Semaphore alone = new Semaphore(1, true);
    private final Map<Long, Integer> begun = new ConcurrentHashMap<>();

    /// @param lastPlaceBeforeStart of the last update that waited when the process ended
    /// @param calm how long after a start a suspect waits at first
    CrashRecovery(long lastPlaceBeforeStart, Duration calm) {
        this.lastPlaceBeforeStart = lastPlaceBeforeStart;
        this.calm = calm;
    }

    /// Whether an update waited when the process ended.
    boolean isLeftOver(Inbox.Pending update) {
        return update.place() <= lastPlaceBeforeStart;
    }

    /// Counts an attempt at an update, only once since the start.
    ///
    /// @param count stores that there was one more
    /// @return how many there were before the start
    int begin(Inbox.Pending update, Consumer<Inbox.Pending> count) {
        return begun.computeIfAbsent(
                update.updateId(),
                _ -> {
                    count.accept(update);
                    return update.attempts();
                });
    }

    /// How many attempts an update may have had to be worked on now.
    int attemptsDue() {
        int due = 0;
        while (due < ATTEMPTS && remainingWait(due + 1).isZero()) {
            due++;
        }
        return due < ATTEMPTS ? due : Integer.MAX_VALUE;
    }

    /// The time until an update may be worked on.
    Duration remainingWait(int attempts) {
        int factor = Math.min(attempts, ATTEMPTS - 1);
        Duration due = calm.multipliedBy((long) factor * factor);
        Duration left = due.minusNanos(System.nanoTime() - start);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /// Does some work, alone when it is a suspect's.
    <T> T work(Inbox.Pending update, Supplier<T> work) {
        if (update.attempts() == 0) {
            return work.get();
        }
        alone.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            alone.release();
        }
    }
}
