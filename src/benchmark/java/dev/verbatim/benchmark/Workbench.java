package dev.verbatim.benchmark;

import dev.verbatim.answer.Answerer;
import dev.verbatim.answer.ConfidenceThreshold;
import dev.verbatim.answer.RerankedPassages;
import dev.verbatim.answer.Reranker;
import dev.verbatim.article.Article;
import dev.verbatim.article.ContentChange;
import dev.verbatim.encoder.Encoder;
import dev.verbatim.encoder.VectorCache;
import dev.verbatim.reader.PassageReader;
import dev.verbatim.reader.ReaderSettings;
import dev.verbatim.reader.ReadingComprehension.Excerpt;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.lucene.BareSearch;
import dev.verbatim.retrieval.lucene.LuceneIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/// Everything that answers, over an index of the chosen texts, and the bare search beside it.
public record Workbench(
        Texts texts,
        Encoder encoder,
        VectorCache vectors,
        LuceneIndex index,
        PassageReader reader,
        BareSearch bare)
        implements AutoCloseable {

    /// Everything a benchmark writes.
    static final Path FOLDER = Path.of("target", "benchmark");

    /// One whose reader remembers nothing.
    public static Workbench open() {
        return open(ReaderSettings.local(true, ""));
    }

    /// Vectors are kept from run to run: to compute them takes a minute or two.
    static Workbench open(ReaderSettings settings) {
        Encoder encoder = Encoder.load(FOLDER.resolve("native"));
        VectorCache vectors = VectorCache.open(FOLDER.resolve("vectors.db"), encoder);
        Path folder = FOLDER.resolve("answering-index");
        try {
            FileSystemUtils.deleteRecursively(folder);
            LuceneIndex index = LuceneIndex.open(folder, vectors);
            Texts texts = Texts.chosen();
            publish(texts, index);
            PassageReader reader = PassageReader.open(settings, FOLDER.resolve("native"));
            return new Workbench(texts, encoder, vectors, index, reader, BareSearch.open(folder));
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

    /// Answers from retrieval alone.
    Answerer answerer() {
        return new Answerer(index, new Reranker(PassageReader.off()), ConfidenceThreshold.BALANCED);
    }

    /// Answers with what it has read.
    public Answerer readingAnswerer() {
        return new Answerer(index, new Reranker(reader), ConfidenceThreshold.BALANCED);
    }

    /// What is read for a question: as many of its first passages as its answer was decided from.
    List<Excerpt> excerptsToRead(String question) {
        RerankedPassages passages =
                readingAnswerer().decide(Question.of(question)).rerankedPassages();
        return passages.ranking().candidates().stream()
                .limit(passages.readerOutputs().size())
                .map(candidate -> Reranker.excerptOf(candidate.passage()))
                .toList();
    }

    @Override
    public void close() throws IOException {
        bare.close();
        reader.close();
        index.close();
        vectors.close();
        encoder.close();
    }
}
