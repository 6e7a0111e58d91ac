package dev.verbatim.telegram;

import static dev.verbatim.telegram.ArchivedGroup.GROUP;
import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Media;
import dev.verbatim.store.DiskSearch;
import dev.verbatim.store.OnEachDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Journeys of a group's archive, from consent to deletion, over real HTTP.
@OnEachDatabase(inEveryBuild = false)
class ArchiveJourneyIT {

    @TempDir private Path data;

    private ArchivedGroup group;

    @BeforeEach
    void open() throws IOException {
        group = new ArchivedGroup(data);
    }

    @AfterEach
    void close() {
        group.close();
    }

    @Test
    void storesNothingBeforeAnAdminAgrees() {
        group.server.write(GROUP, BEN, "Tarpaulins are blue");
        group.server.edit(
                group.server.write(GROUP, BEN, "Tarpaulins are red"), "Tarpaulins are green", 5);
        group.server.write(GROUP, BEN, "/ask Who met?");

        awaitUntil(() -> group.server.botTexts(GROUP).size() == 1);
        assertThat(DiskSearch.filesContaining("Tarpaulins", data)).isEmpty();
        assertThat(DiskSearch.filesContaining("Who met?", data)).isNotEmpty();
    }

    @Test
    void greetingHasTheButtonThatTurnsTheArchiveOn() {
        group.server.addBot(GROUP, ANN);
        awaitUntil(() -> group.server.botTexts(GROUP).size() == 1);
        assertThat(group.sent().getFirst().text()).contains("Nothing is kept until an admin");

        group.tap(ANN, group.server.lastBotMessage(GROUP), "Turn on catch-up");

        awaitUntil(() -> group.server.botTexts(GROUP).size() == 2);
        assertThat(group.sent().getLast().text())
                .contains("Catch-up is on", "for good: 7", "/optout");
        assertThat(group.bot.stores.archive.consent(GROUP))
                .hasValueSatisfying(
                        consent -> {
                            assertThat(consent.by()).isEqualTo("user7");
                            assertThat(consent.at()).isEqualTo(ArchivedGroup.NOW);
                        });
    }

    @Test
    void storesMessagesWordForWordAfterConsent() {
        group.agree();

        int first = group.server.write(GROUP, BEN, "Shall we meet? 🚢");
        group.server.reply(GROUP, ANN, first, "Yes, on Monday");
        group.server.edit(first, "Shall we meet? 🚢 Where?", 5);
        group.server.write(GROUP, BEN, "/help");

        group.awaitKept(2);
        awaitUntil(() -> group.kept().getFirst().text().endsWith("Where?"));
        assertThat(group.kept().getFirst().id()).isEqualTo(first);
        assertThat(group.kept().getFirst().author().id()).isEqualTo("user8");
        assertThat(group.kept().getLast().replyTo()).isEqualTo(first);
        assertThat(group.texts()).containsExactly("Shall we meet? 🚢 Where?", "Yes, on Monday");
    }

    @Test
    void ofPicturesAndFilesNothingIsStoredButThatTheyAreSome() {
        group.agree();

        group.server.send(GROUP, BEN, "{\"photo\": [{\"file_id\": \"harpsichord\"}]}");
        group.server.send(
                GROUP,
                BEN,
                "{\"document\": {\"file_id\": \"fugue\", \"file_name\": \"salaries.pdf\"}}");
        group.server.send(GROUP, BEN, "{\"voice\": {\"file_id\": \"ricercar\"}}");

        group.awaitKept(3);
        assertThat(group.kept())
                .extracting(ChatMessage::attachment)
                .containsExactly(Media.PICTURE, Media.FILE, Media.VOICE);
        for (String trace : List.of("harpsichord", "fugue", "salaries", "ricercar")) {
            group.awaitNoTraceOf(trace);
        }
        group.server.write(GROUP, BEN, "/optout");
        group.awaitKept(0);
    }

