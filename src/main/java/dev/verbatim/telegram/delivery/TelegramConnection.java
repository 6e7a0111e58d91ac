package dev.verbatim.telegram.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How the line to Telegram stands: said in the log once a change, and by health whenever asked.
/// Thread-safe.
final class TelegramConnection {

    private final Clock clock;
    private final DeliveryMetrics metrics;
    private final BotToken token;
    private final ConnectionLogger connectionLogger = new ConnectionLogger();
    private Status status = new Status(ConnectionStatus.STARTING, "");
    private @Nullable Instant lastPoll;
    private long heard;

    TelegramConnection(Clock clock, DeliveryMetrics metrics, BotToken token) {
        this.clock = clock;
        this.metrics = metrics;
        this.token = token;
    }

    /// What can be said about the line.
    ///
    /// @param detail what was seen, such as an error, without the token; empty when there is
    ///   nothing to add
    record Status(ConnectionStatus connectionStatus, String detail) {}

    /// A poll came back as it should.
    synchronized void polled() {
        if (status.connectionStatus() != ConnectionStatus.STOPPED) {
            metrics.polled(true);
            lastPoll = clock.instant();
            heard++;
            become(ConnectionStatus.CONNECTED, "");
        }
    }

    /// A poll failed, or would have.
    synchronized void failed(ConnectionStatus connectionStatus, String detail) {
        if (status.connectionStatus() != ConnectionStatus.STOPPED) {
            metrics.polled(false);
            become(connectionStatus, detail);
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
        become(ConnectionStatus.STARTING, "");
    }

    /// The end; nothing that comes later changes it, but another start.
    synchronized void stopped() {
        become(ConnectionStatus.STOPPED, "");
    }

    synchronized Status status() {
        return status;
    }

    synchronized boolean isUp() {
        return status.connectionStatus() == ConnectionStatus.CONNECTED;
    }

    /// How long ago a poll last came back as it should.
    synchronized Optional<Duration> sinceLastPoll() {
        return Optional.ofNullable(lastPoll).map(poll -> Duration.between(poll, clock.instant()));
    }

    private void become(ConnectionStatus connectionStatus, String detail) {
        boolean changed = connectionStatus != status.connectionStatus();
        status = new Status(connectionStatus, token.redacted(detail));
        if (changed) {
            connectionLogger.say(connectionStatus, status.detail(), clock.instant());
        }
    }
}
