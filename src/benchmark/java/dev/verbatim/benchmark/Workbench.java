package dev.verbatim.benchmark;

import dev.verbatim.answer.Answerer;
import dev.verbatim.article.Article;
import dev.verbatim.article.ContentChange;
import dev.verbatim.encoder.Encoder;
import dev.verbatim.encoder.VectorCache;
import dev.verbatim.retrieval.lucene.BareSearch;
import dev.verbatim.retrieval.lucene.LuceneIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/// Everything that answers, over an index of the chosen texts, and the bare search beside it.
record Workbench(
        Texts texts, Encoder encoder, VectorCache vectors, LuceneIndex index, BareSearch bare)
        implements AutoCloseable {

    /// Everything a benchmark writes.
    static final Path FOLDER = Path.of("target", "benchmark");

    /// Vectors are kept from run to run: to compute them takes a minute or two.
    static Workbench open() {
        Encoder encoder = Encoder.load(FOLDER.resolve("native"));
        VectorCache vectors = VectorCache.open(FOLDER.resolve("vectors.db"), encoder);
        Path folder = FOLDER.resolve("answering-index");
        try {
            FileSystemUtils.deleteRecursively(folder);
            LuceneIndex index = LuceneIndex.open(folder, vectors);
            Texts texts = Texts.chosen();
            publish(texts, index);
            return new Workbench(texts, encoder, vectors, index, BareSearch.open(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void publish(Texts texts, LuceneIndex index) {
        for (Article article : texts.articles()) {
            index.accept(new ContentChange.Published(article));
        }
        index.accept(
                new ContentChange.Settled(
                        texts.articles().stream().map(Article::id).collect(Collectors.toSet())));
    }

    Answerer answerer() {
        return new Answerer(index);
    }

    @Override
    public void close() throws IOException {
        bare.close();
        index.close();
        vectors.close();
        encoder.close();
    }
}
