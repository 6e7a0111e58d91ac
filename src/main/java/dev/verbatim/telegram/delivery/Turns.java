package dev.verbatim.telegram.delivery;

import dev.verbatim.store.Store;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Commits turns. Thread-safe.
final class Turns {

    private final Store store;
    private final Outbox outbox;

    Turns(Store store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    /// Writes all of a turn, and what else belongs to it.
    ///
    /// @param key of the turn: its calls' keys begin with it, unless they have their own
    /// @return the chats that have something to be sent now
    Set<Long> commit(Turn turn, String key, Consumer<JdbcClient> also) {
        return store.write(
                rows -> {
                    turn.rows().forEach(statements -> statements.accept(rows));
                    also.accept(rows);
                    return calls(rows, turn, key);
                });
    }

    private Set<Long> calls(JdbcClient rows, Turn turn, String key) {
        Set<Long> chats = new HashSet<>();
        int number = 0;
        for (Call call : turn.calls()) {
            chats.add(outbox.add(rows, call, key + "/" + number++));
        }
        return chats;
    }
}
