package dev.verbatim.telegram.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.store.StoreFile;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.health.contributor.Status;

@OnEachDatabase
class TelegramHealthTest {

    private static final Instant MONDAY = Instant.parse("2026-11-02T08:00:00Z");

    private final Clock clock = mock(Clock.class, _ -> MONDAY);
    private final TelegramConnection connection =
            new TelegramConnection(
                    clock,
                    new DeliveryMetrics(new SimpleMeterRegistry()),
                    new TelegramSettings.Token(RunningBot.TOKEN));
    @TempDir Path data;
    private StoreFile file;
    private TelegramHealth health;

    @BeforeEach
    void open() {
        file = StoreFile.in(data);
        health =
                new TelegramHealth(
                        connection, new DeliveryStore(file.store(), List.of(), List.of(), clock));
    }

    @AfterEach
    void close() {
        file.close();
    }

    @Test
    void isUnknownBeforeTheFirstPoll() {
        assertThat(health.health().getStatus()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void isUpAfterAPollAndReportsItsAge() {
        connection.polled();
        when(clock.instant()).thenReturn(MONDAY.plusSeconds(12));

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails()).containsEntry("secondsSinceLastPoll", 12L);
    }

    @Test
    void isDownWithTheReasonWhenNoPollComesBackForTwoTimeOuts() {
        connection.expectPolls(Duration.ofSeconds(90));
        connection.polled();
        when(clock.instant()).thenReturn(MONDAY.plusSeconds(90));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        when(clock.instant()).thenReturn(MONDAY.plusSeconds(91));

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails())
                .containsEntry("seen", "no poll has succeeded for 90 seconds");
    }

    @Test
    void isDownWhenNotEvenTheFirstPollComesBack() {
        connection.expectPolls(Duration.ofSeconds(90));

        when(clock.instant()).thenReturn(MONDAY.plusSeconds(91));

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void isUpHoweverLongNoUpdateIsBroughtByWebhook() {
        connection.polled();

        when(clock.instant()).thenReturn(MONDAY.plusSeconds(100_000));

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "UNREACHABLE",
                "WRONG_TOKEN",
                "CONFLICT",
                "FLOODED",
                "NO_BOT_API",
                "BAD_ADDRESS",
                "WEBHOOK_REFUSED",
                "STORE_FAILING",
                "NOT_POLLING"
            })
    void isDownWithCauseAndAdviceAfterAFault(TelegramConnection.State state) {
        connection.failed(state, "seen at bot" + RunningBot.TOKEN);

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails())
                .containsEntry("seen", "seen at bot<token>")
                .containsKey("toDo");
    }
}