    @Test
    void settingsShowWhetherAndHowLongMessagesAreKept() {
        group.server.write(GROUP, ANN, "/settings");
        awaitUntil(() -> group.server.botTexts(GROUP).size() == 1);
        int panel = group.server.lastBotMessage(GROUP);

        group.tap(ANN, panel, "Catch-up: off");
        group.tap(ANN, panel, "Days: 30");
        awaitUntil(() -> group.server.button(panel, "✓ Days: 30") != null);
        group.tap(ANN, panel, "Back");
        awaitUntil(() -> group.server.button(panel, "Catch-up: on (days: 30)") != null);
        group.tap(ANN, panel, "Done");

        awaitUntil(() -> !group.server.message(panel).has("reply_markup"));
        assertThat(group.server.message(panel).path("text").asString()).endsWith("on (days: 30)");
        assertThat(group.sent().getLast().text()).contains("for good: 30");
    }

    @Test
    void onlyAdminsTurnTheArchiveOn() {
        group.server.addBot(GROUP, ANN);
        awaitUntil(() -> group.server.botTexts(GROUP).size() == 1);

        group.tap(BEN, group.server.lastBotMessage(GROUP), "Turn on catch-up");

        awaitUntil(() -> !group.server.calls("answerCallbackQuery").isEmpty());
        assertThat(group.server.calls("answerCallbackQuery").getFirst().text())
                .contains("Only admins");
        assertThat(group.bot.stores.archive.consent(GROUP)).isEmpty();
    }

    @Test
    void staysOffWithPrivacyModeAndExplainsHowToChangeThat() {
        group.server.setPrivacyMode(true);
        group.server.addBot(GROUP, ANN);
        awaitUntil(() -> group.server.botTexts(GROUP).size() == 1);

        group.tap(ANN, group.server.lastBotMessage(GROUP), "Turn on catch-up");

        awaitUntil(() -> group.server.botTexts(GROUP).size() == 2);
        assertThat(group.sent().getLast().text()).contains("/setprivacy", "@a_bot", "admin");
        assertThat(group.bot.stores.archive.consent(GROUP)).isEmpty();
    }

    @Test
    void turnsOnWhereTheBotIsAnAdmin() {
        group.server.setPrivacyMode(true);
        group.server.group(GROUP, "Readers", group.server.botId());

        group.agree();

        assertThat(group.bot.stores.archive.consent(GROUP)).isPresent();
    }

    @Test
    void optingOutLeavesNoTraceOnTheDisk() {
        group.agree();
        group.server.write(GROUP, BEN, "Tarpaulins are blue");
        group.server.write(GROUP, BEN, "/ask What about tarpaulins?");
        group.server.write(GROUP, ANN, "Annotations are fine");
        group.awaitKept(2);
        awaitUntil(() -> group.bot.asked.size() == 1);

        group.server.write(GROUP, BEN, "/optout");
        group.awaitSaid("/optin takes that back");
        group.server.write(GROUP, BEN, "Tarpaulins again");
        group.server.write(GROUP, ANN, "Annotations again");

        awaitUntil(() -> group.texts().size() == 2);
        assertThat(group.texts()).containsExactly("Annotations are fine", "Annotations again");
        assertThat(DiskSearch.filesContaining("Tarpaulins", data)).isEmpty();
        assertThat(DiskSearch.filesContaining("about tarpaulins", data)).isEmpty();
        assertThat(DiskSearch.filesContaining("Annotations", data)).isNotEmpty();
    }

    @Test
    void optingInStoresMessagesAgain() {
        group.agree();
        group.server.write(GROUP, BEN, "/optout");
        group.server.write(GROUP, BEN, "Unheard");
        group.server.write(GROUP, BEN, "/optin");
        group.awaitSaid("may be kept for catch-ups again");

        group.server.write(GROUP, BEN, "Heard");

        group.awaitKept(1);
        assertThat(group.texts()).containsExactly("Heard");
    }

