package dev.verbatim.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A private PostgreSQL server on loopback, one for all tests of this Java. It ends with it, also
/// when that is killed, and leaves nothing behind.
///
/// It doesn't sync its files, which makes it several times faster: tests kill bots, never the
/// machine.
public final class PostgresServer {

    public static final String USER = "verbatim";
    public static final String PASSWORD = "secret";

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final String TEMPLATE = "migrated";

    /// Ends the server when the writer of its standard input is gone.
    private static final String SCRIPT =
            """
            set -e
            dir=$(mktemp -d /tmp/verbatim-postgresql-XXXXXX)
            echo "$2" > "$dir/password"
            "$1/initdb" --no-sync --no-locale --encoding=UTF8 --username="$3" \\
                --auth=scram-sha-256 --pwfile="$dir/password" "$dir/data" > "$dir/log" 2>&1
            "$1/postgres" -D "$dir/data" -p "$4" -c listen_addresses=127.0.0.1 \\
                -c unix_socket_directories= -c fsync=off -c full_page_writes=off -c jit=off \\
                -c max_connections=300 -c shared_buffers=32MB > "$dir/log" 2>&1 &
            server=$!
            echo started
            read line || true
            kill -QUIT $server
            wait $server || true
            rm -rf "$dir"
            """;

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final ThreadLocal<List<String>> OF_THIS_THREAD =
            ThreadLocal.withInitial(ArrayList::new);
    private static @Nullable PostgresServer running;

    private final int port;

    private PostgresServer(Path binaries) throws IOException {
        port = freePort();
        Process script = new ProcessBuilder(command(binaries)).redirectErrorStream(true).start();
        BufferedReader output = script.inputReader();
        if (!"started".equals(output.readLine())) {
            throw new IOException("PostgreSQL doesn't start; see /tmp/verbatim-postgresql-*/log");
        }
    }

    /// It refuses to be run by root.
    private List<String> command(Path binaries) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.addAll(List.of("sh", "-c", SCRIPT, "sh", binaries.toString()));
        command.addAll(List.of(PASSWORD, USER, String.valueOf(port)));
        return command;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Whether there is one to be started, as by Debian's package `postgresql`.
    public static boolean isInstalled() {
        return binaries().isPresent();
    }

    private static Optional<Path> binaries() {
        if (!Files.isDirectory(DEBIAN)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> versions = Files.newDirectoryStream(DEBIAN)) {
            for (Path version : versions) {
                Path binaries = version.resolve("bin");
                if (Files.isExecutable(binaries.resolve("postgres"))) {
                    return Optional.of(binaries);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes a database that has a store's tables; it is dropped after the test of this thread.
    ///
    /// @return its JDBC address, with user and password
    public static String newDatabase() {
        return newDatabaseFrom(TEMPLATE);
    }

    /// Makes a database without any table, as an operator does it, and drops it like the others.
    public static String newEmptyDatabase() {
        return newDatabaseFrom("template0");
    }

    private static String newDatabaseFrom(String template) {
        String name = "test_" + DATABASES.incrementAndGet();
        PostgresServer server = running();
        server.execute("create database " + name + " template " + template);
        OF_THIS_THREAD.get().add(name);
        return server.url(name);
    }

    /// Makes a database as an older version left it: with the tables of its last migration, and
    /// with rows. Then it is brought up to date, as a start of the program does it.
    ///
    /// @param version of that migration
    /// @param inserts statements that put the rows there
    static String newDatabase(String version, String inserts) {
        String url = newDatabaseFrom("template0");
        migrate(url, version);
        JdbcClient.create(new DriverManagerDataSource(url)).sql(inserts).update();
        migrate(url, "latest");
        return url;
    }

    public static void dropDatabasesOfThisThread() {
        for (String name : OF_THIS_THREAD.get()) {
            running().execute("drop database " + name + " with (force)");
        }
        OF_THIS_THREAD.remove();
    }

    private static synchronized PostgresServer running() {
        PostgresServer server = running;
        if (server == null) {
            try {
                server = new PostgresServer(binaries().orElseThrow());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.awaitReady();
            server.makeTemplate();
            running = server;
        }
        return server;
    }

    private void awaitReady() {
        long end = System.nanoTime() + 60_000_000_000L;
        while (true) {
            try {
                execute("select 1");
                return;
            } catch (IllegalStateException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
        }
    }

    private void makeTemplate() {
        execute("create database " + TEMPLATE);
        migrate(url(TEMPLATE), "latest");
    }

    private static void migrate(String url, String version) {
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("db/migration", "db/postgresql")
                .target(version)
                .load()
                .migrate();
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s&password=%s"
                .formatted(port, database, USER, PASSWORD);
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /// The rows of a folder's database, beside all that a bot does with it.
    public static JdbcClient rows(Path folder) {
        return JdbcClient.create(new DriverManagerDataSource(remembered(folder).orElseThrow()));
    }

    static List<Path> tablesContaining(String words, String url) {
        JdbcClient rows = JdbcClient.create(new DriverManagerDataSource(url));
        String each =
                rows
                        .sql(
                                "select table_name from information_schema.tables"
                                        + " where table_schema = 'public'")
                        .query(String.class)
                        .list()
                        .stream()
                        .map("select '%1$s' from %1$s one where one::text like :words"::formatted)
                        .collect(Collectors.joining(" union "));
        return rows.sql(each)
                .param("words", "%" + words + "%")
                .query((row, _) -> Path.of(row.getString(1)))
                .list();
    }

    /// Puts a database's address where [StoreFile] looks for it, also in another process.
    static void remember(String url, Path folder) {
        try {
            Files.writeString(folder.resolve(ADDRESS), url, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final String ADDRESS = "store.url";

    /// The address that was put into a folder.
    static Optional<String> remembered(Path folder) {
        Path file = folder.resolve(ADDRESS);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
