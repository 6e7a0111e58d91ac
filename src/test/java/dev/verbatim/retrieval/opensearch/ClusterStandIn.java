package dev.verbatim.retrieval.opensearch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/// A stand-in for a cluster on this machine: it answers as it is told, and writes down what it is
/// asked.
final class ClusterStandIn implements AutoCloseable {

    static final String STATE =
            """
            {"status": 200, "_shards": {"failed": 0}, "hits": {"hits": [{"_source": \
            {"generation": 3}}]}}""";
    static final String COUNTS =
            """
            {"status": 200, "_shards": {"failed": 0}, "hits": {"hits": []}, "aggregations": \
            {"kinds": {"buckets": [{"key": "passage", "doc_count": 7}]}, "languages": \
            {"buckets": [{"key": "en", "doc_count": 7}]}, "dense": {"doc_count": 0}}}""";

    private final HttpServer server;
    private final String scheme;
    private final Map<String, String> replies = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile int onlyStatus;

    private ClusterStandIn(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        reply("/", "{\"version\": {\"distribution\": \"opensearch\", \"number\": \"3.9.0\"}}");
        server.createContext("/", this::answer);
        server.start();
    }

    static ClusterStandIn start() {
        try {
            return new ClusterStandIn(HttpServer.create(loopback(), 0), "http");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ClusterStandIn startWithTls(SSLContext context) throws IOException {
        HttpsServer server = HttpsServer.create(loopback(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new ClusterStandIn(server, "https");
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(exchange.getRequestMethod() + " " + path);
        String reply = replies.get(path);
        byte[] body = (reply == null ? "{}" : reply).getBytes(StandardCharsets.UTF_8);
        int status = reply == null ? 404 : 200;
        exchange.sendResponseHeaders(onlyStatus == 0 ? status : onlyStatus, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    void reply(String path, String body) {
        replies.put(path, body);
    }

    /// From now on each request is answered with this status.
    void answerOnly(int status) {
        onlyStatus = status;
    }

    /// Serves an index of this program, with these results of each request to search.
    void serve(String searches) {
        reply("/articles", index("articles-1-model-1-gloss1", "1", "model 1/gloss1"));
        reply("/_msearch", "{\"responses\": [" + searches + "]}");
    }

    /// An index of this program as the cluster describes it.
    static String index(String name, String format, String encoder) {
        return """
               {"%s": {"aliases": {}, "mappings": {"_meta": {"verbatim": \
               {"format": "%s", "encoder": "%s", "dense": false}}}}}"""
                .formatted(name, format, encoder);
    }

    /// The method and the path of each.
    List<String> requests() {
        return requests;
    }

    String url() {
        return scheme + "://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
