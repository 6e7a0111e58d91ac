package dev.verbatim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.verbatim.playground.botapi.TelegramDriver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/// Tests that whoever sends requests slowly, and many of them, can't keep Telegram from the
/// webhook.
class WebhookAttackIT {

    private static final int CONNECTIONS = 300;
    private static final int TIMEOUT_MILLIS = 15_000;
    private static final String SECRET = "only-telegram-knows";

    @TempDir static Path folder;

    private static TelegramDriver telegram;
    private static ConfigurableApplicationContext application;
    private static int port;

    private final List<Socket> sockets = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        telegram = new TelegramDriver("123456:a-secret");
        application =
                Verbatim.server()
                        .run(
                                "--verbatim.content-dir="
                                        + Files.createDirectory(folder.resolve("content")),
                                "--verbatim.data-dir=" + folder.resolve("data"),
                                "--verbatim.telegram.token=123456:a-secret",
                                "--verbatim.telegram.api-url=" + telegram.address(),
                                "--verbatim.telegram.mode=webhook",
                                "--verbatim.telegram.webhook.url=https://localhost/telegram/updates",
                                "--verbatim.telegram.webhook.secret=" + SECRET,
                                "--server.port=0");
        port =
                Integer.parseInt(
                        application.getEnvironment().getRequiredProperty("local.server.port"));
        await().atMost(Duration.ofSeconds(30)).until(() -> !telegram.calls("setWebhook").isEmpty());
    }

    @AfterAll
    static void stop() {
        application.close();
        telegram.close();
    }

    @AfterEach
    void disconnect() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void slowHeadersDelayNoUpdate() throws Exception {
        connect("X-Slow: ");

        assertThat(statusOfUpdate(1)).isEqualTo(200);
    }

    @Test
    void slowBodiesWithAWrongSecretDelayNoUpdate() throws Exception {
        connect("X-Telegram-Bot-Api-Secret-Token: no\r\nContent-Length: 1000000\r\n\r\nabc");

        assertThat(statusOfUpdate(2)).isEqualTo(200);
        for (Socket socket : sockets) {
            assertThat(response(socket)).startsWith("HTTP/1.1 401").contains("Connection: close");
        }
    }

    @Test
    void slowBodiesOfTelegramItselfDelayNoUpdate() throws Exception {
        connect(
                "X-Telegram-Bot-Api-Secret-Token: %s\r\nContent-Length: 100000\r\n\r\nabc"
                        .formatted(SECRET));

        assertThat(statusOfUpdate(3)).isEqualTo(200);
    }

    @Test
    void bodyThatDoesNotArriveIsGivenUp() throws IOException {
        connect(
                1,
                "X-Telegram-Bot-Api-Secret-Token: %s\r\nContent-Length: 100000\r\n\r\nabc"
                        .formatted(SECRET));

        assertThat(response(sockets.getFirst())).startsWith("HTTP/1.1 408");
    }

    /// All that comes until the server closes the connection.
    private static String response(Socket socket) throws IOException {
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void connect(String rest) throws IOException {
        connect(CONNECTIONS, rest);
    }

    /// Opens connections, each with a request that is never finished.
    private void connect(int connections, String rest) throws IOException {
        byte[] request =
                ("POST /telegram/updates HTTP/1.1\r\nHost: x\r\n" + rest)
                        .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < connections; i++) {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            sockets.add(socket);
            socket.getOutputStream().write(request);
        }
    }

    private static int statusOfUpdate(int id) throws IOException, InterruptedException {
        String update = "{\"update_id\": %d, \"unknown\": {}}".formatted(id);
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/telegram/updates"))
                        .timeout(Duration.ofMillis(TIMEOUT_MILLIS))
                        .header("X-Telegram-Bot-Api-Secret-Token", SECRET)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(update))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
