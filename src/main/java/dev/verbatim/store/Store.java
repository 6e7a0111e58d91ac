package dev.verbatim.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A durable SQL store with one writing thread that commits waiting units of work together.
/// Thread-safe.
///
/// On SQLite there is one instance. On PostgreSQL there may be several, of which one works: it
/// alone may [#write], and each of them may [#writeShared].
public final class Store implements AutoCloseable {

    // A batch this long takes some 20 ms.
    private static final int MAX_BATCH = 256;
    private static final long POLL_MILLIS = 100;

    // A killed instance is replaced within ten seconds, and one that collects its garbage isn't.
    private static final Duration LEASE = Duration.ofSeconds(9);

    /// The number of our advisory lock, which any other program in the database could know.
    private static final long IN_TURN = 0x7665_7262_6174_696dL;

    private final JdbcClient reader;
    private final BlockingQueue<UnitOfWork<?>> queue = new LinkedBlockingQueue<>();
    private final GroupCommitter committer;
    private final @Nullable Lease lease;
    private final Thread writer =
            Thread.ofPlatform().daemon().name("store").unstarted(this::writeLoop);
    private volatile Optional<StoreException> lastFailure = Optional.empty();
    private volatile boolean closed;
    private volatile boolean erasing;

    private Store(DataSource source, @Nullable Lease lease) {
        reader = JdbcClient.create(source);
        committer = new GroupCommitter(source, lease);
        this.lease = lease;
    }

    /// Opens a store whose tables exist.
    public static Store open(DataSource source) {
        return open(source, LEASE);
    }

    /// @param lease after such a time without a sign of life another instance takes over
    static Store open(DataSource source, Duration lease) {
        try (Connection connection = source.getConnection()) {
            boolean shared = isIn("PostgreSQL", connection);
            var store = new Store(source, shared ? Lease.open(source, lease) : null);
            store.writer.start();
            return store;
        } catch (SQLException e) {
            throw new StoreException("the store can't be opened: " + e.getMessage(), e);
        }
    }

    static boolean isIn(String product, Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals(product);
    }

    /// Whether other instances may share this store.
    public boolean isShared() {
        return lease != null;
    }

    /// Whether it is this instance that works, as far as it knows. Only a write that succeeds
    /// proves it.
    public boolean isWorker() {
        return lease == null || lease.isHeld();
    }

    /// The number of this instance's time as the one that works: another one after another instance
    /// has worked, and negative while it does.
    public long term() {
        return lease == null ? 0 : lease.term();
    }

    /// Runs statements in a transaction and returns once it is durable. When they throw, nothing of
    /// them is written. They run on the writing thread, which runs nothing else meanwhile, so they
    /// should be few. They run again when they conflict with those of another instance.
    ///
    /// @throws StoreException when nothing can be written, or another instance works
    public <T> T write(Function<JdbcClient, T> statements) {
        return result(new UnitOfWork<>(statements, true));
    }

    /// The same, for what any instance may write.
    public <T> T writeShared(Function<JdbcClient, T> statements) {
        return result(new UnitOfWork<>(statements, false));
    }

    /// Has the transactions of all instances that call this come one after the other, up to their
    /// commits.
    public void takeTurns(JdbcClient rows) {
        if (lease != null) {
            rows.sql("select pg_advisory_xact_lock(:lock)")
                    .param("lock", IN_TURN)
                    .query((_, _) -> true)
                    .single();
        }
    }

    private <T> T result(UnitOfWork<T> unit) {
        queue.add(unit);
        if (closed) {
            rejectQueue();
        }
        return unit.result();
    }

    /// Runs statements that only read, on the caller's thread. They see what is committed.
    public <T> T read(Function<JdbcClient, T> statements) {
        return statements.apply(reader);
    }

    /// Erases deleted text from all files of the store. To be called among the statements that
    /// delete it; takes effect with their commit. Blocks other writers for a moment.
    public void eraseDeleted() {
        erasing = true;
    }

    /// Why the last attempt to write failed; empty when it succeeded.
    public Optional<StoreException> lastFailure() {
        return lastFailure;
    }

    /// Writes what is queued, and nothing after that; leaves the work to another instance.
    @Override
    public void close() {
        closed = true;
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (lease != null) {
            lease.close();
        }
    }

    private void writeLoop() {
        while (!closed || !queue.isEmpty()) {
            List<UnitOfWork<?>> batch = nextBatch();
            if (!batch.isEmpty()) {
                commit(batch);
            } else if (erasing) {
                erasing = !committer.truncateLog(); // a reader was in the way before
            }
        }
        committer.close();
        rejectQueue();
    }

    // A caller that is told of a failure must find its reason in #lastFailure.
    private void commit(List<UnitOfWork<?>> batch) {
        Optional<StoreException> failure = committer.commit(batch);
        lastFailure = failure;
        if (failure.isEmpty() && erasing) {
            erasing = !committer.truncateLog();
        }
        failure.ifPresentOrElse(
                reason -> batch.forEach(unit -> unit.fail(reason)),
                () -> batch.forEach(UnitOfWork::complete));
    }

    private List<UnitOfWork<?>> nextBatch() {
        List<UnitOfWork<?>> batch = new ArrayList<>();
        try {
            UnitOfWork<?> first = queue.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
            if (first != null) {
                batch.add(first);
                queue.drainTo(batch, MAX_BATCH - 1);
            }
        } catch (InterruptedException e) {
            closed = true; // an interrupt of this thread means the end
        }
        return batch;
    }

    private void rejectQueue() {
        if (!writer.isAlive() || Thread.currentThread() == writer) {
            List<UnitOfWork<?>> rest = new ArrayList<>();
            queue.drainTo(rest);
            rest.forEach(unit -> unit.fail(new StoreException("the store is closed")));
        }
    }
}
