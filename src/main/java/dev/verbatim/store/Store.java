package dev.verbatim.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A durable SQL store with one writing thread that commits waiting units of work together.
/// Thread-safe.
public final class Store implements AutoCloseable {

    // A batch this long takes some 20 ms.
    private static final int MAX_BATCH = 256;
    private static final long POLL_MILLIS = 100;

    private final JdbcClient reader;
    private final BlockingQueue<UnitOfWork<?>> queue = new LinkedBlockingQueue<>();
    private final GroupCommitter committer;
    private final Thread writer =
            Thread.ofPlatform().daemon().name("store").unstarted(this::writeLoop);
    private volatile Optional<StoreException> lastFailure = Optional.empty();
    private volatile boolean closed;
    private volatile boolean erasing;

    private Store(DataSource source) {
        reader = JdbcClient.create(source);
        committer = new GroupCommitter(source);
    }

    /// Opens a store whose tables exist.
    public static Store open(DataSource source) {
        var store = new Store(source);
        store.writer.start();
        return store;
    }

    /// Runs statements in a transaction and returns once it is durable. When they throw, nothing of
    /// them is written. They run on the writing thread, which runs nothing else meanwhile, so they
    /// should be few.
    ///
    /// @throws StoreException when nothing can be written
    public <T> T write(Function<JdbcClient, T> statements) {
        var unit = new UnitOfWork<>(statements);
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

    /// Writes what is queued, and nothing after that.
    @Override
    public void close() {
        closed = true;
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
