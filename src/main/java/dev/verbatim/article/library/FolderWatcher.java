package dev.verbatim.article.library;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A watcher that wakes its caller when something happens in folders. Best effort only: the system
/// may have no watches left, and network drives report nothing, so every wait has a time limit.
///
/// Closed by [#close], never by interrupting the waiting thread: an interrupt would hit the
/// listener while it writes, and close the files of its index.
final class FolderWatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatcher.class);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<Path, WatchKey> keys = new HashMap<>();
    private final Semaphore wakes = new Semaphore(0);
    private final @Nullable WatchService service = service();

    FolderWatcher() {
        if (service != null) {
            Thread.ofVirtual().name("library-watch").start(() -> listen(service));
        }
    }

    private static @Nullable WatchService service() {
        try {
            return FileSystems.getDefault().newWatchService();
        } catch (IOException e) {
            LOG.warn(
                    "Changes are noticed late, because the system gives no watch: {}",
                    e.toString());
            return null;
        }
    }

    void add(Path folder) {
        if (service != null) {
            keys.compute(
                    folder, (_, key) -> key != null && key.isValid() ? key : key(service, folder));
        }
    }

    private static @Nullable WatchKey key(WatchService service, Path folder) {
        try {
            return folder.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
        } catch (IOException e) {
            LOG.debug("{} is not watched: {}", folder, e.toString());
            return null;
        } catch (ClosedWatchServiceException e) {
            return null;
        }
    }

    private void listen(WatchService service) {
        try {
            while (!isClosed()) {
                WatchKey key = service.take();
                key.pollEvents();
                key.reset();
                wake();
            }
        } catch (ClosedWatchServiceException e) {
            LOG.debug("No longer watching");
        } catch (InterruptedException e) {
            LOG.warn("Changes are noticed late: the watch was interrupted");
        }
    }

    /// Ends [#await] as if something had happened.
    void wake() {
        wakes.release();
    }

    /// Returns when something has happened since the last call, when the time is over, or when this
    /// is closed.
    void await(Duration time) throws InterruptedException {
        boolean _ = wakes.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS);
        wakes.drainPermits();
    }

    /// Returns when the time is over or when this is closed, whatever happens in the folders.
    void pause(Duration time) throws InterruptedException {
        boolean _ = closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    @Override
    public void close() {
        closed.countDown();
        wake();
        if (service != null) {
            closeQuietly(service);
        }
    }

    private static void closeQuietly(WatchService service) {
        try {
            service.close();
        } catch (IOException e) {
            LOG.debug("The watch could not be closed", e);
        }
    }
}
