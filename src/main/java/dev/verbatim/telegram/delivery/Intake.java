package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.verbatim.store.StoreException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.dao.DataAccessException;

/// Takes updates in: whoever brings them may forget them after that.
final class Intake {

    private final Inbox inbox;
    private final Line line;
    private final Consumer<Set<Long>> waking;

    /// @param waking is told the chats that have something to be worked on
    Intake(Inbox inbox, Line line, Consumer<Set<Long>> waking) {
        this.inbox = inbox;
        this.line = line;
        this.waking = waking;
    }

    /// Returns when the updates will outlive the process.
    ///
    /// @param updates which may be anything; what has no number is passed over
    /// @throws StoreException when they won't: then they must come again
    void take(List<JsonNode> updates) {
        try {
            waking.accept(inbox.add(updates.stream().filter(Received::isUpdate).toList()));
            line.connection().polled();
        } catch (StoreException | DataAccessException e) {
            line.connection().failed(Standing.STORE_FAILING, String.valueOf(e.getMessage()));
            throw e;
        }
    }
}
