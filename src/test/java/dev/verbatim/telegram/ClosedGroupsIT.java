package dev.verbatim.telegram;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.Consent;
import dev.verbatim.playground.botapi.FaultInjector.InjectedFault;
import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.telegram.delivery.RunningBot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Groups that protect what is written there, or hide who their members are.
@OnEachDatabase(inEveryBuild = false)
class ClosedGroupsIT {

    private static final long GROUP = -1_000_000_000_500L;
    private static final Author CLARA = new Author("user9", "Clara", "clara");

    @TempDir private Path data;

    private final Clock clock = Clock.systemUTC();
    private TelegramDriver server;
    private AnsweringBot bot;

    @BeforeEach
    void serve() throws IOException {
        server = RunningBot.server();
        server.setPrivacyMode(false);
        server.group(GROUP, "Readers", ANN);
        server.startChat(ANN);
        bot = AnsweringBot.with(server, data, clock);
        bot.write(
                rows ->
                        bot.archive.grantConsent(
                                GROUP, new Consent("user7", clock.instant(), 7), rows));
        say(1, "Our plan");
    }

    private void say(long id, String text) {
        var message =
                new ChatMessage(id, 0, CLARA, clock.instant(), null, text, Set.of(), List.of());
        bot.write(rows -> bot.archive.store(GROUP, message, rows));
    }

    @AfterEach
    void stop() {
        bot.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void catchUpsAreProtectedLikeTheMessagesTheyQuote(boolean isProtected) {
        protect(isProtected);

        server.write(GROUP, ANN, "/catchup all");
        server.write(ANN, "/catchup");

        assertThat(isProtected(call(GROUP))).isEqualTo(isProtected);
        assertThat(isProtected(call(ANN))).isEqualTo(isProtected);
    }

    @Test
    void aCatchUpOfAProtectedGroupReplacesNoUnprotectedMessage() {
        protect(true);
        long other = GROUP - 1;
        server.group(other, "Others", ANN);
        bot.write(
                rows ->
                        bot.archive.grantConsent(
                                other, new Consent("user7", clock.instant(), 7), rows));
        server.write(ANN, "/catchup");
        awaitUntil(() -> server.sendCalls(ANN).size() == 1);
        int choice = server.lastBotMessage(ANN);

        server.pressButton(
                ANN,
                choice,
                requireNonNull(server.button(choice, "Readers")).path("callback_data").asString());

        awaitUntil(() -> server.sendCalls(ANN).size() == 2);
        assertThat(isProtected(server.sendCalls(ANN).getLast())).isTrue();
        assertThat(server.calls("editMessageText")).isEmpty();
    }

    /// An edit can't protect what was sent before the group was.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPageComesProtectedWhereTheGroupBecameSoMeanwhile(boolean isFirstProtected) {
        protect(isFirstProtected);
        LongStream.rangeClosed(2, 60).forEach(id -> say(id, "Decision " + id + " word".repeat(20)));
        server.write(ANN, "/catchup");
        awaitUntil(() -> server.sendCalls(ANN).size() == 1);
        protect(true);

        pressPage(server.lastBotMessage(ANN));

        if (isFirstProtected) {
            awaitUntil(() -> server.calls("editMessageText").size() == 1);
            assertThat(server.sendCalls(ANN)).hasSize(1);
        } else {
            awaitUntil(() -> server.sendCalls(ANN).size() == 2);
            assertThat(isProtected(server.sendCalls(ANN).getLast())).isTrue();
            assertThat(server.calls("editMessageText")).isEmpty();
        }
    }

    private void pressPage(int message) {
        String data =
                requireNonNull(server.button(message, "For you")).path("callback_data").asString();
        server.pressButton(ANN, message, data);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anExportIsProtectedLikeTheMessagesInIt(boolean isProtected) {
        protect(isProtected);

        server.write(GROUP, ANN, "/export");

        awaitUntil(() -> server.calls("sendDocument").size() == 1);
        assertThat(isProtected(server.calls("sendDocument").getFirst())).isEqualTo(isProtected);
    }

    private void protect(boolean isProtected) {
        if (isProtected) {
            server.protectContent(GROUP);
        }
    }

    @Test
    void adminsAreFoundWhereMembersAreHidden() {
        hideMembers();

        server.write(GROUP, ANN, "/settings");
        assertThat(call(GROUP).text()).contains("Settings of this chat");
    }

    @Test
    void adminsAreFoundWhereAskingForMembersIsForbidden() {
        server.faults().failAlways("getChatMember", InjectedFault.refused(403, "Forbidden"));

        server.write(GROUP, ANN, "/settings");
        assertThat(call(GROUP).text()).contains("Settings of this chat");
    }

    @Test
    void othersAreRefusedWhereMembersAreHidden() {
        hideMembers();

        server.write(GROUP, BEN, "/settings");
        assertThat(call(GROUP).text()).contains("Only admins");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/settings", "/digest daily 18:00", "/export"})
    void saysWhatIsMissingWhereAdminsAreHiddenToo(String command) {
        hideMembers();
        server.faults()
                .failAlways(
                        "getChatAdministrators", InjectedFault.badRequest("CHAT_ADMIN_REQUIRED"));

        server.write(GROUP, ANN, command);
        assertThat(call(GROUP).text()).contains("Make me an admin of the group");
    }

    private void hideMembers() {
        server.faults()
                .failAlways(
                        "getChatMember", InjectedFault.badRequest("member list is inaccessible"));
    }

    private MethodCall call(long chat) {
        awaitUntil(() -> !server.sendCalls(chat).isEmpty());
        return server.sendCalls(chat).getLast();
    }

    private static boolean isProtected(MethodCall call) {
        return call.parameters().path("protect_content").asBoolean(false);
    }
}
