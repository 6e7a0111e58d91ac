package dev.verbatim.telegram.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.verbatim.telegram.delivery.TelegramConnection.State;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class TelegramConnectionTest {

    private static final Instant MONDAY = Instant.parse("2026-11-02T08:00:00Z");

    private final Logger log = (Logger) LoggerFactory.getLogger(TelegramConnection.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Clock clock = mock(Clock.class, _ -> MONDAY);
    private final TelegramConnection connection =
            new TelegramConnection(
                    clock,
                    new DeliveryMetrics(new SimpleMeterRegistry()),
                    new TelegramSettings.Token(RunningBot.TOKEN));

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void close() {
        log.detachAppender(lines);
    }

    @Test
    void logsAFaultWithWhatToDo() {
        connection.failed(State.WRONG_TOKEN, "Unauthorized");

        assertThat(lines.list)
                .singleElement()
                .hasToString(
                        "[ERROR] Telegram: the token is refused (Unauthorized). Check"
                                + " TELEGRAM_BOT_TOKEN against what BotFather says.");
    }

    @Test
    void logsARepeatedFaultOnce() {
        connection.failed(State.WRONG_TOKEN, "Unauthorized");
        connection.failed(State.WRONG_TOKEN, "Unauthorized");

        assertThat(lines.list).hasSize(1);
    }

    @Test
    void logsEightChangesOfAFlappingConnectionAndNoMore() {
        flap(100);

        assertThat(lines.list).hasSize(8);
        assertThat(lines.list.getLast().getMessage()).contains("up and down");
    }

    @Test
    void logsAgainAfterTenMinutes() {
        flap(20);
        lines.list.clear();

        when(clock.instant()).thenReturn(MONDAY.plusSeconds(700));
        connection.failed(State.CONFLICT, "");

        assertThat(lines.list).hasSize(1);
    }

    private void flap(int seconds) {
        for (int second = 0; second < seconds; second++) {
            when(clock.instant()).thenReturn(MONDAY.plusSeconds(second));
            if (second % 2 == 0) {
                connection.failed(State.CONFLICT, "");
            } else {
                connection.polled();
            }
        }
    }
}
