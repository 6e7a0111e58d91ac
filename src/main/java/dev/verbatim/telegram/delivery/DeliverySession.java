package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.verbatim.store.StoreException;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.util.backoff.BackOffExecution;

/// A run of the bot at one Bot API server: it takes updates and sends replies until it is closed.
final class DeliverySession implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DeliverySession.class);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration IDENTIFY_INTERVAL = Duration.ofSeconds(5);
    // An hour, in terms of the longest wait between two tries of anything else.
    private static final int PUBLISH_RETRIES = 60;
    private static final Duration PURGE_INTERVAL = Duration.ofHours(1);

    // Less than the ten seconds in which a stopped process is expected to be gone.
    private static final Duration FINISH = Duration.ofSeconds(6);

    private final DeliveryContext context;
    private final DeliveryStore store;
    private final UpdateHandler handler;
    private final BotApiHttpClient http;
    private final BotApiGateway gateway;
    private final UpdateProcessor processor;
    private final ChatWorker worker;
    private final UpdateIngestor ingestor;
    private final UpdateSource source;
    private final long term;
    private final boolean working;
    private final AtomicBoolean identifying = new AtomicBoolean();
    private final AtomicBoolean publishing = new AtomicBoolean();
    private volatile Instant nextPublished = Instant.MIN;
    private Instant purged = Instant.MIN;

    DeliverySession(
            BotApiHttpClient.Endpoint api,
            DeliveryContext context,
            DeliveryStore store,
            UpdateHandler handler,
            TelegramSettings settings) {
        this.context = context;
        this.store = store;
        this.handler = handler;
        http = new BotApiHttpClient(api, ANSWER);
        var limiter = new RateLimiter(settings.limits(), TimeMeter.SYSTEM_NANOTIME);
        term = store.term();
        working = term >= 0;
        gateway = new BotApiGateway(http, limiter, context, store::isWorker);
        processor = new UpdateProcessor(store, handler, gateway, context);
        worker = worker(settings.limits());
        ingestor = new UpdateIngestor(store.inbox, handler, context, this::wake);
        source = source(api, settings);
        if (working) {
            worker.resumeSending();
        }
    }

    private UpdateSource source(BotApiHttpClient.Endpoint api, TelegramSettings settings) {
        return switch (settings.mode()) {
            case POLLING ->
                    working
                            ? new UpdatePoller(api, ingestor, context)
                            : new Standby(context.connection);
            case WEBHOOK ->
                    new WebhookRegistration(
                            gateway,
                            settings.webhook().url(),
                            () -> store.webhookSecret(settings),
                            context);
        };
    }

    /// No source: one instance polls.
    private record Standby(TelegramConnection connection) implements UpdateSource {

        @Override
        public void check() {
            connection.standBy();
        }

        @Override
        public void close() {
            // nothing was begun
        }
    }

    /// Whether the work has gone to another instance, or come from one, since the session began.
    boolean isOver() {
        return store.term() != term;
    }

    /// Whether this instance was the one that works when the session began.
    boolean isWorking() {
        return working;
    }

    private void wake(Set<Long> chatIds) {
        if (working) {
            worker.wake(chatIds);
        }
    }

    private ChatWorker worker(TelegramSettings.RateLimits limits) {
        var throttle = new QuestionThrottle(limits, TimeMeter.SYSTEM_NANOTIME, context.metrics);
        return new ChatWorker(
                store,
                gateway,
                new OutboxSender(store, gateway, context.metrics),
                new UpdateScheduler(store, processor, throttle, context));
    }

    /// To be called every second or so, by one thread: see [UpdateSource#check].
    void check() {
        source.check();
        if (identifying.compareAndSet(false, true)) {
            Thread.ofVirtual().name("telegram-identity").start(this::identify);
        }
        if (!working) {
            return;
        }
        if (context.connection.isUp()
                && handler.isIdentified()
                && !context.clock.instant().isBefore(nextPublished)
                && publishing.compareAndSet(false, true)) {
            Thread.ofVirtual().name("telegram-profile").start(this::publishProfile);
        }
        if (purged.isBefore(context.clock.instant().minus(PURGE_INTERVAL))) {
            purged = context.clock.instant();
            Thread.ofVirtual().name("telegram-purge").start(this::purgeExpired);
        }
    }

    /// Goes on with what is known as soon as anything is, and asks until Telegram has told.
    private void identify() {
        BackOffExecution first =
                DeliveryContext.Timing.backoff(context.timing.retry(), IDENTIFY_INTERVAL);
        boolean told = isToldIdentity();
        while (!handler.isIdentified()) {
            if (gateway.closesWithin(Duration.ofMillis(first.nextBackOff()))) {
                return;
            }
            told = isToldIdentity();
        }
        if (working) {
            worker.startUpdates();
        }
        BackOffExecution later = context.timing.backoff();
        while (!told && !gateway.closesWithin(Duration.ofMillis(later.nextBackOff()))) {
            told = isToldIdentity();
        }
    }

    private boolean isToldIdentity() {
        try {
            return handler.identify(gateway);
        } catch (StoreException | DataAccessException e) {
            log.warn("who the bot is can't be stored: {}", e.getMessage());
            return handler.isIdentified();
        }
    }

    /// What Telegram refuses is tried again from time to time: an editor may have started the bot
    /// meanwhile. Nothing waits for this, so it has all the time in the world.
    private void publishProfile() {
        BackOffExecution backoff =
                DeliveryContext.Timing.backoff(
                        context.timing.retry().multipliedBy(10),
                        context.timing.longestRetry().multipliedBy(10));
        while (!isProfilePublished()) {
            if (gateway.closesWithin(Duration.ofMillis(backoff.nextBackOff()))) {
                return;
            }
        }
        nextPublished =
                context.clock
                        .instant()
                        .plus(context.timing.longestRetry().multipliedBy(PUBLISH_RETRIES));
        publishing.set(false);
    }

    private boolean isProfilePublished() {
        try {
            return handler.publishProfile(gateway);
        } catch (StoreException | DataAccessException e) {
            log.warn("setting the profile waits for the store: {}", e.getMessage());
            return false;
        }
    }

    /// What can't be deleted now is deleted an hour later: a store in trouble is reported
    /// elsewhere, and at the end it may be closed already.
    private void purgeExpired() {
        try {
            store.purgeExpired();
            handler.purgeExpired();
        } catch (StoreException | DataAccessException e) {
            log.warn("deleting what has expired waits for the store: {}", e.getMessage());
        }
    }

    /// Takes an update that Telegram has brought: see [UpdateIngestor#ingest].
    ///
    /// @return whether it is taken
    boolean ingest(JsonNode update) {
        if (ingestor.isUnidentified()) {
            return false;
        }
        ingestor.ingest(List.of(update));
        return true;
    }

    /// Commits a transaction that no update has asked for.
    void commit(String key, Consumer<ReplyTransaction> replies) {
        var transaction = new ReplyTransaction(gateway);
        replies.accept(transaction);
        worker.wake(store.commit(transaction, key, _ -> {}));
    }

    /// Wakes the chats whose updates other instances have taken. To be called several times a
    /// second.
    void wakeForOthers() {
        if (working) {
            worker.wakeForOthers();
        }
    }

    /// Ends at once, since another instance goes on.
    void abandon() {
        source.close();
        gateway.close();
        worker.close();
        processor.close();
        http.close();
    }

    /// Takes no update any more, and finishes what is begun as far as time allows. The rest is in
    /// the store.
    @Override
    public void close() {
        source.close();
        worker.finish(FINISH);
        abandon();
    }

    /// A source of updates: polls, or Telegram's own calls.
    interface UpdateSource extends AutoCloseable {

        /// Makes updates come, as far as that is possible now. To be called every second or so, by
        /// one thread.
        void check();

        /// None come after that.
        @Override
        void close();
    }
}
