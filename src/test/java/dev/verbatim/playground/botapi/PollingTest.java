package dev.verbatim.playground.botapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// How updates come to a bot.
class PollingTest {

    private final Town town = new Town();

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void anUpdateStaysUntilALaterOneIsAskedFor() {
        write("1", "2");

        List<Integer> first = ids(town.call("getUpdates", "{}"));
        assertThat(first).hasSize(2);
        assertThat(ids(town.call("getUpdates", "{\"offset\":%d}".formatted(first.getFirst()))))
                .isEqualTo(first);
        assertThat(ids(town.call("getUpdates", "{\"offset\":%d}".formatted(first.getLast()))))
                .containsExactly(first.getLast());
        assertThat(town.bot.unconfirmed()).isEqualTo(1);
    }

    @Test
    void anOffsetBelowZeroKeepsTheLast() {
        write("1", "2", "3");

        assertThat(texts(town.call("getUpdates", "{\"offset\":-2}"))).containsExactly("2", "3");
        assertThat(town.bot.unconfirmed()).isEqualTo(2);
    }

    @Test
    void noMoreThanTheLimitComes() {
        write("1", "2", "3");

        assertThat(texts(town.call("getUpdates", "{\"limit\":2}"))).containsExactly("1", "2");
    }

    @Test
    void aPollWaitsForAnUpdate() {
        CompletableFuture<JsonNode> poll = town.calling("getUpdates", "{\"timeout\":30}");
        town.ann.writes(town.ann.chatWith(town.bot), "late");

        assertThat(texts(poll.orTimeout(20, java.util.concurrent.TimeUnit.SECONDS).join()))
                .containsExactly("late");
    }

    @Test
    void aSecondPollerEndsTheFirst() {
        CompletableFuture<JsonNode> first = town.calling("getUpdates", "{\"timeout\":30}");
        await().atMost(Town.PATIENCE).until(() -> town.bot.updates().isPolled());

        town.call("getUpdates", "{\"timeout\":0,\"offset\":5}");

        assertThat(first.join().path("description").asString())
                .isEqualTo(
                        "Conflict: terminated by other getUpdates request; make sure that only one"
                                + " bot instance is running");
    }

    @Test
    void onlyTheKindsThatWereNamedComeAndTheNamesStay() {
        SimulatedChat chat = town.hello();
        town.call("getUpdates", "{\"allowed_updates\":[\"edited_message\"]}");

        SimulatedMessage message = town.ann.writes(chat, "first");
        town.ann.edits(message, "second");

        JsonNode updates = town.call("getUpdates", "{\"offset\":1}").path("result");
        assertThat(updates).hasSize(1);
        assertThat(updates.at("/0/edited_message/text").asString()).isEqualTo("second");
    }

    @Test
    void reactionsComeToAdministratorsThatNamedThem() {
        SimulatedChat chat = town.telegram.supergroup("Readers", town.ann, town.bot);
        SimulatedMessage message = town.ann.writes(chat, "Read this");
        town.updates();
        town.ann.reacts(message, "👍");
        assertThat(town.updates()).isEmpty();

        chat.promote(town.bot, town.ann);
        town.call("getUpdates", "{\"allowed_updates\":[\"message_reaction\"],\"offset\":-1}");
        town.ann.reacts(message, "❤");

        assertThat(town.updates().getLast().at("/message_reaction/new_reaction/0/emoji").asString())
                .isEqualTo("❤");
    }

    @Test
    void aBotWithAWebhookCanNotPoll() {
        town.call("setWebhook", "{\"url\":\"http://127.0.0.1:1/\"}");

        assertThat(town.refusal("getUpdates", "{}"))
                .isEqualTo(
                        "409 Conflict: can't use getUpdates method while webhook is active; use"
                                + " deleteWebhook to delete the webhook first");
    }

    @Test
    void aWebhookGetsEveryUpdateUntilItTakesIt() throws IOException {
        var bodies = new CopyOnWriteArrayList<String>();
        var secrets = new CopyOnWriteArrayList<String>();
        var failures = new AtomicInteger(1);
        HttpServer hook =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext(
                "/hook",
                exchange -> {
                    try (exchange) {
                        bodies.add(
                                new String(
                                        exchange.getRequestBody().readAllBytes(),
                                        StandardCharsets.UTF_8));
                        secrets.add(
                                exchange.getRequestHeaders()
                                        .getFirst("X-Telegram-Bot-Api-Secret-Token"));
                        int status = failures.getAndDecrement() > 0 ? 500 : 200;
                        exchange.sendResponseHeaders(status, -1);
                    }
                });
        hook.start();
        String url = "http://127.0.0.1:" + hook.getAddress().getPort() + "/hook";

        town.call("setWebhook", "{\"url\":\"%s\",\"secret_token\":\"s3\"}".formatted(url));
        write("1", "2");

        await().atMost(Town.PATIENCE).until(() -> town.bot.unconfirmed() == 0);
        hook.stop(0);
        assertThat(bodies).hasSize(3);
        assertThat(bodies.get(0)).isEqualTo(bodies.get(1)).contains("\"text\":\"1\"");
        assertThat(secrets).containsOnly("s3");
    }

    private void write(String... texts) {
        for (String text : texts) {
            town.ann.writes(town.ann.chatWith(town.bot), text);
        }
    }

    private static List<Integer> ids(JsonNode answer) {
        return StreamSupport.stream(answer.path("result").spliterator(), false)
                .map(update -> update.path("update_id").asInt())
                .toList();
    }

    private static List<String> texts(JsonNode answer) {
        return StreamSupport.stream(answer.path("result").spliterator(), false)
                .map(update -> update.at("/message/text").asString())
                .toList();
    }
}
