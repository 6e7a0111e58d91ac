package dev.verbatim.telegram;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.await;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.Answer;
import dev.verbatim.playground.botapi.FaultInjector.InjectedFault;
import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.store.OnEachDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Journeys of messages that one user of a group only sees, over real HTTP.
@OnEachDatabase(inEveryBuild = false)
class EphemeralJourneyIT {

    private static final long GROUP = ShipsBot.GROUP;
    private static final String PROBE = "deleteEphemeralMessage";

    @TempDir private Path data;
    private ShipsBot ships;

    @BeforeEach
    void serve() throws IOException {
        ships = new ShipsBot(data);
    }

    @AfterEach
    void stop() {
        ships.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Context", "Other passages"})
    void whatAButtonShowsIsSeenByWhoPressesItOnly(String label) {
        ships.bot().ranking = ShipsArticle.ARTICLE.passages();
        MethodCall answer = ships.askInGroup(ANN, "/ask What colour were the ships?");

        ships.press(BEN, answer, label);

        JsonNode shown = messageFor(BEN, 1);
        assertThat(shown.path("text").asString("")).contains(ShipsArticle.BEFORE);
        assertThat(shown.path("ephemeral_message_id").asInt()).isPositive();
        assertThat(ships.server.calls("editMessageText")).isEmpty();
        assertThat(ships.server.message(ships.server.messageOf(answer)).path("text").asString(""))
                .isEqualTo(answer.text());
    }

    @Test
    void buttonsOfSuchAMessageChangeItAndNothingElse() {
        MethodCall answer = ships.askInGroup(ANN, "/ask What colour were the ships?");
        ships.press(BEN, answer, "Context");
        messageFor(BEN, 1);

        int shown = ships.server.lastBotMessage(GROUP);
        ships.server.pressButton(
                BEN,
                shown,
                requireNonNull(ships.server.button(shown, "Only the passage"))
                        .path("callback_data")
                        .asString(""));

        awaitUntil(() -> ships.server.calls("editEphemeralMessageText").size() == 1);
        awaitUntil(
                () -> ships.server.message(shown).path("text").asString("").equals(answer.text()));
        assertThat(ships.server.calls("editMessageText")).isEmpty();
        assertThat(ships.server.botTexts(GROUP)).hasSize(2);
    }

    @Test
    void nearestPassagesAreSeenByWhoAsksForThem() {
        ships.bot().answers(new Answer.NotFound(List.of(ShipsArticle.PASSAGE), 0.1, 1, 3));
        MethodCall answer = ships.askInGroup(ANN, "/ask How deep is the sea?");

        ships.press(BEN, answer, "Show what came nearest");

        assertThat(messageFor(BEN, 1).path("text").asString("")).contains("¶2");
        assertThat(ships.server.calls("editMessageText")).isEmpty();
    }

    @Test
    void onlyAdminsIsToldToNobodyElse() {
        ships.server.group(GROUP, "Sailors", ships.server.botId());

        ships.server.write(GROUP, BEN, "/settings");
        ships.server.write(GROUP, BEN, "/digest off");

        assertThat(messageFor(BEN, 2).path("text").asString("")).contains("admin");
    }

    @Test
    void whereTheBotIsNoAdminSuchAMessageGoesToAllAndIsTriedNoMore() {
        ships.server.write(GROUP, BEN, "/settings");
        awaitUntil(() -> ships.server.botTexts(GROUP).size() == 1);
        ships.server.write(GROUP, BEN, "/settings");
        awaitUntil(() -> ships.server.botTexts(GROUP).size() == 2);

        assertThat(ephemeralCalls()).isEqualTo(1);
        assertThat(ships.server.sendCalls(GROUP)).hasSize(3);
    }

    @Test
    void anOldServerIsAskedOnceAndGetsNone() {
        ships.server.setEphemeralMessages(false);
        MethodCall answer = ships.askInGroup(ANN, "/ask What colour were the ships?");

        ships.press(BEN, answer, "Context");

        assertThat(ships.edit(1).text()).contains(ShipsArticle.BEFORE);
        ships.server.write(GROUP, BEN, "/settings");
        awaitUntil(() -> ships.server.botTexts(GROUP).size() == 2);
        assertThat(ephemeralCalls()).isZero();
        assertThat(ships.server.calls(PROBE)).hasSize(1);
    }

    @Test
    void refusedMessageIsShownAsBeforeAndTheGroupIsRemembered() {
        MethodCall answer = ships.askInGroup(ANN, "/ask What colour were the ships?");
        ships.server
                .faults()
                .failNextIf(
                        "sendMessage",
                        call -> call.parameters().has("ephemeral_message_parameters"),
                        InjectedFault.refused(403, "Forbidden: EPHEMERAL_FORBIDDEN"));

        ships.press(BEN, answer, "Context");
        assertThat(ships.edit(1).text()).contains(ShipsArticle.BEFORE);
        ships.press(BEN, answer, "Other passages");
        ships.press(ANN, answer, "Context");

        await().during(Duration.ofMillis(300)).until(() -> ephemeralCalls() == 1);
        assertThat(rows("select count(*) from closed_chat")).isZero();
    }

    @Test
    void aPressThatIsTooOldIsShownAsBefore() {
        MethodCall answer = ships.askInGroup(ANN, "/ask What colour were the ships?");
        ships.server
                .faults()
                .failNextIf(
                        "sendMessage",
                        call -> call.parameters().has("ephemeral_message_parameters"),
                        InjectedFault.refused(
                                400,
                                "Bad Request: query is too old and response timeout expired or query"
                                        + " ID is invalid"));

        ships.press(BEN, answer, "Context");
        assertThat(ships.edit(1).text()).contains(ShipsArticle.BEFORE);
        ships.press(BEN, answer, "Context");

        messageFor(BEN, 1);
    }

    @Test
    void whatIsForOneWaitsOnDiskOnlyUntilItIsSent() {
        MethodCall answer = ships.askInGroup(ANN, "/ask What colour were the ships?");
        ships.press(BEN, answer, "Context");
        messageFor(BEN, 1);

        awaitUntil(() -> rows("select count(*) from outbox where state = 'waiting'") == 0);
        assertThat(rows("select count(*) from outbox where content is not null")).isZero();
        assertThat(rows("select count(*) from given_answer where person_id = 8")).isZero();
    }

    @Test
    void inAPrivateChatAllIsAsBefore() {
        MethodCall answer = ships.ask("What colour were the ships?");

        ships.press(ANN, answer, "Context");

        assertThat(ships.edit(1).text()).contains(ShipsArticle.BEFORE);
        assertThat(ships.server.calls(PROBE)).isEmpty();
    }

    /// The last message in the group that this user only sees, once there are so many.
    private JsonNode messageFor(long person, int number) {
        awaitUntil(() -> ephemeralCalls() >= number);
        awaitUntil(
                () ->
                        ships.server
                                        .message(ships.server.lastBotMessage(GROUP))
                                        .at("/receiver_user/id")
                                        .asLong()
                                == person);
        return ships.server.message(ships.server.lastBotMessage(GROUP));
    }

    private long ephemeralCalls() {
        return ships.server.sendCalls(GROUP).stream()
                .filter(call -> call.parameters().has("ephemeral_message_parameters"))
                .count();
    }

    private long rows(String count) {
        return ships.bot().store().read(rows -> rows.sql(count).query(Long.class).single());
    }
}
