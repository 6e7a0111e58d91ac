package dev.verbatim.retrieval.lucene;

import static dev.verbatim.retrieval.IndexFixtures.article;
import static dev.verbatim.retrieval.IndexFixtures.settled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verbatim.article.Article;
import dev.verbatim.article.ContentChange.Published;
import dev.verbatim.encoder.VectorCache;
import dev.verbatim.retrieval.IndexFixtures;
import dev.verbatim.retrieval.PassageIndexContract;
import dev.verbatim.retrieval.Question;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneIndexTest implements PassageIndexContract {

    @TempDir Path folder;

    private final VectorCache vectors = IndexFixtures.vectors();

    @Override
    public LuceneIndex open() {
        return LuceneIndex.open(folder, vectors);
    }

    @Test
    void articlesWithoutAFileAreDeletedWhenTheFolderIsSettled() {
        try (LuceneIndex index = open()) {
            PassageIndexContract.publish(index, SHIPS, BREAD);
        }
        try (LuceneIndex index = open()) {
            index.accept(settled("bread"));

            assertThat(index.retrieve(Question.of("ships"), 9).articles()).isEqualTo(1);
        }
    }

    @Test
    void reopenedIndexNeedsNoEncoding() {
        try (LuceneIndex index = open()) {
            PassageIndexContract.publish(index, SHIPS, BREAD);
        }

        try (LuceneIndex index = LuceneIndex.open(folder, IndexFixtures.nothingLeftToEncode())) {
            assertThat(PassageIndexContract.found(index, "Baltic"))
                    .contains("Over thirty ships patrol the Baltic Sea.");
            PassageIndexContract.publish(index, SHIPS, BREAD);
        }
    }

    @Test
    void indexOfAnotherEncoderAnswersByWordsUntilItHasNewVectors() {
        try (LuceneIndex index = open()) {
            PassageIndexContract.publish(index, SHIPS, BREAD);
        }

        try (LuceneIndex index = LuceneIndex.open(folder, IndexFixtures.vectors("model 2"))) {
            assertThat(PassageIndexContract.found(index, "ships")).startsWith(PATROL);
            assertThat(cosines(index, "ships")).isEmpty();

            index.accept(new Published(SHIPS));
            PassageIndexContract.publish(index, SHIPS, BREAD);

            assertThat(PassageIndexContract.found(index, "ships")).startsWith(PATROL);
            assertThat(cosines(index, "ships")).hasSize(4);
        }
    }

    @Test
    void vectorsOfAnotherLengthTakeTheirPlace() {
        try (LuceneIndex index = open()) {
            PassageIndexContract.publish(index, SHIPS, BREAD);
        }
        float[] vector = {0.6f, 0.8f, 0, 0, 0};
        VectorCache shorter = IndexFixtures.vectors("model 2", _ -> vector);

        try (LuceneIndex index = LuceneIndex.open(folder, shorter)) {
            PassageIndexContract.publish(index, SHIPS, BREAD);

            assertThat(cosines(index, "ships"))
                    .hasSize(4)
                    .allSatisfy(cosine -> assertThat(cosine).isCloseTo(1, Offset.offset(0.01)));
        }
    }

    private static List<Double> cosines(LuceneIndex index, String question) {
        return index.retrieve(Question.of(question), 10).candidates().stream()
                .flatMapToDouble(one -> one.signals().cosine().stream())
                .boxed()
                .toList();
    }

    @Test
    void indexOfAnotherFormatIsRebuilt() throws IOException {
        try (var writer = new IndexWriter(FSDirectory.open(folder), new IndexWriterConfig())) {
            writer.addDocument(List.of());
            writer.setLiveCommitData(Map.of("format", "0").entrySet());
        }

        try (LuceneIndex index = open()) {
            assertThat(index.passages()).isZero();
        }
    }

    @Test
    void indexWithAFlippedByteInAnyFileIsRebuilt() throws IOException {
        for (int file = 0; file < files().size() || file == 0; file++) {
            try (LuceneIndex index = open()) {
                PassageIndexContract.publish(index, SHIPS, BREAD);
            }
            flipAByte(files().get(file));

            try (LuceneIndex index = open()) {
                assertThat(index.retrieve(Question.of("ships"), 3).articles()).isZero();
                PassageIndexContract.publish(index, SHIPS, BREAD);
                assertThat(PassageIndexContract.found(index, "Baltic")).isNotEmpty();
            }
        }
    }

    @Test
    void indexWithATruncatedCommitIsRebuilt() throws IOException {
        try (LuceneIndex index = open()) {
            PassageIndexContract.publish(index, SHIPS);
        }
        Path commit =
                files().stream()
                        .filter(file -> file.getFileName().toString().startsWith("segments_"))
                        .findFirst()
                        .orElseThrow();
        Files.write(commit, new byte[] {1, 2, 3});

        try (LuceneIndex index = open()) {
            assertThat(index.retrieve(Question.of("ships"), 3).articles()).isZero();
        }
    }

    /// Without the lock, which has no content.
    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith("write.lock")).sorted().toList();
        }
    }

    private static void flipAByte(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x40;
        Files.write(file, bytes);
    }

    @Test
    void secondInstanceReadsWhatTheFirstHasCommitted() {
        try (LuceneIndex writing = open();
                LuceneIndex waiting = afterPublishing(writing, SHIPS)) {
            PassageIndexContract.publish(writing, SHIPS, BREAD);

            assertThat(PassageIndexContract.found(waiting, "rye bread"))
                    .startsWith("Rye bread is sold out by noon.");
        }
    }

    private LuceneIndex afterPublishing(LuceneIndex writing, Article article) {
        PassageIndexContract.publish(writing, article);
        return open();
    }

    @Test
    void fullDiskKeepsTheOldIndexAndRetriesTheChange() throws IOException {
        FullDisk disk = new FullDisk();
        try (LuceneIndex index = LuceneIndex.open(disk, vectors)) {
            PassageIndexContract.publish(index, SHIPS);

            disk.full = true;
            assertThatThrownBy(() -> index.accept(new Published(BREAD)))
                    .isInstanceOf(UncheckedIOException.class);
            assertThat(PassageIndexContract.found(index, "Baltic")).isNotEmpty();

            disk.full = false;
            index.accept(settled("ships", "bread"));
            assertThat(PassageIndexContract.found(index, "rye bread"))
                    .startsWith("Rye bread is sold out by noon.");
        }
    }

    private static final class FullDisk extends FilterDirectory {

        private volatile boolean full;

        FullDisk() {
            super(new ByteBuffersDirectory());
        }

        @Override
        public IndexOutput createOutput(String name, IOContext context) throws IOException {
            if (full) {
                throw new IOException("No space left on device");
            }
            return super.createOutput(name, context);
        }
    }
}
