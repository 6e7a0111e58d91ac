package dev.verbatim.retrieval;

import dev.verbatim.article.ContentChange;
import java.nio.file.Path;
import java.util.function.Consumer;

/// An index of articles that finds their passages. Thread-safe; questions are answered while
/// articles are indexed.
public interface PassageIndex extends PassageRetriever, Consumer<ContentChange>, AutoCloseable {

    /// The number of passages that can be found now.
    ///
    /// @throws java.io.UncheckedIOException when the index can't be read
    int passages();

    /// Applies a change of the articles. While the folder is read for the first time it takes
    /// effect within seconds, later at once.
    ///
    /// @throws java.io.UncheckedIOException when it can't be written; it is tried again with the
    ///   next change
    @Override
    void accept(ContentChange change);

    @Override
    void close();

    /// A way to open indexes of an engine.
    interface Opener {

        /// Opens an empty index for this process alone.
        ///
        /// @param folder an empty folder, for what is stored on this machine
        PassageIndex openTemporary(Path folder);
    }
}
