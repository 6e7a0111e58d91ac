package dev.verbatim.telegram.delivery;

import static dev.verbatim.property.PropertyCheck.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.verbatim.property.RandomSource;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.store.StoreFile;
import dev.verbatim.telegram.update.UpdateEnvelope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

@OnEachDatabase
class InboxPropertiesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant MONDAY = Instant.parse("2026-11-02T08:00:00Z");
    private static final long ANN = 7;

    @Test
    void handsOutEachUpdateOnceInOrderOfArrival() {
        forAll(
                15,
                source -> source.list(0, 12, one -> one.between(1, 6)),
                coming -> {
                    Path data = Files.createTempDirectory("inbox");
                    try (StoreFile file = StoreFile.in(data)) {
                        for (Integer number : coming) {
                            inbox(file)
                                    .add(
                                            List.of(
                                                    Inbox.Arrival.of(
                                                            message(number, MONDAY),
                                                            null))); // as if after a restart
                        }

                        assertThat(worked(file))
                                .isEqualTo(List.copyOf(new LinkedHashSet<>(coming)));
                    } finally {
                        FileSystemUtils.deleteRecursively(data);
                    }
                });
    }

    @Test
    void everyUpdateHasAnEnvelope() {
        forAll(
                source -> source.anyText(40),
                RandomSource::anyLong,
                (name, number) -> {
                    for (Object value : List.of(name, number, List.of(name), List.of())) {
                        JsonNode json =
                                JSON.createObjectNode()
                                        .put("update_id", 5)
                                        .set(
                                                "message",
                                                JSON.createObjectNode().putPOJO("chat", value));
                        JsonNode update = JSON.readTree(json.toString());

                        assertThat(UpdateEnvelope.of(update).personId()).isZero();
                    }
                });
    }

    @Test
    void ignoresDatesThatCannotBeTrue() {
        forAll(
                RandomSource::anyInt,
                seconds -> {
                    Instant since = MONDAY.minusSeconds(60);
                    Instant said = Instant.ofEpochSecond(seconds);

                    Instant asked = askedAt(message(1, said), since);

                    assertThat(asked).isBetween(since, MONDAY);
                });
    }

    @Test
    void acceptsDatesOfTheLastDayAfterDowntime() {
        forAll(
                source -> source.between(0, 86_400),
                age -> {
                    Instant said = MONDAY.minus(Duration.ofSeconds(age));

                    assertThat(askedAt(message(1, said), Instant.EPOCH)).isEqualTo(said);
                });
    }

    private static Instant askedAt(JsonNode message, Instant caughtUp) {
        return ArrivalTracker.askedAt(UpdateEnvelope.of(message).sentAt(), caughtUp, MONDAY);
    }

    private static List<Integer> worked(StoreFile file) {
        List<Integer> numbers = new ArrayList<>();
        Inbox inbox = inbox(file);
        Optional<Inbox.Pending> next = inbox(file).next(ANN, Set.of(), 0);
        while (next.isPresent()) {
            int number = (int) next.get().updateId();
            numbers.add(number);
            file.store()
                    .write(
                            rows -> {
                                inbox.complete(rows, number);
                                return number;
                            });
            next = inbox(file).next(ANN, Set.of(), 0);
        }
        return numbers;
    }

    private static Inbox inbox(StoreFile file) {
        return new DeliveryStore(file.store(), List.of(), List.of(), Clock.systemUTC()).inbox;
    }

    private static JsonNode message(int number, Instant date) throws JsonProcessingException {
        return JSON.readTree(
                """
                {"update_id": %d, "message": {"message_id": 1, "date": %d, "text": "Who?",
                 "from": {"id": 7}, "chat": {"id": 7, "type": "private"}}}
                """
                        .formatted(number, date.getEpochSecond()));
    }
}
