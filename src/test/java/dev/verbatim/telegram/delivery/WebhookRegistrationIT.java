package dev.verbatim.telegram.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.routerFunctions;

import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.OnEachDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.servlet.MockMvc;

/// Telegram brings the updates; so may anybody who finds the door.
@OnEachDatabase(inEveryBuild = false)
class WebhookRegistrationIT {

    private static final String SECRET = "only-telegram-knows";
    private static final TelegramSettings.Webhook SETTINGS =
            new TelegramSettings.Webhook("https://localhost/telegram/updates", SECRET);
    private static final String QUESTION =
            """
            {"update_id": 5, "message": {"message_id": 1, "date": 1767225600, "text": "Who?",
             "from": {"id": 7, "is_bot": false, "first_name": "Ann"},
             "chat": {"id": 7, "type": "private", "first_name": "Ann"}}}
            """;

    @TempDir Path data;

    private TelegramDriver server;
    private RunningBot bot;
    private MockMvc door;

    @BeforeEach
    void open() throws IOException {
        server = RunningBot.server();
        server.startChat(7);
        bot = RunningBot.byWebhook(server, data, SETTINGS);
        var metrics = new DeliveryMetrics(new SimpleMeterRegistry());
        door = routerFunctions(new WebhookController(bot.telegramBot, metrics).route()).build();
        bot.awaitState(TelegramConnection.State.CONNECTED);
    }

    @AfterEach
    void close() {
        bot.close();
        server.close();
    }

    @Test
    void registersAddressAndSecret() {
        var call = server.calls("setWebhook").getFirst().parameters();

        assertThat(call.path("url").asString()).isEqualTo(SETTINGS.url());
        assertThat(call.path("secret_token").asString()).isEqualTo(SECRET);
        assertThat(call.path("allowed_updates").toString()).contains("\"my_chat_member\"");
        assertThat(server.calls("getUpdates")).isEmpty();
    }

    @Test
    void answersARepeatedUpdateOnce() throws Exception {
        assertThat(bring(QUESTION, SECRET)).isEqualTo(200);
        assertThat(bring(QUESTION, SECRET)).isEqualTo(200);

        RunningBot.awaitUntil(() -> bot.store.outbox.count("sent") == 1);
        assertThat(server.botTexts(7)).hasSize(1);
    }

    @Test
    void rejectsCallersWithoutTheSecret() throws Exception {
        assertThat(bring(QUESTION, "a guess")).isEqualTo(401);
        assertThat(bring(QUESTION, SECRET + "x")).isEqualTo(401);
        assertThat(bring(QUESTION, null)).isEqualTo(401);
        assertThat(bring("x".repeat(10 << 20), null)).isEqualTo(401);

        assertThat(bot.store.inbox.lastPlace()).isZero();
    }

    @Test
    void refusesBodiesThatAreTooLongOrNoUpdate() throws Exception {
        assertThat(bring("x".repeat(10 << 20), SECRET)).isEqualTo(413);
        assertThat(bring("{", SECRET)).isEqualTo(400);
        assertThat(bring("[]", SECRET)).isEqualTo(400);
        assertThat(bring("{\"update_id\": \"x\"}", SECRET)).isEqualTo(400);
    }

    @Test
    void setsAnUpdateAsideThatCannotBeTakenIn() throws Exception {
        String pill =
                """
                {"update_id": 4, "message": {"message_id": 2, "date": 4611686018427387904,
                 "from": {"id": 7}, "chat": {"id": 7, "type": "private"}, "text": "hello"}}
                """;

        assertThat(bring(pill, SECRET)).isEqualTo(200);

        assertThat(bot.store.inbox.count("parked")).isEqualTo(1);
        assertThat(bring(QUESTION, SECRET)).isEqualTo(200);
        RunningBot.awaitUntil(() -> server.botTexts(7).size() == 1);
    }

    @Test
    void asksForAnUpdateAgainThatCannotBeStored() throws Exception {
        bot.breakStore();

        assertThat(bring(QUESTION, SECRET)).isEqualTo(503);
    }

    @Test
    void asksTelegramToWaitWhileStopped() throws Exception {
        bot.telegramBot.stop();

        assertThat(bring(QUESTION, SECRET)).isEqualTo(503);
    }

    private int bring(String body, @Nullable String secret) throws Exception {
        var request = post(WebhookController.PATH).content(body);
        if (secret != null) {
            request.header("X-Telegram-Bot-Api-Secret-Token", secret);
        }
        return door.perform(request).andReturn().getResponse().getStatus();
    }
}
