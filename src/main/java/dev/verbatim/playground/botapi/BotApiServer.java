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

    private final FakeTelegram telegram;
    private final ApiMethods methods;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private BotApiServer(FakeTelegram telegram, HttpServer server) {
        this.telegram = telegram;
        this.server = server;
        methods = new ApiMethods(telegram);
    }

    /// Opens it until it is closed.
    ///
    /// @param port 0 for any that is free
    public static BotApiServer start(FakeTelegram telegram, int port) throws IOException {
        var place = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        var opened = new BotApiServer(telegram, HttpServer.create(place, 0));
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
        telegram.bots().forEach(bot -> bot.setWebhook(null));
        server.stop(0);
        threads.shutdownNow();
    }

    /// What is sent back.
    private record Answer(int status, UploadedFile page) {

        static Answer json(int status, JsonNode body) {
            return text(status, "application/json", body.toString());
        }

        static Answer text(int status, String type, String body) {
            return new Answer(
                    status, new UploadedFile("", type, body.getBytes(StandardCharsets.UTF_8)));
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
                throw ApiError.unknownPath();
            }
            BotAccount bot = bot(method.group(1));
            var call = new Called(bot, method.group(2), RequestReader.read(exchange));
            return meet(call);
        } catch (ApiError apiError) {
            return Optional.of(refused(apiError));
        }
    }

    /// A call, with what it says.
    private record Called(BotAccount bot, String method, CallParameters parameters) {}

    private BotAccount bot(String token) {
        if (!TOKEN.matcher(token).matches()) {
            throw ApiError.malformedToken();
        }
        return telegram.botWith(token).orElseThrow(ApiError::unauthorized);
    }

    private Answer download(String token, String path) {
        bot(token);
        return telegram.files()
                .at(path)
                .map(upload -> new Answer(200, upload))
                .orElseThrow(ApiError::unknownPath);
    }

    private Optional<Answer> meet(Called call) throws InterruptedException {
        Instant start = telegram.clock().instant();
        Optional<Answer> answer =
                switch (telegram.faults().met(call.method())) {
                    case null -> Optional.of(perform(call));
                    case InjectedFault.Slow(var by) -> {
                        Thread.sleep(by);
                        yield Optional.of(perform(call));
                    }
                    case InjectedFault.Refused(var code, var body) ->
                            Optional.of(Answer.json(code, body));
                    case InjectedFault.Page(var status, var type, var page) ->
                            Optional.of(Answer.text(status, type, page));
                    case InjectedFault.Reset() -> Optional.empty();
                    case InjectedFault.Dropped() -> {
                        perform(call);
                        yield Optional.empty();
                    }
                };
        tell(call, answer, start);
        return answer;
    }

    private Answer perform(Called call) throws InterruptedException {
        try {
            ObjectNode answer = JsonTrees.object().put("ok", true);
            answer.set("result", methods.call(call.bot(), call.method(), call.parameters()));
            if (ApiMethods.lower(call.method()).equals("deletewebhook")) {
                answer.put("description", "Webhook is already deleted");
            }
            return Answer.json(200, answer);
        } catch (ApiError apiError) {
            return refused(apiError);
        }
    }

    private static Answer refused(ApiError apiError) {
        return Answer.json(apiError.code(), apiError.answer());
    }

    private void tell(Called called, Optional<Answer> answer, Instant start) {
        String text = answer.map(Answer::text).orElse("");
        var call = new MethodCall(ApiMethods.lower(called.method()), called.parameters().shown());
        JsonNode shown = JsonTrees.read(text).orElse(JsonTrees.text(text));
        Duration took = Duration.between(start, telegram.clock().instant());
        telegram.publish(new SimulationEvent.Called(called.bot(), call, shown, start, took));
    }

    private static void write(HttpExchange exchange, Answer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.page().type());
        if (answer.status() == 429) {
            JsonTrees.read(answer.text())
                    .map(body -> body.at("/parameters/retry_after").asString(""))
                    .ifPresent(after -> exchange.getResponseHeaders().set("Retry-After", after));
        }
        byte[] body = answer.page().content();
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
