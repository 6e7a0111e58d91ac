package dev.verbatim.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// A group commit: runs several units of work in one transaction, each within a savepoint of its
/// own. For one thread.
final class GroupCommitter implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(GroupCommitter.class);

    /// SQLSTATE class of deadlocks and of transactions that can't be serialized. Nothing is wrong
    /// with them but their company.
    private static final String CONFLICT = "40";

    private static final int ATTEMPTS = 5;

    private final DataSource source;
    private final @Nullable Lease lease;
    private @Nullable Connection connection;

    /// @param lease missing where there is only one instance
    GroupCommitter(DataSource source, @Nullable Lease lease) {
        this.source = source;
        this.lease = lease;
    }

    /// Runs the units of a batch and commits them together.
    ///
    /// @return why nothing could be written; empty on success
    Optional<StoreException> commit(List<UnitOfWork<?>> batch) {
        try {
            runAgainAfterConflicts(batch);
            return Optional.empty();
        } catch (SQLException e) {
            var failure = new StoreException("the store can't be written: " + e.getMessage(), e);
            close(); // whatever is wrong with this connection, the next one is a fresh start
            return Optional.of(failure);
        }
    }

    private void runAgainAfterConflicts(List<UnitOfWork<?>> batch) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                run(batch);
                return;
            } catch (SQLException e) {
                String state = e.getSQLState();
                if (attempt == ATTEMPTS || state == null || !state.startsWith(CONFLICT)) {
                    throw e;
                }
                open().rollback();
            }
        }
    }

    private void run(List<UnitOfWork<?>> batch) throws SQLException {
        Connection open = open();
        boolean mayWork = mayWork(batch, open);
        var rows = JdbcClient.create(new SingleConnectionDataSource(open, true));
        for (UnitOfWork<?> unit : batch) {
            if (mayWork || !unit.isWork()) {
                unit.run(open, rows);
            } else {
                unit.refuse(new StoreException("another instance works"));
            }
        }
        open.commit();
    }

    private boolean mayWork(List<UnitOfWork<?>> batch, Connection open) throws SQLException {
        return lease == null || (batch.stream().anyMatch(UnitOfWork::isWork) && lease.fence(open));
    }

    private Connection open() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = source.getConnection();
            if (lease != null) {
                lease.limitPauses(open);
            }
            open.setAutoCommit(false);
            connection = open;
        }
        return open;
    }

    /// Truncates SQLite's write-ahead log, where deleted text would stay until it is overwritten by
    /// chance. In the database file itself, `secure_delete` overwrites it. Other databases do this
    /// by themselves.
    ///
    /// @return false when a reader still holds on to what is to be erased
    boolean truncateLog() {
        try {
            Connection open = open();
            return !Store.isIn("SQLite", open) || checkpoint(open);
        } catch (SQLException e) {
            log.warn("the log of the store can't be emptied: {}", e.getMessage());
            close();
            return true; // a retry at once would only fail again; the next erasure does it
        }
    }

    private static boolean checkpoint(Connection open) throws SQLException {
        open.setAutoCommit(true); // not possible within a transaction
        try (Statement statement = open.createStatement();
                ResultSet result = statement.executeQuery("pragma wal_checkpoint(truncate)")) {
            return result.next() && result.getInt("busy") == 0;
        } finally {
            open.setAutoCommit(false);
        }
    }

    @Override
    public void close() {
        Connection closing = connection;
        connection = null;
        if (closing != null) {
            // One by one, since each may fail: with a full disk SQLite has rolled back by itself,
            // and a pool takes a connection back as it is.
            attempt(closing::rollback);
            attempt(() -> closing.setAutoCommit(true));
            attempt(closing::close);
        }
    }

    private interface SqlAction {
        void run() throws SQLException;
    }

    private static void attempt(SqlAction action) {
        try {
            action.run();
        } catch (SQLException e) {
            log.debug("closing a connection failed", e);
        }
    }
}
