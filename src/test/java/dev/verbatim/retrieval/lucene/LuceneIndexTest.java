package dev.verbatim.retrieval.lucene;

import static dev.verbatim.retrieval.IndexFixtures.article;
import static dev.verbatim.retrieval.IndexFixtures.changes;
import static dev.verbatim.retrieval.IndexFixtures.english;
import static dev.verbatim.retrieval.IndexFixtures.settled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verbatim.article.Article;
import dev.verbatim.article.ContentChange.Published;
import dev.verbatim.article.ContentChange.Withdrawn;
import dev.verbatim.article.Passage;
import dev.verbatim.encoder.VectorCache;
import dev.verbatim.retrieval.IndexFixtures;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import dev.verbatim.retrieval.Ranking.Candidate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LuceneIndexTest {

    private static final Article SHIPS =
            english("ships", "Over thirty ships patrol the Baltic Sea.", "Aircraft support them.");
    private static final Article BREAD =
            english("bread", "The baker opens at six.", "Rye bread is sold out by noon.");

    private static final String PATROL = "Over thirty ships patrol the Baltic Sea.";

    @TempDir Path folder;

    private final VectorCache vectors = IndexFixtures.vectors();

    private LuceneIndex open() {
        return LuceneIndex.open(folder, vectors);
    }

    private static List<String> found(LuceneIndex index, String question) {
        return texts(index.retrieve(Question.of(question), 10));
    }

    private static List<String> texts(Ranking ranking) {
        return ranking.candidates().stream().map(Candidate::passage).map(Passage::text).toList();
    }

    private static void publish(LuceneIndex index, Article... articles) {
        changes(articles).forEach(index);
        index.accept(settled(Stream.of(articles).map(Article::id).toArray(String[]::new)));
    }

    @Test
    void passageWithTheQuestionsWordsRanksFirst() {
        try (LuceneIndex index = open()) {
            publish(index, SHIPS, BREAD);

            assertThat(found(index, "How many ships patrol the Baltic?"))
                    .startsWith("Over thirty ships patrol the Baltic Sea.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Wie viele Schiffe patrouillieren in der Ostsee?",
                "Combien de navires patrouillent dans la mer Baltique ?",
                "¿Cuántos barcos patrullan el mar Báltico?",
                "Quante navi pattugliano il mar Baltico?",
                "Скільки кораблів патрулює Балтійське море?",
                "Сколько кораблей патрулирует Балтийское море?"
            })
    void aQuestionInAnotherLanguageFindsThePassage(String question) {
        try (LuceneIndex index = open()) {
            publish(index, SHIPS, BREAD);

            assertThat(found(index, question))
                    .startsWith("Over thirty ships patrol the Baltic Sea.");
        }
    }

    @Test
    void aNameInAnotherScriptFindsThePassage() {
        try (LuceneIndex index = open()) {
            publish(
                    index,
                    english("nato", "Many spoke.", "Jens Stoltenberg opened the meeting."),
                    BREAD);

            assertThat(found(index, "Де Столтенберг?"))
                    .startsWith("Jens Stoltenberg opened the meeting.");
            assertThat(found(index, "О Штольтенберге?"))
                    .startsWith("Jens Stoltenberg opened the meeting.");
        }
    }

    @Test
    void aQuestionInEnglishFindsAGermanPassage() {
        try (LuceneIndex index = open()) {
            publish(
                    index,
                    article(
                            "hafen",
                            Locale.GERMAN,
                            "Im Hafen warten dreißig Schiffe.",
                            "Der Bäcker öffnet um sechs."));

            assertThat(found(index, "How many ships are in the port?"))
                    .startsWith("Im Hafen warten dreißig Schiffe.");
        }
    }

    @Test
    void articlesInBothLanguagesAreFound() {
        try (LuceneIndex index = open()) {
            publish(
                    index,
                    SHIPS,
                    article("hafen", Locale.GERMAN, "Dreißig Schiffe warten.", "Brot ist aus."));

            Ranking ranking = index.retrieve(Question.of("Wie viele Schiffe warten?"), 10);

            assertThat(texts(ranking))
                    .startsWith("Dreißig Schiffe warten.")
                    .contains("Over thirty ships patrol the Baltic Sea.");
            assertThat(ranking.translations()).hasSize(1);
            assertThat(index.retrieveAsAsked(Question.of("Wie viele Schiffe warten?"), 10))
                    .hasValueSatisfying(
                            own -> assertThat(texts(own)).startsWith("Dreißig Schiffe warten."));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Wie viele Schiffe sind in der Ostsee?, false", // clearly German, and all is in English
        "price per dose poor countries, true", // "per" is Italian, too
        "How many ships are there?, false"
    })
    void ownWordsAreSearchedWhereTheQuestionsLanguageIsHardToTell(
            String question, boolean expected) {
        try (LuceneIndex index = open()) {
            publish(index, SHIPS, BREAD);

            assertThat(index.retrieveAsAsked(Question.of(question), 3).isPresent())
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "de, Was ist mit dem Seegras?, Die Seegraswiesen sterben.",
        "de, Was ist mit den Seegraswiesen?, Das Seegras stirbt.",
        "de, Wo liegt der Hafen?, Der Fährhafen liegt im Norden.",
        "de, Wo liegt der Fährhafen?, Im Norden liegt ein Hafen.",
        "es, ¿Quién administra eso?, Ayala ocupa la administración.",
        "ru, Кто будет строить мост?, Мост построит завод."
    })
    void compoundsAndOtherFormsOfAWordAreFound(String language, String question, String passage) {
        try (LuceneIndex index = open()) {
            publish(index, article("one", Locale.of(language), "Nada. Ничего. Nichts.", passage));

            assertThat(found(index, question)).startsWith(passage);
        }
    }

    @Test
    void aQuestionOfManyRelatedWordsInEveryLanguageIsNoTooLargeQuery() {
        String words =
                IntStream.range(0, 300)
                        .mapToObj(i -> "seegras" + Character.toString('a' + i % 26) + "wiese" + i)
                        .collect(Collectors.joining(" "));
        String letters = words.replaceAll("[0-9]", "");
        try (LuceneIndex index = open()) {
            publish(
                    index,
                    Stream.of("de", "fr", "es", "it", "uk", "ru", "en")
                            .map(code -> article(code, Locale.of(code), letters + "."))
                            .toArray(Article[]::new));

            assertThat(found(index, letters)).isNotEmpty();
        }
    }

    @Test
    void emptyIndexFindsNothing() {
        try (LuceneIndex index = open()) {
            assertThat(index.retrieve(Question.of("Anything?"), 3))
                    .isEqualTo(new Ranking(List.of(), 0, 0));
        }
    }

    @Test
    void rankingReportsSearchedCounts() {
        try (LuceneIndex index = open()) {
            publish(index, SHIPS, BREAD);

            Ranking ranking = index.retrieve(Question.of("bread"), 1);

            assertThat(ranking.articles()).isEqualTo(2);
            assertThat(ranking.passages()).isEqualTo(4);
            assertThat(ranking.candidates()).hasSize(1);
        }
    }

    @Test
    void findsTheCurrentVersionOfAnArticleById() {
        Article later = english("ships", "No ships patrol the Baltic Sea.");
        try (LuceneIndex index = open()) {
            publish(index, SHIPS, BREAD);
            index.accept(new Published(later));

            assertThat(index.article("ships")).contains(later);
            assertThat(index.article("bread")).contains(BREAD);
            assertThat(index.article("planes")).isEmpty();
        }
    }

    @Test
    void searchesOnlyArticlesInScope() {
        try (LuceneIndex index = open()) {
            publish(index, SHIPS, BREAD);

            Ranking ranking = index.retrieve(new Question("ships at sea", Set.of("bread")), 10);

            assertThat(texts(ranking))
                    .containsExactlyInAnyOrder(
                            "The baker opens at six.", "Rye bread is sold out by noon.");
        }
    }

    @Test
    void newVersionReplacesAnArticle() {
        try (LuceneIndex index = open()) {
            publish(index, SHIPS);

            index.accept(new Published(english("ships", "Forty ships patrol the Baltic Sea.")));

            assertThat(found(index, "ships patrol"))
                    .containsExactly("Forty ships patrol the Baltic Sea.");
        }
    }

    @Test
    void withdrawnArticleIsNotFound() {
        try (LuceneIndex index = open()) {
            publish(index, SHIPS, BREAD);

            index.accept(new Withdrawn("ships"));

            assertThat(found(index, "ships patrol")).noneMatch(text -> text.contains("ships"));
        }
    }

    @Test
    void articlesWithoutAFileAreDeletedWhenTheFolderIsSettled() {
        try (LuceneIndex index = open()) {
            publish(index, SHIPS, BREAD);
        }
        try (LuceneIndex index = open()) {
            index.accept(settled("bread"));

            assertThat(index.retrieve(Question.of("ships"), 9).articles()).isEqualTo(1);
        }
    }

    @Test
    void articlesAreFoundInTheirOwnLanguages() {
        try (LuceneIndex index = open()) {
            publish(
                    index,
                    SHIPS,
                    IndexFixtures.article("häfen", Locale.GERMAN, "Die Häfen wurden geschlossen."));

            assertThat(found(index, "Welcher Hafen ist geschlossen?"))
                    .startsWith("Die Häfen wurden geschlossen.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*:*",
                "/(((a+)+)+/",
                "ships~",
                "[* TO *]",
                "\"",
                "ships AND (",
                "text.en:ships",
                "\\",
                "",
                "   ",
                "🙂",
                "\uD800",
                "a:b:c^",
                "!!!",
                "ships?*"
            })
    void noCharacterOfAQuestionIsAnOperator(String question) {
        try (LuceneIndex index = open()) {
            publish(index, SHIPS);

            assertThat(index.retrieve(Question.of(question), 3).articles()).isEqualTo(1);
        }
    }

    @Test
    void reopenedIndexNeedsNoEncoding() {
        try (LuceneIndex index = open()) {
            publish(index, SHIPS, BREAD);
        }

        try (LuceneIndex index = LuceneIndex.open(folder, IndexFixtures.nothingLeftToEncode())) {
            assertThat(found(index, "Baltic")).contains("Over thirty ships patrol the Baltic Sea.");
            publish(index, SHIPS, BREAD);
        }
    }

    @Test
    void indexOfAnotherEncoderAnswersByWordsUntilItHasNewVectors() {
        try (LuceneIndex index = open()) {
            publish(index, SHIPS, BREAD);
        }

        try (LuceneIndex index = LuceneIndex.open(folder, IndexFixtures.vectors("model 2"))) {
            assertThat(found(index, "ships")).startsWith(PATROL);
            assertThat(cosines(index, "ships")).isEmpty();

            index.accept(new Published(SHIPS));
            publish(index, SHIPS, BREAD);

            assertThat(found(index, "ships")).startsWith(PATROL);
            assertThat(cosines(index, "ships")).hasSize(4);
        }
    }

    @Test
    void vectorsOfAnotherLengthTakeTheirPlace() {
        try (LuceneIndex index = open()) {
            publish(index, SHIPS, BREAD);
        }
        float[] vector = {0.6f, 0.8f, 0, 0, 0};
        VectorCache shorter = IndexFixtures.vectors("model 2", _ -> vector);

        try (LuceneIndex index = LuceneIndex.open(folder, shorter)) {
            publish(index, SHIPS, BREAD);

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
                publish(index, SHIPS, BREAD);
            }
            flipAByte(files().get(file));

            try (LuceneIndex index = open()) {
                assertThat(index.retrieve(Question.of("ships"), 3).articles()).isZero();
                publish(index, SHIPS, BREAD);
                assertThat(found(index, "Baltic")).isNotEmpty();
            }
        }
    }

    @Test
    void indexWithATruncatedCommitIsRebuilt() throws IOException {
        try (LuceneIndex index = open()) {
            publish(index, SHIPS);
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
            publish(writing, SHIPS, BREAD);

            assertThat(found(waiting, "rye bread")).startsWith("Rye bread is sold out by noon.");
        }
    }

    private LuceneIndex afterPublishing(LuceneIndex writing, Article article) {
        publish(writing, article);
        return open();
    }

    @Test
    void queryNeverSeesTwoVersionsOfAnArticle() throws Exception {
        try (LuceneIndex index = open();
                ExecutorService readers = Executors.newFixedThreadPool(2)) {
            publish(index, version(0));
            AtomicBoolean done = new AtomicBoolean();
            List<Future<Integer>> reading =
                    Stream.generate(() -> readers.submit(() -> readUntil(done, index)))
                            .limit(2)
                            .toList();

            for (int version = 1; version <= 200; version++) {
                index.accept(new Published(version(version)));
            }
            done.set(true);

            for (Future<Integer> reader : reading) {
                assertThat(reader.get()).isPositive();
            }
        }
    }

    private static Article version(int version) {
        return english(
                "news", "Edition " + version + " is out.", "Read edition " + version + " now.");
    }

    private static int readUntil(AtomicBoolean done, LuceneIndex index) {
        int queries = 0;
        do {
            List<Candidate> seen = index.retrieve(Question.of("which edition"), 5).candidates();
            assertThat(seen).hasSize(2);
            assertThat(seen.getFirst().passage().article())
                    .isEqualTo(seen.getLast().passage().article());
            queries++;
        } while (!done.get());
        return queries;
    }

    @Test
    void fullDiskKeepsTheOldIndexAndRetriesTheChange() throws IOException {
        FullDisk disk = new FullDisk();
        try (LuceneIndex index = LuceneIndex.open(disk, vectors)) {
            publish(index, SHIPS);

            disk.full = true;
            assertThatThrownBy(() -> index.accept(new Published(BREAD)))
                    .isInstanceOf(UncheckedIOException.class);
            assertThat(found(index, "Baltic")).isNotEmpty();

            disk.full = false;
            index.accept(settled("ships", "bread"));
            assertThat(found(index, "rye bread")).startsWith("Rye bread is sold out by noon.");
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
