package dev.verbatim.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.AbstractDataSource;

/// A store in a folder, as the application opens it: in a file there, or in a PostgreSQL database
/// whose address is there, when the test is about that: see [OnEachDatabase].
public final class StoreFile implements AutoCloseable {

    /// Short, so that a test needn't wait long until a killed bot is replaced.
    private static final Duration LEASE =
            Duration.ofSeconds(Integer.getInteger("verbatim.lease-seconds", 3));

    private final HikariDataSource source = new HikariDataSource();
    private final Limited limited = new Limited();
    private final StoreDatabase database;
    private final Store store;

    private StoreFile(Path folder) {
        var address = PostgresServer.remembered(folder);
        database = address.isPresent() ? StoreDatabase.POSTGRESQL : StoreDatabase.SQLITE;
        source.setJdbcUrl(
                address.orElse(
                        "jdbc:sqlite:"
                                + folder.resolve("verbatim.db")
                                + "?journal_mode=WAL&synchronous=FULL&secure_delete=true&busy_timeout=10000"));
        source.setMaximumPoolSize(6);
        store = Store.open(limited, LEASE);
    }

    public static StoreFile in(Path folder) {
        if (StoreDatabase.current() == StoreDatabase.POSTGRESQL
                && PostgresServer.remembered(folder).isEmpty()) {
            keepInPostgres(folder);
        }
        StoreFile file = existing(folder);
        if (file.database == StoreDatabase.SQLITE) {
            Flyway.configure().dataSource(file.source).load().migrate();
        }
        return file;
    }

    /// Has the store of a folder be in a new PostgreSQL database, whatever the test is about.
    public static void keepInPostgres(Path folder) {
        PostgresServer.remember(PostgresServer.newDatabase(), folder);
    }

    /// Has the store of a folder be in a PostgreSQL database that an older version made and wrote,
    /// and this one has brought up to date.
    ///
    /// @param version of the older one's last migration
    /// @param inserts statements that put its rows there
    public static void keepInUpgradedPostgres(Path folder, String version, String inserts) {
        PostgresServer.remember(PostgresServer.newDatabase(version, inserts), folder);
    }

    /// One that has its tables.
    public static StoreFile existing(Path folder) {
        return new StoreFile(folder);
    }

    /// From the writer's next connection nothing more can be written: the disk is full or, on
    /// PostgreSQL, the server has become a read-only copy of another one. The writer takes a new
    /// connection when something went wrong.
    public void refuseWrites() {
        limited.statement =
                switch (database) {
                    case SQLITE -> "pragma max_page_count = " + pages();
                    case POSTGRESQL -> "set default_transaction_read_only = on";
                };
    }

    public void acceptWrites() {
        limited.statement =
                switch (database) {
                    case SQLITE -> "pragma max_page_count = 1000000";
                    case POSTGRESQL -> "set default_transaction_read_only = off";
                };
    }

    private int pages() {
        return store.read(rows -> rows.sql("pragma page_count").query(Integer.class).single());
    }

    public Store store() {
        return store;
    }

    @Override
    public void close() {
        store.close();
        source.close();
    }

    /// What is told to the database is told to every connection.
    private final class Limited extends AbstractDataSource {

        private volatile String statement = "";

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = source.getConnection();
            if (!statement.isEmpty()) {
                try (Statement telling = connection.createStatement()) {
                    telling.execute(statement);
                }
            }
            return connection;
        }

        @Override
        public Connection getConnection(String name, String password) throws SQLException {
            return getConnection();
        }
    }
}
