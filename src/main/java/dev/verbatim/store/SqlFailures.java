package dev.verbatim.store;

import java.sql.SQLException;
import java.util.Set;

/// Tells what is wrong with the store from what is wrong with a statement.
final class SqlFailures {

    // SQLite's: out of memory, read only, input and output, corrupt, full, can't open, no database;
    // and busy or locked, which means that somebody else writes.
    private static final Set<Integer> SQLITE = Set.of(5, 6, 7, 8, 10, 11, 13, 14, 26);

    // PostgreSQL's: connection, resources, the operator's intervention, the system.
    private static final Set<String> STATES = Set.of("08", "53", "57", "58");

    private SqlFailures() {}

    static void rethrowIfTheStores(RuntimeException failure) throws SQLException {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException trouble && isTheStores(trouble)) {
                throw trouble;
            }
        }
    }

    private static boolean isTheStores(SQLException trouble) {
        String state = trouble.getSQLState();
        return SQLITE.contains(trouble.getErrorCode())
                || (state != null && state.length() > 2 && STATES.contains(state.substring(0, 2)));
    }
}
