package dev.verbatim.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Statements that are committed together or not at all, and who waits for them.
final class UnitOfWork<T> {

    private final Function<JdbcClient, T> statements;
    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private @Nullable T value;
    private @Nullable RuntimeException mistake;

    UnitOfWork(Function<JdbcClient, T> statements) {
        this.statements = statements;
    }

    /// Runs the statements. When they throw, nothing of them is left and others are not concerned.
    ///
    /// @throws SQLException when the transaction as a whole is lost
    void run(Connection connection, JdbcClient rows) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            value = statements.apply(rows);
        } catch (RuntimeException e) {
            SqlFailures.rethrowIfTheStores(e);
            mistake = e;
            connection.rollback(before);
        }
        connection.releaseSavepoint(before);
    }

    void committed() {
        if (mistake == null) {
            outcome.complete(value);
        } else {
            outcome.completeExceptionally(mistake);
        }
    }

    void failed(StoreException why) {
        outcome.completeExceptionally(why);
    }

    T result() {
        try {
            return outcome.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
