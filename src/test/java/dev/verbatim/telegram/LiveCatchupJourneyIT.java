package dev.verbatim.telegram;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.Consent;
import dev.verbatim.group.MessageRange;
import dev.verbatim.playground.botapi.FaultInjector.InjectedFault;
import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.DiskSearch;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.telegram.catchup.LiveCatchupScheduler;
import dev.verbatim.telegram.delivery.RunningBot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Journeys of a live catch-up, over real HTTP and with a [MutableClock].
@OnEachDatabase(inEveryBuild = false)
class LiveCatchupJourneyIT {

    private static final long GROUP = -1_000_000_000_500L;
    private static final Author CLARA = new Author("user9", "Clara", "clara");
    private static final String ALL_DAY = "until the end of the day.";

    @TempDir private Path data;

    // Noon of the first of March, in UTC.
    private final MutableClock clock = new MutableClock();
    private TelegramDriver server;
    private AnsweringBot bot;
    private int lastId = 1000;

    @BeforeEach
    void serve() throws IOException {
        server = RunningBot.server();
        server.setPrivacyMode(false);
        server.group(GROUP, "Readers", ANN);
        server.promoteBot(GROUP);
        bot = AnsweringBot.with(server, data, clock);
        bot.write(
                rows ->
                        bot.archive.grantConsent(
                                GROUP, new Consent(Author.id(ANN), clock.instant(), 30), rows));
    }

    @AfterEach
    void stop() {
        bot.close();
        server.close();
    }

    @Test
    void onlyAdminsBeginAndEndOne() {
        assertThat(asked(BEN, "/catchup live")).startsWith("Only admins");
        assertThat(asked(ANN, "/catchup live off")).contains("no living catch-up here");
        assertThat(asked(ANN, "/catchup live")).contains("/catchup live off ends it");
        assertThat(asked(BEN, "/catchup live off")).startsWith("Only admins");
        assertThat(asked(ANN, "/catchup live off")).contains("has ended");
    }

    @Test
    void inPrivateItSaysThatItIsForGroups() {
        server.write(BEN, "/catchup live");

        awaitUntil(() -> !server.botTexts(BEN).isEmpty());
        assertThat(server.botTexts(BEN).getFirst()).contains("is for groups");
    }

    @Test
    void nothingIsPostedBeforeSomebodyWrites() {
        asked(ANN, "/catchup live");

        bot.live.update();

        assertThat(lives()).isEmpty();
    }

    @Test
    void theFirstMessageIsPostedAndPinnedOnceWithoutASound() {
        int live = begin("Shall we meet on Thursday?");

        bot.live.update();

        assertThat(server.pinned(GROUP)).containsExactly(live);
        assertThat(server.calls("pinChatMessage")).hasSize(1);
        assertThat(
                        server.calls("pinChatMessage")
                                .getFirst()
                                .parameters()
                                .path("disable_notification")
                                .asBoolean())
                .isTrue();
        assertThat(text(live)).contains("“Shall we meet on Thursday?”", ALL_DAY);
        assertThat(server.button(live, "New since you looked")).isNotNull();
    }

    @Test
    void itIsEditedAsTheTalkGoesOnAtMostOnceAMinute() {
        int live = begin("first");
        said("second");
        bot.live.update();
        assertThat(server.calls("editMessageText")).isEmpty();

        afterAMinute();
        bot.live.update();

        assertThat(text(live)).contains("“first”", "“second”", ALL_DAY);
        assertThat(server.calls("editMessageText")).hasSize(1);
        assertThat(lives()).hasSize(1);
    }

    @Test
    void whereNothingIsSaidNothingIsEdited() {
        begin("first");

        afterAMinute();
        afterAMinute();

        assertThat(server.calls("editMessageText")).isEmpty();
    }

    @Test
    void editedAndForgottenMessagesAreFollowed() {
        int live = begin("first");
        long other = said("a mistake");
        said("third");
        afterAMinute();
        assertThat(text(live)).contains("“a mistake”");
        ChatMessage third = message(lastId, "third and last");
        bot.write(
                rows -> {
                    bot.archive.delete(GROUP, other, rows);
                    bot.archive.update(GROUP, third, clock.instant(), rows);
                });

        afterAMinute();

        assertThat(text(live)).contains("“first”", "“third and last”").doesNotContain("a mistake");
    }

