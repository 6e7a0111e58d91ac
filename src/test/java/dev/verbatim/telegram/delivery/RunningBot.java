package dev.verbatim.telegram.delivery;

import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.StoreFile;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/// A bot that serves a fake Telegram over real HTTP: everything is real but its replies.
public final class RunningBot implements AutoCloseable {

    public static final String TOKEN = "123456:a-secret-that-must-not-leak";
    public static final long ANN = 7;
    public static final long BEN = 8;

    // A third party's patience, not a test's speed: a machine may be busy.
    private static final Duration LIMIT = Duration.ofSeconds(30);

    final EchoUpdateHandler echo;
    final TelegramConnection connection;
    final TelegramBot telegramBot;
    final DeliveryStore store;
    private final StoreFile file;
    private final MeterRegistry registry;

    private RunningBot(
            TelegramSettings settings,
            StoreFile file,
            UpdateHandler handler,
            MeterRegistry registry) {
        this.registry = registry;
        this.file = file;
        echo = handler instanceof EchoUpdateHandler given ? given : new EchoUpdateHandler();
        var metrics = new DeliveryMetrics(registry);
        connection = new TelegramConnection(Clock.systemUTC(), metrics, settings.bot());
        var context =
                new DeliveryContext(connection, metrics, Clock.systemUTC(), timing())
                        .withRichMessages(settings.richMessages());
        store =
                new DeliveryStore(
                        file.store(), handler.chatData(), handler.sendListeners(), context.clock);
        telegramBot = new TelegramBot(settings, context, store, handler);
        telegramBot.start();
    }

    /// One that says something else.
    ///
    /// @param data where the store is; what is there already is gone on with
    public static RunningBot with(
            TelegramDriver server, Path data, UpdateHandler handler, MeterRegistry registry) {
        return new RunningBot(
                settings(TOKEN, server.address()), StoreFile.in(data), handler, registry);
    }

    /// The same, with a store that the handler has too.
    ///
    /// @param address of the server, which may be another process's
    public static RunningBot with(
            String address, StoreFile file, UpdateHandler handler, MeterRegistry registry) {
        return new RunningBot(settings(TOKEN, address), file, handler, registry);
    }

    /// The same, with rich messages switched on.
    public static RunningBot withRichMessages(
            String address, StoreFile file, UpdateHandler handler, MeterRegistry registry) {
        TelegramSettings plain = settings(TOKEN, address);
        var rich =
                new TelegramSettings(
                        TOKEN, address, plain.mode(), plain.webhook(), plain.limits(), true);
        return new RunningBot(rich, file, handler, registry);
    }

    static RunningBot with(TelegramDriver server, Path data) {
        return at(TOKEN, server.address(), data);
    }

    /// One whose store has its tables, for those in a hurry.
    static RunningBot withExistingStore(String address, Path data, EchoUpdateHandler echo) {
        return new RunningBot(
                settings(TOKEN, address),
                StoreFile.existing(data),
                echo,
                new SimpleMeterRegistry());
    }

    static RunningBot with(TelegramDriver server, Path data, EchoUpdateHandler echo) {
        return with(server, data, echo, new SimpleMeterRegistry());
    }

    static RunningBot with(TelegramDriver server, StoreFile file, EchoUpdateHandler echo) {
        return new RunningBot(
                settings(TOKEN, server.address()), file, echo, new SimpleMeterRegistry());
    }

    static RunningBot with(TelegramDriver server, Path data, TelegramSettings.RateLimits limits) {
        return new RunningBot(
                settings(TOKEN, server.address(), limits),
                StoreFile.in(data),
                new EchoUpdateHandler(),
                new SimpleMeterRegistry());
    }

    static RunningBot byWebhook(
            TelegramDriver server, Path data, TelegramSettings.Webhook webhook) {
        return byWebhook(server.address(), data, webhook);
    }

    static RunningBot byWebhook(String address, Path data, TelegramSettings.Webhook webhook) {
        var polling = settings(TOKEN, address);
        return new RunningBot(
                new TelegramSettings(
                        TOKEN,
                        address,
                        TelegramSettings.Mode.WEBHOOK,
                        webhook,
                        polling.limits(),
                        false),
                StoreFile.in(data),
                new EchoUpdateHandler(),
                new SimpleMeterRegistry());
    }

    static RunningBot at(String token, String address, Path data) {
        return new RunningBot(
                settings(token, address),
                StoreFile.in(data),
                new EchoUpdateHandler(),
                new SimpleMeterRegistry());
    }

    /// With no limits to speak of: a test has no minute.
    static TelegramSettings settings(String token, String address) {
        return settings(
                token,
                address,
                new TelegramSettings.RateLimits(10_000, 10_000, 10_000, 10_000, 10_000));
    }

    private static TelegramSettings settings(
            String token, String address, TelegramSettings.RateLimits limits) {
        return new TelegramSettings(
                token,
                address,
                TelegramSettings.Mode.POLLING,
                new TelegramSettings.Webhook("", ""),
                limits,
                false);
    }

    public static TelegramDriver server() throws IOException {
        return new TelegramDriver(TOKEN);
    }

    public static ConditionFactory await() {
        return Awaitility.await().atMost(LIMIT).pollInterval(Duration.ofMillis(20));
    }

    public static void awaitUntil(Callable<Boolean> condition) {
        await().until(condition);
    }

    /// Answers one question by its own way, and the others at once.
    void answers(String question, Callable<String> answer) {
        echo.answers(question, answer);
    }

    /// Says something that nobody has asked for: see [TelegramBot#send].
    public boolean send(String key, Consumer<ReplyTransaction> turn) {
        return telegramBot.send(key, turn);
    }

    void awaitState(TelegramConnection.State state) {
        awaitUntil(() -> connection.status().state() == state);
    }

    /// From now on nothing is written.
    void breakStore() {
        file.store().close();
    }

    public double counted(String name, String... tags) {
        return registry.counter(name, tags).count();
    }

    @Override
    public void close() {
        telegramBot.stop();
        file.close();
    }

    private static DeliveryContext.Timing timing() {
        return new DeliveryContext.Timing(
                Duration.ofSeconds(20),
                Duration.ofMillis(50),
                Duration.ofMillis(100),
                Duration.ofMinutes(3),
                Duration.ofMillis(100));
    }
}
