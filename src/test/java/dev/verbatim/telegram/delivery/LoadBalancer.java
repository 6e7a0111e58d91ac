package dev.verbatim.telegram.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A load balancer before several instances: each request to the next one, and to the one after it
/// when that doesn't answer.
final class LoadBalancer implements AutoCloseable {

    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final List<Integer> ports = new CopyOnWriteArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    private LoadBalancer(HttpServer server) {
        this.server = server;
    }

    static LoadBalancer start() throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var balancer = new LoadBalancer(HttpServer.create(address, 0));
        balancer.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        balancer.server.createContext("/", balancer::forward);
        balancer.server.start();
        return balancer;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/telegram/updates";
    }

    void add(int port) {
        ports.add(port);
    }

    void remove(int port) {
        ports.remove(Integer.valueOf(port));
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String secret = exchange.getRequestHeaders().getFirst(WebhookInstance.SECRET);
            exchange.sendResponseHeaders(forward(body, String.valueOf(secret)), -1);
        }
    }

    private int forward(byte[] body, String secret) {
        List<Integer> all = List.copyOf(ports);
        int status = 503;
        for (int i = 0; i < all.size() && status / 100 != 2; i++) {
            int port = all.get(Math.floorMod(next.getAndIncrement(), all.size()));
            status = post(port, body, secret);
        }
        return status;
    }

    private int post(int port, byte[] body, String secret) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                        .timeout(Duration.ofSeconds(5))
                        .header(WebhookInstance.SECRET, secret)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException _) {
            return 502;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
