package dev.verbatim.article;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/// The content folder, watched: reads every article in it, and tells its listener what changed.
public final class Library implements AutoCloseable {

    public Library(Path folder, Clock clock, Consumer<ContentChange> listener) {}

    /// Starts reading and watching, on a thread of its own; returns at once.
    public void start() {
        throw new UnsupportedOperationException("to be written");
    }

    /// Waits until the folder has been read as a whole and the listener has taken all of it.
    public void awaitSettled() throws InterruptedException {
        throw new UnsupportedOperationException("to be written");
    }

    /// What is served, by title.
    public List<Listing> listings() {
        throw new UnsupportedOperationException("to be written");
    }

    /// The files that are not served in their present version, and why.
    public List<Refusal> refusals() {
        throw new UnsupportedOperationException("to be written");
    }

    @Override
    public void close() {}
}
