package dev.verbatim.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.AbstractDataSource;

/// A store in a folder, as the application opens it.
public final class StoreFile implements AutoCloseable {

    private final HikariDataSource source = new HikariDataSource();
    private final Limited limited = new Limited();
    private final Store store;

    private StoreFile(Path folder) {
        source.setJdbcUrl(
                "jdbc:sqlite:"
                        + folder.resolve("verbatim.db")
                        + "?journal_mode=WAL&synchronous=FULL&secure_delete=true&busy_timeout=10000");
        source.setMaximumPoolSize(4);
        store = Store.open(limited);
    }

    private static void makeTables(StoreFile file) {
        Flyway.configure().dataSource(file.source).load().migrate();
    }

    public static StoreFile in(Path folder) {
        StoreFile file = existing(folder);
        makeTables(file);
        return file;
    }

    /// One that has its tables.
    public static StoreFile existing(Path folder) {
        return new StoreFile(folder);
    }

    /// From the writer's next connection on the disk has room for so many pages of 4 kB; it takes a
    /// new one when something went wrong.
    public void limit(int pages) {
        limited.pages = pages;
    }

    /// How many pages there are.
    public int pages() {
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

    /// What is told to SQLite about the disk is told to every connection.
    private final class Limited extends AbstractDataSource {

        private volatile int pages = 1_000_000;

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = source.getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("pragma max_page_count = " + pages);
            }
            return connection;
        }

        @Override
        public Connection getConnection(String name, String password) throws SQLException {
            return getConnection();
        }
    }
}
