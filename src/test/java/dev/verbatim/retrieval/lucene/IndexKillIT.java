package dev.verbatim.retrieval.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.JavaCommand;
import dev.verbatim.article.ContentChange.Published;
import dev.verbatim.encoder.Encoder;
import dev.verbatim.encoder.VectorCache;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Kill -9 at any moment loses nothing that was committed, and leaves an index that is sound.
@Execution(ExecutionMode.CONCURRENT)
class IndexKillIT {

    private static final int RUNS = 5;
    private static final int SIGKILLED = 128 + 9;
    private static final Pattern COMMITTED =
            Pattern.compile(Pattern.quote(IndexWriterProcess.COMMITTED) + "(\\d+)!");

    /// When it is killed isn't repeated by the seed: that is up to the machine.
    private final Random random = new Random();

    @TempDir Path data;

    private Encoder encoder;

    @BeforeEach
    void loadEncoder() {
        encoder = Encoder.load(data.resolve("native"));
    }

    @AfterEach
    void closeEncoder() {
        encoder.close();
    }

    @Test
    @Timeout(300)
    void committedArticlesSurviveAKill() throws IOException, InterruptedException {
        int articles = 0;
        for (int run = 0; run < RUNS; run++) {
            int committed = killWhilePublishing(articles);

            assertThat(committed).isGreaterThan(articles);
            articles = openAndCount(committed);
        }
    }

    /// @param from the first article it publishes
    /// @return how many articles are committed now
    private int killWhilePublishing(int from) throws IOException, InterruptedException {
        Process writer = start(from);
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = writer.inputReader()) {
            int last = from + random.nextInt(8);
            String line = lines.readLine();
            while (line != null && !line.equals(IndexWriterProcess.COMMITTED + last + "!")) {
                said.add(line);
                line = lines.readLine();
            }
            said.add(String.valueOf(line));
            writer.waitFor(random.nextInt(50), TimeUnit.MILLISECONDS);
            writer.toHandle().destroyForcibly(); // leaves what it said to be read
            lines.lines().forEach(said::add);
        } finally {
            writer.destroyForcibly();
        }
        assertThat(writer.waitFor()).as("%s", said).isEqualTo(SIGKILLED);
        return committed(said);
    }

    private Process start(int from) throws IOException {
        List<String> options =
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC");
        return new ProcessBuilder(
                        JavaCommand.of(
                                options,
                                IndexWriterProcess.class,
                                data.toString(),
                                Integer.toString(from)))
                .redirectErrorStream(true)
                .start();
    }

    private static int committed(List<String> said) {
        return said.stream()
                .map(COMMITTED::matcher)
                .filter(Matcher::matches)
                .mapToInt(line -> Integer.parseInt(line.group(1)) + 1)
                .max()
                .orElse(0);
    }

    /// An unsound index would be rebuilt when it is opened, and have no articles. The article that
    /// was being written may be there already.
    private int openAndCount(int committed) {
        try (VectorCache vectors = VectorCache.open(data.resolve("vectors.db"), encoder);
                LuceneIndex index = LuceneIndex.open(data.resolve("index"), vectors)) {
            Ranking all = index.retrieve(Question.of("number"), 1);
            assertThat(all.articles()).isBetween(committed, committed + 1);
            assertThat(all.passages()).isEqualTo(2 * all.articles());
            for (int article = 0; article < committed; article++) {
                assertServes(index, article);
            }

            index.accept(new Published(IndexWriterProcess.article(committed)));
            index.accept(IndexWriterProcess.settled(committed + 1));

            assertServes(index, committed);
            assertThat(index.retrieve(Question.of("number"), 1).articles())
                    .isEqualTo(committed + 1);
            return committed + 1;
        }
    }

    private static void assertServes(LuceneIndex index, int article) {
        var question =
                new Question(
                        "number " + article + " is out", Set.of(IndexWriterProcess.id(article)));

        assertThat(index.retrieve(question, 1).candidates())
                .singleElement()
                .extracting(candidate -> candidate.passage().article())
                .isEqualTo(IndexWriterProcess.article(article));
    }
}
