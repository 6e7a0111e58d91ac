package dev.verbatim.retrieval.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.verbatim.Verbatim;
import dev.verbatim.article.Article;
import dev.verbatim.article.ContentChange.Published;
import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.retrieval.IndexFixtures;
import dev.verbatim.retrieval.PassageIndexContract;
import dev.verbatim.retrieval.PassageRetriever.UnavailableException;
import dev.verbatim.retrieval.Question;
import dev.verbatim.retrieval.Ranking.Candidate;
import dev.verbatim.retrieval.opensearch.ClusterProcess.Distribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ApplicationContext;

/// A cluster of three nodes with a copy of the index, of which nodes are killed. Skipped where none
/// can be started: run it with the Maven profile `cluster`. The figures are in
/// `target/cluster-kills.txt`.
@Tag("cluster")
class ClusterKillIT {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterKillIT.class);

    private static final String TOKEN = "123456:for-the-simulation";
    private static final int QUESTIONS = 500;
    private static final int READERS = 2;
    private static final Duration PATIENCE = ThreeNodes.PATIENCE;
    private static final long ANN = 7;

    @TempDir private static Path home;

    private static ThreeNodes nodes = new ThreeNodes(List.of(), Path.of(""));

    @BeforeAll
    static void choosePorts() throws IOException {
        assumeTrue(Distribution.NEWEST.isPrepared(), "no node is prepared: mvn -Pcluster verify");
        nodes = ThreeNodes.in(home);
    }

    @BeforeEach
    void startNodes() throws IOException, InterruptedException {
        nodes.startMissing();
    }

    @AfterAll
    static void stop() {
        nodes.killAll();
    }

    private static OpenSearchSettings settings(String index) {
        return settings(index, nodes.urls());
    }

    private static OpenSearchSettings settings(String index, List<String> urls) {
        return new OpenSearchSettings(urls, "", "", index, "", 1);
    }

    private static Article[] articles() {
        return IntStream.range(0, 25)
                .mapToObj(
                        i ->
                                IndexFixtures.article(
                                        "harbour-" + i,
                                        Locale.ENGLISH,
                                        "Harbour %d has %d ships.".formatted(i, i * 7 % 50),
                                        "The keeper of harbour %d is called K%d.".formatted(i, i),
                                        "No bread is sold in harbour %d.".formatted(i)))
                .toArray(Article[]::new);
    }

    private static Question question(int number) {
        return Question.of("Who keeps harbour %d?".formatted(number % 25));
    }

    private record Seen(List<String> passages, List<Double> scores) {

        static Seen of(List<Candidate> candidates) {
            return new Seen(
                    candidates.stream().map(one -> one.passage().text()).toList(),
                    candidates.stream().map(Candidate::score).toList());
        }
    }

    private static Seen ask(OpenSearchIndex index, int number) {
        return Seen.of(index.retrieve(question(number), 5).candidates());
    }

    @Test
    void nobodyNoticesThatTheNodeWithThePrimaryIsKilled() throws Exception {
        OpenSearchSettings settings = settings("harbours");
        try (OpenSearchIndex writer =
                        OpenSearchIndex.open(settings, IndexFixtures.vectors(), () -> true);
                var client = new OpenSearchClient(settings)) {
            PassageIndexContract.publish(writer, articles());
            String name = "harbours-1-model-1-gloss1";
            ThreeNodes.awaitCopies(client, name);
            String primary = ThreeNodes.primary(client, name);
            List<String> urls = nodes.urlsBeginningWith(primary); // so that it is asked
            try (OpenSearchIndex reader =
                    OpenSearchIndex.open(
                            settings("harbours", urls), IndexFixtures.vectors(), () -> false)) {
                List<Seen> expected =
                        IntStream.range(0, 25).mapToObj(number -> ask(reader, number)).toList();

                List<Long> millis = readWhileKilling(primary, reader, expected);

                assertThat(millis).hasSize(QUESTIONS);
                report("the primary's node killed", millis);
            }
        }
    }

    /// How long each question took. Every one is answered, and as before.
    private static List<Long> readWhileKilling(
            String node, OpenSearchIndex reader, List<Seen> expected) throws Exception {
        List<Long> millis = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(READERS)) {
            List<Future<?>> reading = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                reading.add(threads.submit(() -> read(next, reader, expected, millis)));
            }
            await().atMost(PATIENCE).until(() -> millis.size() > QUESTIONS / 5);
            nodes.kill(node);
            for (Future<?> one : reading) {
                one.get();
            }
        }
        return millis;
    }

    private static void read(
            AtomicInteger next, OpenSearchIndex reader, List<Seen> expected, List<Long> millis) {
        for (int number = next.getAndIncrement();
                number < QUESTIONS;
                number = next.getAndIncrement()) {
            long start = System.nanoTime();
            assertThat(ask(reader, number)).isEqualTo(expected.get(number % expected.size()));
            millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        }
    }

    private static void report(String what, List<Long> millis) throws IOException {
        List<Long> sorted = millis.stream().sorted().toList();
        Files.writeString(
                Path.of("target", "cluster-kills.txt"),
                "%s: %d reads, 0 errors, 0 other answers, half within %d ms, slowest %d ms%n"
                        .formatted(
                                what,
                                sorted.size(),
                                sorted.get(sorted.size() / 2),
                                sorted.getLast()));
    }

    @Test
    void noArticleIsLostWhenTheNodeWithThePrimaryIsKilled() {
        OpenSearchSettings settings = settings("writes");
        try (OpenSearchIndex index =
                        OpenSearchIndex.open(settings, IndexFixtures.vectors(), () -> true);
                var client = new OpenSearchClient(settings)) {
            Article[] articles = articles();
            PassageIndexContract.publish(index, articles[0]);
            ThreeNodes.awaitCopies(client, "writes-1-model-1-gloss1");
            for (int i = 1; i < articles.length; i++) {
                if (i == articles.length / 3) {
                    nodes.kill(ThreeNodes.primary(client, "writes-1-model-1-gloss1"));
                }
                acceptOrKeep(articles[i], index);
            }

            await().atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(UnavailableException.class)
                    .until(() -> index.passages() == 3 * articles.length);
            for (Article article : articles) {
                assertThat(index.article(article.id())).contains(article);
            }
        }
    }

    /// What can't be written now waits for later.
    private static void acceptOrKeep(Article article, OpenSearchIndex index) {
        try {
            index.accept(new Published(article));
        } catch (UnavailableException e) {
            LOG.info("{} waits: {}", article.id(), e.getMessage());
        }
    }

    @Test
    void questionsWaitWhileAllNodesAreGoneAndAreAnsweredWhenTheyAreBack() throws Exception {
        Path content = Files.createDirectory(home.resolve("content"));
        Path article = Path.of("content", "nato-allies-two-day-meeting.md");
        Files.copy(article, content.resolve(article.getFileName()));
        try (TelegramDriver telegram = new TelegramDriver(TOKEN);
                var bot =
                        SpringApplication.run(
                                Verbatim.class,
                                "--verbatim.content-dir=" + content,
                                "--verbatim.data-dir=" + home.resolve("data"),
                                "--verbatim.telegram.token=" + TOKEN,
                                "--verbatim.telegram.api-url=" + telegram.address(),
                                "--verbatim.retrieval.engine=opensearch",
                                "--verbatim.opensearch.urls=" + String.join(",", nodes.urls()),
                                "--server.port=0")) {
            telegram.write(ANN, "What does Smith say about loose talk?");
            await().atMost(PATIENCE).until(() -> telegram.sendCalls(ANN).size() == 1);
            MethodCall before = telegram.sendCalls(ANN).getFirst();
            assertThat(before.text()).contains("— Julianne Smith");
            nodes.killAll();

            for (long person = ANN + 1; person < ANN + 6; person++) {
                telegram.write(person, "What does Smith say about loose talk?");
            }
            TimeUnit.SECONDS.sleep(20);

            assertThat(answers(telegram)).isEmpty();
            assertThat(health(bot)).isEqualTo(Status.DOWN);
            nodes.startMissing();
            await().atMost(PATIENCE).until(() -> answers(telegram).size() == 5);
            assertThat(health(bot)).isEqualTo(Status.UP);
            assertThat(answers(telegram)).allMatch(before.text()::equals);
        }
    }

    private static Status health(ApplicationContext bot) {
        return Objects.requireNonNull(bot.getBean("search", HealthIndicator.class).health())
                .getStatus();
    }

    private static List<String> answers(TelegramDriver telegram) {
        return IntStream.range(1, 6)
                .mapToObj(i -> telegram.sendCalls(ANN + i))
                .flatMap(List::stream)
                .map(MethodCall::text)
                .toList();
    }

    @Test
    void aClusterWithoutNodesIsAnOutageAtOnce() {
        OpenSearchSettings settings = settings("outages");
        try (OpenSearchIndex index =
                OpenSearchIndex.open(settings, IndexFixtures.vectors(), () -> true)) {
            PassageIndexContract.publish(index, articles());
            nodes.killAll();

            long start = System.nanoTime();
            assertThatThrownBy(() -> ask(index, 1)).isInstanceOf(UnavailableException.class);

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(20));
        }
    }
}