    @Test
    void whatIsForgottenIsInNoFileAndNotInTheMessage() {
        int live = begin("the kiwicode888");
        assertThat(text(live)).contains("kiwicode888");
        bot.write(rows -> bot.archive.deleteAllBy(GROUP, CLARA.id(), rows));

        afterAMinute();

        assertThat(text(live)).isEqualTo("Nobody wrote anything in that time.");
        await().untilAsserted(
                        () ->
                                assertThat(DiskSearch.filesContaining("kiwicode888", data))
                                        .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/forget", "/optout"})
    void whatItsWriterTakesBackIsInNoFileAndNotInTheMessage(String command) {
        int live = begin("first");
        var ben = new Author(Author.id(BEN), "Ben", "ben");
        keep(
                new ChatMessage(
                        ++lastId,
                        0,
                        ben,
                        clock.instant(),
                        null,
                        "the kiwicode888",
                        Set.of(),
                        List.of()));
        afterAMinute();
        assertThat(text(live)).contains("kiwicode888");

        asked(BEN, command);
        afterAMinute();

        assertThat(text(live)).contains("“first”").doesNotContain("kiwicode888", "Ben");
        await().untilAsserted(
                        () ->
                                assertThat(DiskSearch.filesContaining("kiwicode888", data))
                                        .isEmpty());
    }

    @Test
    void atTheDaysEndItIsUnpinnedAndAnewOneBeginsWithTheNextMessage() {
        int first = begin("on Sunday");
        said("late on Sunday");
        until("2026-03-01T23:00:01Z"); // midnight in Berlin
        bot.live.update();
        assertThat(server.pinned(GROUP)).isEmpty();
        assertThat(text(first)).contains("“late on Sunday”");

        bot.live.update();
        assertThat(lives()).hasSize(1);
        said("on Monday");
        bot.live.update();
        awaitUntil(() -> lives().size() == 2);
        int second = server.messageOf(lives().getLast());
        pinned(second);

        assertThat(text(second)).contains("“on Monday”").doesNotContain("Sunday”");
        assertThat(text(first)).doesNotContain("on Monday");
        assertThat(server.pinned(GROUP)).containsExactly(second);
    }

    @Test
    void afterARestartTheSameMessageIsEdited() {
        int live = begin("first");
        bot.close();
        bot = AnsweringBot.with(server, data, clock);
        awaitUntil(() -> bot.say("nothing", _ -> {}));
        said("second");

        afterAMinute();

        assertThat(text(live)).contains("“second”");
        assertThat(lives()).hasSize(1);
        assertThat(server.pinned(GROUP)).containsExactly(live);
        assertThat(server.calls("pinChatMessage")).hasSize(1);
    }

    /// The process may end at any moment between the decision and Telegram, and after it.
    @Test
    void noSecondOneIsPinnedWhereverTheProcessEnds() {
        asked(ANN, "/catchup live");
        said("first");
        schedulerKilledBeforeTheCommit().update();
        assertThat(lives()).isEmpty();
        bot.live.update();
        awaitUntil(() -> lives().size() == 1);
        int live = server.messageOf(lives().getFirst());
        awaitUntil(() -> isStored(live));
        schedulerKilledBeforeTheCommit().update();
        assertThat(server.pinned(GROUP)).containsExactly(live);

        pinned(live);
        afterAMinute();

        assertThat(server.pinned(GROUP)).containsExactly(live);
        assertThat(lives()).hasSize(1);
        assertThat(server.message(live).path("chat").path("id").asLong()).isEqualTo(GROUP);
    }

    @Test
    void anInstanceThatStandsByEditsNothing() {
        int live = begin("first");
        said("second");
        clock.advance(Duration.ofSeconds(61));
        var standby =
                new LiveCatchupScheduler(
                        bot.catchups, bot.stores.settings, _ -> true, (_, _) -> false);

        standby.update();

        assertThat(text(live)).doesNotContain("second");
    }

    @Test
    void withoutTheRightToPinItSaysSoOnceAndGoesOn() {
        server.faults()
                .failNext(
                        "pinChatMessage",
                        InjectedFault.badRequest(
                                "not enough rights to manage pinned messages in the chat"));
        asked(ANN, "/catchup live");
        said("first");
        bot.live.update();
        awaitUntil(() -> lives().size() == 1);
        int live = server.messageOf(lives().getFirst());
        awaitUntil(() -> isStored(live));
        bot.live.update();
        awaitUntil(() -> server.botTexts(GROUP).getLast().startsWith("I may not pin"));
        said("second");

        afterAMinute();

        assertThat(text(live)).contains("“second”");
        assertThat(server.calls("pinChatMessage")).hasSize(1);
        asked(ANN, "/catchup live");
        pinned(live);
        assertThat(server.pinned(GROUP)).containsExactly(live);
    }

    @Test
    void whenItsMessageIsGoneItEndsWithOneLine() {
        int live = begin("first");
        server.delete(live);
        said("second");

        afterAMinute();
        afterAMinute();

        awaitUntil(() -> server.botTexts(GROUP).getLast().contains("is gone, so it has ended"));
        assertThat(asked(ANN, "/catchup live off")).contains("no living catch-up here");
        assertThat(lives()).hasSize(1);
    }

    @Test
    void anEditThatIsRefusedIsMadeUpForByTheNext() {
        int live = begin("first");
        server.faults().failNext("editMessageText", InjectedFault.badRequest("TEST_REFUSED"));
        said("second");
        afterAMinute();
        said("third");

        afterAMinute();

        assertThat(text(live)).contains("“second”", "“third”");
        assertThat(lives()).hasSize(1);
    }

    @Test
    void offUnpinsItAndLeavesItAsItIs() {
        int live = begin("first");
        assertThat(asked(ANN, "/catchup live off")).contains("has ended");
        said("second");

        afterAMinute();

        assertThat(server.pinned(GROUP)).isEmpty();
        assertThat(text(live)).contains("“first”").doesNotContain("“second”");
    }

    @Test
    void whenTheArchiveIsTurnedOffNothingOfItStays() {
        int live = begin("first");
        bot.write(rows -> bot.archive.revokeConsent(GROUP, rows));

        afterAMinute();

        assertThat(text(live)).contains("has ended").doesNotContain("first");
        assertThat(server.pinned(GROUP)).isEmpty();
    }

    @Test
    void aTopicHasItsOwn() {
        server.write(
                GROUP,
                ANN,
                "/catchup live",
                "{\"message_thread_id\": 3, \"is_topic_message\": true}");
        awaitUntil(() -> !server.botTexts(GROUP).isEmpty());
        keep(new ChatMessage(7, 4, CLARA, clock.instant(), null, "elsewhere", Set.of(), List.of()));
        keep(new ChatMessage(8, 3, CLARA, clock.instant(), null, "here", Set.of(), List.of()));

        bot.live.update();

        awaitUntil(() -> lives().size() == 1);
        assertThat(lives().getFirst().parameters().path("message_thread_id").asInt()).isEqualTo(3);
        assertThat(lives().getFirst().text()).contains("“here”").doesNotContain("elsewhere");
    }

    @Test
    void newSinceYouLookedIsForOnePersonAndOnlyWhatIsNew() {
        server.startChat(BEN);
        server.addMember(GROUP, BEN);
        int live = begin("first");
        clock.advance(Duration.ofSeconds(10));
        pressNew(live);
        awaitUntil(() -> server.botTexts(BEN).size() == 1);
        assertThat(server.botTexts(BEN).getFirst()).contains("“first”");
        clock.advance(Duration.ofSeconds(10));
        pressNew(live);
        awaitUntil(() -> notices().contains("Nothing new since you looked."));
        said("second");

        pressNew(live);

        awaitUntil(() -> server.botTexts(BEN).size() == 2);
        assertThat(server.botTexts(BEN).getLast()).contains("“second”").doesNotContain("“first”");
        assertThat(text(live)).contains("“first”").doesNotContain("“second”");
    }

    private List<String> notices() {
        return server.calls("answerCallbackQuery").stream()
                .map(call -> call.parameters().path("text").asString(""))
                .toList();
    }

    private void pressNew(int live) {
        server.pressButton(
                BEN,
                live,
                requireNonNull(server.button(live, "New since you looked"))
                        .path("callback_data")
                        .asString());
    }

    /// A live catch-up of one message, posted and pinned; its number.
    private int begin(String words) {
        asked(ANN, "/catchup live");
        said(words);
        bot.live.update();
        awaitUntil(() -> lives().size() == 1);
        int live = server.messageOf(lives().getFirst());
        pinned(live);
        return live;
    }

    private void pinned(int live) {
        awaitUntil(() -> isStored(live));
        bot.live.update();
        assertThat(server.pinned(GROUP)).contains(live);
    }

    private boolean isStored(int live) {
        return bot.store()
                .read(
                        rows ->
                                rows.sql("select message_id from live_catchup")
                                        .query(Integer.class)
                                        .list())
                .contains(live);
    }

    private LiveCatchupScheduler schedulerKilledBeforeTheCommit() {
        return new LiveCatchupScheduler(
                bot.catchups,
                bot.stores.settings,
                _ -> true,
                (key, turn) ->
                        bot.say(
                                key,
                                saying -> {
                                    turn.accept(saying);
                                    saying.write(
                                            _ -> {
                                                throw new IllegalStateException("killed");
                                            });
                                }));
    }

    private List<MethodCall> lives() {
        return server.sendCalls(GROUP).stream()
                .filter(call -> call.text().contains(ALL_DAY))
                .toList();
    }

    private String text(int message) {
        return server.message(message).path("text").asString("");
    }

    private void afterAMinute() {
        clock.advance(Duration.ofSeconds(61));
        bot.live.update();
    }

    private void until(String time) {
        clock.advance(Duration.between(clock.instant(), Instant.parse(time)));
    }

    private String asked(long person, String command) {
        int before = server.botTexts(GROUP).size();
        server.write(GROUP, person, command);
        awaitUntil(() -> server.botTexts(GROUP).size() > before);
        return server.botTexts(GROUP).getLast();
    }

    private long said(String words) {
        keep(message(++lastId, words));
        return lastId;
    }

    private ChatMessage message(long id, String words) {
        return new ChatMessage(id, 0, CLARA, clock.instant(), null, words, Set.of(), List.of());
    }

    private void keep(ChatMessage message) {
        bot.write(rows -> bot.archive.store(GROUP, message, rows));
        assertThat(bot.archive.messages(GROUP, MessageRange.ALL)).contains(message);
    }
}
