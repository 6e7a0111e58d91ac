package dev.verbatim.telegram;

import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.telegram.delivery.RunningBot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tests the commands and descriptions that the bot publishes, over real HTTP.
@OnEachDatabase(inEveryBuild = false)
class PublishedCommandsIT {

    @TempDir Path data;

    private TelegramDriver server;
    private AnsweringBot bot;

    @BeforeEach
    void serve() throws IOException {
        server = RunningBot.server();
        bot = AnsweringBot.with(server, data);
    }

    @AfterEach
    void stop() {
        bot.close();
        server.close();
    }

    @Test
    void publishesTheCommandsOfEveryAudienceInEveryLanguage() {
        awaitUntil(() -> server.calls("setMyShortDescription").size() == 7);

        assertThat(server.calls("setMyCommands")).hasSize(5 * 7);
        assertThat(commands("default", "")).containsExactly("articles", "summary", "news", "help");
        assertThat(commands("all_private_chats", "de"))
                .containsExactly(
                        "articles",
                        "summary",
                        "news",
                        "check",
                        "compare",
                        "subscribe",
                        "unsubscribe",
                        "catchup",
                        "map",
                        "settings",
                        "privacy",
                        "help");
        assertThat(commands("all_group_chats", "uk"))
                .containsExactly(
                        "ask",
                        "check",
                        "compare",
                        "catchup",
                        "map",
                        "summary",
                        "news",
                        "articles",
                        "optout",
                        "optin",
                        "forget",
                        "privacy",
                        "help");
        assertThat(commands("all_chat_administrators", "fr"))
                .containsExactly(
                        "ask",
                        "check",
                        "compare",
                        "catchup",
                        "map",
                        "summary",
                        "news",
                        "articles",
                        "subscribe",
                        "unsubscribe",
                        "digest",
                        "settings",
                        "optout",
                        "optin",
                        "forget",
                        "export",
                        "import",
                        "privacy",
                        "help");
        assertThat(commands("chat", "it")).contains("add", "remove", "reload", "stats");
        assertThat(server.calls("setMyDescription"))
                .extracting(call -> call.parameters().path("language_code").asString(""))
                .containsExactlyInAnyOrder("", "de", "es", "fr", "it", "ru", "uk");
    }

    private List<String> commands(String scope, String language) {
        return server.calls("setMyCommands").stream()
                .map(MethodCall::parameters)
                .filter(body -> body.at("/scope/type").asString("").equals(scope))
                .filter(body -> body.path("language_code").asString("").equals(language))
                .flatMap(body -> body.path("commands").valueStream())
                .map(command -> command.path("command").asString())
                .toList();
    }
}
