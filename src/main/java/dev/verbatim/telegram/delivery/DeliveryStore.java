package dev.verbatim.telegram.delivery;

import dev.verbatim.store.Store;
import dev.verbatim.telegram.delivery.UpdateHandler.ChatData;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The part of delivery that outlives the process: the inbox, the outbox, and what is known of
/// chats. Thread-safe.
final class DeliveryStore {

    final Inbox inbox;
    final Outbox outbox;
    final ChatRegistry chats;
    private final Store store;
    private final Clock clock;

    /// @param data who keeps rows about chats
    DeliveryStore(Store store, List<ChatData> data, Clock clock) {
        this.store = store;
        this.clock = clock;
        chats = new ChatRegistry(data, clock);
        inbox = new Inbox(store, chats, clock);
        outbox = new Outbox(store, chats, clock);
    }

    /// Writes some rows in one transaction.
    void write(Consumer<JdbcClient> statements) {
        store.write(
                rows -> {
                    statements.accept(rows);
                    return true;
                });
    }

    /// Commits a transaction: the rows that its handler writes, its calls, and what else belongs to
    /// it.
    ///
    /// @param key of the occasion: its calls' keys begin with it, unless they have their own
    /// @return the chats that have a call to be made now
    Set<Long> commit(ReplyTransaction transaction, String key, Consumer<JdbcClient> also) {
        return store.write(
                rows -> {
                    transaction.rows().forEach(statements -> statements.accept(rows));
                    also.accept(rows);
                    return addCalls(rows, transaction, key);
                });
    }

    private Set<Long> addCalls(JdbcClient rows, ReplyTransaction transaction, String key) {
        Set<Long> chatIds = new HashSet<>();
        int number = 0;
        for (ApiCall call : transaction.calls()) {
            chatIds.add(outbox.add(rows, call, key + "/" + number++));
        }
        return chatIds;
    }

    /// Deletes what was done more than a week ago.
    void purgeExpired() {
        inbox.purgeExpired(clock.instant());
        outbox.purgeExpired(clock.instant());
    }
}