    @Test
    void anonymousAdminCannotOptOut() {
        group.agree();
        group.server.write(
                GROUP,
                ANN,
                "/optout",
                "{\"sender_chat\": {\"id\": " + GROUP + ", \"type\": \"supergroup\"}}");

        group.awaitSaid("in your own name");
    }

    @Test
    void onlyItsAuthorOrAnAdminDeletesAMessage() {
        group.agree();
        int ann = group.server.write(GROUP, ANN, "Annotations");
        int ben = group.server.write(GROUP, BEN, "Bagpipes playing");
        int other = group.server.write(GROUP, BEN, "Tarpaulins here");
        group.awaitKept(3);

        group.server.reply(GROUP, BEN, ann, "/forget");
        group.awaitSaid("Only its author");
        group.server.reply(GROUP, BEN, ben, "/forget");
        awaitUntil(() -> group.kept().size() == 2);
        group.server.reply(GROUP, ANN, other, "/forget");
        awaitUntil(() -> group.kept().size() == 1);

        assertThat(group.texts()).containsExactly("Annotations");
        group.awaitNoTraceOf("Bagpipes playing");
        group.awaitNoTraceOf("Tarpaulins here");
    }

    @Test
    void usersCanDeleteTheirOwnMessages() {
        group.agree();
        group.server.write(GROUP, ANN, "Annotations");
        group.server.write(GROUP, BEN, "Bagpipes playing");
        group.awaitKept(2);

        group.server.write(GROUP, BEN, "/forget");

        group.awaitSaid("messages in this group is deleted");
        assertThat(group.texts()).containsExactly("Annotations");
        assertThat(group.sent().getLast().parameters().has("reply_markup")).isFalse();
        group.awaitNoTraceOf("Bagpipes playing");
    }

    @Test
    void deletingTheWholeArchiveNeedsConfirmation() {
        group.agree();
        group.server.write(GROUP, BEN, "Bagpipes playing");
        group.awaitKept(1);
        group.server.write(GROUP, ANN, "/forget");
        group.awaitSaid("messages in this group is deleted");
        int panel = group.server.lastBotMessage(GROUP);

        group.tap(ANN, panel, "Delete all");
        awaitUntil(() -> group.server.button(panel, "Cancel") != null);
        assertThat(group.kept()).hasSize(1);
        group.tap(ANN, panel, "Delete all");

        awaitUntil(() -> group.kept().isEmpty());
        group.awaitNoTraceOf("Bagpipes playing");
        assertThat(group.bot.stores.archive.consent(GROUP)).isPresent();
    }

    @Test
    void turningTheArchiveOffDeletesEverything() {
        group.agree();
        group.server.write(GROUP, BEN, "Bagpipes playing");
        group.awaitKept(1);
        group.server.write(GROUP, ANN, "/settings");
        group.awaitSaid("Settings of this chat");
        int panel = group.server.lastBotMessage(GROUP);

        group.tap(ANN, panel, "Catch-up: on");
        group.tap(ANN, panel, "Turn off and delete");
        group.tap(ANN, panel, "Delete all");

        awaitUntil(() -> group.bot.stores.archive.consent(GROUP).isEmpty());
        group.awaitNoTraceOf("Bagpipes playing");
        group.server.write(GROUP, BEN, "Bagpipes silent");
        group.server.write(GROUP, BEN, "/help");
        group.awaitSaid("/forget");
        assertThat(DiskSearch.filesContaining("Bagpipes", data)).isEmpty();
    }

    @Test
    void removingTheBotDeletesTheArchive() {
        group.agree();
        group.server.write(GROUP, BEN, "Bagpipes playing");
        group.awaitKept(1);

        group.server.removeBot(GROUP, ANN);

        awaitUntil(() -> group.bot.stores.archive.consent(GROUP).isEmpty());
        group.awaitNoTraceOf("Bagpipes playing");
    }
}
