package dev.verbatim.telegram.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;

/// How far the queue of updates is worked off. Thread-safe.
///
/// To ask for an update is to confirm all before it: Telegram forgets them. So we ask from the
/// first that is still being worked on, and get those after it once more; they are known by their
/// number.
final class Cursor {

    // After a week without updates Telegram goes on with a random number, which may be a lower one.
    private static final Duration NUMBERS_HOLD = Duration.ofDays(6);

    // A poll brings a hundred updates at most, counted from where we ask: one that is stuck must
    // not
    // keep the others out for ever. What takes longer is forgotten by Telegram, and only we know
    // it.
    private static final Duration HOLD = Duration.ofSeconds(30);

    private final Clock clock;
    private final NavigableMap<Integer, Instant> open = new TreeMap<>();
    private int highest;
    private int asked;
    private Instant lastTaken;

    Cursor(Clock clock) {
        this.clock = clock;
        this.lastTaken = clock.instant();
    }

    /// Whether the update is new; then it is to be worked on until [#done].
    synchronized boolean take(int updateId) {
        if (updateId <= highest) {
            return false;
        }
        highest = updateId;
        lastTaken = clock.instant();
        open.put(updateId, lastTaken);
        return true;
    }

    synchronized void done(int updateId) {
        open.remove(updateId);
    }

    /// The offset to ask for next; whoever calls this asks.
    synchronized int ask() {
        asked = offset();
        return asked;
    }

    /// The offset that confirms what was done since the last time of asking, if anything was.
    synchronized OptionalInt unconfirmed() {
        return offset() > asked ? OptionalInt.of(offset()) : OptionalInt.empty();
    }

    /// Whether no number of before means anything any longer. Forgets them when that is so.
    synchronized boolean startsOver() {
        boolean over = lastTaken.plus(NUMBERS_HOLD).isBefore(clock.instant()) && open.isEmpty();
        if (over) {
            highest = 0;
            lastTaken = clock.instant();
        }
        return over;
    }

    private int offset() {
        open.values().removeIf(taken -> taken.plus(HOLD).isBefore(clock.instant()));
        return open.isEmpty() ? highest + 1 : open.firstKey();
    }
}
