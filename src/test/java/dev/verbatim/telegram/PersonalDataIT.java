package dev.verbatim.telegram;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.await;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.Consent;
import dev.verbatim.group.MessageRange;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.DiskSearch;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.telegram.delivery.RunningBot;
import dev.verbatim.telegram.editors.AccessControl.AccessSettings;
import dev.verbatim.telegram.message.MessageKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Users learn what is kept of them, get it, and have it deleted; and some may not use the bot.
@OnEachDatabase(inEveryBuild = false)
class PersonalDataIT {

    private static final long GROUP = -1_000_000_000_500L;
    private static final long NEW_GROUP = -1_000_000_000_600L;

    @TempDir private Path data;

    // Of the day on which every message is sent in the simulation.
    private final Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:10:00Z"), ZoneOffset.UTC);
    private TelegramDriver server;

    @SuppressWarnings("NullAway.Init") // every test begins with serve
    private AnsweringBot bot;

    @BeforeEach
    void listen() throws IOException {
        server = RunningBot.server();
        server.setPrivacyMode(false);
        server.group(GROUP, "Readers", ANN);
        server.startChat(BEN);
    }

    @AfterEach
    void stop() {
        bot.close();
        server.close();
    }

    private void serve(Set<Long> users, Set<Long> chats) {
        bot = AnsweringBot.with(server, data, clock, new AccessSettings(users, chats));
    }

    private void serveWithWordsOfBen() {
        serve(Set.of(), Set.of());
        bot.write(
                rows ->
                        bot.archive.grantConsent(
                                GROUP, new Consent("user7", clock.instant(), 14), rows));
        server.write(GROUP, BEN, "Tarpaulins are blue");
        server.write(GROUP, ANN, "Annotations are fine");
        server.write(GROUP, BEN, "/ask How many tarpaulins?");
        server.write(BEN, "Who made tarpaulins?");
        awaitUntil(() -> bot.asked.size() == 2);
        awaitUntil(() -> kept().size() == 2);
        awaitUntil(() -> server.botTexts(BEN).size() == 1 && server.botTexts(GROUP).size() == 1);
    }

    private List<ChatMessage> kept() {
        return bot.archive.messages(GROUP, MessageRange.ALL);
    }

    @Test
    void privacyTellsWhatIsKeptAndForHowLong() {
        serveWithWordsOfBen();

        server.write(BEN, "/privacy");
        assertThat(second(BEN))
                .contains(
                        "questions with my answers: 2", "after 30 days", "catch-up: 1", "/export");

        server.write(GROUP, BEN, "/privacy");
        assertThat(second(GROUP))
                .contains("messages 1 (each for 14 days)", "answers 1 (each for 30 days)");
    }

    @Test
    void exportSendsAllOfItToThePrivateChat() {
        serveWithWordsOfBen();

        server.write(BEN, "/export");

        awaitUntil(() -> server.calls("sendDocument").size() == 1);
        assertThat(server.calls("sendDocument").getFirst().chatId()).isEqualTo(BEN);
    }

    @Test
    void exportHasWhatWasGivenUp() {
        serve(Set.of(), Set.of());
        bot.answers(
                "Where are the tarpaulins?",
                () -> {
                    throw new IllegalStateException("a fault");
                });
        server.write(BEN, "Where are the tarpaulins?");
        awaitUntil(() -> server.botTexts(BEN).size() == 1);

        server.write(BEN, "/export");

        awaitUntil(() -> server.calls("sendDocument").size() == 1);
        int export = server.messageOf(server.calls("sendDocument").getFirst());
        assertThat(server.document(export)).contains("Where are the tarpaulins?");
    }

