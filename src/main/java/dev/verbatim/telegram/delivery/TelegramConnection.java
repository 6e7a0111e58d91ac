package dev.verbatim.telegram.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The state of the connection to Telegram. Every change is logged once; health shows it at any
/// time. Thread-safe.
///
/// A connection that goes up and down, as it does while two instances take the updates from each
/// other, is logged eight times in ten minutes and not more.
final class TelegramConnection {

    private static final Logger log = LoggerFactory.getLogger(TelegramConnection.class);
    private static final int MOST_LINES = 8;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final Clock clock;
    private final DeliveryMetrics metrics;
    private final TelegramSettings.Token token;
    private final Deque<Instant> logged = new ArrayDeque<>();
    private Status status = new Status(State.STARTING, "");
    private @Nullable Instant lastPoll;
    private Instant silentSince = Instant.MAX;
    private Duration longestSilence = Duration.ZERO;
    private long responses;

    TelegramConnection(Clock clock, DeliveryMetrics metrics, TelegramSettings.Token token) {
        this.clock = clock;
        this.metrics = metrics;
        this.token = token;
    }

    /// A state, and what was seen of it.
    ///
    /// @param detail such as an error, without the token; empty when there is nothing to add
    record Status(State state, String detail) {}

    /// From now on a poll must succeed from time to time, or the connection isn't up.
    synchronized void expectPolls(Duration silence) {
        silentSince = clock.instant();
        longestSilence = silence;
    }

    /// A poll has succeeded.
    synchronized void polled() {
        if (status.state() != State.STOPPED) {
            metrics.polled(true);
            lastPoll = clock.instant();
            silentSince = silentSince.equals(Instant.MAX) ? silentSince : clock.instant();
            responses++;
            become(State.CONNECTED, "");
        }
    }

    /// A poll has failed, or would have.
    synchronized void failed(State state, String detail) {
        if (status.state() != State.STOPPED) {
            metrics.polled(false);
            become(state, detail);
        }
    }

    /// A call has brought a response of Telegram's, whatever it says.
    synchronized void called() {
        responses++;
    }

    /// How many responses there were so far: when the number grows, Telegram can be reached.
    synchronized long responses() {
        return responses;
    }

    synchronized void started() {
        become(State.STARTING, "");
    }

    /// Another instance takes the updates.
    synchronized void standBy() {
        silentSince = Instant.MAX;
        if (status.state() != State.STOPPED) {
            become(State.STANDING_BY, "");
        }
    }

    /// The end; nothing that comes later changes it, but another start.
    synchronized void stopped() {
        silentSince = Instant.MAX;
        become(State.STOPPED, "");
    }

    /// The state now: it changes by itself when no poll has come back for too long.
    synchronized Status status() {
        boolean fine = status.state() == State.CONNECTED || status.state() == State.STARTING;
        if (fine && isSilent()) {
            become(
                    State.NOT_POLLING,
                    "no poll has succeeded for " + longestSilence.toSeconds() + " seconds");
        }
        return status;
    }

    private boolean isSilent() {
        Instant now = clock.instant();
        return now.isAfter(silentSince)
                && Duration.between(silentSince, now).compareTo(longestSilence) > 0;
    }

    synchronized boolean isUp() {
        return status().state() == State.CONNECTED;
    }

    /// The time since the last successful poll.
    synchronized Optional<Duration> sinceLastPoll() {
        return Optional.ofNullable(lastPoll).map(poll -> Duration.between(poll, clock.instant()));
    }

    private void become(State state, String detail) {
        boolean changed = state != status.state();
        status = new Status(state, token.redacted(detail));
        if (changed) {
            log(clock.instant());
        }
    }

    private void log(Instant now) {
        logged.removeIf(time -> time.plus(WINDOW).isBefore(now));
        if (logged.size() >= MOST_LINES) {
            return;
        }
        logged.add(now);
        String line = status.state().line(status.detail());
        if (logged.size() == MOST_LINES) {
            line += " It goes up and down: more about it in health, not here, for some minutes.";
        }
        if (status.state().isFine()) {
            log.info(line);
        } else {
            log.error(line);
        }
    }

    /// A state of the connection, and what an operator should do about it.
    enum State {
        STARTING("waiting for the articles to be read", ""),
        CONNECTED("connected", ""),
        UNREACHABLE("not reachable", "Trying again until it is"),
        WRONG_TOKEN("the token is refused", "Check TELEGRAM_BOT_TOKEN against what BotFather says"),
        CONFLICT(
                "somebody else takes this bot's updates",
                "Stop the other instance: a token serves one at a time"),
        FLOODED("we are told to wait", "Trying again after that"),
        NO_BOT_API(
                "what answers is no Bot API server, or is out of order",
                "Check verbatim.telegram.api-url; trying again meanwhile"),
        BAD_ADDRESS(
                "off, since its address can't be used",
                "Write verbatim.telegram.api-url as https://api.telegram.org"),
        WEBHOOK_REFUSED(
                "the webhook is refused",
                "Check verbatim.telegram.webhook.url: https, and ending in /telegram/updates"),
        STORE_FAILING(
                "updates can't be written down, so none is taken",
                "Make room on the disk of verbatim.data-dir; they wait at Telegram meanwhile"),
        STANDING_BY("another instance polls, and this one stands by", ""),
        NOT_POLLING(
                "no updates are fetched",
                "See the log before this; if it stays so, restart the bot"),
        STOPPED("stopped", "");

        private final String summary;
        private final String advice;

        State(String summary, String advice) {
            this.summary = summary;
            this.advice = advice;
        }

        /// What the operator should do; empty when there is nothing to do.
        String advice() {
            return advice;
        }

        /// Whether this is how it should be, or will be soon.
        boolean isFine() {
            return advice.isEmpty();
        }

        private String line(String detail) {
            return "Telegram: "
                    + summary
                    + (detail.isEmpty() ? "" : " (" + detail + ")")
                    + "."
                    + (advice.isEmpty() ? "" : " " + advice + ".");
        }
    }
}
