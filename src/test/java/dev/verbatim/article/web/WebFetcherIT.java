package dev.verbatim.article.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.web.WebFetcher.FetchSettings;
import dev.verbatim.article.web.WebFetcher.Validators;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is fetched from a site on loopback, and what isn't, over real HTTP.
class WebFetcherIT {

    private final LoopbackSite site = new LoopbackSite();
    private final WebFetcher fetcher = fetcher(true);

    private static WebFetcher fetcher(boolean privateAddresses) {
        var settings =
                new FetchSettings(true, "Verbatim/1.0", Duration.ofSeconds(2), privateAddresses);
        return new WebFetcher(settings, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        fetcher.close();
        site.close();
    }

    private String problem(String path) {
        return problem(fetcher.fetch(site.address(path)));
    }

    private static String problem(FetchResult result) {
        return result instanceof FetchResult.Failed failed ? failed.problem() : result.toString();
    }

    @Test
    void fetchesAPageAndNamesItself() {
        site.put(
                "/a",
                exchange -> {
                    String agent = exchange.getRequestHeaders().getFirst("User-Agent");
                    exchange.getResponseHeaders().set("ETag", "\"1\"");
                    LoopbackSite.of("text/html", "<p>" + agent).serve(exchange);
                });

        FetchResult result = fetcher.fetch(site.address("/a#part"));

        assertThat(result)
                .isInstanceOfSatisfying(
                        FetchResult.Fetched.class,
                        page -> {
                            assertThat(page.address()).isEqualTo(site.address("/a"));
                            assertThat(page.body().utf8()).isEqualTo("<p>Verbatim/1.0");
                            assertThat(page.validators()).isEqualTo(new Validators("\"1\"", null));
                        });
    }

    @Test
    void asksOnlyForWhatHasChanged() {
        site.put(
                "/a",
                exchange ->
                        LoopbackSite.status(
                                        "\"1\""
                                                        .equals(
                                                                exchange.getRequestHeaders()
                                                                        .getFirst("If-None-Match"))
                                                ? 304
                                                : 500)
                                .serve(exchange));

        assertThat(fetcher.fetch(site.address("/a"), new Validators("\"1\"", null)))
                .isEqualTo(new FetchResult.NotModified());
    }

    @Test
    void followsRedirectsAndSaysWhereItArrived() {
        site.put("/a", LoopbackSite.redirect("/b"));
        site.put("/b", LoopbackSite.redirect(site.address("/c")));
        site.putHtml("/c", "<p>here");

        FetchResult result = fetcher.fetch(site.address("/a"));

        assertThat(result)
                .isInstanceOfSatisfying(
                        FetchResult.Fetched.class,
                        page -> assertThat(page.address()).isEqualTo(site.address("/c")));
    }

    /// As servers do that speak HTTP/1.0, or that wait a second only for the next request.
    @Test
    void siteThatClosesEachConnectionWithoutAWordIsFetchedAgain() throws IOException {
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> serveOncePerConnection(server));
            String address = "http://127.0.0.1:" + server.getLocalPort() + "/page";

            for (int i = 0; i < 3; i++) {
                assertThat(fetcher.fetch(address)).isInstanceOf(FetchResult.Fetched.class);
            }
        }
    }

    private static void serveOncePerConnection(ServerSocket server) {
        byte[] answer =
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 3\r\n\r\n<p>"
                        .getBytes(StandardCharsets.UTF_8);
        try {
            while (true) {
                try (Socket connection = server.accept()) {
                    connection.getInputStream().read(new byte[4096]);
                    connection.getOutputStream().write(answer);
                }
            }
        } catch (IOException _) {
            // the test has ended
        }
    }

    @Test
    void endlessRedirectsEnd() {
        site.put("/a", LoopbackSite.redirect("/a"));

        assertThat(problem("/a")).isEqualTo("leads around in circles");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://example.org/", "javascript:alert(1)"})
    void redirectToAnotherSchemeIsRefused(String target) {
        site.put("/a", LoopbackSite.redirect(target));

        assertThat(problem("/a")).isEqualTo("leads to something that is not on the web");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://example.org/",
                "javascript:alert(1)",
                "http://",
                "http://user:secret@example.org/",
                "example.org"
            })
    void otherAddressesAreRefused(String address) {
        assertThat(problem(fetcher.fetch(address))).isEqualTo("is not a web address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/a",
                "http://localhost:%d/a",
                "http://127.1:%d/a",
                "http://2130706433:%d/a",
                "http://0x7f000001:%d/a",
                "http://[::1]:%d/a",
                "http://[::ffff:127.0.0.1]:%d/a",
                "http://0.0.0.0:%d/a",
                "http://169.254.169.254/latest/meta-data/",
                "http://10.0.0.1/"
            })
    void addressThatIsNotPublicIsNeverConnectedTo(String address) {
        site.putHtml("/a", "<p>secret");
        int port = Integer.parseInt(site.address("").substring("http://127.0.0.1:".length()));
        try (WebFetcher careful = fetcher(false)) {
            FetchResult result = careful.fetch(String.format(address, port));

            assertThat(result).isInstanceOf(FetchResult.Failed.class);
            assertThat(site.requests()).isEmpty();
        }
    }

    @Test
    void robotsTxtIsRespectedAlsoAfterARedirect() {
        site.put(
                "/robots.txt",
                LoopbackSite.of("text/plain", "User-agent: Verbatim\nDisallow: /private\n"));
        site.putHtml("/private/a", "<p>no");
        site.put("/b", LoopbackSite.redirect("/private/a"));

        assertThat(problem("/private/a")).contains("robots.txt");
        assertThat(problem("/b")).contains("robots.txt");
        assertThat(site.requests()).containsExactly("/robots.txt", "/b");
    }

    @Test
    void siteThatCannotSayWhatItAllowsIsLeftAlone() {
        site.put("/robots.txt", LoopbackSite.status(503));
        site.putHtml("/a", "<p>here");

        assertThat(problem("/a")).isEqualTo("is answered with HTTP status 503");
        assertThat(site.requests()).containsExactly("/robots.txt");
    }

    @Test
    void pageThatIsTooLargeIsNotReadToItsEnd() {
        site.put(
                "/a",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    byte[] megabyte = new byte[1_000_000];
                    for (int count = 0; count < 1_000; count++) {
                        exchange.getResponseBody().write(megabyte);
                    }
                });

        assertThat(problem("/a")).isEqualTo("is over 5 MB");
    }

    @Test
    void sizeIsCountedAfterDecompression() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bomb)) {
            byte[] megabyte = new byte[1_000_000];
            for (int count = 0; count < 100; count++) {
                zip.write(megabyte);
            }
        }
        site.put(
                "/a",
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                    LoopbackSite.of("text/html", bomb.toByteArray()).serve(exchange);
                });

        assertThat(problem("/a")).isEqualTo("is over 5 MB");
    }

    @Test
    void pageThatDripsIsGivenUpInTime() {
        site.put(
                "/a",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    for (int count = 0; count < 100; count++) {
                        exchange.getResponseBody().write('a');
                        exchange.getResponseBody().flush();
                        sleep();
                    }
                });

        assertThat(problem("/a")).isEqualTo("takes more than 2 seconds");
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void saysWhyThereIsNoPage() {
        site.put("/gone", LoopbackSite.status(410));
        site.put(
                "/busy",
                exchange -> {
                    exchange.getResponseHeaders().set("Retry-After", "120");
                    exchange.sendResponseHeaders(429, -1);
                });
        site.put(
                "/packed",
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Encoding", "br");
                    LoopbackSite.of("text/html", "x").serve(exchange);
                });
        String closed;
        try (var other = new LoopbackSite()) {
            closed = other.address("/");
        }

        assertThat(problem("/gone")).isEqualTo("is answered with HTTP status 410");
        assertThat(problem("/packed")).isEqualTo("is compressed in a way that I can't read");
        assertThat(problem(fetcher.fetch(closed))).isEqualTo("can't be reached");
        assertThat(fetcher.fetch(site.address("/busy")))
                .isEqualTo(
                        new FetchResult.Failed(
                                429,
                                "is answered with HTTP status 429",
                                "Look at the address",
                                Duration.ofMinutes(2)));
    }
}
