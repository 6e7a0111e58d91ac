package dev.verbatim.retrieval.lucene;

import dev.verbatim.article.ContentChange;
import dev.verbatim.encoder.Encoder;
import dev.verbatim.retrieval.PassageRetriever;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import java.nio.file.Path;
import java.util.function.Consumer;

/// The embedded index. Thread-safe.
public final class LuceneIndex implements PassageRetriever, Consumer<ContentChange>, AutoCloseable {

    public static LuceneIndex open(Path directory, Encoder encoder) {
        throw new UnsupportedOperationException(
                "to be written: " + directory + encoder.speaks(java.util.Locale.ENGLISH));
    }

    @Override
    public Ranking retrieve(Question question, int k) {
        throw new UnsupportedOperationException("to be written");
    }

    /// Takes a change of the content; what it says can be found as soon as this returns.
    @Override
    public void accept(ContentChange change) {
        throw new UnsupportedOperationException("to be written");
    }

    @Override
    public void close() {}
}
