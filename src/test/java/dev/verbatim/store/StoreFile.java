package dev.verbatim.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;

/// A store in a folder, as the application opens it.
public final class StoreFile implements AutoCloseable {

    private final HikariDataSource source = new HikariDataSource();
    private final Store store;

    private StoreFile(Path folder, String pragmas) {
        source.setJdbcUrl(
                "jdbc:sqlite:"
                        + folder.resolve("verbatim.db")
                        + "?journal_mode=WAL&synchronous=FULL&secure_delete=true&busy_timeout=10000"
                        + pragmas);
        source.setMaximumPoolSize(4);
        Flyway.configure().dataSource(source).load().migrate();
        store = Store.open(source);
    }

    public static StoreFile in(Path folder) {
        return new StoreFile(folder, "");
    }

    /// One on a disk that has room for so many pages of 4 kB.
    public static StoreFile in(Path folder, int pages) {
        return new StoreFile(folder, "&max_page_count=" + pages);
    }

    public Store store() {
        return store;
    }

    @Override
    public void close() {
        store.close();
        source.close();
    }
}
