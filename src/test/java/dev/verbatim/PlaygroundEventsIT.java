package dev.verbatim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.verbatim.playground.Playground;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/// Tests the stream of events to the playground's page, on a server that ends a request after half
/// a second when it may.
@ExtendWith(OutputCaptureExtension.class)
@Isolated("what others log would be taken for the stream's warnings")
class PlaygroundEventsIT {

    private static final String BEAT = "data:{\"type\":\"beat\"}";

    @TempDir Path folder;

    private ConfigurableApplicationContext application;
    private Socket socket;

    /// The lines of the response so far.
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() throws IOException {
        application =
                Verbatim.server()
                        .run(
                                "--verbatim.content-dir="
                                        + Files.createDirectory(folder.resolve("content")),
                                "--verbatim.data-dir=" + folder.resolve("data"),
                                "--verbatim.telegram.token=",
                                "--spring.mvc.async.request-timeout=500ms",
                                "--server.port=0");
        int port =
                Integer.parseInt(
                        application.getEnvironment().getRequiredProperty("local.server.port"));
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        Thread.startVirtualThread(this::read);
    }

    private void read() {
        String request = "GET /playground/events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .lines()
                    .forEach(lines::add);
            lines.add("end");
        } catch (IOException | UncheckedIOException e) {
            lines.add("end: " + e);
        }
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
        application.close();
    }

    @Test
    void streamLivesUntilItIsClosedAndBeatsEveryTenSeconds(CapturedOutput output) {
        await().atMost(Duration.ofSeconds(25))
                .until(() -> lines.stream().filter(BEAT::equals).count() >= 2);

        application.getBean(Playground.class).setSuggestions(List.of("And then?"));

        await().until(() -> lines.stream().anyMatch(line -> line.contains("And then?")));
        assertThat(lines).noneMatch(line -> line.startsWith("end"));
        assertThat(output).doesNotContain("AsyncRequestTimeoutException");
    }

    @Test
    void pageThatIsGoneLeavesNoWarning(CapturedOutput output) throws IOException {
        await().until(() -> lines.contains(BEAT));
        socket.close();

        await().pollInterval(Duration.ofMillis(100))
                .during(Duration.ofSeconds(1))
                .until(
                        () -> {
                            Playground playground = application.getBean(Playground.class);
                            playground.setSuggestions(List.of("Is anybody there?"));
                            return true;
                        });

        assertThat(output).doesNotContain("Exception", "Broken pipe");
    }

    @Test
    void openStreamDoesNotDelayTheEndOfTheServer() {
        await().until(() -> lines.contains(BEAT));
        long start = System.nanoTime();

        application.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        await().until(() -> lines.getLast().startsWith("end"));
    }
}
