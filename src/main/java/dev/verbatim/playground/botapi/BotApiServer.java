package dev.verbatim.playground.botapi;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Opens a world to bots, over HTTP and on this machine only: `/bot<token>/<method>`, and
/// `/file/bot<token>/<path>` for files.
public final class BotApiServer implements AutoCloseable {

    private static final Pattern METHOD = Pattern.compile("/bot([^/]*)/(?:test/)?([^/]*)/?");
    private static final Pattern FILE = Pattern.compile("/file/bot([^/]*)/(.+)");
    private static final Pattern TOKEN = Pattern.compile("\\d{1,18}:[^/]+");

    private final World world;
    private final Methods methods;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private BotApiServer(World world, HttpServer server) {
        this.world = world;
        this.server = server;
        methods = new Methods(world);
    }

    /// Opens it until it is closed.
    ///
    /// @param port 0 for any that is free
    public static BotApiServer start(World world, int port) throws IOException {
        var place = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        var opened = new BotApiServer(world, HttpServer.create(place, 0));
        opened.server.createContext("/", opened::answer);
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
        world.bots().forEach(bot -> bot.setWebhook(null));
        server.stop(0);
        threads.shutdownNow();
    }

    /// What is sent back.
    private record Answer(int status, Upload page) {

        static Answer json(int status, JsonNode body) {
            return text(status, "application/json", body.toString());
        }

        static Answer text(int status, String type, String body) {
            return new Answer(status, new Upload("", type, body.getBytes(StandardCharsets.UTF_8)));
        }

        String text() {
            return new String(page.content(), StandardCharsets.UTF_8);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<Answer> answer = route(exchange, exchange.getRequestURI().getPath());
            if (answer.isPresent()) {
                write(exchange, answer.get());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Empty when the connection is to end without an answer.
    private Optional<Answer> route(HttpExchange exchange, String path)
            throws IOException, InterruptedException {
        try {
            Matcher file = FILE.matcher(path);
            if (file.matches()) {
                return Optional.of(download(file.group(1), file.group(2)));
            }
            Matcher method = METHOD.matcher(path);
            if (!method.matches()) {
                throw Refusal.unknownPath();
            }
            Bot bot = bot(method.group(1));
            var call = new Called(bot, method.group(2), RequestReader.read(exchange));
            return meet(call);
        } catch (Refusal refusal) {
            return Optional.of(refused(refusal));
        }
    }

    /// A call, with what it says.
    private record Called(Bot bot, String method, Parameters parameters) {}

    private Bot bot(String token) {
        if (!TOKEN.matcher(token).matches()) {
            throw Refusal.malformedToken();
        }
        return world.botWith(token).orElseThrow(Refusal::unauthorized);
    }

    private Answer download(String token, String path) {
        bot(token);
        return world.files()
                .at(path)
                .map(upload -> new Answer(200, upload))
                .orElseThrow(Refusal::unknownPath);
    }

    private Optional<Answer> meet(Called call) throws InterruptedException {
        Instant start = world.clock().instant();
        Optional<Answer> answer =
                switch (world.faults().met(call.method())) {
                    case null -> Optional.of(perform(call));
                    case Fault.Slow(var by) -> {
                        Thread.sleep(by);
                        yield Optional.of(perform(call));
                    }
                    case Fault.Refused(var code, var body) -> Optional.of(Answer.json(code, body));
                    case Fault.Page(var status, var type, var page) ->
                            Optional.of(Answer.text(status, type, page));
                    case Fault.Reset() -> Optional.empty();
                    case Fault.Dropped() -> {
                        perform(call);
                        yield Optional.empty();
                    }
                };
        tell(call, answer, start);
        return answer;
    }

    private Answer perform(Called call) throws InterruptedException {
        try {
            ObjectNode answer = Json.object().put("ok", true);
            answer.set("result", methods.call(call.bot(), call.method(), call.parameters()));
            if (Methods.lower(call.method()).equals("deletewebhook")) {
                answer.put("description", "Webhook is already deleted");
            }
            return Answer.json(200, answer);
        } catch (Refusal refusal) {
            return refused(refusal);
        }
    }

    private static Answer refused(Refusal refusal) {
        return Answer.json(refusal.code(), refusal.answer());
    }

    private void tell(Called called, Optional<Answer> answer, Instant start) {
        String text = answer.map(Answer::text).orElse("");
        var call = new Call(Methods.lower(called.method()), called.parameters().shown());
        JsonNode shown = Json.read(text).orElse(Json.text(text));
        Duration took = Duration.between(start, world.clock().instant());
        world.tell(new Event.Called(called.bot(), call, shown, start, took));
    }

    private static void write(HttpExchange exchange, Answer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.page().type());
        if (answer.status() == 429) {
            Json.read(answer.text())
                    .map(body -> body.at("/parameters/retry_after").asString(""))
                    .ifPresent(after -> exchange.getResponseHeaders().set("Retry-After", after));
        }
        byte[] body = answer.page().content();
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
