package dev.verbatim.telegram;

import dev.verbatim.article.Library;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// The bot on Telegram, from the application's start to its end.
///
/// Begins when the articles have been read, in the background, so that nothing about Telegram can
/// hold up or fail the start. Ends within ten seconds.
final class Bot implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Bot.class);
    private static final Duration WATCH = Duration.ofSeconds(1);

    private final TelegramSettings settings;
    private final Library library;
    private final Connection connection;
    private final Function<BotApi, Service> services;
    private @Nullable Run run;

    /// @param services makes the service for the server that the settings name
    Bot(
            TelegramSettings settings,
            Library library,
            Connection connection,
            Function<BotApi, Service> services) {
        this.settings = settings;
        this.library = library;
        this.connection = connection;
        this.services = services;
    }

    @Override
    public synchronized void start() {
        if (run == null) {
            connection.started();
            run = new Run();
        }
    }

    @Override
    public synchronized void stop() {
        if (run != null) {
            connection.stopped();
            run.end();
            run = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return run != null;
    }

    /// What happens between one start and the next stop.
    private final class Run {

        private final CountDownLatch ending = new CountDownLatch(1);
        private final Thread thread =
                Thread.ofPlatform().daemon().name("telegram").unstarted(this::run);
        private volatile @Nullable Service service;

        Run() {
            thread.setUncaughtExceptionHandler(
                    (_, e) -> log.error("Telegram: off, by a fault of ours", e));
            thread.start();
        }

        void end() {
            ending.countDown();
            thread.interrupt();
            Service serving = service;
            if (serving != null) {
                serving.close();
            }
        }

        private void run() {
            switch (ApiAddress.of(settings.apiUrl())) {
                case ApiAddress.Unusable(var problem) ->
                        connection.failed(Standing.BAD_ADDRESS, problem);
                case ApiAddress.Usable(var server) -> {
                    try {
                        serve(new BotApi(server, settings.secret()));
                    } catch (InterruptedException e) {
                        log.debug("stopped while waiting", e);
                    }
                }
            }
        }

        private void serve(BotApi api) throws InterruptedException {
            library.awaitSettled();
            Service serving = services.apply(api);
            service = serving;
            do {
                serving.check();
            } while (!ending.await(WATCH.toMillis(), TimeUnit.MILLISECONDS));
        }
    }
}
