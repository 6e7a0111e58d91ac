package dev.verbatim.telegram.delivery;

import dev.verbatim.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A durable queue: a table whose rows wait, each for its chat, until something is done about them.
/// What is done keeps its row for a week, so that it is known when it comes again. Thread-safe.
abstract sealed class DurableQueue permits Inbox, Outbox {

    // After a week without updates Telegram goes on with a random number, which may be an old one.
    private static final Duration ROWS_HOLD = Duration.ofDays(7);

    final Store store;
    private final String table;
    private final String timeColumn;

    /// @param timeColumn when a row was made
    DurableQueue(Store store, String table, String timeColumn) {
        this.store = store;
        this.table = table;
        this.timeColumn = timeColumn;
    }

    List<Long> chatsWaiting() {
        String sql = "select distinct chat_id from " + table + " where state = 'waiting'";
        return store.read(rows -> rows.sql(sql).query(Long.class).list());
    }

    /// The number of rows in some state.
    long count(String state) {
        String sql = "select count(*) from " + table + " where state = :state";
        return store.read(rows -> rows.sql(sql).param("state", state).query(Long.class).single());
    }

    /// Deletes the rows that were done more than a week ago.
    void purgeExpired(Instant now) {
        String sql =
                "delete from "
                        + table
                        + " where "
                        + timeColumn
                        + " < :before and state <> 'waiting'";
        long before = now.minus(ROWS_HOLD).toEpochMilli();
        store.write(rows -> rows.sql(sql).param("before", before).update());
    }
}