    @Test
    void forgetDeletesAllOfItEverywhere() {
        serveWithWordsOfBen();

        server.write(BEN, "/forget");

        assertThat(second(BEN)).contains("is deleted, here and in all groups");
        assertThat(kept()).extracting(ChatMessage::text).containsExactly("Annotations are fine");
        await().untilAsserted(
                        () -> assertThat(DiskSearch.filesContaining("arpaulins", data)).isEmpty());
        server.write(BEN, "/privacy");
        awaitUntil(() -> server.botTexts(BEN).size() == 3);
        assertThat(server.botTexts(BEN).getLast())
                .contains("questions with my answers: 0", "catch-up: 0");
    }

    /// The text of one that was given up is kept for the operator until then.
    @Test
    void forgetDeletesTheWordsOfWhatWasGivenUp() {
        serve(Set.of(), Set.of());
        bot.answers(
                "Where are the tarpaulins?",
                () -> {
                    throw new IllegalStateException("a fault");
                });
        server.write(BEN, "Where are the tarpaulins?");
        awaitUntil(() -> server.botTexts(BEN).size() == 1);

        server.write(BEN, "/forget");

        assertThat(second(BEN)).contains("is deleted, here and in all groups");
        await().untilAsserted(
                        () -> assertThat(DiskSearch.filesContaining("arpaulins", data)).isEmpty());
    }

