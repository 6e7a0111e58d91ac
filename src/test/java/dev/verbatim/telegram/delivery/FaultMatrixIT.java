package dev.verbatim.telegram.delivery;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.playground.botapi.FaultInjector.InjectedFault;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.store.StoreFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What can go wrong between a question and its answer, and what becomes of both.
@OnEachDatabase
class FaultMatrixIT {

    private static final long GROUP = -50;
    private static final long SUPERGROUP = -1_000_000_050L;

    @TempDir Path data;

    private TelegramDriver server;

    @BeforeEach
    void listen() throws IOException {
        server = RunningBot.server();
        server.startChat(ANN);
        server.group(SUPERGROUP, "Desk");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void leavesUpdatesAtTelegramWhileTheDiskIsFull() {
        StoreFile file = StoreFile.in(data);
        file.refuseWrites();
        String long1 = "What did Smith say? ".repeat(200);
        try (var bot = RunningBot.with(server, file, new EchoUpdateHandler())) {
            server.write(ANN, long1);
            server.write(ANN, long1 + long1);
            bot.awaitState(TelegramConnection.State.STORE_FAILING);

            assertThat(server.pendingUpdates()).isEqualTo(2);
            assertThat(server.botTexts(ANN)).isEmpty();
            file.acceptWrites();

            awaitUntil(() -> server.sendCalls(ANN).size() == 2);
            bot.awaitState(TelegramConnection.State.CONNECTED);
        }
    }

    static List<InjectedFault> floods() {
        return List.of(
                InjectedFault.tooManyRequests(3),
                InjectedFault.refused(429, "Too Many Requests: retry later"));
    }

    @ParameterizedTest
    @MethodSource("floods")
    void floodedChatWaitsAloneAndKeepsItsOrder(InjectedFault flood) {
        server.faults().failNextIf("sendMessage", call -> call.chatId() == ANN, flood);
        server.write(ANN, "one");
        server.write(ANN, "two");
        server.write(BEN, "meanwhile");

        try (var _ = RunningBot.with(server, data)) {
            awaitUntil(() -> server.botTexts(ANN).size() == 2);

            assertThat(server.botTexts(ANN))
                    .extracting(FaultMatrixIT::question)
                    .containsExactly("one", "two");
            assertThat(server.botTexts(BEN)).hasSize(1);
        }
    }

    @Test
    void answersARepeatedUpdateOnceAlsoAfterARestart() throws IOException {
        server.write(ANN, "What did Smith say?");
        try (var _ = RunningBot.with(server, data)) {
            awaitUntil(() -> server.botTexts(ANN).size() == 1 && server.pendingUpdates() == 0);
        }

        try (TelegramDriver again = RunningBot.server()) { // counts its updates from the start
            again.write(ANN, "What did Smith say?");
            again.write(ANN, "What else?");
            try (var _ = RunningBot.with(again, data)) {
                awaitUntil(() -> again.botTexts(ANN).size() == 1 && again.pendingUpdates() == 0);

                assertThat(again.botTexts(ANN))
                        .extracting(FaultMatrixIT::question)
                        .containsExactly("What else?");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bot was blocked by the user",
                "bot was kicked from the supergroup chat",
                "user is deactivated"
            })
    void sendsNothingToAClosedChatUntilItsUserWrites(String reason) {
        server.faults().failNext("sendMessage", InjectedFault.refused(403, "Forbidden: " + reason));
        var talk = new EchoUpdateHandler();
        try (var bot = RunningBot.with(server, data, talk)) {
            server.write(ANN, "one");
            awaitUntil(() -> bot.store.outbox.count("dropped") == 1);
            bot.telegramBot.send(
                    "a digest", transaction -> transaction.send(talk.saying(ANN, "news")));
            assertThat(bot.store.outbox.count("waiting")).isZero();

            server.write(ANN, "two");

            awaitUntil(() -> !server.botTexts(ANN).isEmpty());
            assertThat(server.botTexts(ANN))
                    .extracting(FaultMatrixIT::question)
                    .containsExactly("two");
        }
    }

    @Test
    void sendsAReplyAsAMessageWhenTheQuestionIsDeleted() {
        server.faults()
                .failNext(
                        "sendMessage", InjectedFault.badRequest("message to be replied not found"));
        server.write(ANN, "one");

        try (var _ = RunningBot.with(server, data)) {
            awaitUntil(() -> server.botTexts(ANN).size() == 1);

            assertThat(server.calls("sendMessage").getLast().parameters().has("reply_parameters"))
                    .isFalse();
        }
    }

    @Test
    void makesTheAlternativeOfARefusedCallOrParksIt() {
        var talk = new EchoUpdateHandler();
        try (var bot = RunningBot.with(server, data, talk)) {
            bot.awaitState(TelegramConnection.State.CONNECTED);
            server.faults()
                    .failNext("sendMessage", InjectedFault.badRequest("message is too long"));
            bot.telegramBot.send(
                    "first",
                    transaction ->
                            transaction.send(
                                    talk.saying(ANN, "long").otherwise(talk.saying(ANN, "short"))));
            awaitUntil(() -> server.botTexts(ANN).equals(List.of("short")));
            server.faults()
                    .failNext("sendMessage", InjectedFault.badRequest("message is too long"));

            bot.telegramBot.send(
                    "second", transaction -> transaction.send(talk.saying(ANN, "long")));

            awaitUntil(() -> bot.store.outbox.count("parked") == 1);
        }
    }

    @Test
    void makesCallsWithTheSameKeyOnce() {
        var talk = new EchoUpdateHandler();
        try (var bot = RunningBot.with(server, data, talk)) {
            bot.awaitState(TelegramConnection.State.CONNECTED);

            for (int time = 0; time < 3; time++) {
                bot.telegramBot.send(
                        "occasion " + time,
                        transaction ->
                                transaction.send(
                                        talk.saying(ANN, "news").withKey("digest 2026-11-22")));
            }
            bot.telegramBot.send(
                    "the last", transaction -> transaction.send(talk.saying(ANN, "end")));

            awaitUntil(() -> server.botTexts(ANN).contains("end"));
            assertThat(server.botTexts(ANN)).containsExactly("news", "end");
        }
    }

    @Test
    void movesWaitingCallsWhenACallReportsAMigration() {
        server.faults()
                .failNextIf(
                        "sendMessage",
                        call -> call.chatId() == GROUP,
                        InjectedFault.refused(
                                400,
                                "Bad Request: group chat was upgraded to a supergroup chat",
                                Map.of("migrate_to_chat_id", SUPERGROUP)));
        var talk = new EchoUpdateHandler();
        server.queueUpdate(inGroup("\"text\": \"one\""));
        server.queueUpdate(inGroup("\"text\": \"two\""));

        try (var bot = RunningBot.with(server, data, talk)) {
            awaitUntil(() -> server.botTexts(SUPERGROUP).size() == 2);

            assertThat(server.botTexts(SUPERGROUP))
                    .extracting(FaultMatrixIT::question)
                    .containsExactly("one", "two");
            assertThat(talk.moved).containsOnly(Map.entry(GROUP, SUPERGROUP));
            bot.telegramBot.send(
                    "later", transaction -> transaction.send(talk.saying(GROUP, "news")));
            awaitUntil(() -> server.botTexts(SUPERGROUP).contains("news"));
        }
    }

    @Test
    void movesAGroupsDataWhenAMessageReportsAMigration() {
        var talk = new EchoUpdateHandler();
        server.queueUpdate(inGroup("\"migrate_to_chat_id\": " + SUPERGROUP));

        try (var bot = RunningBot.with(server, data, talk)) {
            awaitUntil(() -> talk.moved.contains(Map.entry(GROUP, SUPERGROUP)));
            bot.telegramBot.send(
                    "later", transaction -> transaction.send(talk.saying(GROUP, "news")));

            awaitUntil(() -> server.botTexts(SUPERGROUP).contains("news"));
        }
    }

    @Test
    void forgetsAGroupThatRemovesTheBot() {
        var talk = new EchoUpdateHandler();
        server.queueUpdate(
                """
                {"my_chat_member": {"chat": {"id": -50, "type": "group", "title": "Desk"},
                  "from": {"id": 7, "is_bot": false, "first_name": "Ann"}, "date": 1767225600,
                  "old_chat_member": {"status": "member",
                    "user": {"id": 1, "is_bot": true, "first_name": "Bot"}},
                  "new_chat_member": {"status": "kicked", "until_date": 0,
                    "user": {"id": 1, "is_bot": true, "first_name": "Bot"}}}}
                """);

        try (var bot = RunningBot.with(server, data, talk)) {
            awaitUntil(() -> talk.gone.contains(GROUP));
            bot.telegramBot.send(
                    "later", transaction -> transaction.send(talk.saying(GROUP, "news")));

            assertThat(bot.store.outbox.count("dropped")).isEqualTo(1);
        }
    }

    @Test
    void tellsAFloodingUserOnceAndAnswersOthers() {
        try (var bot =
                RunningBot.with(
                        server, data, new TelegramSettings.RateLimits(100, 100, 100, 100, 3))) {
            IntStream.range(0, 50).forEach(number -> server.write(ANN, "flood " + number));
            server.write(BEN, "a single question");

            awaitUntil(() -> server.botTexts(BEN).size() == 1 && server.botTexts(ANN).size() == 4);

            assertThat(server.botTexts(ANN))
                    .extracting(FaultMatrixIT::question)
                    .containsExactly("flood 0", "flood 1", "flood 2", "TOO_FAST");
            assertThat(bot.counted("verbatim.telegram.questions.slowed")).isEqualTo(1);
            assertThat(bot.store.inbox.count("waiting")).isEqualTo(47);
        }
    }

    @Test
    void onlyTheFloodingMemberOfAGroupWaits() {
        try (var _ =
                RunningBot.with(
                        server, data, new TelegramSettings.RateLimits(100, 100, 100, 100, 5))) {
            IntStream.range(0, 9)
                    .forEach(number -> server.queueUpdate(inGroup("\"text\": \"flood\"")));
            server.queueUpdate(inGroup("\"text\": \"calm\"").replace("\"id\": 7", "\"id\": 8"));

            awaitUntil(
                    () ->
                            server.botTexts(GROUP).stream()
                                    .anyMatch(text -> text.equals("TOO_FAST")));
            assertThat(
                            Collections.frequency(
                                    server.botTexts(GROUP), EchoUpdateHandler.ANSWER + " flood"))
                    .isEqualTo(5);
        }
    }

    @Test
    void answersTheLastOfManyOldQuestionsAndReportsTheOthers() {
        long tenMinutesAgo = Clock.systemUTC().instant().getEpochSecond() - 600;
        for (int number = 0; number < 10; number++) {
            server.send(
                    ANN, "{\"text\": \"old %d\", \"date\": %d}".formatted(number, tenMinutesAgo));
        }
        server.write(ANN, "new");

        try (var bot = RunningBot.with(server, data)) {
            awaitUntil(() -> bot.store.inbox.count("done") == 11);
            awaitUntil(() -> bot.store.outbox.count("waiting") == 0);

            assertThat(server.botTexts(ANN))
                    .extracting(FaultMatrixIT::question)
                    .containsExactly("new", "MISSED", "old 9", "old 8", "old 7");
            assertThat(bot.counted("verbatim.telegram.questions.missed")).isEqualTo(7);
        }
    }

    @Test
    void tellsASendListenerTheMessagesNumber() {
        var numbers = new CopyOnWriteArrayList<Integer>();
        var talk =
                new EchoUpdateHandler() {
                    @Override
                    public List<ApiCall.SendListener> sendListeners() {
                        return List.of(
                                new ApiCall.SendListener() {
                                    @Override
                                    public String name() {
                                        return "number";
                                    }

                                    @Override
                                    public void sent(
                                            long chat, int message, String note, JdbcClient rows) {
                                        numbers.add(message);
                                    }
                                });
                    }
                };
        try (var bot = RunningBot.with(server, data, talk)) {
            bot.awaitState(TelegramConnection.State.CONNECTED);

            bot.telegramBot.send(
                    "it",
                    transaction ->
                            transaction.send(
                                    talk.saying(ANN, "hello").withListener("number", "a note")));

            awaitUntil(() -> !numbers.isEmpty());
            assertThat(numbers).containsExactly(server.lastBotMessage(ANN));
        }
    }

    @Test
    void sendsADocumentAsAFile() {
        try (var bot = RunningBot.with(server, data)) {
            bot.awaitState(TelegramConnection.State.CONNECTED);

            bot.telegramBot.send(
                    "it",
                    transaction ->
                            transaction.send(
                                    ApiCall.document(ANN, "list.txt", new byte[] {1, 2}, "All")));

            awaitUntil(() -> bot.store.outbox.count("sent") == 1);
            assertThat(server.calls("sendDocument")).hasSize(1);
        }
    }

    private static String inGroup(String content) {
        return """
               {"message": {"message_id": 5, "date": 1767225600,
                 "from": {"id": 7, "is_bot": false, "first_name": "Ann"},
                 "chat": {"id": -50, "type": "group", "title": "Desk"}, %s}}
               """
                .formatted(content);
    }

    private static String question(String answer) {
        return answer.replace(EchoUpdateHandler.ANSWER + " ", "");
    }
}
