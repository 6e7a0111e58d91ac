package dev.verbatim.telegram.delivery;

import dev.verbatim.telegram.standin.BotApiStandIn;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/// A bot that serves a stand-in, over real HTTP: everything is real but what is said.
public final class Serving implements AutoCloseable {

    public static final String TOKEN = "123456:a-secret-that-must-not-leak";
    public static final long ANN = 7;
    public static final long BEN = 8;

    // A third party's patience, not a test's speed: a machine may be busy.
    private static final Duration LIMIT = Duration.ofSeconds(30);

    final CannedTalk canned;
    final Connection connection;
    final Bot bot;
    private final SimpleMeterRegistry registry;

    private Serving(TelegramSettings settings, SimpleMeterRegistry registry, Talk talk) {
        this.registry = registry;
        canned = talk instanceof CannedTalk theirs ? theirs : new CannedTalk();
        var meters = new Meters(registry);
        connection = new Connection(Clock.systemUTC(), meters, settings.secret());
        bot = new Bot(settings, new Line(connection, meters, Clock.systemUTC(), timing()), talk);
        bot.start();
    }

    public static Serving with(BotApiStandIn server, SimpleMeterRegistry registry, Talk talk) {
        return new Serving(new TelegramSettings(TOKEN, server.address()), registry, talk);
    }

    static Serving with(BotApiStandIn server) {
        return at(TOKEN, server.address());
    }

    static Serving at(String token, String address) {
        return new Serving(
                new TelegramSettings(token, address), new SimpleMeterRegistry(), new CannedTalk());
    }

    public static BotApiStandIn server() throws IOException {
        return new BotApiStandIn(TOKEN);
    }

    public static ConditionFactory await() {
        return Awaitility.await().atMost(LIMIT).pollInterval(Duration.ofMillis(20));
    }

    public static void awaitUntil(Callable<Boolean> condition) {
        await().until(condition);
    }

    /// Answers one question by its own way, and the others at once.
    void answers(String question, Callable<String> answer) {
        canned.answers(question, answer);
    }

    void awaits(Standing standing) {
        awaitUntil(() -> connection.status().standing() == standing);
    }

    public double counted(String name, String... tags) {
        return registry.counter(name, tags).count();
    }

    @Override
    public void close() {
        bot.stop();
    }

    private static Timing timing() {
        return new Timing(
                Duration.ofSeconds(20),
                Duration.ofMillis(50),
                Duration.ofMillis(400),
                Duration.ofMinutes(3));
    }
}
