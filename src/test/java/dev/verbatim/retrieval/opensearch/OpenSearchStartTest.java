package dev.verbatim.retrieval.opensearch;

import static dev.verbatim.retrieval.opensearch.ClusterStandIn.COUNTS;
import static dev.verbatim.retrieval.opensearch.ClusterStandIn.STATE;
import static dev.verbatim.retrieval.opensearch.ClusterStandIn.index;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.verbatim.retrieval.IndexFixtures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/// What is said in one line when the cluster, or a setting of it, isn't what the program needs.
class OpenSearchStartTest {

    private final ClusterStandIn cluster = ClusterStandIn.start();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger().addAppender(log);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger("dev.verbatim.retrieval.opensearch");
    }

    @AfterEach
    void stop() {
        logger().detachAppender(log);
        cluster.close();
    }

    private static OpenSearchSettings settings(String url) {
        return new OpenSearchSettings(List.of(url), "reader", "s3cret", "articles", "", 0);
    }

    private static OpenSearchIndex open(OpenSearchSettings settings) {
        return OpenSearchIndex.open(settings, IndexFixtures.vectors(), () -> true);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertThatStart() {
        return assertThatStart(settings(cluster.url()));
    }

    /// Ends in one line, without the password, and with nothing written.
    private AbstractThrowableAssert<?, ? extends Throwable> assertThatStart(
            OpenSearchSettings settings) {
        var failure = assertThatThrownBy(() -> open(settings).close());
        assertThat(cluster.requests()).allMatch(request -> request.startsWith("GET "));
        return failure.isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("verbatim.opensearch.")
                .hasMessageNotContaining("s3cret")
                .hasMessageNotContaining("\n");
    }

    /// What the log says of this test's cluster.
    private List<String> lines(String url) {
        return List.copyOf(log.list).stream()
                .filter(event -> event.getFormattedMessage().contains(url))
                .peek(event -> assertThat(event.getThrowableProxy()).isNull())
                .map(event -> event.getLevel() + ": " + event.getFormattedMessage())
                .toList();
    }

    @Test
    void anUnreachableClusterIsWaitedFor() {
        cluster.close();

        open(settings(cluster.url())).close();

        assertThat(lines(cluster.url()))
                .singleElement()
                .asString()
                .startsWith(
                        "WARN: the search is not available: no node of verbatim.opensearch.urls")
                .contains("refuses connections")
                .contains("Start the cluster, or correct the addresses.")
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource({"401", "403"})
    void aWrongPasswordEndsTheStart(int status) {
        cluster.answerOnly(status);

        assertThatStart()
                .hasMessageContaining("\"reader\" may not GET " + cluster.url() + "/articles")
                .hasMessageContaining("status " + status)
                .hasMessageContaining("Correct verbatim.opensearch.username and .password");
    }

    @Test
    void anAliasOfAnotherProgramEndsTheStart() {
        cluster.reply("/articles", "{\"shop-7\": {\"mappings\": {\"properties\": {}}}}");

        assertThatStart()
                .hasMessageContaining("verbatim.opensearch.index: articles at " + cluster.url())
                .hasMessageContaining("another program (shop-7), and stays as it is. Give another");
    }

    @Test
    void anotherProgramsIndexUnderOurNameEndsTheStart() {
        cluster.reply(
                "/articles-1-model-1-gloss1",
                "{\"articles-1-model-1-gloss1\": {\"mappings\": {}}}");

        assertThatStart().hasMessageContaining("another program (articles-1-model-1-gloss1)");
    }

    /// Both models would have an index of the same name.
    @Test
    void vectorsOfAnotherEncoderUnderOurNameEndTheStart() {
        cluster.reply(
                "/articles-1-model-1-gloss1",
                index("articles-1-model-1-gloss1", "1", "Model_1/gloss1"));

        assertThatStart()
                .hasMessageContaining("articles-1-model-1-gloss1 at " + cluster.url())
                .hasMessageContaining("the vectors of the encoder Model_1/gloss1")
                .hasMessageContaining("this program has 1 and model 1/gloss1")
                .hasMessageContaining("give another name than articles, or use that encoder");
    }

    @Test
    void anotherFormatUnderOurNameEndsTheStart() {
        cluster.reply(
                "/articles-1-model-1-gloss1",
                index("articles-1-model-1-gloss1", "2", "model 1/gloss1"));

        assertThatStart().hasMessageContaining("in the format 2");
    }

    @Test
    void vectorsOfAnotherEncoderAreSaidAndNotCompared() {
        cluster.serve(STATE + "," + COUNTS);
        cluster.reply("/articles", index("articles-1-other", "1", "other"));

        open(settings(cluster.url())).close();

        assertThat(lines(cluster.url()))
                .singleElement()
                .asString()
                .startsWith("WARN: verbatim.encoder.model: the index articles-1-other at")
                .contains("the vectors of the encoder other, not of model 1/gloss1")
                .contains("has built articles-1-model-1-gloss1");
        assertThat(cluster.requests()).allMatch(request -> request.startsWith("GET "));
    }

    @Test
    void anIndexWithoutVectorsToSearchIsSaid() {
        cluster.serve(STATE + "," + COUNTS);

        open(settings(cluster.url())).close();

        assertThat(lines(cluster.url()))
                .singleElement()
                .asString()
                .startsWith("INFO: The index articles-1-model-1-gloss1 at")
                .contains("without the k-NN plugin")
                .contains("delete the index to have it made anew");
    }

    @Test
    void anotherServerEndsTheStart() {
        cluster.reply("/", "{\"version\": {\"number\": \"9.5.3\"}}");

        assertThatStart()
                .hasMessageContaining("verbatim.opensearch.urls: what answers at " + cluster.url())
                .hasMessageContaining("no OpenSearch, but 9.5.3. Give the address of a node");
    }

    @Test
    void aRequestThatTheClusterRefusesEndsTheStart() {
        cluster.answerOnly(400);

        assertThatStart().hasMessageContaining("can't do GET articles: status 400");
    }

    @Test
    void anAddressWithTlsOfANodeWithoutEndsTheStart() throws IOException {
        try (var node = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> answerWithoutTls(node));
            String url = "https://127.0.0.1:" + node.getLocalPort();

            assertThatStart(settings(url))
                    .hasMessageContaining(url + "/ answers without TLS. Write http:// there.");
        }
    }

    private static void answerWithoutTls(ServerSocket node) {
        try (Socket asked = node.accept()) {
            asked.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "*", "_all", "-one", "one/two", "Articles", "one two", "one?x=y"})
    void whatIsNoNameOfAnIndexEndsTheStart(String name) {
        assertThatStart(settings(cluster.url()).with(name))
                .hasMessageContaining("verbatim.opensearch.index: \"" + name + "\" can't be used")
                .hasMessageContaining("Write lower-case letters");
    }

    @Test
    void fewerThanNoReplicasEndTheStart() {
        assertThatStart(new OpenSearchSettings(List.of(cluster.url()), "", "", "a", "", -1))
                .hasMessageContaining("verbatim.opensearch.replicas: -1 can't be used");
    }
}
