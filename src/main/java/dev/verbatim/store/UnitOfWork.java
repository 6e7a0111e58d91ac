package dev.verbatim.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A unit of work: statements that are committed together or not at all, and their result, which
/// the caller waits for.
final class UnitOfWork<T> {

    /// SQLite's error codes for a broken store: out of memory, read-only, I/O error, corrupt, full,
    /// can't open, not a database; and busy or locked, when another process writes.
    private static final Set<Integer> SQLITE_STORE_ERRORS = Set.of(5, 6, 7, 8, 10, 11, 13, 14, 26);

    /// PostgreSQL's SQLSTATE classes for a broken store: connection, resources, operator
    /// intervention, system error; and for conflicts with other transactions.
    private static final Set<String> STORE_STATES = Set.of("08", "40", "53", "57", "58");

    /// And its state for a transaction that may only read, as on a server that has become a copy of
    /// another one.
    private static final String READ_ONLY = "25006";

    private final Function<JdbcClient, T> statements;
    private final boolean work;
    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private @Nullable T value;
    private @Nullable RuntimeException failure;

    /// @param work whether only the instance that works may do it
    UnitOfWork(Function<JdbcClient, T> statements, boolean work) {
        this.statements = statements;
        this.work = work;
    }

    boolean isWork() {
        return work;
    }

    void refuse(StoreException reason) {
        failure = reason;
    }

    /// Runs the statements. When they throw, they are rolled back, and other units of the
    /// transaction aren't affected.
    ///
    /// @throws SQLException when the store itself is broken, so that the whole transaction is lost
    void run(Connection connection, JdbcClient rows) throws SQLException {
        failure = null; // of an attempt that was rolled back
        Savepoint before = connection.setSavepoint();
        try {
            value = statements.apply(rows);
        } catch (RuntimeException e) {
            rethrowStoreFailure(e);
            failure = e;
            connection.rollback(before);
        }
        connection.releaseSavepoint(before);
    }

    private static void rethrowStoreFailure(RuntimeException failure) throws SQLException {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isStoreFailure(sql)) {
                throw sql;
            }
        }
    }

    private static boolean isStoreFailure(SQLException e) {
        String state = e.getSQLState();
        return SQLITE_STORE_ERRORS.contains(e.getErrorCode())
                || (state != null
                        && state.length() > 2
                        && (state.equals(READ_ONLY)
                                || STORE_STATES.contains(state.substring(0, 2))));
    }

    /// Completes the unit after the commit of its transaction.
    void complete() {
        if (failure == null) {
            outcome.complete(value);
        } else {
            outcome.completeExceptionally(failure);
        }
    }

    void fail(StoreException reason) {
        outcome.completeExceptionally(reason);
    }

    /// Waits for the result.
    T result() {
        try {
            return outcome.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
