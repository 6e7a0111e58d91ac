package dev.verbatim.article.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A web site on loopback whose pages tests set.
public final class LoopbackSite implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /// What the site does when it is asked for a page.
    @FunctionalInterface
    public interface Page {

        void serve(HttpExchange exchange) throws IOException;
    }

    public LoopbackSite() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        requests.add(path);
        try (exchange) {
            pages.getOrDefault(path, status(404)).serve(exchange);
        }
    }

    public String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /// The paths that were asked for.
    public List<String> requests() {
        return List.copyOf(requests);
    }

    public void put(String path, Page page) {
        pages.put(path, page);
    }

    public void putHtml(String path, String html) {
        put(path, of("text/html; charset=utf-8", html));
    }

    public static Page of(String contentType, String text) {
        return of(contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Page of(String contentType, byte[] body) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", contentType);
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        };
    }

    public static Page status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    public static Page redirect(String location) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(301, -1);
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
