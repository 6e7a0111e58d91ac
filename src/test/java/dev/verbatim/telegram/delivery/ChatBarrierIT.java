package dev.verbatim.telegram.delivery;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.playground.botapi.FaultInjector.InjectedFault;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.telegram.delivery.ApiResult.Barrier;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Chats and topics where nothing of the bot arrives, for a while or for good.
@OnEachDatabase(inEveryBuild = false)
class ChatBarrierIT {

    private static final long GROUP = -1_000_000_050L;

    @TempDir Path data;

    private final EchoUpdateHandler talk = new EchoUpdateHandler();
    private TelegramDriver server;

    @BeforeEach
    void listen() throws IOException {
        server = RunningBot.server();
        server.startChat(ANN);
        server.group(GROUP, "Desk", ANN);
        server.setPrivacyMode(false);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400, Bad Request: chat not found",
        "400, Bad Request: group chat was deactivated",
        "400, Bad Request: PEER_ID_INVALID",
        "403, Forbidden: bot was blocked by the user",
        "403, Forbidden: bot was kicked from the supergroup chat",
        "403, Forbidden: user is deactivated"
    })
    void whatAChatHasIsKeptWhenACallDoesNotArrive(int code, String description) {
        server.faults().failNext("sendMessage", InjectedFault.refused(code, description));
        server.write(ANN, "one");

        try (var bot = RunningBot.with(server, data, talk)) {
            awaitUntil(() -> bot.store.outbox.count("dropped") == 1);
            bot.telegramBot.send("a digest", turn -> turn.send(talk.saying(ANN, "news")));

            assertThat(bot.store.outbox.count("dropped")).isEqualTo(2);
            assertThat(bot.store.outbox.count("parked")).isZero();
            assertThat(talk.gone).isEmpty();
            server.write(ANN, "two");
            awaitUntil(() -> server.botTexts(ANN).equals(List.of(answer("two"))));
        }
    }

    @Test
    void whatAChatHasIsDeletedWhenItHasBeenClosedForAMonth() {
        server.faults().failNext("sendMessage", InjectedFault.blockedByUser());
        server.write(ANN, "one");

        try (var bot = RunningBot.with(server, data, talk)) {
            awaitUntil(() -> bot.store.outbox.count("dropped") == 1);
            closedFor(Duration.ofDays(29), bot);
            bot.store.purgeExpired();
            assertThat(talk.gone).isEmpty();

            closedFor(Duration.ofDays(2), bot);
            bot.store.purgeExpired();

            assertThat(talk.gone).containsExactly(ANN);
        }
    }

    /// An old server lacks a method. That would be no reason to wait.
    @Test
    void aMethodThatTheServerDoesNotHaveHoldsNothingUp() {
        server.faults()
                .failNext("sendMessage", InjectedFault.refused(404, "Not Found: method not found"));
        server.write(ANN, "one");
        server.write(ANN, "two");

        try (var bot = RunningBot.with(server, data, talk)) {
            awaitUntil(() -> server.botTexts(ANN).equals(List.of(answer("two"))));
            assertThat(bot.store.outbox.count("parked")).isEqualTo(1);
        }
    }

    private static void closedFor(Duration longer, RunningBot bot) {
        bot.store.write(
                rows ->
                        rows.sql("update closed_chat set closed_at = closed_at - :time")
                                .param("time", longer.toMillis())
                                .update());
    }

    @Test
    void answersAUserWhoBlockedAndUnblockedTheBotInOneBatch() {
        server.queueUpdate(membership(ANN, "private", "member", "kicked"));
        server.queueUpdate(membership(ANN, "private", "kicked", "member"));
        server.write(ANN, "/start");
        server.write(ANN, "one");

        try (var _ = RunningBot.with(server, data, talk)) {
            awaitUntil(() -> server.botTexts(ANN).equals(List.of(answer("/start"), answer("one"))));

            assertThat(talk.gone).containsExactly(ANN);
        }
    }

    @Test
    void answersAGroupThatRemovedAndAddedTheBotInOneBatch() {
        server.queueUpdate(membership(GROUP, "supergroup", "member", "kicked"));
        server.queueUpdate(membership(GROUP, "supergroup", "kicked", "member"));
        server.write(GROUP, ANN, "one");

        try (var _ = RunningBot.with(server, data, talk)) {
            awaitUntil(() -> server.botTexts(GROUP).equals(List.of(answer("one"))));

            assertThat(talk.gone).containsExactly(GROUP);
        }
    }

    @Test
    void aCallThatIsRefusedWhileTheUserUnblocksTheBotClosesNothingForLong() {
        server.faults().failNext("sendMessage", InjectedFault.blockedByUser());
        server.write(ANN, "one");
        server.write(ANN, "two");
        server.write(ANN, "three");

        try (var _ = RunningBot.with(server, data, talk)) {
            awaitUntil(() -> server.botTexts(ANN).equals(List.of(answer("two"), answer("three"))));
        }
    }

    @Test
    void anInlineQuestionOpensNoClosedChat() {
        server.faults().failNext("sendMessage", InjectedFault.blockedByUser());
        server.write(ANN, "one");

        try (var bot = RunningBot.with(server, data, talk)) {
            awaitUntil(() -> bot.store.outbox.count("dropped") == 1);
            server.queryInline(ANN, "ships", "");
            awaitUntil(() -> bot.store.inbox.count("done") == 2);
            bot.telegramBot.send("a digest", turn -> turn.send(talk.saying(ANN, "news")));

            assertThat(bot.store.outbox.count("dropped")).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not enough rights to send text messages to the chat",
                "have no rights to send a message",
                "CHAT_WRITE_FORBIDDEN",
                "CHAT_RESTRICTED"
            })
    void aMutedGroupIsRememberedUntilTheBotMayWrite(String reason) {
        mute(reason);
        server.write(GROUP, ANN, "one");

        try (var bot = RunningBot.with(server, data, talk)) {
            awaitUntil(() -> bot.store.outbox.count("dropped") == 1);
            server.write(GROUP, ANN, "two");
            awaitUntil(() -> bot.store.outbox.count("dropped") == 2);

            assertThat(server.calls("sendMessage")).hasSize(1);
            assertThat(bot.store.outbox.count("parked")).isZero();
            assertThat(bot.counted("verbatim.telegram.calls.undelivered")).isZero();
            assertThat(talk.gone).isEmpty();

            server.faults().clear();
            server.write(GROUP, ANN, "three");
            awaitUntil(() -> server.botTexts(GROUP).equals(List.of(answer("three"))));
        }
    }

    private void mute(String reason) {
        InjectedFault fault = InjectedFault.badRequest(reason);
        server.faults().failAlways("sendMessage", fault);
        server.faults().failAlways("sendChatAction", fault);
    }

    @Test
    void nothingIsSentToAGroupThatSaysItMutedTheBot() {
        mute("not enough rights to send text messages to the chat");
        server.queueUpdate(
                membership(GROUP, "supergroup", "member", "restricted")
                        .replace(
                                "\"status\": \"restricted\"",
                                "\"status\": \"restricted\", \"is_member\": true"));
        server.write(GROUP, ANN, "one");

        try (var bot = RunningBot.with(server, data, talk)) {
            awaitUntil(() -> bot.store.outbox.count("dropped") == 1);
            assertThat(server.calls("sendMessage")).isEmpty();
            server.faults().clear();
            server.queueUpdate(membership(GROUP, "supergroup", "restricted", "member"));
            awaitUntil(() -> bot.store.inbox.count("done") == 3);

            bot.telegramBot.send("a digest", turn -> turn.send(talk.saying(GROUP, "news")));

            awaitUntil(() -> server.botTexts(GROUP).equals(List.of("news")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TOPIC_CLOSED, TOPIC_CLOSED",
        "TOPIC_DELETED, TOPIC_GONE",
        "message thread not found, TOPIC_GONE"
    })
    void aCallForALostTopicIsDroppedAndOthersArrive(String reason, Barrier barrier) {
        var dropped = new CopyOnWriteArrayList<String>();
        var handler = new ListeningHandler(dropped);
        try (var bot = RunningBot.with(server, data, handler)) {
            bot.awaitState(TelegramConnection.State.CONNECTED);
            server.faults().failNext("sendMessage", InjectedFault.badRequest(reason));

            bot.telegramBot.send(
                    "a digest",
                    turn ->
                            turn.send(
                                    handler.saying(GROUP, "news")
                                            .otherwise(handler.saying(GROUP, "another way"))
                                            .withListener("digests", "of today")));
            bot.telegramBot.send("more", turn -> turn.send(handler.saying(GROUP, "more")));

            awaitUntil(() -> server.botTexts(GROUP).equals(List.of("more")));
            assertThat(dropped).containsExactly(GROUP + " of today " + barrier);
            assertThat(bot.store.outbox.count("parked")).isZero();
        }
    }

    @Test
    void aListenerIsToldOfACallThatWasDroppedAtOnce() {
        var dropped = new CopyOnWriteArrayList<String>();
        var handler = new ListeningHandler(dropped);
        server.faults().failNext("sendMessage", InjectedFault.blockedByUser());
        server.write(ANN, "one");
        try (var bot = RunningBot.with(server, data, handler)) {
            awaitUntil(() -> bot.store.outbox.count("dropped") == 1);

            bot.telegramBot.send(
                    "a digest",
                    turn ->
                            turn.send(
                                    handler.saying(ANN, "news")
                                            .withListener("digests", "of today")));

            assertThat(dropped).containsExactly(ANN + " of today CLOSED");
        }
    }

    /// A handler with a listener that writes down which calls are dropped.
    private static final class ListeningHandler extends EchoUpdateHandler {

        private final List<String> dropped;

        ListeningHandler(List<String> dropped) {
            this.dropped = dropped;
        }

        @Override
        public List<ApiCall.SendListener> sendListeners() {
            return List.of(
                    new ApiCall.SendListener() {
                        @Override
                        public String name() {
                            return "digests";
                        }

                        @Override
                        public void sent(long chat, int message, String note, JdbcClient rows) {
                            dropped.remove(note);
                        }

                        @Override
                        public void dropped(
                                long chat, String note, Barrier barrier, JdbcClient rows) {
                            dropped.add(chat + " " + note + " " + barrier);
                        }
                    });
        }
    }

    private static String answer(String question) {
        return EchoUpdateHandler.ANSWER + " " + question;
    }

    private static String membership(long chat, String type, String before, String after) {
        return """
               {"my_chat_member": {"chat": {"id": %d, "type": "%s", "title": "Desk"},
                 "from": {"id": 7, "is_bot": false, "first_name": "Ann"}, "date": 1767225600,
                 "old_chat_member": {"status": "%s",
                   "user": {"id": 1, "is_bot": true, "first_name": "Bot"}},
                 "new_chat_member": {"status": "%s", "until_date": 0,
                   "user": {"id": 1, "is_bot": true, "first_name": "Bot"}}}}
               """
                .formatted(chat, type, before, after);
    }
}
