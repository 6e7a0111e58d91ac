package dev.verbatim.telegram.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.telegram.standin.BotApiStandIn;
import dev.verbatim.telegram.standin.Fault;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;

class GatewayTest {

    private static final long ANN = 7;
    private static final SendMessage HELLO =
            SendMessage.builder().chatId(ANN).text("Hello").build();

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private BotApiStandIn server;
    private OkHttpClient http;
    private Gateway gateway;

    @BeforeEach
    void open() throws IOException {
        server = Serving.server();
        var api = new BotApi(HttpUrl.get(server.address()), new Token(Serving.TOKEN));
        http = api.client(Duration.ofSeconds(1));
        gateway =
                new Gateway(
                        new OkHttpTelegramClient(http, Serving.TOKEN, api.url()),
                        new Meters(registry));
    }

    @AfterEach
    void close() {
        gateway.close();
        BotApi.close(http);
        server.close();
    }

    static Stream<Fault> passing() {
        return Stream.of(
                Fault.flood(1),
                Fault.badGateway(),
                Fault.portal(),
                Fault.garbage(),
                Fault.reset(),
                Fault.slow(Duration.ofSeconds(2)),
                new Fault.Page(200, "application/json", "{}"),
                new Fault.Page(500, "application/json", ""));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatPassesIsTriedAgain(Fault fault) {
        server.next("sendMessage", fault, fault);

        Delivery delivery = gateway.call("send", ANN, HELLO);

        assertThat(delivery).isEqualTo(new Delivery.Delivered());
        assertThat(server.calls("sendMessage")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(failures()).isZero();
    }

    @Test
    void aWaitThatIsToldIsKept() {
        server.next("sendMessage", Fault.flood(2));
        long before = System.nanoTime();

        gateway.call("send", ANN, HELLO);

        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isGreaterThan(Duration.ofSeconds(2));
    }

    @Test
    void aWaitBeyondAllPatienceIsNotWaited() {
        server.next("sendMessage", Fault.flood(3600));

        assertThat(gateway.call("send", ANN, HELLO)).isInstanceOf(Delivery.Undelivered.class);
    }

    @Test
    void closingEndsEveryWait() {
        server.always(Fault.flood(30));
        var sending = CompletableFuture.supplyAsync(() -> gateway.call("send", ANN, HELLO));
        Serving.awaitUntil(() -> !server.calls("sendMessage").isEmpty());

        gateway.close();

        Serving.awaitUntil(sending::isDone);
        assertThat(sending).isCompletedWithValueMatching(Delivery.Undelivered.class::isInstance);
    }

    @Test
    void whoHasBlockedTheBotIsLeftAlone() {
        server.next("sendMessage", Fault.blocked());

        assertThat(gateway.call("send", ANN, HELLO))
                .isEqualTo(new Delivery.Unwelcome("Forbidden: bot was blocked by the user"));
        assertThat(server.calls("sendMessage")).hasSize(1);
        assertThat(failures()).isEqualTo(1);
    }

    @Test
    void aRefusedMessageIsNotSentAgain() {
        server.next("sendMessage", Fault.badRequest("chat not found"));

        assertThat(gateway.call("send", ANN, HELLO)).isInstanceOf(Delivery.Rejected.class);
        assertThat(server.calls("sendMessage")).hasSize(1);
    }

    private double failures() {
        return registry.counter("verbatim.telegram.sends.failed").count();
    }
}
