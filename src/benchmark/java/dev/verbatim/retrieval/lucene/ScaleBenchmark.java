package dev.verbatim.retrieval.lucene;

import dev.verbatim.article.Article;
import dev.verbatim.article.ContentChange;
import dev.verbatim.benchmark.Splicer;
import dev.verbatim.benchmark.WholeBot;
import dev.verbatim.encoder.Encoder;
import dev.verbatim.encoder.StandInVectors;
import dev.verbatim.encoder.VectorCache;
import dev.verbatim.retrieval.ranking.PassageEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/// The index at 1,000 and 100,000 passages, and with `-Dlarge=true` at a million: how fast it is
/// made, how large it is, and, in a process of its own that does nothing else, how it serves. Then
/// the whole bot with it.
///
/// Once with vectors, which are stand-ins, and once without any: as in a language that the encoder
/// doesn't speak.
final class ScaleBenchmark {

    private static final Path FOLDER = Path.of("target", "benchmark", "scale");

    /// Articles that are told to the index at once before the clock is stopped again.
    private static final int BATCH = 50;

    private static final double NANOS = 1e9;

    private final Splicer splicer;
    private final Path folder;
    private final Path index;
    private final Path vectors;
    private final Path content;
    private final Locale language;
    private final Encoder encoder;

    private ScaleBenchmark(Path folder, Locale language, Encoder encoder) throws IOException {
        this.splicer = Splicer.chosen().in(language);
        this.folder = folder;
        this.index = folder.resolve("index");
        this.vectors = folder.resolve("vectors.db");
        this.content = folder.resolve("content");
        this.language = language;
        this.encoder = encoder;
    }

    public static void main(String[] arguments)
            throws IOException, SQLException, InterruptedException {
        List<Integer> sizes = new ArrayList<>(List.of(1_000, 100_000));
        if (Boolean.getBoolean("large")) {
            sizes.add(1_000_000);
        }
        say("Vectors are stand-ins: the encoder needs some 80 ms a passage, and isn't measured.");
        Encoder encoder = Encoder.load(FOLDER.resolve("native"));
        for (int size : Arguments.sizes(arguments, sizes)) {
            for (Locale language : Arguments.languages(arguments)) {
                Path folder = FOLDER.resolve(size + "-" + language);
                FileSystemUtils.deleteRecursively(folder);
                new ScaleBenchmark(folder, language, encoder).run(size);
            }
        }
    }

    private void run(int size) throws IOException, SQLException, InterruptedException {
        say("%n%,d passages %s", size, encoder.speaks(language) ? "with vectors" : "BM25 only");
        build(size);
        say("  on disk          %,8d MB", megabytes(index));
        Serving.inAnotherProcess(folder, language);
        WholeBot.measure(folder, content, splicer);
    }

    private void build(int size) throws IOException, SQLException {
        Files.createDirectories(content);
        Set<String> ids = new HashSet<>();
        int passages = 0;
        long nanos = 0;
        try (VectorCache cache = VectorCache.open(vectors, encoder);
                StandInVectors standIns = StandInVectors.into(vectors);
                LuceneIndex served = LuceneIndex.open(index, cache)) {
            for (int number = 0; passages < size; number += BATCH) {
                List<Article> articles = batch(number, standIns, new PassageEncoder(cache));
                for (Article article : articles) {
                    ids.add(article.id());
                    passages += article.passages().size();
                }
                nanos += nanosToPublish(articles, served);
            }
            long settling = nanosToSettle(ids, served);
            say("  index rate       %,8.0f passages/s", passages / ((nanos + settling) / NANOS));
            say("  last commit      %,8.1f s", settling / NANOS);
        }
    }

    private List<Article> batch(int number, StandInVectors standIns, PassageEncoder passages)
            throws IOException, SQLException {
        List<Article> articles = new ArrayList<>();
        for (int i = number; i < number + BATCH; i++) {
            Article article = splicer.article(i);
            articles.add(article);
            Files.writeString(content.resolve(article.id() + ".txt"), Splicer.file(article));
        }
        if (encoder.speaks(language)) {
            standIns.remember(
                    articles.stream()
                            .flatMap(article -> article.passages().stream())
                            .flatMap(passages::encodedTexts)
                            .toList());
        }
        return articles;
    }

    private static long nanosToPublish(List<Article> articles, LuceneIndex index) {
        long start = System.nanoTime();
        articles.forEach(article -> index.accept(new ContentChange.Published(article)));
        return System.nanoTime() - start;
    }

    private static long nanosToSettle(Set<String> ids, LuceneIndex index) {
        long start = System.nanoTime();
        index.accept(new ContentChange.Settled(ids));
        return System.nanoTime() - start;
    }

    private static long megabytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum() / 1_000_000;
        }
    }

    static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
