package dev.verbatim.telegram.delivery;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.PostgresServer;
import dev.verbatim.store.StoreFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// Several instances on one PostgreSQL: all take updates, one works.
@EnabledIf("dev.verbatim.store.PostgresServer#isInstalled")
class InstancesIT {

    @TempDir Path data;

    private TelegramDriver server;
    private LoadBalancer balancer;

    @BeforeEach
    void open() throws IOException {
        StoreFile.keepInPostgres(data);
        server = RunningBot.server();
        balancer = LoadBalancer.start();
    }

    @AfterEach
    void close() {
        balancer.close();
        server.close();
        PostgresServer.dropDatabasesOfThisThread();
    }

    @Test
    @Timeout(180)
    void allTakeUpdatesAndEachQuestionIsAnsweredOnceInOrder() throws IOException {
        try (WebhookInstance one = start();
                WebhookInstance other = start()) {
            List<String> questions = ask(40);

            awaitAnswers(questions);

            assertThat(one.bot().echo.asked).hasSize(80);
            assertThat(other.bot().echo.asked).isEmpty();
            assertThat(secrets()).hasSize(1);
        }
    }

    @Test
    @Timeout(180)
    void rollingRestartLosesAndRepeatsNothing() throws IOException {
        List<String> questions = new ArrayList<>();
        WebhookInstance worker = start();
        try (WebhookInstance other = start()) {
            questions.addAll(ask(20));
            RunningBot.awaitUntil(() -> server.botTexts(ANN).size() > 5);
            stop(worker);
            questions.addAll(ask(20));
            RunningBot.awaitUntil(() -> !other.bot().echo.asked.isEmpty());
            worker = start();
            stop(other);
            questions.addAll(ask(20));

            awaitAnswers(questions);
        } finally {
            worker.close();
        }
    }

    @Test
    @Timeout(180)
    void oneInstancePollsAndTheOtherStandsBy() {
        try (RunningBot other = pollBesideAnother()) {
            server.write(ANN, "question 1");

            RunningBot.awaitUntil(() -> server.botTexts(ANN).size() == 2);
            assertThat(other.connection.status().state())
                    .isEqualTo(TelegramConnection.State.CONNECTED);
        }
        assertThat(server.botTexts(ANN)).isEqualTo(answers(questions(0, 2)));
    }

    /// Answers a question with the first of two, and stops that one.
    private RunningBot pollBesideAnother() {
        try (RunningBot one = RunningBot.with(server, data)) {
            one.awaitState(TelegramConnection.State.CONNECTED);
            RunningBot other = RunningBot.with(server, data);
            other.awaitState(TelegramConnection.State.STANDING_BY);
            server.write(ANN, "question 0");
            RunningBot.awaitUntil(() -> server.botTexts(ANN).size() == 1);
            assertThat(other.echo.asked).isEmpty();
            return other;
        }
    }

    /// As by a machine that sleeps, or is moved.
    @Test
    @Timeout(180)
    void workerThatWasStoppedAndWakesWritesNothing() throws IOException, InterruptedException {
        Process sleeper = WebhookInstance.launch(server.address(), data, balancer.url(), 3);
        try {
            balancer.add(port(sleeper));
            RunningBot.awaitUntil(() -> worker() == sleeper.pid());
            ask(1);
            awaitAnswers(questions(0, 1));
            RunningBot.awaitUntil(this::isAllMarked);
            try (WebhookInstance _ = start()) {
                signal("STOP", sleeper);
                ask(5);
                awaitAnswers(answeredTwiceAsked());

                signal("CONT", sleeper);
                ask(5);

                awaitAnswers(
                        IntStream.of(0, 0, 1, 2, 3, 4, 0, 1, 2, 3, 4)
                                .mapToObj(number -> "question " + number)
                                .toList());
                assertThat(worker()).isNotEqualTo(sleeper.pid());
            }
        } finally {
            sleeper.destroyForcibly().waitFor();
        }
    }

    /// Stopped between a call and its mark, a bot's answer would come twice, and rightly so.
    private boolean isAllMarked() {
        return PostgresServer.rows(data)
                        .sql("select count(*) from outbox where state = 'waiting'")
                        .query(Long.class)
                        .single()
                == 0;
    }

    private static List<String> answeredTwiceAsked() {
        return IntStream.of(0, 0, 1, 2, 3, 4).mapToObj(number -> "question " + number).toList();
    }

    private static void signal(String name, Process process)
            throws IOException, InterruptedException {
        String pid = String.valueOf(process.pid());
        assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
    }

    static int port(Process instance) throws IOException {
        var lines = instance.inputReader();
        String line = lines.readLine();
        while (line != null && !line.startsWith("port ")) {
            line = lines.readLine();
        }
        Thread.startVirtualThread(() -> lines.lines().forEach(_ -> {}));
        return Integer.parseInt(String.valueOf(line).substring("port ".length()));
    }

    private WebhookInstance start() throws IOException {
        WebhookInstance instance = WebhookInstance.start(server.address(), data, balancer.url());
        balancer.add(instance.port());
        return instance;
    }

    private void stop(WebhookInstance instance) {
        balancer.remove(instance.port());
        instance.close();
    }

    /// Ann and Ben ask so many questions each.
    private List<String> ask(int number) {
        List<String> questions = questions(0, number);
        for (String question : questions) {
            server.write(ANN, question);
            server.write(BEN, question);
        }
        return questions;
    }

    private static List<String> questions(int first, int end) {
        return IntStream.range(first, end).mapToObj(number -> "question " + number).toList();
    }

    private void awaitAnswers(List<String> questions) {
        for (long person : List.of(ANN, BEN)) {
            RunningBot.await()
                    .atMost(Duration.ofSeconds(90))
                    .until(() -> server.botTexts(person).size() >= questions.size());
            assertThat(server.botTexts(person)).isEqualTo(answers(questions));
        }
    }

    private static List<String> answers(List<String> questions) {
        return questions.stream().map(one -> EchoUpdateHandler.ANSWER + " " + one).toList();
    }

    private List<String> secrets() {
        return server.calls("setWebhook").stream()
                .map(call -> call.parameters().path("secret_token").asString())
                .distinct()
                .toList();
    }

    /// The process that works.
    private long worker() {
        String owner =
                PostgresServer.rows(data)
                        .sql("select owner from lease")
                        .query(String.class)
                        .single();
        return owner.isEmpty() ? -1 : Long.parseLong(owner.substring(0, owner.indexOf('/')));
    }
}
