package dev.verbatim.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnEachDatabase
class StoreTest {

    @TempDir Path folder;

    private StoreFile file;
    private Store store;

    @BeforeEach
    void open() {
        file = StoreFile.in(folder);
        store = file.store();
    }

    @AfterEach
    void close() {
        file.close();
    }

    @Test
    void writtenRowsSurviveAReopening() {
        assertThat(written(rows -> move(rows, 1))).isEqualTo(1);
        file.close();

        open();

        assertThat(chats()).containsExactly(1L);
    }

    @Test
    void failedUnitIsRolledBackAloneInItsBatch() {
        List<CompletableFuture<Integer>> all =
                IntStream.range(0, 50)
                        .mapToObj(
                                chat ->
                                        CompletableFuture.supplyAsync(
                                                () -> store.write(rows -> mistaken(rows, chat))))
                        .toList();

        assertThatThrownBy(
                        () -> CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join())
                .hasRootCauseMessage("odd");

        assertThat(chats()).hasSize(25).allMatch(chat -> chat % 2 == 0);
        assertThat(store.lastFailure()).isEmpty();
    }

    @Test
    void invalidStatementIsNoStoreFailure() {
        assertThatThrownBy(() -> store.write(rows -> rows.sql("nonsense").update()))
                .isNotInstanceOf(StoreException.class);

        assertThat(written(rows -> move(rows, 1))).isEqualTo(1);
    }

    @Test
    void writeMayReturnAQueryResult() {
        assertThat(written(rows -> rows.sql("select 5").query(Integer.class).single()))
                .isEqualTo(5);
        assertThat(written(rows -> move(rows, 1))).isEqualTo(1);
    }

    @Test
    void fullDiskIsReportedUntilItHasRoomAgain() {
        file.refuseWrites();
        String much = "x".repeat(100_000);

        assertThatThrownBy(() -> store.write(rows -> queue(rows, 1, much)))
                .isInstanceOf(StoreException.class)
                .hasMessageMatching(".*(full|read-only).*");

        assertThat(store.lastFailure()).isPresent();
        file.acceptWrites();
        assertThat(written(rows -> queue(rows, 1, much))).isEqualTo(1);
        assertThat(store.lastFailure()).isEmpty();
    }

    @Test
    void closedStoreRejectsWrites() {
        store.close();

        assertThatThrownBy(() -> store.write(rows -> move(rows, 1)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("closed");
    }

    private int written(Function<JdbcClient, Integer> statements) {
        return store.write(statements);
    }

    private List<Long> chats() {
        return store.read(
                rows ->
                        rows.sql("select chat_id from moved_chat order by chat_id")
                                .query(Long.class)
                                .list());
    }

    private static int mistaken(JdbcClient rows, long chat) {
        int moved = move(rows, chat);
        if (chat % 2 == 1) {
            throw new IllegalArgumentException("odd");
        }
        return moved;
    }

    private static int move(JdbcClient rows, long chat) {
        return rows.sql("insert into moved_chat (chat_id, to_chat_id) values (?, 0)")
                .param(chat)
                .update();
    }

    private static int queue(JdbcClient rows, long place, String content) {
        return rows.sql(
                        "insert into outbox (place, call_key, chat_id, state, content, created_at)"
                                + " values (?, 'a key', 0, 'waiting', ?, 0)")
                .params(place, content)
                .update();
    }
}
