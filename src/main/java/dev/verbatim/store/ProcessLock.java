package dev.verbatim.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A lock on a file that one process at a time can hold. The operating system releases it with the
/// process, however that ends.
public final class ProcessLock implements AutoCloseable {

    /// The name of the file that whoever works on `verbatim.data-dir` locks.
    public static final String FILE = "verbatim.lock";

    private final FileChannel file;

    private ProcessLock(FileChannel file) {
        this.file = file;
    }

    /// Takes the lock without waiting; empty while somebody else holds it.
    ///
    /// @param file is created when it is missing
    /// @throws IOException when it can't be written to
    public static Optional<ProcessLock> tryAcquire(Path file) throws IOException {
        FileChannel opened =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isLocked(opened)) {
            return Optional.of(new ProcessLock(opened));
        }
        opened.close();
        return Optional.empty();
    }

    private static boolean isLocked(FileChannel opened) throws IOException {
        try {
            FileLock lock = opened.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // held by this process already
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
