package dev.verbatim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verbatim.store.PostgresServer;
import dev.verbatim.store.StoreIntegrity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mock.env.MockEnvironment;

class DataDirectoryLockTest {

    @TempDir Path folder;

    @Test
    void secondInstanceIsRejectedWithAdvice() throws IOException {
        DataDirectoryLock first = folder(folder.resolve("data"));
        take(first);

        assertThatThrownBy(() -> take(folder(folder.resolve("data"))))
                .isInstanceOf(DataDirectoryLock.InUse.class)
                .hasMessageContaining("is in use by another instance. Stop that one")
                .hasMessageNotContaining("\n");

        first.destroy();
    }

    @Test
    void lockIsReleasedWhenTheFirstInstanceEnds() throws IOException {
        DataDirectoryLock first = folder(folder);
        take(first);
        first.destroy();

        DataDirectoryLock next = folder(folder);
        take(next);

        next.destroy();
    }

    @Test
    void unwritableFolderIsReported() throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));

        assertThatThrownBy(() -> take(folder(file)))
                .isInstanceOf(DataDirectoryLock.InUse.class)
                .hasMessageContaining("can't be written to");
        assertThat(file).isEmptyFile();
    }

    @Test
    void damagedStoreIsKeptAndReplaced() throws Exception {
        Path store = Files.writeString(folder.resolve("verbatim.db"), "no store ".repeat(1_000));
        DataDirectoryLock lock = folderWithStore(store);

        take(lock);

        assertThat(store).doesNotExist();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files)
                    .filteredOn(file -> file.toString().contains("verbatim.db.damaged-"))
                    .singleElement()
                    .satisfies(kept -> assertThat(kept).content().startsWith("no store"));
        }
        lock.destroy();
    }

    @Test
    void storeWithADamagedPageIsKeptAndReplaced() throws Exception {
        Path store = folder.resolve("verbatim.db");
        fill(store);
        byte[] bytes = Files.readAllBytes(store);
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 4_096, (byte) 0x5a);
        Files.write(store, bytes);
        DataDirectoryLock lock = folderWithStore(store);

        take(lock);

        assertThat(store).doesNotExist();
        lock.destroy();
    }

    @Test
    void soundStoreStays() throws Exception {
        Path store = folder.resolve("verbatim.db");
        fill(store);
        commitIndex();
        DataDirectoryLock lock = folderWithStore(store);

        take(lock);

        assertThat(StoreIntegrity.isEmpty(store)).isFalse();
        lock.destroy();
    }

    @Test
    void emptiedStoreBesideAnIndexIsNotAccepted() throws Exception {
        Path store = Files.createFile(folder.resolve("verbatim.db"));
        commitIndex();
        DataDirectoryLock lock = folderWithStore(store);

        assertThatThrownBy(() -> take(lock))
                .hasMessageContaining("is empty, but")
                .hasMessageContaining("Put a backup there, or delete the empty file")
                .hasMessageNotContaining("\n");
        assertThat(store).exists();
        lock.destroy();
    }

    @Test
    void missingStoreIsAcceptedBesideAnIndex() throws Exception {
        commitIndex();
        DataDirectoryLock lock = folderWithStore(folder.resolve("verbatim.db"));

        take(lock);

        lock.destroy();
    }

    @Test
    void storeOfANewerVersionIsLeftAsItIs() throws SQLException {
        String url = "jdbc:sqlite:" + folder.resolve("verbatim.db");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table flyway_schema_history (version varchar(50))");
            statement.execute("insert into flyway_schema_history values ('3'), ('9999'), ('20')");
        }

        assertThatThrownBy(() -> take(folderWithStore(folder.resolve("verbatim.db"))))
                .isInstanceOf(DataDirectoryLock.InUse.class)
                .hasMessageContaining("was written by a newer version (9999")
                .hasMessageContaining("Start that version")
                .hasMessageNotContaining("\n");
    }

    @Test
    void unreachablePostgresIsReported() {
        assertThatThrownBy(() -> take(folderWithStoreAt("jdbc:postgresql://127.0.0.1:1/x", "")))
                .isInstanceOf(DataDirectoryLock.InUse.class)
                .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/x can't be reached")
                .hasMessageContaining("Start PostgreSQL there")
                .hasMessageNotContaining("\n");
    }

    @Test
    @EnabledIf("dev.verbatim.store.PostgresServer#isInstalled")
    void wrongPasswordOfPostgresIsReportedAndNotShown() {
        String url = PostgresServer.newDatabase().replaceFirst("password=.*", "password=wrongword");

        assertThatThrownBy(() -> take(folderWithStoreAt(url, "")))
                .isInstanceOf(DataDirectoryLock.InUse.class)
                .hasMessageContaining("refuses the user")
                .hasMessageContaining("Check spring.datasource.username")
                .hasMessageNotContaining("wrongword")
                .hasMessageNotContaining("\n");
        PostgresServer.dropDatabasesOfThisThread();
    }

    @Test
    @EnabledIf("dev.verbatim.store.PostgresServer#isInstalled")
    void missingDatabaseIsReported() {
        String url = PostgresServer.newDatabase().replaceFirst("/test_\\d+", "/nothing");

        assertThatThrownBy(() -> take(folderWithStoreAt(url, "")))
                .isInstanceOf(DataDirectoryLock.InUse.class)
                .hasMessageContaining("Create the database with createdb")
                .hasMessageNotContaining("\n");
        PostgresServer.dropDatabasesOfThisThread();
    }

    @Test
    @EnabledIf("dev.verbatim.store.PostgresServer#isInstalled")
    void postgresWithUserAndPasswordIsAccepted() throws IOException {
        String url = PostgresServer.newDatabase();
        DataDirectoryLock lock =
                folderWithStoreAt(url.substring(0, url.indexOf('?')), PostgresServer.USER);

        take(lock);

        lock.destroy();
        PostgresServer.dropDatabasesOfThisThread();
    }

    private DataDirectoryLock folderWithStoreAt(String url, String user) {
        var lock = new DataDirectoryLock();
        lock.setEnvironment(
                new MockEnvironment()
                        .withProperty("verbatim.data-dir", folder.toString())
                        .withProperty("spring.datasource.url", url)
                        .withProperty("spring.datasource.username", user)
                        .withProperty("spring.datasource.password", PostgresServer.PASSWORD));
        return lock;
    }

    private void commitIndex() throws IOException {
        Files.createFile(Files.createDirectory(folder.resolve("index")).resolve("segments_3"));
    }

    private static void fill(Path store) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
                Statement statement = connection.createStatement()) {
            statement.execute("create table message (id integer primary key, text text)");
            statement.execute(
                    "insert into message (text) with recursive n(i) as (select 1 union all"
                            + " select i + 1 from n where i < 2000)"
                            + " select 'The ships are at sea, number ' || i from n");
        }
    }

    private DataDirectoryLock folderWithStore(Path store) {
        var lock = new DataDirectoryLock();
        lock.setEnvironment(
                new MockEnvironment()
                        .withProperty("verbatim.data-dir", folder.toString())
                        .withProperty(
                                "spring.datasource.url",
                                "jdbc:sqlite:" + store + "?journal_mode=WAL"));
        return lock;
    }

    private static void take(DataDirectoryLock folder) {
        folder.postProcessBeanFactory(new DefaultListableBeanFactory());
    }

    private static DataDirectoryLock folder(Path path) {
        var folder = new DataDirectoryLock();
        folder.setEnvironment(
                new MockEnvironment().withProperty("verbatim.data-dir", path.toString()));
        return folder;
    }
}
