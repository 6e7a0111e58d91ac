package dev.verbatim.telegram.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import dev.verbatim.playground.botapi.FaultInjector.InjectedFault;
import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.playground.botapi.TelegramDriver;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.springframework.dao.DataAccessResourceFailureException;

class UpdatePollerTest {

    private static final Instant MONDAY = Instant.parse("2026-11-02T08:00:00Z");

    private final Clock clock = mock(Clock.class, _ -> MONDAY);
    private final UpdateIngestor ingestor = mock(UpdateIngestor.class);
    private final DeliveryMetrics metrics = new DeliveryMetrics(new SimpleMeterRegistry());
    private final TelegramSettings.Token token = new TelegramSettings.Token(RunningBot.TOKEN);
    private final TelegramConnection connection = new TelegramConnection(clock, metrics, token);
    private final DeliveryContext context =
            new DeliveryContext(connection, metrics, clock, DeliveryContext.Timing.TELEGRAM);
    private TelegramDriver server;
    private UpdatePoller poller;

    @BeforeEach
    void open() throws IOException {
        server = RunningBot.server();
        poller =
                new UpdatePoller(
                        new BotApiHttpClient.Endpoint(HttpUrl.get(server.address()), token),
                        ingestor,
                        context);
    }

    @AfterEach
    void close() {
        poller.close();
        server.close();
    }

    @Test
    void removesAWebhookBeforeTheFirstPoll() {
        poller.poll();
        poller.poll();

        assertThat(server.calls())
                .extracting(call -> call.method())
                .containsExactly("deleteWebhook", "getUpdates");
    }

    @Test
    void handsUpdatesOverAsTheyCameAndConfirmsThemWithTheNextPoll() {
        int bad = server.queueUpdate("{\"message\": \"what is that?\"}");
        int good = server.queueUpdate("{\"message\": {\"text\": \"good\"}}");
        server.queueUpdate("{\"message\": {\"text\": \"better\"}}");
        poller.poll();

        poller.poll();
        poller.poll();

        assertThat(ingested().getFirst())
                .extracting(update -> update.path("update_id").intValue())
                .contains(bad);
        assertThat(ingested().getFirst().getFirst().path("message").textValue())
                .isEqualTo("what is that?");
        assertThat(good).isGreaterThan(bad);
        assertThat(offsets().getFirst()).isZero();
        assertThat(offsets().get(1)).isGreaterThan(bad);
    }

    @Test
    void doesNotConfirmWhatCannotBeStored() {
        server.queueUpdate("{\"message\": {\"text\": \"good\"}}");
        doThrow(new DataAccessResourceFailureException("the disk is full"))
                .when(ingestor)
                .ingest(any());
        poller.poll();

        Duration wait = poller.poll();
        poller.poll();

        assertThat(wait).isPositive();
        assertThat(offsets()).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "<html>",
                "{}",
                "{\"ok\":true}",
                "{\"ok\":false}",
                "{\"ok\":true,\"result\":{}}"
            })
    void reportsAMalformedResponse(String body) {
        server.faults()
                .failNext("getUpdates", new InjectedFault.Page(200, "application/json", body));
        poller.poll();

        Duration wait = poller.poll();

        assertThat(wait).isPositive();
        assertThat(connection.status().state()).isEqualTo(TelegramConnection.State.NO_BOT_API);
        verify(ingestor, never()).ingest(any());
    }

    @Test
    void removesTheWebhookAgainAfterThreeMinutesWithoutASuccessfulPoll() {
        server.faults().failNext("getUpdates", InjectedFault.conflict());
        poller.poll();
        poller.poll();

        when(clock.instant()).thenReturn(MONDAY.plus(Duration.ofMinutes(4)));
        poller.poll();

        assertThat(server.calls("deleteWebhook")).hasSize(2);
    }

    @Test
    void forgetsTheOffsetAfterSixDaysWithoutUpdates() {
        server.queueUpdate("{\"message\": {\"text\": \"good\"}}");
        poller.poll();
        poller.poll();

        when(clock.instant()).thenReturn(MONDAY.plus(Duration.ofDays(7)));
        poller.poll(); // removes a webhook first
        poller.poll();

        assertThat(offsets()).containsExactly(0, 0);
    }

    @Test
    void startsAgainAfterAnErrorOfTheMachine() {
        doThrow(new AssertionError("an error of the machine"))
                .doNothing()
                .when(ingestor)
                .ingest(any());
        server.write(7, "What did Smith say?");

        RunningBot.awaitUntil(
                () -> {
                    poller.check();
                    return server.calls("getUpdates").size() >= 2;
                });
    }

    @Test
    void startsNothingOnceClosed() {
        poller.close();

        poller.check();

        RunningBot.await().during(Duration.ofMillis(300)).until(() -> server.calls().isEmpty());
    }

    @SuppressWarnings("unchecked")
    private List<List<JsonNode>> ingested() {
        ArgumentCaptor<List<JsonNode>> updates = ArgumentCaptor.forClass(List.class);
        verify(ingestor, atLeastOnce()).ingest(updates.capture());
        return updates.getAllValues();
    }

    private List<Integer> offsets() {
        return server.calls("getUpdates").stream()
                .map(MethodCall::parameters)
                .map(body -> body.path("offset").asInt())
                .toList();
    }
}
