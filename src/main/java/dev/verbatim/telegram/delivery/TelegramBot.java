package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
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
/// Begins when there is something to say, in the background, so that nothing about Telegram can
/// hold up or fail the start. Ends within ten seconds.
public final class TelegramBot implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TelegramBot.class);
    private static final Duration WATCH = Duration.ofSeconds(1);

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
            context.connection().started();
            run = new Run();
        }
    }

    @Override
    public synchronized void stop() {
        if (run != null) {
            context.connection().stopped();
            run.end();
            run = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return run != null;
    }

    /// Says something that no update has asked for, such as a digest that is due. What is said is
    /// committed together, and sent even if the process is killed meanwhile.
    ///
    /// @param key of the occasion: calls of the same one are made once in about a week
    /// @return whether it is said; not before the line is opened, and not after it is closed
    public boolean say(String key, Consumer<ReplyTransaction> turn) {
        Optional<DeliverySession> service = serving();
        service.ifPresent(serving -> serving.turn(key, turn));
        return service.isPresent();
    }

    /// Takes an update that Telegram has brought: see [UpdateIngestor#take].
    ///
    /// @return whether there is anybody who takes updates
    boolean take(JsonNode update) {
        Optional<DeliverySession> service = serving();
        service.ifPresent(serving -> serving.take(update));
        return service.isPresent();
    }

    private synchronized Optional<DeliverySession> serving() {
        return Optional.ofNullable(run).map(running -> running.deliverySession);
    }

    /// What happens between one start and the next stop.
    private final class Run {

        private final CountDownLatch ending = new CountDownLatch(1);
        private final Thread thread =
                Thread.ofPlatform().daemon().name("telegram").unstarted(this::run);
        private volatile @Nullable DeliverySession deliverySession;

        Run() {
            thread.setUncaughtExceptionHandler(
                    (_, e) -> log.error("Telegram: off, by a fault of ours", e));
            thread.start();
        }

        void end() {
            ending.countDown();
            thread.interrupt();
            DeliverySession serving = deliverySession;
            if (serving != null) {
                serving.close();
            }
        }

        private void run() {
            switch (ApiAddress.of(settings.apiUrl())) {
                case ApiAddress.Unusable(var problem) ->
                        context.connection().failed(ConnectionStatus.BAD_ADDRESS, problem);
                case ApiAddress.Usable(var server) -> {
                    try {
                        serve(new BotApi(server, settings.bot()));
                    } catch (InterruptedException e) {
                        log.debug("stopped while waiting", e);
                    }
                }
            }
        }

        private void serve(BotApi api) throws InterruptedException {
            handler.awaitReady();
            DeliverySession serving = new DeliverySession(api, context, store, handler, settings);
            deliverySession = serving;
            do {
                serving.check();
            } while (!ending.await(WATCH.toMillis(), TimeUnit.MILLISECONDS));
        }
    }
}
