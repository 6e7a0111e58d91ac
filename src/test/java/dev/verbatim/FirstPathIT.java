package dev.verbatim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.playground.botapi.TelegramDriver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// The product's first path, with nothing left out but Telegram itself: the application as it is
/// started, the first article, a question over HTTP, and what comes back.
class FirstPathIT {

    private static final String TOKEN = "123456:a-secret-that-must-not-leak";

    private static final Path DASHBOARD = Path.of("src/site/resources/grafana-dashboard.json");
    private static final Pattern GRAFANA_METRICS = Pattern.compile("verbatim_[a-z_]++");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir static Path folder;

    private static TelegramDriver telegram;
    private static ConfigurableApplicationContext application;

    private static long person = 100;

    @BeforeAll
    static void serve() throws IOException {
        Path content = Files.createDirectory(folder.resolve("content"));
        Path article = Path.of("content", "nato-allies-two-day-meeting.md");
        Files.copy(article, content.resolve(article.getFileName()));
        telegram = new TelegramDriver(TOKEN);
        application =
                SpringApplication.run(
                        Verbatim.class,
                        "--verbatim.content-dir=" + content,
                        "--verbatim.data-dir=" + folder.resolve("data"),
                        "--verbatim.telegram.token=" + TOKEN,
                        "--verbatim.telegram.api-url=" + telegram.address(),
                        "--server.port=0");
    }

    @AfterAll
    static void stop() {
        application.close();
        telegram.close();
    }

    @Test
    void quotationIsAnsweredVerbatimWithItsSpeaker() throws IOException {
        MethodCall reply = ask("What does Smith say about loose talk?");

        assertThat(seedArticle()).contains(reply.marked("blockquote"));
        assertThat(reply.marked("blockquote"))
                .startsWith("“What we know is that there’s a lot of loose talk");
        assertThat(reply.text()).contains("— Julianne Smith, US ambassador to NATO");
        assertThat(reply.text()).contains("Euronews").contains("¶18");
    }

    @Test
    void articlesOwnWordsNameNobody() {
        MethodCall reply = ask("Which countries have nuclear weapons?");

        assertThat(reply.marked("blockquote")).startsWith("France, the UK and the US");
        assertThat(reply.text()).doesNotContain("\n— ").contains("¶20");
    }

    @Test
    void unansweredQuestionGetsAPlainNo() {
        MethodCall reply = ask("What is the capital of Japan?");

        assertThat(reply.text()).contains("The articles do not answer this");
        assertThat(reply.marked("blockquote")).isEmpty();
    }

    @Test
    void newArticleIsServedWithoutARestart() throws IOException {
        Files.writeString(
                folder.resolve("content").resolve("lighthouse.md"),
                """
                ---
                title: The lighthouse of Brenn is sold
                publisher: The Brenn Gazette
                published: 2026-03-04
                ---

                The lighthouse keeper of Brenn retires after 41 years.

                “I will miss the fog,” keeper Ada Holm told the Gazette.
                """);

        await().atMost(PATIENCE)
                .until(
                        () ->
                                ask("What will Ada Holm miss?")
                                        .text()
                                        .contains("“I will miss the fog,”"));

        assertThat(ask("What will Ada Holm miss?").text())
                .contains("— Ada Holm")
                .contains("The Brenn Gazette");
    }

