package dev.verbatim.telegram.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.store.StoreFile;
import dev.verbatim.telegram.update.BotIdentity;
import dev.verbatim.telegram.update.DecodedUpdate;
import dev.verbatim.telegram.update.UpdateDecoder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEachDatabase
class InboxTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long ANN = 7;
    private static final long GROUP = -50;

    @TempDir Path data;
    private StoreFile file;
    private Inbox inbox;

    @BeforeEach
    void open() {
        file = StoreFile.in(data);
        inbox = inbox();
    }

    private Inbox inbox() {
        return new DeliveryStore(file.store(), List.of(), List.of(), Clock.systemUTC()).inbox;
    }

    @AfterEach
    void close() {
        file.close();
    }

    @Test
    void keepsNoTextOfAGroupsParkedUpdate() throws JsonProcessingException {
        inbox.add(List.of(arrival(1, GROUP, "group")));

        park(1);

        assertThat(content(1)).isEmpty();
    }

    @Test
    void keepsTheTextOfAPrivateChatsParkedUpdateForTheOperator() throws JsonProcessingException {
        inbox.add(List.of(arrival(1, ANN, "private")));

        park(1);

        assertThat(content(1)).contains("a secret");
    }

    @Test
    void handsOutWhatWasDecodedOnArrival() throws JsonProcessingException {
        Inbox.Arrival arrival = arrival(1, ANN, "private");

        inbox.add(List.of(arrival));

        assertThat(inbox.decoded(inbox.next(ANN, Set.of(), 0).orElseThrow()))
                .containsSame(arrival.update());
    }

    @Test
    void knowsOnlyTheJsonAfterARestart() throws JsonProcessingException {
        inbox.add(List.of(arrival(1, ANN, "private")));

        inbox = inbox();

        Inbox.Pending pending = inbox.next(ANN, Set.of(), 0).orElseThrow();
        assertThat(inbox.decoded(pending)).isEmpty();
        assertThat(JSON.readTree(pending.content())).isEqualTo(json(1, ANN, "private"));
    }

    @Test
    void forgetsTheDecodedUpdateOnceItIsHandled() throws JsonProcessingException {
        inbox.add(List.of(arrival(1, ANN, "private")));
        Inbox.Pending pending = inbox.next(ANN, Set.of(), 0).orElseThrow();

        file.store()
                .write(
                        rows -> {
                            inbox.complete(rows, 1);
                            return true;
                        });

        assertThat(inbox.decoded(pending)).isEmpty();
        assertThat(content(1)).isEmpty();
    }

    private void park(long updateId) {
        file.store()
                .write(
                        rows -> {
                            inbox.park(rows, updateId);
                            return true;
                        });
    }

    private String content(long updateId) {
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

    private static Inbox.Arrival arrival(int id, long chat, String type)
            throws JsonProcessingException {
        JsonNode json = json(id, chat, type);
        DecodedUpdate update = new UpdateDecoder(BotIdentity.UNKNOWN).decode(json);
        return Inbox.Arrival.of(json, update);
    }

    private static JsonNode json(int id, long chat, String type) throws JsonProcessingException {
        return JSON.readTree(
                """
                {"update_id": %d, "message": {"message_id": 1, "date": 1767225600,
                 "text": "a secret", "from": {"id": 7, "is_bot": false, "first_name": "Ann"},
                 "chat": {"id": %d, "type": "%s"}}}
                """
                        .formatted(id, chat, type));
    }
}
