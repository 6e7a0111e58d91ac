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

/// The store. Thread-safe; to be closed when nobody uses it any more.
public final class Store implements AutoCloseable {

    // What waits is committed together, up to this. A batch this long takes some 20 ms.
    private static final int TOGETHER = 256;
    private static final long PATIENCE_MILLIS = 100;

    private final JdbcClient reader;
    private final BlockingQueue<UnitOfWork<?>> waiting = new LinkedBlockingQueue<>();
    private final GroupCommitter committer;
    private final Thread writer = Thread.ofPlatform().daemon().name("store").unstarted(this::write);
    private volatile Optional<StoreException> lastFailure = Optional.empty();
    private volatile boolean closed;
    private volatile boolean scrubbing;

    private Store(DataSource source) {
        reader = JdbcClient.create(source);
        committer = new GroupCommitter(source);
    }

    /// Opens a store whose tables are there.
    public static Store open(DataSource source) {
        var store = new Store(source);
        store.writer.start();
        return store;
    }

    /// Runs some statements and returns when what they wrote will outlive the process: all of it,
    /// or none when they throw. They run on another thread, alone, and should be few: everybody
    /// waits for them.
    ///
    /// @throws StoreException when nothing can be written
    public <T> T write(Function<JdbcClient, T> statements) {
        var unit = new UnitOfWork<>(statements);
        waiting.add(unit);
        if (closed) {
            refuseRest();
        }
        return unit.result();
    }

    /// Runs some statements that only read, on the caller's thread. They see what is committed.
    public <T> T read(Function<JdbcClient, T> statements) {
        return statements.apply(reader);
    }

    /// Said among statements that delete what nobody may find again: when they are committed, it is
    /// in no file of the store any more. Takes a moment in which nobody else can write.
    public void eraseDeleted() {
        scrubbing = true;
    }

    /// Why the last attempt to write failed; empty when it did not.
    public Optional<StoreException> lastFailure() {
        return lastFailure;
    }

    /// Writes what waits, and nothing after that.
    @Override
    public void close() {
        closed = true;
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        while (!closed || !waiting.isEmpty()) {
            List<UnitOfWork<?>> batch = nextBatch();
            if (!batch.isEmpty()) {
                commit(batch);
            } else if (scrubbing) {
                scrubbing = !committer.scrub(); // somebody was reading when it was asked for
            }
        }
        committer.close();
        refuseRest();
    }

    // Whoever is told that nothing was written finds the reason in [#trouble].
    private void commit(List<UnitOfWork<?>> batch) {
        Optional<StoreException> failure = committer.commit(batch);
        lastFailure = failure;
        if (failure.isEmpty() && scrubbing) {
            scrubbing = !committer.scrub();
        }
        failure.ifPresentOrElse(
                reason -> batch.forEach(unit -> unit.failed(reason)),
                () -> batch.forEach(UnitOfWork::committed));
    }

    private List<UnitOfWork<?>> nextBatch() {
        List<UnitOfWork<?>> batch = new ArrayList<>();
        try {
            UnitOfWork<?> first = waiting.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            if (first != null) {
                batch.add(first);
                waiting.drainTo(batch, TOGETHER - 1);
            }
        } catch (InterruptedException e) {
            closed = true; // nobody interrupts this thread but to end it
        }
        return batch;
    }

    private void refuseRest() {
        if (!writer.isAlive() || Thread.currentThread() == writer) {
            List<UnitOfWork<?>> rest = new ArrayList<>();
            waiting.drainTo(rest);
            rest.forEach(unit -> unit.failed(new StoreException("the store is closed")));
        }
    }
}
