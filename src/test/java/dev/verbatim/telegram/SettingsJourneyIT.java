package dev.verbatim.telegram;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.ArticleInfo;
import dev.verbatim.playground.botapi.FaultInjector.InjectedFault;
import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.telegram.chat.ChatSettings;
import dev.verbatim.telegram.chat.SettingsStore;
import dev.verbatim.telegram.delivery.RunningBot;
import dev.verbatim.telegram.message.AnswerLength;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Journeys through the settings of a group and of a private chat, over real HTTP. Ann is an admin
/// of the group, Ben isn't.
@OnEachDatabase(inEveryBuild = false)
class SettingsJourneyIT {

    private static final long GROUP = -100_500;

    @TempDir private Path data;

    private TelegramDriver server;
    private AnsweringBot bot;

    @BeforeEach
    void serve() throws IOException {
        server = RunningBot.server();
        server.group(GROUP, "Readers", ANN);
        bot = AnsweringBot.with(server, data);
        bot.listings =
                List.of(
                        new ArticleInfo("nato", NatoArticle.ARTICLE.publication(), 1),
                        new ArticleInfo("sea", NatoArticle.ARTICLE.publication(), 1));
    }

    @AfterEach
    void stop() {
        bot.close();
        server.close();
    }

    @Test
    void adminSetsTheLanguage() {
        int panel = open();

        tap(ANN, panel, "Language of my words");
        tap(ANN, panel, "Deutsch");
        tap(ANN, panel, "Zurück");
        awaitUntil(() -> server.button(panel, "Deutsch") != null);
        bot.answers(NatoArticle.NOT_FOUND);
        server.write(GROUP, BEN, "/ask How deep is the sea?");

        awaitUntil(() -> sent().size() == 2);
        assertThat(sent().getLast().text()).contains("beantworten");
        assertThat(server.calls("editMessageText")).hasSize(3);
    }

    @Test
    void adminSelectsTheArticles() {
        int panel = open();

        tap(ANN, panel, "Articles");
        tap(ANN, panel, "NATO allies meet");
        awaitUntil(() -> server.button(panel, "✓ NATO") != null);
        server.write(GROUP, BEN, "/ask Who met?");

        awaitUntil(() -> !bot.asked.isEmpty());
        assertThat(bot.scope).containsExactly("nato");
        server.write(GROUP, BEN, "/articles");
        awaitUntil(() -> sent().size() == 3);
        assertThat(sent().getLast().text()).contains("1 article");
    }

    @Test
    void answerLengthOutlivesARestart() {
        int panel = open();
        tap(ANN, panel, "Answers");
        tap(ANN, panel, "Short");
        awaitUntil(() -> server.button(panel, "✓ Short") != null);
        bot.close();
        bot = AnsweringBot.with(server, data);

        server.write(GROUP, BEN, "/ask What did Smith say?");

        awaitUntil(() -> sent().size() == 2);
        assertThat(sent().getLast().marked("blockquote")).isEqualTo(NatoArticle.SECOND);
    }

    @Test
    void onlyAdminsChangeSettings() {
        int panel = open();
        String language = button(panel, "Language");

        server.pressButton(BEN, panel, language);

        awaitUntil(() -> !server.calls("answerCallbackQuery").isEmpty());
        MethodCall alert = server.calls("answerCallbackQuery").getFirst();
        assertThat(alert.text()).contains("Only admins");
        assertThat(alert.parameters().path("show_alert").asBoolean()).isTrue();
        assertThat(server.calls("editMessageText")).isEmpty();
    }

    @Test
    void onlyAdminsSeeTheSettings() {
        server.write(GROUP, BEN, "/settings");

        awaitUntil(() -> !sent().isEmpty());
        assertThat(sent().getFirst().text()).contains("Only admins");
        assertThat(sent().getFirst().parameters().has("reply_markup")).isFalse();
    }

    @Test
    void anonymousAdminIsAnAdmin() {
        server.write(
                GROUP,
                1_087_968_824L,
                "/settings",
                """
                {"from": {"id": 1087968824, "is_bot": true, "first_name": "Group"},
                 "sender_chat": {"id": -100500, "type": "supergroup", "title": "Readers"}}
                """);

        awaitUntil(() -> !sent().isEmpty());
        assertThat(sent().getFirst().button()).isEqualTo("set-languages");
        assertThat(server.calls("getChatMember")).isEmpty();
    }

