package dev.verbatim.telegram.delivery;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.JavaCommand;
import dev.verbatim.Verbatim;
import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.playground.botapi.TelegramDriver;
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
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The packaged bot is killed at random times, again and again, while forty people ask, and loses
/// no question. Each kill takes some ten seconds, so it runs only when it is asked for:
///
/// `mvn -Pslow verify`, or `-Dverbatim.random-kills=N` for another number of kills.
@EnabledIfSystemProperty(named = "verbatim.random-kills", matches = "[1-9][0-9]*")
class RandomKillIT {

    private static final Logger log = LoggerFactory.getLogger(RandomKillIT.class);
    private static final int KILLS = Integer.getInteger("verbatim.random-kills", 0);
    private static final Path JAR = Path.of("target/verbatim.jar");
    private static final Path FIGURES = Path.of("target/random-kills.txt");
    private static final int PEOPLE = 40;
    private static final List<String> QUESTIONS =
            List.of(
                    "What does Smith say about loose talk?",
                    "How many ships does NATO have in the Baltic?",
                    "Who meets in Brussels?",
                    "What is the capital of Peru?");

    @TempDir Path data;

    // Always the same times, as far as a machine keeps to them.
    private final Random random = new Random(7);

    /// The message with each one's last question.
    private final Map<Long, Integer> open = new HashMap<>();

    /// When each chat got its messages, and when the bot was killed.
    private final Map<Long, List<Instant>> received = new ConcurrentHashMap<>();

    private final NavigableSet<Instant> kills = new TreeSet<>();

    private TelegramDriver server;
    private int asked;

    @BeforeEach
    void listen() throws IOException {
        server = RunningBot.server();
        server.onBotMessage(
                (chat, _) ->
                        received.computeIfAbsent(chat, _ -> new CopyOnWriteArrayList<>())
                                .add(Instant.now()));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void noQuestionIsLost() throws IOException, InterruptedException {
        for (int kill = 0; kill < KILLS; kill++) {
            Process bot = start();
            // One in eight is killed before it serves.
            if (kill % 8 > 0) {
                awaitPoll(bot);
            }
            askFor(Duration.ofMillis(random.nextInt(6_000)));
            bot.destroyForcibly();
            kills.add(Instant.now());
            bot.waitFor();
        }
        Process bot = start();
        Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> unanswered().isEmpty());
        bot.destroy();
        assertThat(bot.waitFor(20, TimeUnit.SECONDS)).isTrue();

        assertThat(parked()).isZero();
        report();
    }

    /// Everybody asks again once answered.
    private void askFor(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        do {
            Map<Integer, Long> answers = answers();
            for (long person = 1; person <= PEOPLE; person++) {
                Integer last = open.get(person);
                if ((last == null || answers.containsKey(last)) && random.nextInt(10) == 0) {
                    String question = QUESTIONS.get(random.nextInt(QUESTIONS.size()));
                    open.put(person, server.write(person, question));
                    asked++;
                }
            }
            Thread.sleep(100);
        } while (System.nanoTime() < end);
    }

    private List<Integer> unanswered() {
        Map<Integer, Long> answers = answers();
        return open.values().stream().filter(question -> !answers.containsKey(question)).toList();
    }

    /// How often each question was answered, by the number of its message.
    private Map<Integer, Long> answers() {
        return server.calls("sendMessage").stream()
                .map(RandomKillIT::repliedTo)
                .collect(Collectors.groupingBy(number -> number, Collectors.counting()));
    }

    private long parked() {
        try (StoreFile file = StoreFile.existing(data)) {
            return file.store()
                    .read(
                            rows ->
                                    rows.sql("select count(*) from inbox where state = 'parked'")
                                            .query(Long.class)
                                            .single());
        }
    }

    private void report() throws IOException {
        long twice = answers().values().stream().filter(times -> times > 1).count();
        String figures =
                "%d kills, %d questions, 0 lost, %d answered twice%s%n"
                        .formatted(KILLS, asked, twice, twice == 0 ? "" : ": killed " + delays());
        log.info(figures);
        Files.writeString(FIGURES, figures);
    }

    /// How long after Telegram had taken an answer the kill came that made it be given again. A bot
    /// that lives that long has heard of it, and has marked it.
    private String delays() {
        List<Long> delays =
                answers().entrySet().stream()
                        .filter(answer -> answer.getValue() > 1)
                        .map(answer -> firstReceived(answer.getKey()))
                        .map(
                                at ->
                                        Duration.between(at, requireNonNull(kills.ceiling(at)))
                                                .toMillis())
                        .sorted()
                        .toList();
        return delays + " ms after the first time";
    }

    private Instant firstReceived(int question) {
        List<MethodCall> calls = server.calls("sendMessage");
        MethodCall first =
                calls.stream()
                        .filter(call -> repliedTo(call) == question)
                        .findFirst()
                        .orElseThrow();
        long earlier =
                calls.stream()
                        .takeWhile(call -> !call.equals(first))
                        .filter(call -> call.chatId() == first.chatId())
                        .count();
        return requireNonNull(received.get(first.chatId())).get(Math.toIntExact(earlier));
    }

    private static int repliedTo(MethodCall call) {
        return call.parameters().at("/reply_parameters/message_id").asInt();
    }

    private void awaitPoll(Process bot) {
        int before = server.calls("getUpdates").size();
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> server.calls("getUpdates").size() > before || !bot.isAlive());
        assertThat(bot.isAlive()).isTrue();
    }

    private Process start() throws IOException {
        var process = new ProcessBuilder(command()).redirectErrorStream(true);
        process.environment().put("TELEGRAM_BOT_TOKEN", RunningBot.TOKEN);
        return process.redirectOutput(
                        ProcessBuilder.Redirect.appendTo(data.resolve("log").toFile()))
                .start();
    }

    /// The jar, or what it is made of when there is none.
    private List<String> command() {
        List<String> options = List.of("--enable-native-access=ALL-UNNAMED");
        List<String> settings =
                List.of(
                        "--verbatim.data-dir=" + data,
                        "--verbatim.telegram.api-url=" + server.address(),
                        "--server.port=0");
        if (!Files.exists(JAR)) {
            return JavaCommand.of(options, Verbatim.class, settings.toArray(String[]::new));
        }
        List<String> command = new ArrayList<>(List.of(JavaCommand.java()));
        command.addAll(options);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(settings);
        return command;
    }
}
