package dev.verbatim.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A check of a SQLite store's file before the store is opened: SQLite itself notices damage only
/// where it reads, and takes a file without a byte for a store that nothing was ever written to.
public final class StoreIntegrity {

    /// SQLite's primary error codes for a damaged file, and for a file that is no database.
    private static final Set<Integer> DAMAGED = Set.of(11, 26);

    private static final int PRIMARY_CODE = 0xff;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final String SQLITE = "jdbc:sqlite:";

    private StoreIntegrity() {}

    /// The file of a SQLite store; empty when the address is another database's.
    ///
    /// @param url the data source's, with or without parameters
    public static Optional<Path> file(String url) {
        if (!url.startsWith(SQLITE)) {
            return Optional.empty();
        }
        int parameters = url.indexOf('?');
        return Optional.of(
                Path.of(
                        url.substring(
                                SQLITE.length(), parameters < 0 ? url.length() : parameters)));
    }

    /// What is wrong with a file; empty when it is sound or missing. Takes about a second for every
    /// 100 MB.
    ///
    /// @throws SQLException when the file can't be checked for another reason than damage
    public static Optional<String> damage(Path file) throws SQLException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String result = query(file, "pragma quick_check(1)");
            return Optional.of(result).filter(problem -> !problem.equals("ok"));
        } catch (SQLException e) {
            if (isDamage(e)) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    private static boolean isDamage(SQLException error) {
        return DAMAGED.contains(error.getErrorCode() & PRIMARY_CODE);
    }

    /// Whether a file is there and has no tables.
    public static boolean isEmpty(Path file) throws SQLException {
        return Files.exists(file) && query(file, "select count(*) from sqlite_master").equals("0");
    }

    static boolean hasTable(Path file, String name) throws SQLException {
        String names = query(file, "select group_concat(name) from sqlite_master");
        return names != null && List.of(names.split(",")).contains(name);
    }

    private static String query(Path file, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(SQLITE + file);
                Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(statement)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    /// Renames a file and its logs, so that another store can take its place.
    ///
    /// @param why a word of the new name, such as `damaged`
    /// @return the new name
    public static Path setAside(Path file, String why, Clock clock) throws IOException {
        String name = file.getFileName() + "." + why + "-" + TIME.format(clock.instant());
        for (String ending : List.of("", "-wal", "-shm")) {
            Path part = file.resolveSibling(file.getFileName() + ending);
            if (Files.exists(part)) {
                Files.move(part, file.resolveSibling(name + ending));
            }
        }
        return file.resolveSibling(name);
    }
}
