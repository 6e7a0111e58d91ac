package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.verbatim.store.StoreException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.telegram.telegrambots.meta.api.objects.Update;

/// Takes updates in: whoever brings them may forget them after that.
final class UpdateIngestor {

    private static final Logger log = LoggerFactory.getLogger(UpdateIngestor.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Inbox inbox;
    private final UpdateHandler handler;
    private final DeliveryContext context;
    private final Consumer<Set<Long>> waking;

    /// @param waking is told the chats that have something to be worked on
    UpdateIngestor(
            Inbox inbox,
            UpdateHandler handler,
            DeliveryContext context,
            Consumer<Set<Long>> waking) {
        this.inbox = inbox;
        this.handler = handler;
        this.context = context;
        this.waking = waking;
    }

    /// Returns when the updates will outlive the process, but for those that are nothing to us.
    ///
    /// @param updates which may be anything; what has no number is passed over
    /// @throws StoreException when they won't: then they must come again
    void take(List<JsonNode> updates) {
        try {
            waking.accept(
                    inbox.add(
                            updates.stream()
                                    .filter(RawUpdate::isUpdate)
                                    .filter(this::concernsUs)
                                    .toList()));
            context.connection().polled();
        } catch (StoreException | DataAccessException e) {
            context.connection()
                    .failed(ConnectionStatus.STORE_FAILING, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /// What can't be read does, so that it is seen.
    private boolean concernsUs(JsonNode update) {
        try {
            return !handler.passesBy(JSON.treeToValue(update, Update.class));
        } catch (JsonProcessingException | RuntimeException | StackOverflowError e) {
            log.debug("not understood before it is taken in: {}", e.getClass().getSimpleName());
            return true;
        }
    }
}
