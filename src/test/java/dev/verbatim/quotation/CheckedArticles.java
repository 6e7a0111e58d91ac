package dev.verbatim.quotation;

import dev.verbatim.article.ContentChange;
import dev.verbatim.article.library.ArticleReader;
import dev.verbatim.article.library.ArticleReader.ReadResult;
import dev.verbatim.encoder.Encoder;
import dev.verbatim.encoder.VectorCache;
import dev.verbatim.retrieval.lucene.LuceneIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// The index of some articles, and a checker of quotations from them.
final class CheckedArticles implements AutoCloseable {

    private static final Path RESOURCES = Path.of("src/test/resources/dev/verbatim");

    private final VectorCache vectors;
    private final LuceneIndex index;
    private final QuotationChecker checker;

    private CheckedArticles(Path folder, List<Path> files) {
        vectors =
                VectorCache.open(
                        folder.resolve("vectors.db"), Encoder.load(folder.resolve("native")));
        index = LuceneIndex.open(folder.resolve("index"), vectors);
        ArticleReader reader = new ArticleReader();
        Set<String> ids = new HashSet<>();
        for (Path file : files) {
            var read =
                    (ReadResult.Read) reader.read(Objects.requireNonNull(file.getParent()), file);
            index.accept(new ContentChange.Published(read.article()));
            ids.add(read.article().id());
        }
        index.accept(new ContentChange.Settled(ids));
        checker = new QuotationChecker(index);
    }

    /// The article that comes with the bot, five made-up reports and a speech of 1863.
    static CheckedArticles open(Path folder) throws IOException {
        try (Stream<Path> news = Files.list(RESOURCES.resolve("answer/news"));
                Stream<Path> speeches = Files.list(RESOURCES.resolve("quotation/articles"))) {
            Path seed = Path.of("content", "nato-allies-two-day-meeting.md");
            return new CheckedArticles(
                    folder,
                    Stream.concat(Stream.of(seed), Stream.concat(news.sorted(), speeches))
                            .toList());
        }
    }

    List<QuotationCheck> check(String message) {
        return checker.check(message, Set.of());
    }

    @Override
    public void close() {
        index.close();
        vectors.close();
        vectors.encoder().close();
    }
}
