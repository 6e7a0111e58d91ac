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

class AnnouncerTest {

    private static final Instant MONDAY = Instant.parse("2026-11-02T08:00:00Z");

    private final Logger log = (Logger) LoggerFactory.getLogger(Announcer.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Announcer announcer = new Announcer();

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
        announcer.say(Standing.WRONG_TOKEN, "Unauthorized", MONDAY);

        assertThat(lines.list)
                .singleElement()
                .hasToString(
                        "[ERROR] Telegram: the token is refused (Unauthorized). Check"
                                + " TELEGRAM_BOT_TOKEN against what BotFather says.");
    }

    @Test
    void aLineThatGoesUpAndDownIsSaidToDoSoAndNoMore() {
        for (int second = 0; second < 100; second++) {
            Standing standing = second % 2 == 0 ? Standing.CONFLICT : Standing.CONNECTED;
            announcer.say(standing, "", MONDAY.plusSeconds(second));
        }

        assertThat(lines.list).hasSize(8);
        assertThat(lines.list.getLast().getMessage()).contains("up and down");
    }

    @Test
    void afterSomeMinutesItIsSaidAgain() {
        for (int i = 0; i < 20; i++) {
            announcer.say(Standing.CONFLICT, "", MONDAY);
        }
        lines.list.clear();

        announcer.say(Standing.CONNECTED, "", MONDAY.plusSeconds(601));

        assertThat(lines.list).hasSize(1);
    }
}
