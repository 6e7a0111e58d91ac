package dev.verbatim.telegram.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// Keeps a session going: starts it, as often as that takes, and starts it anew when it has died or
/// gone silent. Used by one thread; closed by another.
final class Poller implements UpdateSource {

    private static final Logger log = LoggerFactory.getLogger(Poller.class);

    private final Supplier<PollingSession> sessions;
    private final TelegramConnection connection;
    private final Clock clock;
    private final Duration silence;
    private final Backoff backoff;
    private Instant notBefore = Instant.MIN;
    private Instant started = Instant.MIN;
    private volatile @Nullable PollingSession session;
    private volatile boolean closed;

    Poller(Supplier<PollingSession> sessions, DeliveryContext context) {
        this.sessions = sessions;
        this.connection = context.connection();
        this.clock = context.clock();
        this.silence = context.timing().silence();
        this.backoff = context.timing().backoff();
    }

    @Override
    public void check() {
        PollingSession current = session;
        if (current != null && needsReplacement(current)) {
            current.close();
            session = null;
        }
        if (session == null && !closed && !clock.instant().isBefore(notBefore)) {
            start(sessions.get());
        }
    }

    /// Aborts the poll in flight; there won't be another.
    @Override
    public void close() {
        closed = true;
        closeSession();
    }

    private void start(PollingSession fresh) {
        session = fresh;
        try {
            fresh.start();
            started = clock.instant();
            backoff.reset();
        } catch (TelegramApiException | RuntimeException e) {
            failed(e);
        }
        if (closed) {
            closeSession();
        }
    }

    private void failed(Exception e) {
        closeSession();
        notBefore = clock.instant().plusMillis(backoff.nextBackOffMillis());
        if (connection.status().connectionStatus().isFine()) {
            connection.failed(ConnectionStatus.NO_BOT_API, e.toString());
        }
    }

    private void closeSession() {
        PollingSession current = session;
        if (current != null) {
            current.close();
            session = null;
        }
    }

    private boolean needsReplacement(PollingSession current) {
        if (current.isDead()) {
            log.warn("polling has ended by itself and is started anew");
            return true;
        }
        return isSilent();
    }

    private boolean isSilent() {
        Instant limit = clock.instant().minus(silence);
        return started.isBefore(limit)
                && connection.sinceLastPoll().filter(age -> age.compareTo(silence) < 0).isEmpty();
    }
}
