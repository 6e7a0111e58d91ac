package dev.verbatim.retrieval.lucene;

import dev.verbatim.article.Article;
import dev.verbatim.article.ContentChange.Published;
import dev.verbatim.article.ContentChange.Settled;
import dev.verbatim.encoder.Encoder;
import dev.verbatim.encoder.VectorCache;
import dev.verbatim.retrieval.IndexFixtures;
import java.nio.file.Path;
import java.util.stream.IntStream;

/// A process of its own that publishes articles and says of each when it is committed, until it is
/// killed.
final class IndexWriterProcess {

    /// What it says is `committed 17!`; a line cut short has no `!`.
    static final String COMMITTED = "committed ";

    private IndexWriterProcess() {}

    /// @param arguments the data folder, and how many articles it already has
    static void main(String[] arguments) {
        Path data = Path.of(arguments[0]);
        int next = Integer.parseInt(arguments[1]);
        LuceneIndex index = open(data);
        index.accept(settled(next));
        while (true) {
            index.accept(new Published(article(next)));
            System.out.println(COMMITTED + next + "!");
            next++;
        }
    }

    static LuceneIndex open(Path data) {
        Encoder encoder = Encoder.load(data.resolve("native"));
        return LuceneIndex.open(
                data.resolve("index"), VectorCache.open(data.resolve("vectors.db"), encoder));
    }

    /// That the folder has so many articles.
    static Settled settled(int articles) {
        return IndexFixtures.settled(
                IntStream.range(0, articles)
                        .mapToObj(IndexWriterProcess::id)
                        .toArray(String[]::new));
    }

    static String id(int number) {
        return "article-" + number;
    }

    static Article article(int number) {
        return IndexFixtures.english(id(number), "Number " + number + " is out.", "It reads well.");
    }
}
