package dev.verbatim.retrieval.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.verbatim.article.Article;
import dev.verbatim.retrieval.IndexFixtures;
import dev.verbatim.retrieval.lucene.IndexFields.LanguageAnalyzers;
import dev.verbatim.retrieval.ranking.PassageEncoder;
import dev.verbatim.retrieval.ranking.StoredArticle;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

class DenseSearchIT {

    private static final int PARAGRAPHS = 2_000;

    @Test
    void graphSearchFindsWhatTheScanFinds() throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(index())) {
            DenseSearch search = search(reader, "Topic17 item17.");

            List<Integer> scanned = search.byScan(10, null);

            assertThat(search.byGraph(10, null)).containsExactlyElementsOf(scanned);
        }
    }

    @Test
    void graphSearchAndScanRespectTheScope() throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(index())) {
            DenseSearch search = search(reader, "Topic17 item17.");
            TermQuery scope = new TermQuery(new Term(IndexFields.ARTICLE, "second"));

            List<Integer> scanned = search.byScan(10, scope);

            assertThat(scanned).hasSize(10).allMatch(entry -> entry > PARAGRAPHS);
            assertThat(search.byGraph(10, scope)).containsExactlyElementsOf(scanned);
        }
    }

    @Test
    void cosineIsComputedFromTheOriginalVector() throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(index())) {
            DenseSearch search = search(reader, "Paper first. Topic17 item17.");

            int nearest = search.byScan(1, null).getFirst();

            assertThat(search.cosines(new TreeSet<>(List.of(nearest))).get(nearest))
                    .isGreaterThan(0.999);
        }
    }

    private static DenseSearch search(DirectoryReader reader, String question) throws IOException {
        return new DenseSearch(
                new IndexSnapshot(reader, Caffeine.newBuilder().build(), "model 1"),
                IndexFixtures.vector(question));
    }

    private static ByteBuffersDirectory index() throws IOException {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        ArticleDocuments entries =
                new ArticleDocuments(new PassageEncoder(IndexFixtures.vectors()));
        try (IndexWriter writer =
                new IndexWriter(directory, new IndexWriterConfig(new LanguageAnalyzers()))) {
            for (String id : List.of("first", "second")) {
                Article article = IndexFixtures.english(id, paragraphs());
                writer.addDocuments(entries.of(article, StoredArticle.of(article)));
            }
            writer.forceMerge(1);
        }
        return directory;
    }

    private static String[] paragraphs() {
        return IntStream.range(0, PARAGRAPHS)
                .mapToObj(i -> "Topic" + i % 40 + " item" + i + ".")
                .toArray(String[]::new);
    }
}