    @Test
    void groupWithoutCatchupIsToldThatNoMessagesAreKept() {
        serve(Set.of(), Set.of());

        server.write(GROUP, BEN, "/privacy");

        awaitUntil(() -> !server.botTexts(GROUP).isEmpty());
        assertThat(server.botTexts(GROUP).getLast())
                .startsWith("I keep no messages of this group")
                .contains("answers: 0 (each for 30 days)");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageHasItsOwnWordsForIt(Locale language) {
        serve(Set.of(), Set.of());

        assertThat(
                        Stream.of(
                                        MessageKey.PRIVACY_PRIVATE,
                                        MessageKey.PRIVACY_GROUP,
                                        MessageKey.PRIVACY_GROUP_OFF,
                                        MessageKey.FORGOTTEN_EVERYWHERE,
                                        MessageKey.ACCESS_REFUSED)
                                .map(key -> key.in(MessageCatalog.in(language), 1, 2, 3, 4, 5)))
                .doesNotContainAnyElementsOf(
                        language.equals(Locale.ENGLISH)
                                ? List.of("")
                                : List.of(
                                        MessageKey.ACCESS_REFUSED.in(
                                                MessageCatalog.in(Locale.ENGLISH)),
                                        MessageKey.FORGOTTEN_EVERYWHERE.in(
                                                MessageCatalog.in(Locale.ENGLISH))));
    }

    static List<Locale> languages() {
        return MessageCatalog.languages();
    }

    @Test
    void everybodyMayUseTheBotByDefault() {
        serve(Set.of(), Set.of());

        server.write(BEN, "Who met?");

        awaitUntil(() -> bot.asked.size() == 1);
    }

    @Test
    void whoIsNotListedIsToldOnce() {
        serve(Set.of(ANN), Set.of());
        server.startChat(ANN);

        server.write(BEN, "Who met?");
        server.write(BEN, "Who met in Brussels?");
        server.queryInline(BEN, "Who met?", "");
        server.write(ANN, "Who met in Paris?");

        awaitUntil(() -> server.botTexts(ANN).size() == 1);
        awaitUntil(() -> rows("select count(*) from inbox where state = 'done'") == 4);
        assertThat(bot.asked).containsExactly("Who met in Paris?");
        assertThat(server.botTexts(BEN))
                .singleElement()
                .asString()
                .contains("not open to everyone");
        assertThat(server.calls("answerInlineQuery")).isEmpty();
    }

    @Test
    void allOfAListedGroupMayUseTheBotThere() {
        serve(Set.of(), Set.of(GROUP));

        server.write(GROUP, BEN, "/ask Who met?");
        server.write(BEN, "Who met?");

        awaitUntil(() -> bot.asked.size() == 1 && server.botTexts(BEN).size() == 1);
        assertThat(server.botTexts(BEN).getFirst()).contains("not open to everyone");
    }

    @Test
    void aGroupThatIsNotListedGetsThatLineInsteadOfAGreeting() {
        serve(Set.of(), Set.of(GROUP - 1));

        server.addBot(GROUP, ANN);

        awaitUntil(() -> server.botTexts(GROUP).size() == 1);
        assertThat(server.botTexts(GROUP).getFirst()).contains("not open to everyone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/privacy", "/forget"})
    void whoIsRefusedStillHasARightToTheirData(String command) {
        serve(Set.of(ANN), Set.of());

        server.write(BEN, command);

        awaitUntil(() -> server.botTexts(BEN).size() == 1);
        assertThat(server.botTexts(BEN).getFirst()).doesNotContain("not open to everyone");
    }

    @Test
    void anEditorBlocksAUserOrAChat() {
        serve(Set.of(), Set.of());
        server.startChat(AnsweringBot.EDITOR);
        byEditor("/block " + BEN, BEN + " is blocked");
        byEditor("/block " + GROUP, GROUP + " is blocked");

        server.write(BEN, "Who met?");
        server.write(GROUP, ANN, "/ask Who met?");
        awaitUntil(() -> server.botTexts(BEN).size() == 1 && server.botTexts(GROUP).size() == 1);
        assertThat(bot.asked).isEmpty();

        byEditor("/unblock " + BEN, BEN + " is not blocked");
        server.write(BEN, "Who met?");
        awaitUntil(() -> bot.asked.size() == 1);
    }

    @Test
    void aGroupThatBecomesASupergroupStaysBlocked() {
        serve(Set.of(), Set.of());
        server.startChat(AnsweringBot.EDITOR);
        byEditor("/block " + GROUP, GROUP + " is blocked");
        server.group(NEW_GROUP, "Readers", ANN);
        tellOfMigration();

        server.write(NEW_GROUP, ANN, "/ask Who met?");
        awaitUntil(() -> server.botTexts(NEW_GROUP).size() == 1);
        assertThat(bot.asked).isEmpty();

        byEditor("/unblock " + NEW_GROUP, NEW_GROUP + " is not blocked");
        server.write(NEW_GROUP, ANN, "/ask Who met?");
        awaitUntil(() -> bot.asked.size() == 1);
    }

    @Test
    void aListedGroupThatBecomesASupergroupMayUseTheBot() {
        serve(Set.of(), Set.of(GROUP));
        server.group(NEW_GROUP, "Readers", ANN);
        tellOfMigration();

        server.write(NEW_GROUP, ANN, "/ask Who met?");

        awaitUntil(() -> bot.asked.size() == 1);
    }

    private void tellOfMigration() {
        server.send(NEW_GROUP, "{\"migrate_from_chat_id\": " + GROUP + "}");
        awaitUntil(() -> rows("select count(*) from moved_chat") == 1);
    }

    @Test
    void onlyEditorsBlockAndEditorsAreNeverBlocked() {
        serve(Set.of(), Set.of());
        server.startChat(AnsweringBot.EDITOR);
        server.write(BEN, "/block 12");
        awaitUntil(() -> server.botTexts(BEN).size() == 1);
        assertThat(rows("select count(*) from blocked")).isZero();

        byEditor("/block " + AnsweringBot.EDITOR, "is blocked");
        byEditor("/block", "/block 123456789");
    }

    private void byEditor(String command, String reply) {
        server.write(AnsweringBot.EDITOR, command);
        await().untilAsserted(
                        () ->
                                assertThat(server.botTexts(AnsweringBot.EDITOR))
                                        .last()
                                        .asString()
                                        .contains(reply));
    }

    private String second(long chat) {
        awaitUntil(() -> server.botTexts(chat).size() == 2);
        return server.botTexts(chat).getLast();
    }

    private long rows(String count) {
        return bot.store().read(rows -> rows.sql(count).query(Long.class).single());
    }
}
