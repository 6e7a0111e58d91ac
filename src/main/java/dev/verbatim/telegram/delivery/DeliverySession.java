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

/// Serves the chats of one Bot API server: takes updates and sends replies until it is closed.
final class DeliverySession implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DeliverySession.class);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration TIDY = Duration.ofHours(1);

    // Less than the ten seconds in which a stopped process is expected to be gone.
    private static final Duration FINISH = Duration.ofSeconds(6);

    private final DeliveryContext context;
    private final DeliveryStore store;
    private final BotApiHttpClient http;
    private final BotApiGateway gateway;
    private final ChatWorker work;
    private final UpdateIngestor ingestor;
    private final UpdateSource source;
    private final UpdateHandler handler;
    private Instant tidied = Instant.MIN;
    private boolean introduced;
    private final AtomicBoolean met = new AtomicBoolean();

    DeliverySession(
            BotApi api,
            DeliveryContext context,
            DeliveryStore store,
            UpdateHandler handler,
            TelegramSettings settings) {
        this.context = context;
        this.store = store;
        this.handler = handler;
        http = new BotApiHttpClient(api, ANSWER);
        var limiter = new RateLimiter(settings.limits(), TimeMeter.SYSTEM_NANOTIME);
        gateway = new BotApiGateway(http, limiter, context);
        work = work(new UserRateLimiter(settings.limits(), TimeMeter.SYSTEM_NANOTIME));
        ingestor = new UpdateIngestor(store.inbox(), handler, context, work::wake);
        source =
                switch (settings.mode()) {
                    case POLLING ->
                            new Poller(() -> new PollingSession(api, ingestor, context), context);
                    case WEBHOOK -> new WebhookRegistration(gateway, settings.webhook(), context);
                };
        work.resume();
    }

    /// To be called every second or so, by one thread: see [UpdateSource#check].
    void check() {
        source.check();
        if (met.compareAndSet(false, true)) {
            Thread.ofVirtual().name("telegram-meeting").start(this::meet);
        }
        if (!introduced && context.connection().isUp()) {
            introduced = true;
            Thread.ofVirtual()
                    .name("telegram-introduction")
                    .start(() -> handler.introduce(gateway));
        }
        if (tidied.isBefore(context.clock().instant().minus(TIDY))) {
            tidied = context.clock().instant();
            tidy();
        }
    }

    /// What can't be forgotten now is forgotten with the next hour's: a store in trouble is said
    /// elsewhere, and at the end it may be closed already.
    private void tidy() {
        try {
            store.tidy();
            handler.tidy();
        } catch (StoreException | DataAccessException e) {
            log.warn("tidying waits for the store: {}", e.getMessage());
        }
    }

    private void meet() {
        if (handler.meet(gateway)) {
            work.open();
        } else {
            met.set(false);
        }
    }

    /// Takes an update that Telegram has brought: see [UpdateIngestor#take].
    void take(JsonNode update) {
        ingestor.take(List.of(update));
    }

    /// Does a turn that no update has asked for.
    void turn(String key, Consumer<ReplyTransaction> saying) {
        var transaction = new ReplyTransaction(gateway);
        saying.accept(transaction);
        Set<Long> chats = store.committer().commit(transaction, key, _ -> {});
        work.wake(chats);
    }

    /// Takes no update any more, and finishes what is begun as far as time allows. The rest is in
    /// the store.
    @Override
    public void close() {
        source.close();
        work.finish(FINISH);
        gateway.close();
        work.close();
        http.close();
    }

    private ChatWorker work(UserRateLimiter userRateLimiter) {
        var processor = new UpdateProcessor(store, handler, gateway, context);
        return new ChatWorker(
                store,
                gateway,
                new OutboxSender(store, gateway, handler, context.metrics()),
                new QuestionThrottle(store, processor, userRateLimiter, context));
    }
}
