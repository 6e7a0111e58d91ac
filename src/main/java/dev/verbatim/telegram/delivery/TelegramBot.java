package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// The bot on Telegram, from the application's start to its end.
///
/// Begins once the articles are read, in the background, so that nothing about Telegram can hold up
/// or fail the application's start. Ends within ten seconds.
public final class TelegramBot implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TelegramBot.class);
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);
    private static final Duration SHARED_CHECK_INTERVAL = Duration.ofMillis(200);

    private final TelegramSettings settings;
    private final DeliveryContext context;
    private final DeliveryStore store;
    private final UpdateHandler handler;
    private @Nullable Run run;

    TelegramBot(
            TelegramSettings settings,
            DeliveryContext context,
            DeliveryStore store,
            UpdateHandler handler) {
        this.settings = settings;
        this.context = context;
        this.store = store;
        this.handler = handler;
    }

    @Override
    public synchronized void start() {
        if (run == null) {
            context.connection.started();
            run = new Run();
        }
    }

    @Override
    public synchronized void stop() {
        if (run != null) {
            context.connection.stopped();
            run.end();
            run = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return run != null;
    }

    /// Sends something that no update has asked for, such as a digest that is due. It is committed
    /// together, and sent even if the process is killed meanwhile.
    ///
    /// @param key of the occasion: calls of the same one are made once in about a week
    /// @return whether it is committed; not before the bot serves, not after it has stopped, and
    ///   not when another instance works
    public boolean send(String key, Consumer<ReplyTransaction> replies) {
        Optional<DeliverySession> current = session().filter(DeliverySession::isWorking);
        current.ifPresent(session -> session.commit(key, replies));
        return current.isPresent();
    }

    /// Takes an update that Telegram has brought: see [UpdateIngestor#ingest].
    ///
    /// @return whether it is taken; not before the bot serves
    boolean ingest(JsonNode update) {
        return session().map(session -> session.ingest(update)).orElse(false);
    }

    /// What Telegram says with every update that it brings.
    String webhookSecret() {
        return store.webhookSecret(settings);
    }

    private synchronized Optional<DeliverySession> session() {
        return Optional.ofNullable(run).map(running -> running.session);
    }

    /// The time between one start and the next stop.
    private final class Run {

        private final CountDownLatch ending = new CountDownLatch(1);
        private final Thread thread =
                Thread.ofPlatform().daemon().name("telegram").unstarted(this::run);
        private volatile @Nullable DeliverySession session;

        Run() {
            thread.setUncaughtExceptionHandler(
                    (_, e) -> log.error("Telegram: off, by a fault of ours", e));
            thread.start();
        }

        void end() {
            ending.countDown();
            thread.interrupt();
            DeliverySession current = session;
            if (current != null) {
                current.close();
            }
        }

        private void run() {
            BotApiHttpClient.Endpoint.at(settings.apiUrl(), settings.bot())
                    .ifPresentOrElse(
                            this::serve,
                            () ->
                                    context.connection.failed(
                                            TelegramConnection.State.BAD_ADDRESS,
                                            "verbatim.telegram.api-url: \""
                                                    + settings.apiUrl()
                                                    + "\" is not the address of a Bot API server"));
        }

        private void serve(BotApiHttpClient.Endpoint api) {
            try {
                handler.awaitReady();
                if (store.isShared()) {
                    serveWithOthers(api);
                } else {
                    DeliverySession current = begin(api);
                    do {
                        current.check();
                    } while (!ending.await(CHECK_INTERVAL.toMillis(), TimeUnit.MILLISECONDS));
                }
            } catch (InterruptedException e) {
                log.debug("stopped while waiting", e);
            }
        }

        private DeliverySession begin(BotApiHttpClient.Endpoint api) {
            var current = new DeliverySession(api, context, store, handler, settings);
            session = current;
            return current;
        }

        /// Begins anew whenever it becomes this instance's turn to work, or another's.
        private void serveWithOthers(BotApiHttpClient.Endpoint api) throws InterruptedException {
            DeliverySession current = begin(api);
            Instant nextCheck = Instant.MIN;
            do {
                if (current.isOver()) {
                    current.abandon();
                    current = begin(api);
                    nextCheck = Instant.MIN;
                }
                if (!context.clock.instant().isBefore(nextCheck)) {
                    current.check();
                    nextCheck = context.clock.instant().plus(CHECK_INTERVAL);
                }
                current.wakeForOthers();
            } while (!ending.await(SHARED_CHECK_INTERVAL.toMillis(), TimeUnit.MILLISECONDS));
        }
    }
}
