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

/// Tests how updates reach a bot, by polling and by webhook.
class PollingTest {

    private final BotApiFixture fixture = new BotApiFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void updateStaysUntilALaterOffsetConfirmsIt() {
        write("1", "2");

        List<Integer> first = ids(fixture.call("getUpdates", "{}"));
        assertThat(first).hasSize(2);
        assertThat(ids(fixture.call("getUpdates", "{\"offset\":%d}".formatted(first.getFirst()))))
                .isEqualTo(first);
        assertThat(ids(fixture.call("getUpdates", "{\"offset\":%d}".formatted(first.getLast()))))
                .containsExactly(first.getLast());
        assertThat(fixture.bot.pendingUpdates()).isEqualTo(1);
    }

    @Test
    void negativeOffsetKeepsTheLastUpdates() {
        write("1", "2", "3");

        assertThat(texts(fixture.call("getUpdates", "{\"offset\":-2}"))).containsExactly("2", "3");
        assertThat(fixture.bot.pendingUpdates()).isEqualTo(2);
    }

    @Test
    void returnsNoMoreThanTheLimit() {
        write("1", "2", "3");

        assertThat(texts(fixture.call("getUpdates", "{\"limit\":2}"))).containsExactly("1", "2");
    }

    @Test
    void pollWaitsForAnUpdate() {
        CompletableFuture<JsonNode> poll = fixture.calling("getUpdates", "{\"timeout\":30}");
        fixture.ann.send(fixture.ann.chatWith(fixture.bot), "late");

        assertThat(texts(poll.orTimeout(20, java.util.concurrent.TimeUnit.SECONDS).join()))
                .containsExactly("late");
    }

    @Test
    void secondPollEndsTheFirst() {
        CompletableFuture<JsonNode> first = fixture.calling("getUpdates", "{\"timeout\":30}");
        await().atMost(BotApiFixture.PATIENCE).until(() -> fixture.bot.updates().isPolled());

        fixture.call("getUpdates", "{\"timeout\":0,\"offset\":5}");

        assertThat(first.join().path("description").asString())
                .isEqualTo(
                        "Conflict: terminated by other getUpdates request; make sure that only one"
                                + " bot instance is running");
    }

    @Test
    void allowedUpdatesHoldForLaterPolls() {
        SimulatedChat chat = fixture.hello();
        fixture.call("getUpdates", "{\"allowed_updates\":[\"edited_message\"]}");

        SimulatedMessage message = fixture.ann.send(chat, "first");
        fixture.ann.edit(message, "second");

        JsonNode updates = fixture.call("getUpdates", "{\"offset\":1}").path("result");
        assertThat(updates).hasSize(1);
        assertThat(updates.at("/0/edited_message/text").asString()).isEqualTo("second");
    }

    @Test
    void reactionsReachAdministratorsThatAskedForThem() {
        SimulatedChat chat = fixture.telegram.supergroup("Readers", fixture.ann, fixture.bot);
        SimulatedMessage message = fixture.ann.send(chat, "Read this");
        fixture.updates();
        fixture.ann.react(message, "👍");
        assertThat(fixture.updates()).isEmpty();

        chat.promote(fixture.bot, fixture.ann);
        fixture.call("getUpdates", "{\"allowed_updates\":[\"message_reaction\"],\"offset\":-1}");
        fixture.ann.react(message, "❤");

        assertThat(
                        fixture.updates()
                                .getLast()
                                .at("/message_reaction/new_reaction/0/emoji")
                                .asString())
                .isEqualTo("❤");
    }

    @Test
    void botWithAWebhookCannotPoll() {
        fixture.call("setWebhook", "{\"url\":\"http://127.0.0.1:1/\"}");

        assertThat(fixture.refusal("getUpdates", "{}"))
                .isEqualTo(
                        "409 Conflict: can't use getUpdates method while webhook is active; use"
                                + " deleteWebhook to delete the webhook first");
    }

    @Test
    void webhookGetsEachUpdateUntilItAcceptsIt() throws IOException {
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

        fixture.call("setWebhook", "{\"url\":\"%s\",\"secret_token\":\"s3\"}".formatted(url));
        write("1", "2");

        await().atMost(BotApiFixture.PATIENCE).until(() -> fixture.bot.pendingUpdates() == 0);
        hook.stop(0);
        assertThat(bodies).hasSize(3);
        assertThat(bodies.get(0)).isEqualTo(bodies.get(1)).contains("\"text\":\"1\"");
        assertThat(secrets).containsOnly("s3");
    }

    private void write(String... texts) {
        for (String text : texts) {
            fixture.ann.send(fixture.ann.chatWith(fixture.bot), text);
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
