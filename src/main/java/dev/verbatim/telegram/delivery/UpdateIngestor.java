package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.verbatim.store.StoreException;
import dev.verbatim.telegram.update.DecodedUpdate;
import dev.verbatim.telegram.update.UpdateEnvelope;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// A decoder of fresh updates that puts them into the inbox. What may not be stored ends here.
/// Thread-safe.
final class UpdateIngestor {

    private static final Logger log = LoggerFactory.getLogger(UpdateIngestor.class);

    private final Inbox inbox;
    private final UpdateHandler handler;
    private final TelegramConnection connection;
    private final Consumer<Set<Long>> waking;

    /// @param waking is given the chats that have an update to be handled
    UpdateIngestor(
            Inbox inbox,
            UpdateHandler handler,
            TelegramConnection connection,
            Consumer<Set<Long>> waking) {
        this.inbox = inbox;
        this.handler = handler;
        this.connection = connection;
        this.waking = waking;
    }

    /// Returns when the updates will outlive the process, so that Telegram may forget them.
    ///
    /// @param updates which may be any JSON; what has no update id is passed over
    /// @throws StoreException when they won't: then they must come again
    void ingest(List<JsonNode> updates) {
        try {
            List<Inbox.Arrival> arrivals =
                    updates.stream()
                            .filter(UpdateEnvelope::isUpdate)
                            .map(json -> new Inbox.Arrival(json, decoded(json)))
                            .filter(this::mayBeStored)
                            .toList();
            waking.accept(inbox.add(arrivals));
            connection.polled();
        } catch (StoreException | DataAccessException e) {
            connection.failed(
                    TelegramConnection.State.STORE_FAILING, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /// Nothing for what can't be decoded, now or ever: it is stored, so that the worker tries again
    /// and parks it where it is seen.
    private @Nullable DecodedUpdate decoded(JsonNode json) {
        try {
            return handler.isIdentified() ? handler.decode(json) : null;
        } catch (JsonProcessingException | RuntimeException | StackOverflowError e) {
            log.debug("not decoded before it is stored: {}", e.getClass().getSimpleName());
            return null;
        }
    }

    private boolean mayBeStored(Inbox.Arrival arrival) {
        DecodedUpdate update = arrival.update();
        return update == null || handler.mayStore(update);
    }
}
