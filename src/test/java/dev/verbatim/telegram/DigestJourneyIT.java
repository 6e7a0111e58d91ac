package dev.verbatim.telegram;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.Consent;
import dev.verbatim.playground.botapi.FaultInjector.InjectedFault;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.telegram.catchup.CatchupService;
import dev.verbatim.telegram.catchup.DigestScheduler;
import dev.verbatim.telegram.delivery.RunningBot;
import dev.verbatim.telegram.delivery.UpdateHandler.ChatData;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Journeys of a daily digest, over real HTTP and with a [MutableClock].
@OnEachDatabase(inEveryBuild = false)
class DigestJourneyIT {

    private static final long GROUP = -1_000_000_000_500L;
    private static final Author CLARA = new Author("user9", "Clara", "clara");

    @TempDir private Path data;

    // Noon of the first of March, in UTC.
    private final MutableClock clock = new MutableClock();
    private TelegramDriver server;
    private AnsweringBot bot;
    private int lastId;

    @BeforeEach
    void serve() throws IOException {
        server = RunningBot.server();
        server.group(GROUP, "Readers", ANN);
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
    void adminTurnsOnADailyDigestAndIsToldTheNextOne() {
        assertThat(asked(ANN, "/digest daily 18:00"))
                .contains("18:00 (Europe/Berlin)", "March 1, 2026, 18:00", "/digest off")
                .contains("When nobody has written anything, I post nothing.");
        assertThat(asked(BEN, "/digest")).contains("18:00 (Europe/Berlin)");
    }

    @ParameterizedTest
    @CsvSource({
        "/digest daily 25:00, /digest daily 18:00",
        "/digest weekly, /digest daily 18:00",
        "/digest daily 18:00 Europe/Nowhere, I don’t know the time zone Europe/Nowhere",
        "/digest daily 18:00 america/new_york, 18:00 (America/New_York)",
        "/digest off, I post no daily catch-up here"
    })
    void argumentsAreUnderstoodOrExplained(String command, String reply) {
        assertThat(asked(ANN, command)).contains(reply);
    }

    @Test
    void onlyAdminsChangeTheDigest() {
        server.setEphemeralMessages(false); // so that each reply is one call
        assertThat(asked(BEN, "/digest daily 18:00")).contains("Only admins");
        assertThat(asked(BEN, "/digest")).contains("no daily catch-up");
    }

    @Test
    void postsOnceWhenDue() {
        asked(ANN, "/digest daily 18:00");
        said("Shall we meet on Thursday?");
        until("2026-03-01T16:59:59Z");
        bot.digests.postDue();
        until("2026-03-01T17:00:00Z");
        bot.digests.postDue();
        bot.digests.postDue();
        until("2026-03-01T17:00:30Z");
        bot.digests.postDue();

        assertThat(digests(1)).singleElement().asString().contains("“Shall we meet on Thursday?”");
    }

    @Test
    void coversTheMessagesSinceTheLastDigest() {
        asked(ANN, "/digest daily 18:00");
        said("first");
        until("2026-03-01T17:00:00Z");
        bot.digests.postDue();
        said("second");
        until("2026-03-02T17:00:00Z");
        bot.digests.postDue();

        assertThat(digests(2).getLast()).contains("“second”").doesNotContain("“first”");
    }

    @Test
    void postsNothingOnAQuietDay() {
        asked(ANN, "/digest daily 18:00");
        until("2026-03-01T17:00:00Z");
        bot.digests.postDue();
        said("the next day");
        until("2026-03-02T17:00:00Z");
        bot.digests.postDue();

        assertThat(digests(1)).singleElement().asString().contains("“the next day”");
    }

    @Test
    void postsUpToSixHoursLateAfterARestartAndNeverTwice() {
        asked(ANN, "/digest daily 18:00");
        said("first");
        until("2026-03-01T22:00:00Z");
        restart();
        bot.digests.postDue();
        digests(1);
        restart();
        bot.digests.postDue();
        said("second");
        until("2026-03-03T00:00:00Z");
        bot.digests.postDue();
        said("third");
        until("2026-03-03T17:00:00Z");
        bot.digests.postDue();

        List<String> digests = digests(2);
        assertThat(digests).hasSize(2);
        assertThat(digests.getFirst()).contains("“first”");
        assertThat(digests.getLast()).contains("“second”", "“third”").doesNotContain("“first”");
    }

    /// The process ends at any moment between the decision and Telegram: the store has both what is
    /// to be posted and that it is, or neither.
    @Test
    void postsOnceWhereverTheProcessEnds() {
        asked(ANN, "/digest daily 18:00");
        said("first");
        until("2026-03-01T17:00:00Z");
        List<Map<String, @Nullable Object>> due = digestRows();
        killedBeforeTheCommit();
        assertThat(digestRows()).isEqualTo(due);
        bot.digests.postDue();
        restart();
        bot.digests.postDue();

        assertThat(digests(1)).hasSize(1);
        assertThat(digestRows()).isEmpty();
    }

    private void killedBeforeTheCommit() {
        var catchups =
                new CatchupService(
                        bot.archive,
                        bot.catchupGenerator,
                        bot.store(),
                        new CatchupService.GroupCalendar(ZoneId.of("Europe/Berlin")),
                        clock);
        var rounds =
                new DigestScheduler(
                        catchups,
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
        rounds.postDue();
    }

    @Test
    void postsOncePerDayAcrossClockChanges() {
        asked(ANN, "/digest daily 02:30");
        int before = 0;
        for (String day :
                List.of(
                        "2026-03-28",
                        "2026-03-29",
                        "2026-03-30",
                        "2026-10-24",
                        "2026-10-25",
                        "2026-10-26")) {
            until(day + "T00:00:00Z");
            said("said on " + day);
            hours(day);
            assertThat(digests(before + 1)).hasSize(++before);
        }
    }

    /// Every ten minutes of a day, by the clocks of Greenwich.
    private void hours(String day) {
        Instant start = Instant.parse(day + "T00:00:00Z");
        for (int minutes = 0; minutes < 24 * 60 - 30; minutes += 10) {
            until(start.plus(Duration.ofMinutes(minutes)).toString());
            bot.digests.postDue();
        }
    }

    @Test
    void movesWithTheGroup() {
        asked(ANN, "/digest daily 18:00");
        said("before the move");
        long moved = -1_000_000_000_700L;
        server.group(moved, "Readers", ANN);
        bot.write(
                rows -> {
                    bot.archive.moveTo(GROUP, moved, rows);
                    for (ChatData keeper : bot.catchups.chatData()) {
                        keeper.chatMoved(GROUP, moved, rows);
                    }
                });
        until("2026-03-01T17:00:00Z");
        bot.digests.postDue();

        awaitUntil(() -> !server.botTexts(moved).isEmpty());
        assertThat(server.botTexts(moved).getFirst()).contains("“before the move”");
    }

    @Test
    void removedGroupGetsNoDigest() {
        asked(ANN, "/digest daily 18:00");
        bot.write(
                rows -> bot.catchups.chatData().forEach(keeper -> keeper.chatDeleted(GROUP, rows)));

        assertThat(asked(ANN, "/digest")).contains("no daily catch-up");
    }

    @Test
    void adminsAreToldOnceThatTheGroupIsMutedAndTheNextDigestHasAll() {
        server.startChat(ANN);
        asked(ANN, "/digest daily 18:00");
        said("first");
        server.setMuted(GROUP, true);
        until("2026-03-01T17:00:00Z");
        bot.digests.postDue();
        awaitBarrier("MUTED");
        bot.digests.postDue();
        bot.digests.postDue();
        said("second");
        until("2026-03-02T17:00:00Z");
        bot.digests.postDue();

        awaitUntil(() -> !server.botTexts(ANN).isEmpty());
        assertThat(server.botTexts(ANN)).singleElement().asString().contains("I may not write");
        assertThat(posted()).isEmpty();

        server.setMuted(GROUP, false);
        said("third");
        until("2026-03-03T17:00:00Z");
        bot.digests.postDue();

        assertThat(digests(1).getFirst()).contains("“first”", "“second”", "“third”");
        awaitBarrier();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TOPIC_CLOSED", "message thread not found", "TOPIC_DELETED"})
    void adminsAreToldOnceThatTheTopicIsLostAndTheNextDigestHasAll(String reason) {
        server.startChat(ANN);
        asked(ANN, "/digest daily 18:00");
        said("first");
        server.faults()
                .failNextIf(
                        "sendMessage",
                        call -> call.chatId() == GROUP,
                        InjectedFault.badRequest(reason));
        until("2026-03-01T17:00:00Z");
        bot.digests.postDue();
        awaitUntil(() -> barriers().size() == 1);
        bot.digests.postDue();
        bot.digests.postDue();

        awaitUntil(() -> !server.botTexts(ANN).isEmpty());
        assertThat(server.botTexts(ANN)).singleElement().asString().contains("/digest daily 18:00");
        assertThat(asked(ANN, "/digest")).contains("closed or gone", "18:00 (Europe/Berlin)");

        said("second");
        until("2026-03-02T17:00:00Z");
        bot.digests.postDue();
        assertThat(digests(1).getFirst()).contains("“first”", "“second”");
        awaitBarrier();
    }

    @Test
    void theGroupIsToldOfALostTopicWhenNoAdminCanBeReached() {
        asked(ANN, "/digest daily 18:00");
        said("first");
        server.faults()
                .failNextIf(
                        "sendMessage",
                        call -> call.chatId() == GROUP,
                        InjectedFault.badRequest("TOPIC_DELETED"));
        until("2026-03-01T17:00:00Z");
        bot.digests.postDue();
        awaitUntil(() -> barriers().size() == 1);
        bot.digests.postDue();

        awaitUntil(() -> server.botTexts(GROUP).getLast().contains("closed or gone"));
    }

    private void awaitBarrier(String... barriers) {
        awaitUntil(() -> barriers().equals(List.of(barriers)));
    }

    private List<String> barriers() {
        return bot.store()
                .read(
                        rows ->
                                rows.sql("select barrier from digest_barrier")
                                        .query(String.class)
                                        .list());
    }

    private String asked(long person, String command) {
        int before = server.botTexts(GROUP).size();
        server.write(GROUP, person, command);
        awaitUntil(() -> server.botTexts(GROUP).size() > before);
        return server.botTexts(GROUP).getLast();
    }

    /// What was posted, once there are so many.
    private List<String> digests(int count) {
        awaitUntil(() -> posted().size() >= count);
        return posted();
    }

    private List<String> posted() {
        return server.botTexts(GROUP).stream()
                .filter(text -> text.startsWith("Catch-up: "))
                .toList();
    }

    private List<Map<String, @Nullable Object>> digestRows() {
        return bot.store()
                .read(
                        rows ->
                                rows.sql("select * from digest where due_at <= :now")
                                        .param("now", clock.millis())
                                        .query()
                                        .listOfRows());
    }

    private void restart() {
        bot.close();
        bot = AnsweringBot.with(server, data, clock);
        awaitUntil(() -> bot.say("nothing", _ -> {}));
    }

    private void until(String time) {
        clock.advance(Duration.between(clock.instant(), Instant.parse(time)));
    }

    private void said(String text) {
        var message =
                new ChatMessage(
                        ++lastId, 0, CLARA, clock.instant(), null, text, Set.of(), List.of());
        bot.write(rows -> bot.archive.store(GROUP, message, rows));
    }
}
