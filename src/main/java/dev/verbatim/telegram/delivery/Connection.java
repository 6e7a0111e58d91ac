package dev.verbatim.telegram.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How the line to Telegram stands: said in the log once a change, and by health whenever asked.
/// Thread-safe.
final class Connection {

    private final Clock clock;
    private final Meters meters;
    private final Token token;
    private final Announcer announcer = new Announcer();
    private Status status = new Status(Standing.STARTING, "");
    private @Nullable Instant lastPoll;
    private long heard;

    Connection(Clock clock, Meters meters, Token token) {
        this.clock = clock;
        this.meters = meters;
        this.token = token;
    }

    /// What can be said about the line.
    ///
    /// @param detail what was seen, such as an error, without the token; empty when there is
    ///   nothing to add
    record Status(Standing standing, String detail) {}

    /// A poll came back as it should.
    synchronized void polled() {
        if (status.standing() != Standing.STOPPED) {
            meters.polled(true);
            lastPoll = clock.instant();
            heard++;
            become(Standing.CONNECTED, "");
        }
    }

    /// A poll failed, or would have.
    synchronized void failed(Standing standing, String detail) {
        if (status.standing() != Standing.STOPPED) {
            meters.polled(false);
            become(standing, detail);
        }
    }

    /// A call came back with something that Telegram says.
    synchronized void called() {
        heard++;
    }

    /// How often something came back so far: when it grows, the line is good.
    synchronized long heard() {
        return heard;
    }

    synchronized void started() {
        become(Standing.STARTING, "");
    }

    /// The end; nothing that comes later changes it, but another start.
    synchronized void stopped() {
        become(Standing.STOPPED, "");
    }

    synchronized Status status() {
        return status;
    }

    synchronized boolean isUp() {
        return status.standing() == Standing.CONNECTED;
    }

    /// How long ago a poll last came back as it should.
    synchronized Optional<Duration> sinceLastPoll() {
        return Optional.ofNullable(lastPoll).map(poll -> Duration.between(poll, clock.instant()));
    }

    private void become(Standing standing, String detail) {
        boolean changed = standing != status.standing();
        status = new Status(standing, token.redacted(detail));
        if (changed) {
            announcer.say(standing, status.detail(), clock.instant());
        }
    }
}
