package dev.verbatim.retrieval.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.verbatim.retrieval.IndexFixtures;
import dev.verbatim.retrieval.PassageRetriever.UnavailableException;
import dev.verbatim.retrieval.Question;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the cluster can do wrong, by a stand-in that answers as it is told.
class OpenSearchFaultsTest {

    private static final String INDEX =
            """
            {"articles-1-model-1": {"aliases": {}, "mappings": {"_meta": {"verbatim": \
            {"format": "1", "encoder": "model 1", "dense": false}}}}}""";
    private static final String STATE =
            """
            {"status": 200, "_shards": {"failed": 0}, "hits": {"hits": [{"_source": \
            {"generation": 3}}]}}""";
    private static final String COUNTS =
            """
            {"status": 200, "_shards": {"failed": 0}, "hits": {"hits": []}, "aggregations": \
            {"kinds": {"buckets": [{"key": "passage", "doc_count": 7}]}, "languages": \
            {"buckets": [{"key": "en", "doc_count": 7}]}, "dense": {"doc_count": 0}}}""";

    private final Map<String, String> replies = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    private volatile int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(loopback(0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(exchange.getRequestMethod() + " " + path);
        String reply = replies.get(path);
        byte[] body = (reply == null ? "{}" : reply).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply == null && status == 200 ? 404 : status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static OpenSearchIndex open(String... urls) {
        return OpenSearchIndex.open(
                new OpenSearchSettings(List.of(urls), "reader", "s3cret", "articles", "", 0),
                IndexFixtures.vectors(),
                () -> false);
    }

    private void serve(String searches) {
        replies.put("/articles", INDEX);
        replies.put("/_msearch", "{\"responses\": [" + searches + "]}");
    }

    @Test
    void aNodeThatDoesNotAnswerIsPassedOver() {
        serve(STATE + "," + COUNTS);
        String closed = "http://127.0.0.1:1";

        try (OpenSearchIndex index = open(closed, url())) {
            assertThat(index.passages()).isEqualTo(7);
        }
    }

    @Test
    void aClusterOfWhichNoNodeAnswersIsAnOutage() {
        try (OpenSearchIndex index = open("http://127.0.0.1:1")) {
            assertThatThrownBy(() -> index.retrieve(Question.of("ships"), 3))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("no node of verbatim.opensearch.urls answers");
        }
    }

    @Test
    void aMissingShardIsAnOutageAndNeverNoAnswer() {
        serve(STATE.replace("\"failed\": 0", "\"failed\": 1") + "," + COUNTS);

        try (OpenSearchIndex index = open(url())) {
            assertThatThrownBy(() -> index.retrieve(Question.of("ships"), 3))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("a part of the index is missing");
        }
    }

    @Test
    void aSearchThatNoCopyAnswersIsAnOutage() {
        serve(
                "{\"status\": 503, \"error\": {\"type\": \"search_phase_execution_exception\"}},"
                        + COUNTS);

        try (OpenSearchIndex index = open(url())) {
            assertThatThrownBy(index::passages).isInstanceOf(UnavailableException.class);
        }
    }

    @Test
    void aMissingIndexIsAnOutage() {
        try (OpenSearchIndex index = open(url())) {
            assertThatThrownBy(() -> index.retrieve(Question.of("ships"), 3))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("there is no index articles yet");
        }
    }

    @Test
    void aWrongPasswordSaysWhichSettingsToCorrectAndNotWhatTheyAre() {
        status = 401;

        try (OpenSearchIndex index = open(url())) {
            assertThatThrownBy(index::passages)
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("Correct verbatim.opensearch.username and .password")
                    .hasMessageNotContaining("s3cret");
        }
    }

    @Test
    void theIndexOfAnotherProgramIsRefusedAndStaysAsItIs() {
        replies.put("/articles", "{\"articles\": {\"mappings\": {\"properties\": {}}}}");

        assertThatThrownBy(() -> open(url()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("verbatim.opensearch.index: articles")
                .hasMessageContaining("Give another name.");
        assertThat(requests).allMatch(request -> request.startsWith("GET "));
    }

    @Test
    void settingsArePrintedWithoutSecrets() {
        var settings =
                new OpenSearchSettings(
                        List.of("https://me:s3cret@search.example"), "me", "s3cret", "a", "", 1);

        assertThat(settings.toString()).doesNotContain("s3cret").doesNotContain("me:");
        assertThatThrownBy(settings::nodes)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("verbatim.opensearch.urls: search.example")
                .hasMessageNotContaining("s3cret");
    }
}