    @Test
    void cachesWhoIsAnAdmin() {
        int panel = open();

        tap(ANN, panel, "Answers");
        tap(ANN, panel, "Short");
        tap(ANN, panel, "Long");
        awaitUntil(() -> server.button(panel, "✓ Long") != null);

        assertThat(server.calls("getChatMember")).hasSize(1);
    }

    @Test
    void unknownAdminStatusIsAFailureNotARefusal() {
        var upgraded =
                InjectedFault.refused(
                        400,
                        "Bad Request: group chat was upgraded to a supergroup chat",
                        Map.of("migrate_to_chat_id", -1_000_000_000_501L));
        server.faults().failAlways("getChatMember", upgraded);
        server.write(GROUP, ANN, "/settings");

        awaitUntil(() -> !sent().isEmpty());
        assertThat(sent().getFirst().text()).contains("something went wrong");
    }

    @Test
    void everyPrivateChatHasItsOwnSettings() {
        server.write(BEN, "/settings");
        int panel = server.lastBotMessage(BEN);

        tap(BEN, panel, "Answers");
        tap(BEN, panel, "Short");
        awaitUntil(() -> server.button(panel, "✓ Short") != null);
        tap(BEN, panel, "Back");
        tap(BEN, panel, "Done");
        awaitUntil(() -> !server.message(panel).has("reply_markup"));

        assertThat(server.calls("getChatMember")).isEmpty();
        assertThat(server.message(panel).path("text").asString()).contains("Answers: Short");
        assertThat(bot.stores.settings.load(ANN)).isEqualTo(ChatSettings.DEFAULT);
    }

    @Test
    void settingsMoveWithTheGroup() {
        keep(GROUP, new ChatSettings(Locale.GERMAN, AnswerLength.SHORT, Set.of("sea")));
        long supergroup = -100_900;
        server.group(supergroup, "Readers", ANN);

        server.queueUpdate(
                """
                {"message": {"message_id": 1, "date": 1, "migrate_to_chat_id": -100900,
                 "chat": {"id": -100500, "type": "group", "title": "Readers"},
                 "from": {"id": 7, "is_bot": false, "first_name": "Ann"}}}
                """);

        awaitUntil(() -> settings(supergroup).length() == AnswerLength.SHORT);
        assertThat(settings(supergroup).articleIds()).containsExactly("sea");
        assertThat(settings(GROUP)).isEqualTo(ChatSettings.DEFAULT);
    }

    @Test
    void removingTheBotDeletesTheGroupsSettings() {
        int question = server.write(GROUP, BEN, "/ask Who met?");
        awaitUntil(() -> bot.stores.answers.findByQuestion(GROUP, question).isPresent());
        keep(GROUP, new ChatSettings(Locale.GERMAN, AnswerLength.SHORT, Set.of("sea")));

        server.removeBot(GROUP, ANN);

        awaitUntil(() -> settings(GROUP).equals(ChatSettings.DEFAULT));
        assertThat(bot.stores.answers.findByQuestion(GROUP, question)).isEmpty();
    }

    private void keep(long chatId, ChatSettings settings) {
        bot.store()
                .write(
                        rows -> {
                            SettingsStore.save(chatId, settings, rows);
                            return true;
                        });
    }

    private ChatSettings settings(long chatId) {
        return bot.stores.settings.load(chatId);
    }

    private int open() {
        server.write(GROUP, ANN, "/settings");
        return server.lastBotMessage(GROUP);
    }

    /// Taps the button with that label as soon as it is there.
    private void tap(long person, int panel, String label) {
        awaitUntil(() -> server.button(panel, label) != null);
        server.pressButton(person, panel, button(panel, label));
    }

    private String button(int panel, String label) {
        JsonNode found = server.button(panel, label);
        return found == null ? "" : found.path("callback_data").asString();
    }

    private List<MethodCall> sent() {
        return server.sendCalls(GROUP);
    }
}
