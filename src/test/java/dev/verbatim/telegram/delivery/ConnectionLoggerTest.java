package dev.verbatim.telegram.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ConnectionLoggerTest {

    private static final Instant MONDAY = Instant.parse("2026-11-02T08:00:00Z");

    private final Logger log = (Logger) LoggerFactory.getLogger(ConnectionLogger.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final ConnectionLogger connectionLogger = new ConnectionLogger();

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
    void aFaultIsSaidWithWhatToDo() {
        connectionLogger.say(ConnectionStatus.WRONG_TOKEN, "Unauthorized", MONDAY);

        assertThat(lines.list)
                .singleElement()
                .hasToString(
                        "[ERROR] Telegram: the token is refused (Unauthorized). Check"
                                + " TELEGRAM_BOT_TOKEN against what BotFather says.");
    }

    @Test
    void aLineThatGoesUpAndDownIsSaidToDoSoAndNoMore() {
        for (int second = 0; second < 100; second++) {
            ConnectionStatus connectionStatus =
                    second % 2 == 0 ? ConnectionStatus.CONFLICT : ConnectionStatus.CONNECTED;
            connectionLogger.say(connectionStatus, "", MONDAY.plusSeconds(second));
        }

        assertThat(lines.list).hasSize(8);
        assertThat(lines.list.getLast().getMessage()).contains("up and down");
    }

    @Test
    void afterSomeMinutesItIsSaidAgain() {
        for (int i = 0; i < 20; i++) {
            connectionLogger.say(ConnectionStatus.CONFLICT, "", MONDAY);
        }
        lines.list.clear();

        connectionLogger.say(ConnectionStatus.CONNECTED, "", MONDAY.plusSeconds(601));

        assertThat(lines.list).hasSize(1);
    }
}
