package dev.verbatim.telegram.delivery;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// An exponential backoff with jitter: each wait is longer than the last one up to a limit, and
/// never shorter than Telegram asks for. Thread-safe. Spring's own can't be told a shortest wait.
final class Backoff {

    private final Duration first;
    private final Duration longest;
    private Duration next;
    private Duration told = Duration.ZERO;

    Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    synchronized void reset() {
        next = first;
        told = Duration.ZERO;
    }

    /// Sets a shortest wait, for the next time only.
    synchronized void atLeast(Duration wait) {
        told = wait;
    }

    synchronized long nextBackOffMillis() {
        Duration wait = next.compareTo(told) > 0 ? next : told;
        told = Duration.ZERO;
        Duration twice = next.multipliedBy(2);
        next = twice.compareTo(longest) < 0 ? twice : longest;
        return jittered(wait).toMillis();
    }

    /// A wait that is up to a quarter longer, so that calls that failed together don't come back
    /// together.
    static Duration jittered(Duration wait) {
        return wait.plusMillis(ThreadLocalRandom.current().nextLong(wait.toMillis() / 4 + 1));
    }
}
