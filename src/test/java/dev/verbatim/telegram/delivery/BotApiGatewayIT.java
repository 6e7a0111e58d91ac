package dev.verbatim.telegram.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.playground.botapi.FaultInjector.InjectedFault;
import dev.verbatim.playground.botapi.TelegramDriver;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

class BotApiGatewayIT {

    private static final long ANN = 7;
    private static final SendMessage HELLO =
            SendMessage.builder().chatId(ANN).text("Hello").build();

    private static final DeliveryContext.Timing QUICK =
            new DeliveryContext.Timing(
                    Duration.ofSeconds(1),
                    Duration.ofMillis(5),
                    Duration.ofMillis(20),
                    Duration.ofMinutes(3),
                    Duration.ofMillis(20));

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final DeliveryContext context = context();
    private TelegramDriver server;
    private BotApiHttpClient http;
    private BotApiGateway gateway;

    @BeforeEach
    void open() throws IOException {
        server = RunningBot.server();
        server.startChat(ANN);
        var api =
                new BotApiHttpClient.Endpoint(
                        HttpUrl.get(server.address()),
                        new TelegramSettings.Token(RunningBot.TOKEN));
        http = new BotApiHttpClient(api, Duration.ofSeconds(1));
        gateway =
                new BotApiGateway(
                        http,
                        new RateLimiter(limits(), TimeMeter.SYSTEM_NANOTIME),
                        context,
                        () -> true);
    }

    @AfterEach
    void close() {
        gateway.close();
        http.close();
        server.close();
    }

    static Stream<InjectedFault> temporaryFaults() {
        return Stream.of(
                InjectedFault.tooManyRequests(1),
                InjectedFault.badGateway(),
                InjectedFault.captivePortal(),
                InjectedFault.malformedJson(),
                InjectedFault.connectionReset(),
                InjectedFault.slow(Duration.ofSeconds(2)),
                new InjectedFault.Page(200, "application/json", "{}"),
                new InjectedFault.Page(500, "application/json", ""));
    }

    @ParameterizedTest
    @MethodSource("temporaryFaults")
    void retriesAfterATemporaryFault(InjectedFault fault) {
        server.faults().failNext("sendMessage", fault, fault);

        ApiResult<Message> result = gateway.call("send", ANN, HELLO);

        assertThat(result).isInstanceOf(ApiResult.Delivered.class);
        assertThat(server.calls("sendMessage")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(failures()).isZero();
    }

    @Test
    void waitsAsLongAsTelegramAsks() {
        server.faults().failNext("sendMessage", InjectedFault.tooManyRequests(2));
        long before = System.nanoTime();

        gateway.call("send", ANN, HELLO);

        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isGreaterThan(Duration.ofSeconds(2));
    }

    @Test
    void givesUpWhenAskedToWaitTooLong() {
        server.faults().failNext("sendMessage", InjectedFault.tooManyRequests(3600));

        assertThat(gateway.call("send", ANN, HELLO)).isInstanceOf(ApiResult.Undelivered.class);
    }

    @Test
    void closingEndsEveryWait() {
        server.faults().failAlways("*", InjectedFault.tooManyRequests(30));
        var sending = CompletableFuture.supplyAsync(() -> gateway.call("send", ANN, HELLO));
        RunningBot.awaitUntil(() -> !server.calls("sendMessage").isEmpty());

        gateway.close();

        RunningBot.awaitUntil(sending::isDone);
        assertThat(sending).isCompletedWithValueMatching(ApiResult.Undelivered.class::isInstance);
    }

    @Test
    void sendsNothingMoreToUsersWhoBlockedTheBot() {
        server.faults().failNext("sendMessage", InjectedFault.blockedByUser());

        assertThat(gateway.call("send", ANN, HELLO))
                .isEqualTo(
                        new ApiResult.Unwelcome<>(
                                ApiResult.Barrier.CLOSED,
                                "Forbidden: bot was blocked by the user"));
        assertThat(server.calls("sendMessage")).hasSize(1);
        assertThat(failures()).isEqualTo(1);
    }

    @Test
    void tellsAMissingChatFromARefusal() {
        server.faults().failNext("sendMessage", InjectedFault.badRequest("chat not found"));

        assertThat(gateway.call("send", ANN, HELLO)).isInstanceOf(ApiResult.Unwelcome.class);
    }

    @Test
    void doesNotRetryARefusedMessage() {
        server.faults().failNext("sendMessage", InjectedFault.badRequest("message is too long"));

        assertThat(gateway.call("send", ANN, HELLO)).isInstanceOf(ApiResult.Rejected.class);
        assertThat(server.calls("sendMessage")).hasSize(1);
    }

    @Test
    void returnsTheResultInTheLibrarysTypes() {
        ApiResult<Message> result = gateway.call("send", ANN, HELLO);

        assertThat(result)
                .isInstanceOfSatisfying(
                        ApiResult.Delivered.class,
                        sent ->
                                assertThat(sent.result())
                                        .isInstanceOfSatisfying(
                                                Message.class,
                                                message ->
                                                        assertThat(message.getText())
                                                                .isEqualTo("Hello")));
    }

    @Test
    void tooLateAcknowledgementIsNoFailure() {
        server.faults()
                .failNext(
                        "answerCallbackQuery",
                        InjectedFault.badRequest(
                                "query is too old and response timeout expired or query ID is invalid"));
        var call = AnswerCallbackQuery.builder().callbackQueryId("q").build();

        assertThat(gateway.call("acknowledge", ANN, call)).isInstanceOf(ApiResult.Delivered.class);
    }

    @Test
    void anOutageCountsNoFailedAttempts() {
        server.faults().failAlways("*", InjectedFault.badGateway());
        var delivery = CompletableFuture.supplyAsync(() -> gateway.deliver(ANN, hello()));
        RunningBot.awaitUntil(
                () -> server.calls("sendMessage").size() > 2 * BotApiGateway.MAX_FAILURES);
        assertThat(delivery).isNotDone();

        server.faults().clear();

        RunningBot.awaitUntil(delivery::isDone);
        assertThat(delivery).isCompletedWithValueMatching(ApiResult.Delivered.class::isInstance);
    }

    @Test
    void givesUpAfterTwentyFailuresWhileOthersGetThrough() {
        server.faults().failAlways("*", InjectedFault.badGateway());
        var delivery = CompletableFuture.supplyAsync(() -> gateway.deliver(ANN, hello()));

        RunningBot.awaitUntil(
                () -> {
                    context.connection.called(); // another chat's call
                    return delivery.isDone();
                });

        assertThat(delivery).isCompletedWithValueMatching(ApiResult.Undelivered.class::isInstance);
        assertThat(server.calls("sendMessage"))
                .hasSizeBetween(BotApiGateway.MAX_FAILURES + 1, 2 * BotApiGateway.MAX_FAILURES);
    }

    private static ApiCall.Content hello() {
        return ApiCall.of(ANN, HELLO).content();
    }

    private static TelegramSettings.RateLimits limits() {
        return new TelegramSettings.RateLimits(10_000, 10_000, 10_000, 10_000, 10_000);
    }

    private DeliveryContext context() {
        var metrics = new DeliveryMetrics(registry);
        var connection =
                new TelegramConnection(
                        Clock.systemUTC(), metrics, new TelegramSettings.Token(RunningBot.TOKEN));
        return new DeliveryContext(connection, metrics, Clock.systemUTC(), QUICK);
    }

    private double failures() {
        return registry.counter("verbatim.telegram.sends.failed").count();
    }
}
