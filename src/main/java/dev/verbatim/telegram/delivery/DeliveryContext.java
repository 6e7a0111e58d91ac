package dev.verbatim.telegram.delivery;

import java.time.Clock;
import java.time.Duration;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/// The collaborators that most parts of delivery share.
final class DeliveryContext {

    final TelegramConnection connection;
    final DeliveryMetrics metrics;
    final Clock clock;
    final Timing timing;
    final boolean richMessages;

    DeliveryContext(
            TelegramConnection connection, DeliveryMetrics metrics, Clock clock, Timing timing) {
        this(connection, metrics, clock, timing, false);
    }

    private DeliveryContext(
            TelegramConnection connection,
            DeliveryMetrics metrics,
            Clock clock,
            Timing timing,
            boolean richMessages) {
        this.connection = connection;
        this.metrics = metrics;
        this.clock = clock;
        this.timing = timing;
        this.richMessages = richMessages;
    }

    /// The same, with rich messages if they are switched on.
    DeliveryContext withRichMessages(boolean on) {
        return new DeliveryContext(connection, metrics, clock, timing, on);
    }

    /// Time limits, which tests set shorter.
    ///
    /// @param poll how long Telegram may wait for an update before it answers a poll with none
    /// @param retry the first wait after a failed poll
    /// @param longestRetry the longest
    /// @param silence without a successful poll, after which polling starts again from the
    ///   beginning, with the removal of a webhook
    /// @param calm after a start, before an update that was in work at the last end is begun again
    record Timing(
            Duration poll, Duration retry, Duration longestRetry, Duration silence, Duration calm) {

        static final Timing TELEGRAM =
                new Timing(
                        Duration.ofSeconds(30),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(60),
                        Duration.ofMinutes(3),
                        Duration.ofSeconds(3));

        BackOffExecution backoff() {
            return backoff(retry, longestRetry);
        }

        /// Waits that double up to a limit. Each is up to a quarter longer or shorter, so that what
        /// failed together doesn't come back together.
        static BackOffExecution backoff(Duration first, Duration longest) {
            var backoff = new ExponentialBackOff(first.toMillis(), 2);
            backoff.setMaxInterval(longest.toMillis());
            backoff.setJitter(first.toMillis() / 4);
            return backoff.start();
        }

        /// How long a poll's response may take; after that the poll has failed.
        Duration pollAnswer() {
            return poll.plusSeconds(15);
        }
    }
}
