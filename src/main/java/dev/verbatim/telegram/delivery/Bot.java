package dev.verbatim.telegram.delivery;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// The bot on Telegram, from the application's start to its end.
///
/// Begins when there is something to say, in the background, so that nothing about Telegram can
/// hold up or fail the start. Ends within ten seconds.
final class Bot implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Bot.class);
    private static final Duration WATCH = Duration.ofSeconds(1);

    private final TelegramSettings settings;
    private final Line line;
    private final Talk talk;
    private @Nullable Run run;

    Bot(TelegramSettings settings, Line line, Talk talk) {
        this.settings = settings;
        this.line = line;
        this.talk = talk;
    }

    @Override
    public synchronized void start() {
        if (run == null) {
            line.connection().started();
            run = new Run();
        }
    }

    @Override
    public synchronized void stop() {
        if (run != null) {
            line.connection().stopped();
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
                        line.connection().failed(Standing.BAD_ADDRESS, problem);
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
            talk.awaitReady();
            Service serving = new Service(api, line, talk);
            service = serving;
            do {
                serving.check();
            } while (!ending.await(WATCH.toMillis(), TimeUnit.MILLISECONDS));
        }
    }
}
