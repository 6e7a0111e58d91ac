package dev.verbatim.playground.botapi;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A fixture with a bot, Ann and Ben, and HTTP calls in the bot's name.
final class BotApiFixture implements AutoCloseable {

    static final String TOKEN = "123456:a-secret";
    static final Duration PATIENCE = Duration.ofSeconds(30);

    final StoppedClock clock = new StoppedClock();
    final FakeTelegram telegram = new FakeTelegram(clock);
    final BotAccount bot = telegram.bot(TOKEN, "reader_bot", "Reader");
    final PersonAccount ann = telegram.person(7, "Ann");
    final PersonAccount ben = telegram.person(8, "Ben");
    final BotApiServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    BotApiFixture() {
        try {
            server = BotApiServer.start(telegram, 0);
        } catch (IOException e) {
            throw new AssertionError("no server", e);
        }
    }

    /// The private chat of Ann, who has said hello; and nothing of it waits.
    SimulatedChat hello() {
        SimulatedChat chat = ann.chatWith(bot);
        ann.send(chat, "Hello");
        bot.updates().clear();
        return chat;
    }

    /// Calls a method with JSON and returns the whole answer.
    JsonNode call(String method, String json) {
        return answer(request("/bot" + TOKEN + "/" + method, "application/json", json));
    }

    /// What a refused call says.
    String refusal(String method, String json) {
        JsonNode answer = call(method, json);
        return answer.path("error_code").asInt(200) + " " + answer.path("description").asString("");
    }

    CompletableFuture<JsonNode> calling(String method, String json) {
        return client.sendAsync(
                        request("/bot" + TOKEN + "/" + method, "application/json", json),
                        BodyHandlers.ofString())
                .thenApply(response -> JsonTrees.read(response.body()).orElseThrow());
    }

    /// What waits for the bot, all of it confirmed.
    List<JsonNode> updates() {
        JsonNode updates = call("getUpdates", "{\"offset\":" + nextOffset() + "}").path("result");
        lastSeen =
                updates.isEmpty()
                        ? lastSeen
                        : updates.path(updates.size() - 1).path("update_id").asInt();
        return StreamSupport.stream(updates.spliterator(), false).toList();
    }

    private int lastSeen;

    private int nextOffset() {
        return lastSeen + 1;
    }

    /// The texts of the messages that wait.
    List<String> texts() {
        return updates().stream()
                .map(update -> update.path("message").path("text").asString(""))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    HttpRequest request(String path, String type, String body) {
        return HttpRequest.newBuilder(URI.create(server.address() + path))
                .timeout(PATIENCE)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    JsonNode answer(HttpRequest request) {
        return JsonTrees.read(send(request).body()).orElseThrow();
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static ObjectNode json(String text) {
        return (ObjectNode) JsonTrees.read(text).orElseThrow();
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }
}