    @Test
    void healthReportsServedArticlesAndTelegram() throws Exception {
        ask("hello");

        String health = health("Host: 127.0.0.1");

        assertThat(health).contains("\"served\":", "\"passages\":", "secondsSinceLastPoll");
        assertThat(health).doesNotContain("a-secret-that-must-not-leak");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: bot.example.org",
                "Host: 127.0.0.1.example.org",
                "Host: 127.0.0.1\r\nX-Forwarded-For: 192.0.2.7"
            })
    void healthTellsOthersOnlyWhetherTheBotIsUp(String headers) throws Exception {
        ask("hello");

        String health = health(headers);

        assertThat(health).contains("\"status\":\"").doesNotContain("components", "served");
    }

    @Test
    void prometheusReadsWhatTheDashboardShows() throws IOException {
        ask("Who meets in Brussels?");

        String metrics = get("/actuator/prometheus", "Host: 127.0.0.1");

        assertThat(GRAFANA_METRICS.matcher(Files.readString(DASHBOARD)).results())
                .isNotEmpty()
                .allSatisfy(
                        metric ->
                                assertThat(metrics)
                                        .containsPattern("\n" + metric.group() + "[{ ]"));
        assertThat(metrics).doesNotContain("a-secret-that-must-not-leak", "Brussels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"liveness", "readiness"})
    void probesSayThatTheBotServes(String probe) throws IOException {
        assertThat(get("/actuator/health/" + probe, "Host: bot.example.org"))
                .startsWith("HTTP/1.1 200")
                .contains("{\"status\":\"UP\"}");
    }

    private static String health(String headers) throws IOException {
        return get("/actuator/health", headers);
    }

    private static String get(String path, String headers) throws IOException {
        String port = application.getEnvironment().getRequiredProperty("local.server.port");
        String request =
                "GET %s HTTP/1.1\r\n%s\r\nConnection: close\r\n\r\n".formatted(path, headers);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port))) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void secondInstanceWithTheSameDataDoesNotStart() {
        assertThatThrownBy(
                        () ->
                                SpringApplication.run(
                                        Verbatim.class,
                                        "--verbatim.data-dir=" + folder.resolve("data"),
                                        "--server.port=0"))
                .isInstanceOf(DataDirectoryLock.InUse.class)
                .hasMessageContaining("in use by another instance");
    }

    @Test
    void groupCatchupQuotesItsMembersVerbatim() {
        long group = -1_000_000_000_500L;
        telegram.setPrivacyMode(false);
        telegram.group(group, "Readers", 7);
        telegram.addBot(group, 7);
        await().atMost(PATIENCE).until(() -> telegram.botTexts(group).size() == 1);
        String turningOn =
                telegram.sendCalls(group)
                        .getFirst()
                        .parameters()
                        .at("/reply_markup/inline_keyboard/0/0/callback_data")
                        .asString();
        telegram.pressButton(7, telegram.lastBotMessage(group), turningOn);
        await().atMost(PATIENCE).until(() -> telegram.botTexts(group).size() == 2);
        String now = "{\"date\": " + Clock.systemUTC().instant().getEpochSecond() + "}";
        String question = "Who brings the numbers on air defence on Thursday?";
        int asked = telegram.write(group, 8, question, now);
        telegram.write(group, 9, "I'll bring the numbers on air defence.", now);
        telegram.write(group, 7, "Let's meet on Thursday at 18:00 then.", now);

        telegram.write(group, 8, "/catchup all");

        await().atMost(PATIENCE).until(() -> telegram.botTexts(group).size() == 3);
        MethodCall told = telegram.sendCalls(group).getLast();
        assertThat(told.text())
                .contains(
                        "3 messages",
                        "“" + question + "”",
                        "“I'll bring the numbers on air defence.”");
        assertThat(told.parameters().path("entities").findValuesAsString("url"))
                .contains("https://t.me/c/500/" + asked);
    }

    /// Each time as another person, so that the reply to be waited for is the first one.
    private static synchronized MethodCall ask(String question) {
        long asking = person++;
        telegram.write(asking, question);
        await().atMost(PATIENCE).until(() -> !replies(asking).isEmpty());
        return replies(asking).getFirst();
    }

    private static List<MethodCall> replies(long asking) {
        return telegram.sendCalls(asking);
    }

    private static String seedArticle() throws IOException {
        return Files.readString(
                folder.resolve("content").resolve("nato-allies-two-day-meeting.md"));
    }
}
