package dev.verbatim.telegram.delivery;

import java.time.Duration;

/// How long things take when Telegram is as it is; tests are less patient.
///
/// @param poll how long Telegram may wait for an update before it answers a poll with none
/// @param retry the first wait after a failed poll
/// @param longestRetry the longest
/// @param silence without a successful poll, after which polling is started anew
record DeliveryTiming(Duration poll, Duration retry, Duration longestRetry, Duration silence) {

    static final DeliveryTiming TELEGRAM =
            new DeliveryTiming(
                    Duration.ofSeconds(30),
                    Duration.ofMillis(500),
                    Duration.ofSeconds(60),
                    Duration.ofMinutes(3));

    Backoff backoff() {
        return new Backoff(retry, longestRetry);
    }

    /// A poll's answer is late after this.
    Duration pollAnswer() {
        return poll.plusSeconds(15);
    }
}
