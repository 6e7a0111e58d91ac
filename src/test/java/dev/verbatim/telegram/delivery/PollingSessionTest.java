package dev.verbatim.telegram.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.verbatim.telegram.standin.BotApiStandIn;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// A session that ends by itself, and what is done about it.
class PollingSessionTest {

    private static final Instant MONDAY = Instant.parse("2026-11-02T08:00:00Z");

    private final Clock clock = mock(Clock.class, _ -> MONDAY);
    private final BotToken token = new BotToken(Serving.TOKEN);
    private final DeliveryMetrics metrics = new DeliveryMetrics(new SimpleMeterRegistry());
    private final DeliveryContext context =
            new DeliveryContext(
                    new TelegramConnection(clock, metrics, token),
                    metrics,
                    clock,
                    DeliveryTiming.TELEGRAM);
    private final List<PollingSession> started = new ArrayList<>();

    @Test
    void pollingThatDiesWithoutAWordIsNoticed() throws IOException, TelegramApiException {
        var ingestor = mock(UpdateIngestor.class);
        doThrow(new AssertionError("an error of the machine")).when(ingestor).take(any());
        try (var server = Serving.server();
                var session = session(server, ingestor)) {
            session.start();
            assertThat(session.isDead()).isFalse();

            server.write(7, "What did Smith say?");

            Serving.awaitUntil(session::isDead);
        }
    }

    @Test
    void aDeadSessionIsReplaced() {
        var poller = new Poller(this::next, context);
        poller.check();

        when(started.getFirst().isDead()).thenReturn(true);
        poller.check();

        assertThat(started).hasSize(2);
    }

    @Test
    void aSilentSessionIsReplaced() {
        var poller = new Poller(this::next, context);
        poller.check();
        context.connection().polled();

        when(clock.instant()).thenReturn(MONDAY.plus(Duration.ofMinutes(2)));
        poller.check();
        assertThat(started).hasSize(1);
        when(clock.instant()).thenReturn(MONDAY.plus(Duration.ofMinutes(4)));
        poller.check();

        assertThat(started).hasSize(2);
    }

    @Test
    void aSessionThatCannotStartIsTriedAgainLater() {
        var poller = new Poller(this::broken, context);
        poller.check();
        poller.check();

        assertThat(started).hasSize(1);
        when(clock.instant()).thenReturn(MONDAY.plus(Duration.ofMinutes(2)));
        poller.check();
        assertThat(started).hasSize(2);
    }

    @Test
    void aClosedPollerStartsNothing() {
        var poller = new Poller(this::next, context);
        poller.close();

        poller.check();

        assertThat(started).isEmpty();
    }

    private PollingSession session(BotApiStandIn server, UpdateIngestor ingestor) {
        var api = new BotApi(HttpUrl.get(server.address()), token);
        return new PollingSession(api, ingestor, context);
    }

    private PollingSession next() {
        started.add(mock(PollingSession.class));
        return started.getLast();
    }

    private PollingSession broken() {
        try {
            doThrow(new TelegramApiException("out of order")).when(next()).start();
            return started.getLast();
        } catch (TelegramApiException e) {
            throw new AssertionError(e);
        }
    }
}
