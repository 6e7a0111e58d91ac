package dev.verbatim.telegram.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says in the log how the line to Telegram stands: every change, but not every turn of a line that
/// goes up and down, as it does while two instances take the updates from each other. To be used by
/// one thread at a time.
final class ConnectionLogger {

    private static final Logger log = LoggerFactory.getLogger(ConnectionLogger.class);

    private static final int LINES = 8;
    private static final Duration WHILE = Duration.ofMinutes(10);

    private final Deque<Instant> said = new ArrayDeque<>();

    void say(ConnectionStatus connectionStatus, String detail, Instant now) {
        said.removeIf(time -> time.plus(WHILE).isBefore(now));
        if (said.size() >= LINES) {
            return;
        }
        said.add(now);
        String line = connectionStatus.line(detail);
        if (said.size() == LINES) {
            line += " It goes up and down: more about it in health, not here, for some minutes.";
        }
        if (connectionStatus.isFine()) {
            log.info(line);
        } else {
            log.error(line);
        }
    }
}
