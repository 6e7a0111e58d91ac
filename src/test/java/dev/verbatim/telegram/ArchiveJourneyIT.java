package dev.verbatim.telegram;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.await;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.MessageRange;
import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.DiskSearch;
import dev.verbatim.telegram.delivery.RunningBot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Journeys of a group's archive, from consent to deletion, over real HTTP. Ann is an admin of the
/// group, Ben isn't.
class ArchiveJourneyIT {

    private static final long GROUP = -1_000_000_000_500L;
    // Of the day on which every message is sent in the simulation.
    private static final Instant NOW = Instant.parse("2026-01-01T00:10:00Z");

    @TempDir private Path data;

    private TelegramDriver server;
    private AnsweringBot bot;

    @BeforeEach
    void serve() throws IOException {
        server = RunningBot.server();
        server.group(GROUP, "Readers", ANN);
        server.setPrivacyMode(false);
        bot = AnsweringBot.with(server, data, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        bot.close();
        server.close();
    }

    @Test
    void storesNothingBeforeAnAdminAgrees() {
        server.write(GROUP, BEN, "Tarpaulins are blue");
        server.edit(server.write(GROUP, BEN, "Tarpaulins are red"), "Tarpaulins are green", 5);
        server.write(GROUP, BEN, "/ask Who met?");

        awaitUntil(() -> server.botTexts(GROUP).size() == 1);
        assertThat(DiskSearch.filesContaining("Tarpaulins", data)).isEmpty();
        assertThat(DiskSearch.filesContaining("Who met?", data)).isNotEmpty();
    }

    @Test
    void greetingHasTheButtonThatTurnsTheArchiveOn() {
        server.addBot(GROUP, ANN);
        awaitUntil(() -> server.botTexts(GROUP).size() == 1);
        assertThat(sent().getFirst().text()).contains("Nothing is kept until an admin");

        tap(ANN, server.lastBotMessage(GROUP), "Turn on catch-up");

        awaitUntil(() -> server.botTexts(GROUP).size() == 2);
        assertThat(sent().getLast().text()).contains("Catch-up is on", "for good: 7", "/optout");
        assertThat(bot.stores.archive.consent(GROUP))
                .hasValueSatisfying(
                        consent -> {
                            assertThat(consent.by()).isEqualTo("user7");
                            assertThat(consent.at()).isEqualTo(NOW);
                        });
    }

    @Test
    void storesMessagesWordForWordAfterConsent() {
        agree();

        int first = server.write(GROUP, BEN, "Shall we meet? 🚢");
        server.reply(GROUP, ANN, first, "Yes, on Monday");
        server.edit(first, "Shall we meet? 🚢 Where?", 5);
        server.write(GROUP, BEN, "/help");

        awaitKept(2);
        awaitUntil(() -> kept().getFirst().text().endsWith("Where?"));
        assertThat(kept().getFirst().id()).isEqualTo(first);
        assertThat(kept().getFirst().author().id()).isEqualTo("user8");
        assertThat(kept().getLast().replyTo()).isEqualTo(first);
        assertThat(texts()).containsExactly("Shall we meet? 🚢 Where?", "Yes, on Monday");
    }

    @Test
    void settingsShowWhetherAndHowLongMessagesAreKept() {
        server.write(GROUP, ANN, "/settings");
        awaitUntil(() -> server.botTexts(GROUP).size() == 1);
        int panel = server.lastBotMessage(GROUP);

        tap(ANN, panel, "Catch-up: off");
        tap(ANN, panel, "Days: 30");
        awaitUntil(() -> server.button(panel, "✓ Days: 30") != null);
        tap(ANN, panel, "Back");
        awaitUntil(() -> server.button(panel, "Catch-up: on (days: 30)") != null);
        tap(ANN, panel, "Done");

        awaitUntil(() -> !server.message(panel).has("reply_markup"));
        assertThat(server.message(panel).path("text").asString()).endsWith("on (days: 30)");
        assertThat(sent().getLast().text()).contains("for good: 30");
    }

    @Test
    void onlyAdminsTurnTheArchiveOn() {
        server.addBot(GROUP, ANN);
        awaitUntil(() -> server.botTexts(GROUP).size() == 1);

        tap(BEN, server.lastBotMessage(GROUP), "Turn on catch-up");

        awaitUntil(() -> !server.calls("answerCallbackQuery").isEmpty());
        assertThat(server.calls("answerCallbackQuery").getFirst().text()).contains("Only admins");
        assertThat(bot.stores.archive.consent(GROUP)).isEmpty();
    }

    @Test
    void staysOffWithPrivacyModeAndExplainsHowToChangeThat() {
        server.setPrivacyMode(true);
        server.addBot(GROUP, ANN);
        awaitUntil(() -> server.botTexts(GROUP).size() == 1);

        tap(ANN, server.lastBotMessage(GROUP), "Turn on catch-up");

        awaitUntil(() -> server.botTexts(GROUP).size() == 2);
        assertThat(sent().getLast().text()).contains("/setprivacy", "@a_bot", "admin");
        assertThat(bot.stores.archive.consent(GROUP)).isEmpty();
    }

    @Test
    void turnsOnWhereTheBotIsAnAdmin() {
        server.setPrivacyMode(true);
        server.group(GROUP, "Readers", server.botId());

        agree();

        assertThat(bot.stores.archive.consent(GROUP)).isPresent();
    }

    @Test
    void optingOutLeavesNoTraceOnTheDisk() {
        agree();
        server.write(GROUP, BEN, "Tarpaulins are blue");
        server.write(GROUP, BEN, "/ask What about tarpaulins?");
        server.write(GROUP, ANN, "Annotations are fine");
        awaitKept(2);
        awaitUntil(() -> bot.asked.size() == 1);

        server.write(GROUP, BEN, "/optout");
        awaitSaid("/optin takes that back");
        server.write(GROUP, BEN, "Tarpaulins again");
        server.write(GROUP, ANN, "Annotations again");

        awaitUntil(() -> texts().size() == 2);
        assertThat(texts()).containsExactly("Annotations are fine", "Annotations again");
        assertThat(DiskSearch.filesContaining("Tarpaulins", data)).isEmpty();
        assertThat(DiskSearch.filesContaining("about tarpaulins", data)).isEmpty();
        assertThat(DiskSearch.filesContaining("Annotations", data)).isNotEmpty();
    }

    @Test
    void optingInStoresMessagesAgain() {
        agree();
        server.write(GROUP, BEN, "/optout");
        server.write(GROUP, BEN, "Unheard");
        server.write(GROUP, BEN, "/optin");
        awaitSaid("may be kept for catch-ups again");

        server.write(GROUP, BEN, "Heard");

        awaitKept(1);
        assertThat(texts()).containsExactly("Heard");
    }

    @Test
    void anonymousAdminCannotOptOut() {
        agree();
        server.write(
                GROUP,
                ANN,
                "/optout",
                "{\"sender_chat\": {\"id\": " + GROUP + ", \"type\": \"supergroup\"}}");

        awaitSaid("in your own name");
    }

    @Test
    void onlyItsAuthorOrAnAdminDeletesAMessage() {
        agree();
        int ann = server.write(GROUP, ANN, "Annotations");
        int ben = server.write(GROUP, BEN, "Bagpipes playing");
        int other = server.write(GROUP, BEN, "Tarpaulins here");
        awaitKept(3);

        server.reply(GROUP, BEN, ann, "/forget");
        awaitSaid("Only its author");
        server.reply(GROUP, BEN, ben, "/forget");
        awaitUntil(() -> kept().size() == 2);
        server.reply(GROUP, ANN, other, "/forget");
        awaitUntil(() -> kept().size() == 1);

        assertThat(texts()).containsExactly("Annotations");
        awaitNoTraceOf("Bagpipes playing");
        awaitNoTraceOf("Tarpaulins here");
    }

    @Test
    void usersCanDeleteTheirOwnMessages() {
        agree();
        server.write(GROUP, ANN, "Annotations");
        server.write(GROUP, BEN, "Bagpipes playing");
        awaitKept(2);

        server.write(GROUP, BEN, "/forget");

        awaitSaid("messages in this group is deleted");
        assertThat(texts()).containsExactly("Annotations");
        assertThat(sent().getLast().parameters().has("reply_markup")).isFalse();
        awaitNoTraceOf("Bagpipes playing");
    }

    @Test
    void deletingTheWholeArchiveNeedsConfirmation() {
        agree();
        server.write(GROUP, BEN, "Bagpipes playing");
        awaitKept(1);
        server.write(GROUP, ANN, "/forget");
        awaitSaid("messages in this group is deleted");
        int panel = server.lastBotMessage(GROUP);

        tap(ANN, panel, "Delete all");
        awaitUntil(() -> server.button(panel, "Cancel") != null);
        assertThat(kept()).hasSize(1);
        tap(ANN, panel, "Delete all");

        awaitUntil(() -> kept().isEmpty());
        awaitNoTraceOf("Bagpipes playing");
        assertThat(bot.stores.archive.consent(GROUP)).isPresent();
    }

    @Test
    void turningTheArchiveOffDeletesEverything() {
        agree();
        server.write(GROUP, BEN, "Bagpipes playing");
        awaitKept(1);
        server.write(GROUP, ANN, "/settings");
        awaitSaid("Settings of this chat");
        int panel = server.lastBotMessage(GROUP);

        tap(ANN, panel, "Catch-up: on");
        tap(ANN, panel, "Turn off and delete");
        tap(ANN, panel, "Delete all");

        awaitUntil(() -> bot.stores.archive.consent(GROUP).isEmpty());
        awaitNoTraceOf("Bagpipes playing");
        server.write(GROUP, BEN, "Bagpipes silent");
        server.write(GROUP, BEN, "/help");
        awaitSaid("/forget");
        assertThat(DiskSearch.filesContaining("Bagpipes", data)).isEmpty();
    }

    @Test
    void removingTheBotDeletesTheArchive() {
        agree();
        server.write(GROUP, BEN, "Bagpipes playing");
        awaitKept(1);

        server.removeBot(GROUP, ANN);

        awaitUntil(() -> bot.stores.archive.consent(GROUP).isEmpty());
        awaitNoTraceOf("Bagpipes playing");
    }

    @Test
    void exportGoesToTheAdminsPrivateChat() {
        server.startChat(ANN);
        agree();
        server.write(GROUP, BEN, "Bagpipes playing");
        awaitKept(1);

        server.write(GROUP, BEN, "/export");
        awaitSaid("Only admins of this group can do that");
        assertThat(server.calls("sendDocument")).isEmpty();
        server.write(GROUP, ANN, "/export");

        awaitSaid("in our private chat");
        awaitUntil(() -> server.calls("sendDocument").size() == 1);
    }

    @Test
    void importNeedsConfirmationOfItsSize() {
        agree();
        server.write(GROUP, BEN, "/optout");
        awaitSaid("/optin takes that back");

        server.upload(GROUP, ANN, export(500), "/import");
        awaitSaid("Messages to add: 1");
        assertThat(sent().getLast().text())
                .contains("older than they may be kept: 1", "opted out: 1", "kept already: 0");
        assertThat(kept()).isEmpty();
        tap(ANN, server.lastBotMessage(GROUP), "Add");

        awaitKept(1);
        assertThat(texts()).containsExactly("Said before");
        awaitUntil(() -> server.botTexts(GROUP).contains("Messages added: 1"));
    }

    @Test
    void refusesTheExportOfAnotherGroup() {
        agree();

        server.reply(GROUP, ANN, server.upload(GROUP, ANN, export(501), ""), "/import");

        awaitSaid("not of this group");
    }

    @Test
    void refusesAFileThatIsNoExportWithTheReason() {
        agree();

        server.upload(GROUP, ANN, "{\"messages\": 5".getBytes(UTF_8), "/import");

        awaitSaid("result.json");
        assertThat(sent().getLast().text()).contains("I can’t read this file");
    }

    @Test
    void onlyAdminsImport() {
        agree();

        server.upload(GROUP, BEN, export(500), "/import");

        awaitSaid("Only admins of this group can do that");
    }

    @Test
    void importsNothingWithoutConsent() {
        server.upload(GROUP, ANN, export(500), "/import");

        awaitSaid("turn on catch-up first");
    }

    private static byte[] export(long id) {
        return """
        {"name": "Readers", "type": "private_supergroup", "id": %d, "messages": [
          {"id": 1, "type": "message", "date_unixtime": "1700000000", "from": "Ann",
           "from_id": "user7", "text": "Said long ago"},
          {"id": 2, "type": "message", "date_unixtime": "1767139200", "from": "Ben",
           "from_id": "user8", "text": "Said by Ben"},
          {"id": 3, "type": "message", "date_unixtime": "1767139201", "from": "Ann",
           "from_id": "user7", "text": "Said before"},
          {"id": 4, "type": "message", "date_unixtime": "1767139202", "from": "Ann",
           "from_id": "user7", "forwarded_from": "Ben", "text": "Passed on"},
          {"id": 5, "type": "message", "date_unixtime": "1767139203", "from": "Ann",
           "from_id": "user7", "text": "/help"}]}
        """
                .formatted(id)
                .getBytes(UTF_8);
    }

    private void agree() {
        int before = server.botTexts(GROUP).size();
        server.addBot(GROUP, ANN);
        awaitUntil(() -> server.botTexts(GROUP).size() == before + 1);
        tap(ANN, server.lastBotMessage(GROUP), "Turn on catch-up");
        awaitUntil(() -> server.botTexts(GROUP).size() == before + 2);
    }

    private List<ChatMessage> kept() {
        return bot.stores.archive.messages(GROUP, MessageRange.ALL);
    }

    private List<String> texts() {
        return kept().stream().map(ChatMessage::text).toList();
    }

    private void awaitKept(int messages) {
        await().untilAsserted(() -> assertThat(kept()).hasSize(messages));
    }

    /// What is deleted is seen to be so a moment before it is overwritten.
    private void awaitNoTraceOf(String words) {
        await().untilAsserted(() -> assertThat(DiskSearch.filesContaining(words, data)).isEmpty());
    }

    private void awaitSaid(String words) {
        await().untilAsserted(
                        () -> assertThat(server.botTexts(GROUP)).last().asString().contains(words));
    }

    /// Taps the button with that label as soon as it is there.
    private void tap(long person, int panel, String label) {
        awaitUntil(() -> server.button(panel, label) != null);
        JsonNode found = server.button(panel, label);
        server.pressButton(
                person, panel, found == null ? "" : found.path("callback_data").asString());
    }

    private List<MethodCall> sent() {
        return server.sendCalls(GROUP);
    }
}
