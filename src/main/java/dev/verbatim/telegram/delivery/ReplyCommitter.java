package dev.verbatim.telegram.delivery;

import dev.verbatim.store.Store;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Commits turns. Thread-safe.
final class ReplyCommitter {

    private final Store store;
    private final Outbox outbox;

    ReplyCommitter(Store store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    /// Writes all of a turn, and what else belongs to it.
    ///
    /// @param key of the turn: its calls' keys begin with it, unless they have their own
    /// @return the chats that have something to be sent now
    Set<Long> commit(ReplyTransaction transaction, String key, Consumer<JdbcClient> also) {
        return store.write(
                rows -> {
                    transaction.rows().forEach(statements -> statements.accept(rows));
                    also.accept(rows);
                    return calls(rows, transaction, key);
                });
    }

    private Set<Long> calls(JdbcClient rows, ReplyTransaction transaction, String key) {
        Set<Long> chats = new HashSet<>();
        int number = 0;
        for (ApiCall call : transaction.calls()) {
            chats.add(outbox.add(rows, call, key + "/" + number++));
        }
        return chats;
    }
}
