package dev.verbatim.playground.botapi;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.verbatim.playground.botapi.DraftMessage.UploadedFile;
import dev.verbatim.playground.botapi.FaultInjector.InjectedFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// An HTTP server that opens a [FakeTelegram] to bots, on this machine only: `/bot<token>/<method>`
/// for the methods and `/file/bot<token>/<path>` for files, below any path as a reverse proxy has
/// it. A page from elsewhere that is open in a browser here is refused: see [LoopbackHost].
public final class BotApiServer implements AutoCloseable {

    private static final Pattern METHOD =
            Pattern.compile("^(?:/[^/]*+){0,8}/bot([^/]*+)/(?:test/)?([^/]*+)/?");
    private static final Pattern FILE = Pattern.compile("^(?:/[^/]*+){0,8}/file/bot([^/]*+)/(.++)");
    private static final Pattern TOKEN = Pattern.compile("\\d{1,18}+:[^/]++");

    // No method of the Bot API, but counted and refused like one.
    private static final String DOWNLOAD = "file";

    private final FakeTelegram telegram;
    private final ApiMethods methods;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Consumer<MethodCall>> callObservers = new CopyOnWriteArrayList<>();

    private BotApiServer(FakeTelegram telegram, HttpServer server) {
        this.telegram = telegram;
        this.server = server;
        methods = new ApiMethods(telegram);
    }

    /// Starts a server.
    ///
    /// @param port 0 for any that is free
    public static BotApiServer start(FakeTelegram telegram, int port) throws IOException {
        var place = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        var opened = new BotApiServer(telegram, HttpServer.create(place, 0));
        opened.server.createContext("/", opened::handle);
        opened.server.setExecutor(opened.threads);
        opened.server.start();
        return opened;
    }

    /// Without a slash at the end.
    public String address() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        telegram.bots().forEach(bot -> bot.setWebhook(null));
        server.stop(0);
        threads.shutdownNow();
    }

    /// Tells an observer of each call as it arrives, before it meets a fault or is carried out.
    /// [SimulationEvent.CallCompleted] comes after its response is made.
    public void observeCalls(Consumer<MethodCall> observer) {
        callObservers.add(observer);
    }

    private record Response(int status, UploadedFile body) {

        static Response json(int status, JsonNode body) {
            return text(status, "application/json", body.toString());
        }

        static Response text(int status, String type, String body) {
            return new Response(
                    status, new UploadedFile("", type, body.getBytes(StandardCharsets.UTF_8)));
        }

        String text() {
            return new String(body.content(), StandardCharsets.UTF_8);
        }
    }

    private record Request(BotAccount bot, MethodCall call, Action action) {}

    /// Carries a call out.
    @FunctionalInterface
    private interface Action {
        Response run() throws InterruptedException;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<Response> response = response(exchange);
            if (response.isPresent()) {
                write(exchange, response.get());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Empty when the connection is to end without a response.
    private Optional<Response> response(HttpExchange exchange)
            throws IOException, InterruptedException {
        try {
            Request request = request(exchange);
            callObservers.forEach(observer -> observer.accept(request.call()));
            return respond(request);
        } catch (ApiError error) {
            return Optional.of(Response.json(error.code(), error.body()));
        }
    }

    private Request request(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        if (!LoopbackHost.isOwnRequest(headers.getFirst("Host"), headers.getFirst("Origin"))) {
            throw ApiError.forbidden("only this machine's own clients may call this stand-in");
        }
        String path = exchange.getRequestURI().getPath();
        Matcher file = FILE.matcher(path);
        if (file.matches()) {
            var call = new MethodCall(DOWNLOAD, JsonTrees.object());
            return new Request(bot(file.group(1)), call, () -> download(file.group(2)));
        }
        Matcher method = METHOD.matcher(path);
        if (!method.matches()) {
            throw ApiError.unknownPath();
        }
        BotAccount bot = bot(method.group(1));
        CallParameters parameters = CallParameters.read(exchange);
        var call = new MethodCall(methods.documentedName(method.group(2)), parameters.toJson());
        return new Request(bot, call, () -> call(bot, call.method(), parameters));
    }

    private BotAccount bot(String token) {
        if (!TOKEN.matcher(token).matches()) {
            throw ApiError.malformedToken();
        }
        return telegram.botWith(token).orElseThrow(ApiError::unauthorized);
    }

    private Response download(String path) {
        return telegram.files()
                .byPath(path)
                .map(upload -> new Response(200, upload))
                .orElseThrow(ApiError::unknownPath);
    }

    private Response call(BotAccount bot, String method, CallParameters parameters)
            throws InterruptedException {
        ObjectNode body = JsonTrees.object().put("ok", true);
        body.set("result", methods.call(bot, method, parameters));
        if (method.equals("deleteWebhook")) {
            body.put("description", "Webhook is already deleted");
        }
        return Response.json(200, body);
    }

    private Optional<Response> respond(Request request) throws InterruptedException {
        Instant start = telegram.clock().instant();
        Optional<Response> response =
                switch (telegram.faults().faultFor(request.call())) {
                    case null -> Optional.of(carryOut(request));
                    case InjectedFault.Slow(var delay) -> {
                        Thread.sleep(delay);
                        yield Optional.of(carryOut(request));
                    }
                    case InjectedFault.Refused(var code, var body) ->
                            Optional.of(Response.json(code, body));
                    case InjectedFault.Page(var status, var type, var page) ->
                            Optional.of(Response.text(status, type, page));
                    case InjectedFault.Disconnected(var carriedOut, var event) -> {
                        if (carriedOut) {
                            carryOut(request);
                        }
                        event.run();
                        yield Optional.empty();
                    }
                };
        if (!request.call().method().equals(DOWNLOAD)) {
            publish(request, response, start);
        }
        return response;
    }

    private static Response carryOut(Request request) throws InterruptedException {
        try {
            return request.action().run();
        } catch (ApiError error) {
            return Response.json(error.code(), error.body());
        }
    }

    private void publish(Request request, Optional<Response> response, Instant start) {
        String text = response.map(Response::text).orElse("");
        JsonNode shown = JsonTrees.read(text).orElse(JsonTrees.text(text));
        Duration took = Duration.between(start, telegram.clock().instant());
        telegram.publish(
                new SimulationEvent.CallCompleted(
                        request.bot(), request.call(), shown, start, took));
    }

    private static void write(HttpExchange exchange, Response response) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", response.body().type());
        if (response.status() == 429) {
            JsonTrees.read(response.text())
                    .map(body -> body.at("/parameters/retry_after").asString(""))
                    .ifPresent(after -> exchange.getResponseHeaders().set("Retry-After", after));
        }
        byte[] body = response.body().content();
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
