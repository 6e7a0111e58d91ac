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
import java.util.Properties;
import java.util.Set;

/// A check of a store before it is opened. SQLite itself notices damage only where it reads, and
/// takes a file without a byte for a store that nothing was ever written to. And Flyway goes on
/// with a store that a newer version has written.
public final class StoreIntegrity {

    /// SQLite's primary error codes for a damaged file, and for a file that is no database.
    private static final Set<Integer> DAMAGED = Set.of(11, 26);

    /// The number of the last migration that there is.
    static final int VERSION = 23;

    private static final int PRIMARY_CODE = 0xff;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    static final String SQLITE = "jdbc:sqlite:";

    /// The table in which Flyway writes down its migrations: every store has it, and hardly any
    /// other database.
    private static final String MIGRATIONS = "flyway_schema_history";

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

    /// What keeps a store from being opened, and what to do about it, in one line; empty when
    /// nothing does. Nothing is written.
    ///
    /// @param url a JDBC address
    public static Optional<String> obstacle(String url, String user, String password) {
        String place = url.contains("?") ? url.substring(0, url.indexOf('?')) : url;
        try (Connection connection = DriverManager.getConnection(url, properties(user, password))) {
            int version = version(connection);
            return version <= VERSION
                    ? Optional.empty()
                    : Optional.of(
                            "spring.datasource.url: %s was written by a newer version (%d, this one knows %d). Start that version, or go back to a backup of before."
                                    .formatted(place, version, VERSION));
        } catch (SQLException e) {
            String state = e.getSQLState() == null ? "" : e.getSQLState();
            return Optional.of(
                    "spring.datasource.url: " + place + advice(state).formatted(firstLine(e)));
        }
    }

    private static Properties properties(String user, String password) {
        var properties = new Properties();
        if (!user.isEmpty()) {
            properties.setProperty("user", user);
            properties.setProperty("password", password);
        }
        return properties;
    }

    /// The number of the last migration that a store has had; 0 for one without tables.
    private static int version(Connection connection) throws SQLException {
        try (ResultSet table = connection.getMetaData().getTables(null, null, MIGRATIONS, null)) {
            if (!table.next()) {
                return 0;
            }
        }
        try (Statement query = connection.createStatement();
                ResultSet row =
                        query.executeQuery(
                                "select max(cast(version as integer)) from " + MIGRATIONS)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    /// By PostgreSQL's SQLSTATE.
    private static String advice(String state) {
        return switch (state) {
            case "28P01", "28000" ->
                    " refuses the user (%s). Check spring.datasource.username and"
                            + " spring.datasource.password.";
            case "3D000" ->
                    " isn't there (%s). Create the database with createdb, or check the name.";
            case "08001", "08004", "08006" ->
                    " can't be reached (%s). Start PostgreSQL there, or check the address.";
            default -> " can't be used: %s.";
        };
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static boolean isDamage(SQLException error) {
        return DAMAGED.contains(error.getErrorCode() & PRIMARY_CODE);
    }

    /// Whether a file is there and has no tables.
    public static boolean isEmpty(Path file) throws SQLException {
        return Files.exists(file) && query(file, "select count(*) from sqlite_master").equals("0");
    }

    /// Whether a file has the tables of a store.
    static boolean isStore(Path file) throws SQLException {
        String tables = "select count(*) from sqlite_master where name = '" + MIGRATIONS + "'";
        return query(file, tables).equals("1");
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
