package dev.verbatim.telegram;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.verbatim.answer.Answer;
import dev.verbatim.answer.Answerer;
import dev.verbatim.article.Library;
import dev.verbatim.article.Listing;
import dev.verbatim.retrieval.Question;
import dev.verbatim.telegram.standin.BotApiStandIn;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/// A bot that serves a stand-in, over real HTTP: everything is real but the answers.
final class Serving implements AutoCloseable {

    static final String TOKEN = "123456:a-secret-that-must-not-leak";
    static final long ANN = 7;
    static final long BEN = 8;

    // A third party's patience, not a test's speed: a machine may be busy.
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /// What has been asked so far.
    final List<String> asked = new CopyOnWriteArrayList<>();

    volatile List<Listing> listings = List.of();
    private volatile Function<String, Answer> answers = _ -> NatoArticle.FOUND;
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final Connection connection;
    final Bot bot;

    private Serving(String token, String address) {
        var meters = new Meters(registry);
        connection = new Connection(Clock.systemUTC(), meters, new Token(token));
        var line = new Line(connection, meters, Clock.systemUTC(), timing());
        bot =
                new Bot(
                        new TelegramSettings(token, address),
                        library(),
                        connection,
                        api -> new Service(api, line, gateway -> conversation(gateway, meters)));
    }

    static Serving with(BotApiStandIn server) {
        return at(TOKEN, server.address());
    }

    static Serving at(String token, String address) {
        var serving = new Serving(token, address);
        serving.bot.start();
        return serving;
    }

    static BotApiStandIn server() throws IOException {
        return new BotApiStandIn(TOKEN);
    }

    static ConditionFactory await() {
        return Awaitility.await().atMost(LIMIT).pollInterval(Duration.ofMillis(20));
    }

    static void awaitUntil(Callable<Boolean> condition) {
        await().until(condition);
    }

    void answers(Answer answer) {
        answers = _ -> answer;
    }

    /// Answers one question by its own way, and the others with a passage.
    void answers(String question, Callable<Answer> answer) {
        answers =
                text -> {
                    try {
                        return text.equals(question) ? answer.call() : NatoArticle.FOUND;
                    } catch (Exception e) {
                        throw new IllegalStateException("the index is gone", e);
                    }
                };
    }

    void awaits(Standing standing) {
        awaitUntil(() -> connection.status().standing() == standing);
    }

    double counted(String name, String... tags) {
        return registry.counter(name, tags).count();
    }

    @Override
    public void close() {
        bot.stop();
    }

    private Conversation conversation(Gateway gateway, Meters meters) {
        return new Conversation(answerer(), library(), gateway, meters);
    }

    // Stubbed before the bot's threads come: Mockito's stubbing is not made for company.
    private Answerer answerer() {
        var answerer = mock(Answerer.class);
        when(answerer.answer(any()))
                .thenAnswer(
                        call -> {
                            String text = call.<Question>getArgument(0).text();
                            asked.add(text);
                            return answers.apply(text);
                        });
        return answerer;
    }

    private Library library() {
        var library = mock(Library.class);
        when(library.listings()).thenAnswer(_ -> listings);
        return library;
    }

    private static Timing timing() {
        return new Timing(
                Duration.ofSeconds(20),
                Duration.ofMillis(50),
                Duration.ofMillis(400),
                Duration.ofMinutes(3));
    }
}
