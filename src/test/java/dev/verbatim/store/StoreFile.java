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
        store = Store.open(source);
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
        return new StoreFile(folder, "");
    }

    /// The disk has room for so many pages of 4 kB.
    public void limit(int pages) {
        store.write(rows -> rows.sql("pragma max_page_count = " + pages).query().singleValue());
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
}
