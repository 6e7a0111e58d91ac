package dev.verbatim.telegram.delivery;

import dev.verbatim.telegram.update.UpdateEnvelope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A tracker of whether updates wait at Telegram, and so of how long those that come have waited
/// for the bot. Thread-safe.
final class ArrivalTracker {

    // Telegram keeps an update for a day; what claims to be older has its date wrong.
    private static final Duration LONGEST_AGE = Duration.ofHours(25);
    private static final Duration RECENT = Duration.ofMinutes(1);
    private static final Duration SETTLING = Duration.ofSeconds(3);
    private static final int FULL_POLL = 100;

    private final Clock clock;
    private Instant caughtUp;
    private Instant moreUntil = Instant.EPOCH;

    /// @param caughtUp when everything had come that was sent before
    ArrivalTracker(Clock clock, Instant caughtUp) {
        this.clock = clock;
        this.caughtUp = caughtUp;
    }

    /// Notices whether more waits at Telegram. It doesn't when a poll has brought nothing or wasn't
    /// full, nor when an update was sent just now. An update that comes alone by webhook doesn't
    /// say, unless it was.
    ///
    /// @param sentAt of all updates that have come together, also of those that aren't stored
    synchronized void noteArrivals(List<Instant> sentAt) {
        Instant now = clock.instant();
        boolean recent = sentAt.stream().anyMatch(now.minus(RECENT)::isBefore);
        if (sentAt.isEmpty() || (recent && sentAt.size() < FULL_POLL)) {
            caughtUp = now;
        }
        boolean more = sentAt.size() >= FULL_POLL || (sentAt.size() == 1 && !recent);
        moreUntil = more ? now.plus(SETTLING) : Instant.EPOCH;
    }

    /// Expects that updates wait at Telegram.
    synchronized void expectMore() {
        moreUntil = clock.instant().plus(SETTLING);
    }

    /// How long to wait for updates that may come in the same go; zero when none are expected.
    synchronized Duration remainingWait() {
        Duration left = Duration.between(clock.instant(), moreUntil);
        return left.isPositive() ? left : Duration.ZERO;
    }

    /// When updates that have come together began to wait for the bot. What has no date, such as a
    /// press of a button, was sent after what came before it.
    synchronized List<Instant> askedAt(List<UpdateEnvelope> updates) {
        Instant now = clock.instant();
        List<Instant> times = new ArrayList<>();
        Instant last =
                updates.stream()
                        .filter(ArrivalTracker::isDated)
                        .findFirst()
                        .map(first -> askedAt(first.sentAt(), caughtUp, now))
                        .orElse(now);
        for (UpdateEnvelope update : updates) {
            last = isDated(update) ? askedAt(update.sentAt(), caughtUp, now) : last;
            times.add(last);
        }
        return times;
    }

    private static boolean isDated(UpdateEnvelope update) {
        return update.sentAt().isAfter(Instant.EPOCH);
    }

    /// When an update began to wait for the bot: when it was sent, but not before the bot had
    /// handled all that came before, and now when its date can't be true.
    static Instant askedAt(Instant sentAt, Instant caughtUp, Instant now) {
        boolean credible = sentAt.isAfter(now.minus(LONGEST_AGE)) && sentAt.isBefore(now);
        if (!credible) {
            return now;
        }
        return sentAt.isBefore(caughtUp) ? caughtUp : sentAt;
    }
}
