package dev.verbatim.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two instances on one PostgreSQL: one of them works.
@EnabledIf("dev.verbatim.store.PostgresServer#isInstalled")
class LeaseTest {

    @TempDir Path folder;

    private StoreFile one;
    private StoreFile other;

    @BeforeEach
    void open() {
        StoreFile.keepInPostgres(folder);
        one = StoreFile.existing(folder);
        other = StoreFile.existing(folder);
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
        PostgresServer.dropDatabasesOfThisThread();
    }

    @Test
    void onlyTheOneThatWorksWritesWhatIsNotShared() {
        assertThat(one.store().isWorker()).isTrue();
        assertThat(other.store().isWorker()).isFalse();

        assertThatThrownBy(() -> other.store().write(rows -> move(rows, 1, 0)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("another instance works");

        assertThat(one.store().<Integer>write(rows -> move(rows, 1, 1))).isEqualTo(1);
        assertThat(other.store().<Integer>writeShared(rows -> move(rows, 2, 2))).isEqualTo(1);
        assertThat(chats()).containsExactly(1L, 2L);
    }

    @Test
    void theOtherWorksAtOnceWhenTheFirstIsClosed() {
        one.close();

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> other.store().isWorker());

        assertThat(other.store().<Integer>write(rows -> move(rows, 1, 1))).isEqualTo(1);
    }

    /// As of a process that was stopped and woken: it still believes in its lease.
    @Test
    void whoeverHasLostTheLeaseCannotWrite() {
        loseLease();

        assertThat(one.store().isWorker()).isTrue();
        assertThatThrownBy(() -> one.store().write(rows -> move(rows, 1, 1)))
                .isInstanceOf(StoreException.class);

        assertThat(chats()).isEmpty();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> one.store().term() < 0);
    }

    /// What is not shared is refused by itself, and holds up nothing else of its batch.
    @Test
    void whatIsSharedIsWrittenBesideWhatIsRefused() {
        loseLease();

        CompletableFuture<Integer> refused =
                CompletableFuture.supplyAsync(() -> one.store().write(rows -> move(rows, 1, 1)));
        int shared = one.store().writeShared(rows -> move(rows, 2, 2));

        assertThat(shared).isEqualTo(1);
        assertThatThrownBy(refused::join).hasCauseInstanceOf(StoreException.class);
        assertThat(chats()).containsExactly(2L);
    }

    /// A take-over waits for a transaction that has begun, and none begins after it.
    @Test
    void noTransactionOutlivesTheLease() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        CompletableFuture<Integer> writing =
                CompletableFuture.supplyAsync(
                        () ->
                                one.store()
                                        .write(
                                                rows -> {
                                                    begun.countDown();
                                                    await(end);
                                                    return move(rows, 1, 1);
                                                }));
        begun.await();
        CompletableFuture<Void> taking = CompletableFuture.runAsync(this::loseLease);

        assertThatThrownBy(() -> taking.get(300, TimeUnit.MILLISECONDS)).isNotNull();
        end.countDown();

        assertThat(writing.join()).isEqualTo(1);
        taking.join();
        assertThatThrownBy(() -> one.store().write(rows -> move(rows, 2, 2)))
                .isInstanceOf(StoreException.class);
    }

    /// As of a process that was stopped in the middle of one.
    @Test
    void transactionThatStandsStillDoesNotKeepTheLease() {
        var end = new CountDownLatch(1);
        CompletableFuture<Integer> writing =
                CompletableFuture.supplyAsync(
                        () ->
                                one.store()
                                        .write(
                                                rows -> {
                                                    int moved = move(rows, 1, 1);
                                                    await(end);
                                                    return moved;
                                                }));

        loseLease();
        end.countDown();

        assertThatThrownBy(writing::join).hasCauseInstanceOf(StoreException.class);
        assertThat(chats()).isEmpty();
    }

    @Test
    void deadlockOfTwoInstancesIsTriedAgain() {
        one.store().writeShared(rows -> move(rows, 1, 0) + move(rows, 2, 0));
        var both = new CountDownLatch(2);

        var first = CompletableFuture.supplyAsync(() -> change(one, List.of(1, 2), both));
        var second = CompletableFuture.supplyAsync(() -> change(other, List.of(2, 1), both));

        assertThat(first.join() + second.join()).isEqualTo(4);
        assertThat(one.store().lastFailure()).isEmpty();
        assertThat(other.store().lastFailure()).isEmpty();
    }

    private static int change(StoreFile file, List<Integer> chats, CountDownLatch both) {
        return file.store()
                .writeShared(
                        rows -> {
                            int changed = change(rows, chats.getFirst());
                            both.countDown();
                            await(both);
                            return changed + change(rows, chats.getLast());
                        });
    }

    private static int change(JdbcClient rows, int chat) {
        return rows.sql("update moved_chat set to_chat_id = to_chat_id + 1 where chat_id = ?")
                .param(chat)
                .update();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Another instance takes it, for an hour.
    private void loseLease() {
        PostgresServer.rows(folder)
                .sql(
                        "update lease set token = token + 1, held_until ="
                                + " (extract(epoch from now()) * 1000)::bigint + 3600000")
                .update();
    }

    private List<@Nullable Long> chats() {
        return PostgresServer.rows(folder)
                .sql("select chat_id from moved_chat order by chat_id")
                .query(Long.class)
                .list();
    }

    private static int move(JdbcClient rows, long chat, long to) {
        return rows.sql("insert into moved_chat (chat_id, to_chat_id) values (?, ?)")
                .params(chat, to)
                .update();
    }
}
