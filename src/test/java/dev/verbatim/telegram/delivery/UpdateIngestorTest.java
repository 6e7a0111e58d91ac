package dev.verbatim.telegram.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.store.StoreDatabase;
import dev.verbatim.store.StoreFile;
import dev.verbatim.telegram.update.DecodedUpdate;
import dev.verbatim.telegram.update.UpdateDecoder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@OnEachDatabase
class UpdateIngestorTest {

    private static final long ANN = 7;
    private static final long GROUP = -50;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final DeliveryContext context = context();
    private final Set<Long> woken = new ConcurrentSkipListSet<>();
    @TempDir Path data;
    private StoreFile file;
    private Inbox inbox;

    @BeforeEach
    void open() {
        file = StoreFile.in(data);
        inbox = new DeliveryStore(file.store(), List.of(), List.of(), Clock.systemUTC()).inbox;
    }

    @AfterEach
    void close() {
        file.close();
    }

    private DeliveryContext context() {
        var metrics = new DeliveryMetrics(registry);
        var token = new TelegramSettings.Token(RunningBot.TOKEN);
        var connection = new TelegramConnection(Clock.systemUTC(), metrics, token);
        return new DeliveryContext(
                connection, metrics, Clock.systemUTC(), DeliveryContext.Timing.TELEGRAM);
    }

    static Stream<Supplier<Throwable>> faults() {
        return Stream.of(
                IllegalStateException::new,
                NullPointerException::new,
                StackOverflowError::new,
                () -> new JsonProcessingException("quotes users") {});
    }

    @ParameterizedTest
    @MethodSource("faults")
    void setsAsideWhatCannotBeDecodedAndTakesTheOthers(Supplier<Throwable> fault) {
        ingestor(new FaultyHandler(fault.get(), false))
                .ingest(List.of(message(1, ANN), message(2, 8)));

        assertThat(states()).containsExactly("parked", "waiting");
        assertThat(woken).containsExactly(8L);
        assertThat(registry.counter("verbatim.telegram.updates.skipped").count()).isOne();
        assertThat(registry.counter("verbatim.telegram.updates.parked").count()).isOne();
        assertThat(context.connection.isUp()).isTrue();
    }

    @Test
    void setsAsideWhatCannotBeCheckedForConsentWithoutItsText() {
        ingestor(new FaultyHandler(new IllegalStateException(), true))
                .ingest(List.of(message(1, GROUP), message(2, ANN)));

        assertThat(states()).containsExactly("parked", "waiting");
        assertThat(contentOf(1)).isEmpty();
    }

    private static String refusalOfTheFirst() {
        return switch (StoreDatabase.current()) {
            case SQLITE ->
                    """
                    create trigger fault before insert on inbox
                    when new.update_id = 1 and new.content is not null
                    begin select raise(abort, 'no'); end
                    """;
            case POSTGRESQL ->
                    "alter table inbox add check (update_id <> 1 or content is null) not valid";
        };
    }

    @Test
    void setsAsideWhatCannotBeWritten() {
        String refusal = refusalOfTheFirst();
        file.store().write(rows -> rows.sql(refusal).update());

        ingestor(new EchoUpdateHandler())
                .ingest(List.of(message(3, 9), message(1, ANN), message(2, 8)));

        assertThat(states()).containsExactly("parked", "waiting", "waiting");
        assertThat(woken).containsExactly(8L, 9L);
    }

    private UpdateIngestor ingestor(UpdateHandler handler) {
        return new UpdateIngestor(inbox, handler, context, woken::addAll);
    }

    private List<String> states() {
        return file.store()
                .read(
                        rows ->
                                rows.sql("select state from inbox order by update_id")
                                        .query(String.class)
                                        .list());
    }

    private String contentOf(long updateId) {
        return file.store()
                .read(
                        rows ->
                                rows.sql(
                                                "select coalesce(content, '') from inbox where"
                                                        + " update_id = :id")
                                        .param("id", updateId)
                                        .query(String.class)
                                        .single());
    }

    private static JsonNode message(int id, long chat) {
        try {
            return UpdateDecoder.JSON.readTree(
                    """
                    {"update_id": %d, "message": {"message_id": 1, "date": 1767225600,
                     "text": "a secret", "from": {"id": 7, "is_bot": false, "first_name": "Ann"},
                     "chat": {"id": %d, "type": "private"}}}
                    """
                            .formatted(id, chat));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /// Fails on update 1.
    private static final class FaultyHandler extends EchoUpdateHandler {

        private final Throwable fault;
        private final boolean afterDecoding;

        FaultyHandler(Throwable fault, boolean afterDecoding) {
            this.fault = fault;
            this.afterDecoding = afterDecoding;
        }

        @Override
        public DecodedUpdate decode(JsonNode json) throws JsonProcessingException {
            if (!afterDecoding && json.path("update_id").intValue() == 1) {
                fail();
            }
            return super.decode(json);
        }

        @Override
        public boolean mayStore(DecodedUpdate update) {
            if (update.envelope().updateId() == 1) {
                fail();
            }
            return true;
        }

        private void fail() {
            FaultyHandler.<RuntimeException>sneak(fault);
        }

        @SuppressWarnings("unchecked")
        private static <E extends Throwable> void sneak(Throwable fault) throws E {
            throw (E) fault;
        }
    }
}
