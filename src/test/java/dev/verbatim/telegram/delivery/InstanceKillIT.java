package dev.verbatim.telegram.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.PostgresServer;
import dev.verbatim.store.StoreFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Several instances on one PostgreSQL are brought questions in turn, and the one that works is
/// killed: another goes on within fifteen seconds, and no question is lost. Twice comes only what
/// Telegram had taken and the killed one had not yet marked.
///
/// `-Dverbatim.instance-kills=N` for another number of kills: with more than one there are three
/// instances and a thousand questions.
@EnabledIf("dev.verbatim.store.PostgresServer#isInstalled")
class InstanceKillIT {

    private static final Logger log = LoggerFactory.getLogger(InstanceKillIT.class);
    private static final int KILLS = Integer.getInteger("verbatim.instance-kills", 1);
    private static final int INSTANCES = KILLS > 1 ? 3 : 2;
    private static final int QUESTIONS = KILLS > 1 ? 1_000 : 100;
    private static final int PEOPLE = 10;

    /// As in a bot.
    private static final int LEASE_SECONDS = 9;

    private static final Duration TAKE_OVER = Duration.ofSeconds(15);

    /// A call that was answered so long before a kill has been marked, on a busy machine too.
    private static final Duration UNMARKED = Duration.ofSeconds(3);

    private static final Path FIGURES = Path.of("target/instance-kills.txt");

    private record Received(String text, Instant at) {}

    @TempDir Path data;

    private final Map<Long, Process> instances = new ConcurrentHashMap<>();
    private final Map<Long, Integer> ports = new ConcurrentHashMap<>();
    private final Map<Long, List<Received>> received = new ConcurrentHashMap<>();
    private final NavigableSet<Instant> kills = new TreeSet<>();
    private final List<Duration> takeOvers = new ArrayList<>();
    private TelegramDriver server;
    private LoadBalancer balancer;

    @BeforeEach
    void open() throws IOException {
        StoreFile.keepInPostgres(data);
        server = RunningBot.server();
        server.onBotMessage(
                (chat, text) ->
                        received.computeIfAbsent(chat, _ -> new CopyOnWriteArrayList<>())
                                .add(new Received(text, Instant.now())));
        balancer = LoadBalancer.start();
    }

    @AfterEach
    void close() throws InterruptedException {
        for (Process instance : instances.values()) {
            instance.destroyForcibly().waitFor();
        }
        balancer.close();
        server.close();
        PostgresServer.dropDatabasesOfThisThread();
    }

    @Test
    @Timeout(600)
    void killedWorkerIsReplacedAndNoQuestionIsLost() throws IOException, InterruptedException {
        for (int number = 0; number < INSTANCES; number++) {
            start();
        }
        int each = QUESTIONS / PEOPLE / (KILLS + 1);
        for (int kill = 0; kill < KILLS; kill++) {
            ask(kill * each, (kill + 1) * each);
            awaitAnswers(kill * each * PEOPLE + each * PEOPLE / 3);
            killWorker();
            start();
        }
        ask(KILLS * each, QUESTIONS / PEOPLE);

        awaitAnswers(QUESTIONS);

        report();
        for (long person = 1; person <= PEOPLE; person++) {
            assertThat(texts(person).stream().distinct()).containsExactlyElementsOf(answers());
        }
        assertThat(doubled()).allMatch(this::isUnmarkedAtAKill);
        assertThat(takeOvers).allMatch(time -> time.compareTo(TAKE_OVER) < 0);
    }

    private void start() throws IOException {
        Process process =
                WebhookInstance.launch(server.address(), data, balancer.url(), LEASE_SECONDS);
        int port = InstancesIT.port(process);
        instances.put(process.pid(), process);
        ports.put(process.pid(), port);
        balancer.add(port);
    }

    /// And measures how long it takes until something is answered again.
    private void killWorker() throws InterruptedException {
        Process worker = worker();
        worker.destroyForcibly().waitFor();
        Instant killed = Instant.now();
        kills.add(killed);
        instances.remove(worker.pid());
        balancer.remove(Objects.requireNonNull(ports.get(worker.pid())));
        long person = (long) PEOPLE + kills.size();
        server.write(person, "Is anybody there?");
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !texts(person).isEmpty());
        Instant answered = Objects.requireNonNull(received.get(person)).getFirst().at();
        takeOvers.add(Duration.between(killed, answered));
    }

    private Process worker() {
        String owner =
                PostgresServer.rows(data)
                        .sql("select owner from lease")
                        .query(String.class)
                        .single();
        long pid = Long.parseLong(owner.substring(0, owner.indexOf('/')));
        return Objects.requireNonNull(instances.get(pid));
    }

    private void ask(int first, int end) {
        for (int number = first; number < end; number++) {
            for (long person = 1; person <= PEOPLE; person++) {
                server.write(person, "question " + number);
            }
        }
    }

    private void awaitAnswers(int number) {
        Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> distinctAnswers() >= number);
    }

    private long distinctAnswers() {
        long answers = 0;
        for (long person = 1; person <= PEOPLE; person++) {
            answers += texts(person).stream().distinct().count();
        }
        return answers;
    }

    private List<String> texts(long person) {
        return received.getOrDefault(person, List.of()).stream().map(Received::text).toList();
    }

    private static List<String> answers() {
        return IntStream.range(0, QUESTIONS / PEOPLE)
                .mapToObj(number -> EchoUpdateHandler.ANSWER + " question " + number)
                .toList();
    }

    /// When what came twice came first.
    private List<Instant> doubled() {
        List<Instant> doubled = new ArrayList<>();
        for (List<Received> messages : received.values()) {
            Map<String, Instant> first = new HashMap<>();
            for (Received message : messages) {
                Instant before = first.putIfAbsent(message.text(), message.at());
                if (before != null) {
                    doubled.add(before);
                }
            }
        }
        return doubled;
    }

    private boolean isUnmarkedAtAKill(Instant received) {
        Instant kill = kills.ceiling(received);
        return kill != null && Duration.between(received, kill).compareTo(UNMARKED) < 0;
    }

    private void report() throws IOException {
        String figures =
                "%d instances, %d kills, %d questions, 0 lost, %d answered twice, replaced after %s%n"
                        .formatted(INSTANCES, KILLS, QUESTIONS, doubled().size(), takeOvers);
        log.info(figures);
        Files.writeString(FIGURES, figures);
    }
}
