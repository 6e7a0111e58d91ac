package dev.verbatim.article.library;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Counts the looks at the content folder, for those who wait until one that began after they came
/// has found nothing left to take. Thread-safe.
final class ScanBarrier {

    private long begun;
    private long done;
    private boolean over;

    synchronized void begin() {
        begun++;
    }

    /// @param upToDate whether all there is has been taken
    synchronized void end(boolean upToDate) {
        if (upToDate) {
            done = begun;
            notifyAll();
        }
    }

    /// There will be no more.
    synchronized void close() {
        over = true;
        notifyAll();
    }

    /// The first round that is sure to see what is in the folder now.
    synchronized long next() {
        return begun + 1;
    }

    /// Whether this round, or one after it, has ended up to date, or does within the time.
    synchronized boolean await(long round, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (done < round && !over) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return done >= round;
    }
}
