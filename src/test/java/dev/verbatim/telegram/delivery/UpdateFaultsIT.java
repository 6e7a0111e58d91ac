package dev.verbatim.telegram.delivery;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.verbatim.playground.botapi.FaultInjector.InjectedFault;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.store.StoreFile;
import dev.verbatim.telegram.update.DecodedUpdate;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.UpdateDecoder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/// Updates that can't be read or handled: they are set aside, and the others go on.
@OnEachDatabase
class UpdateFaultsIT {

    @TempDir Path data;

    private TelegramDriver server;

    @BeforeEach
    void listen() throws IOException {
        server = RunningBot.server();
        server.startChat(ANN);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'message':'a secret'",
                "'message':{'text':'a secret','date':'a secret'}",
                "'message':{'message_id':1,'date':1,'chat':{'id':'a secret','type':'private'}}",
                "'message':{'message_id':99999999999,'date':1,'text':'a secret'}",
                "'message':{'message_id':1,'date':1,'entities':{'type':'a secret'}}",
                "'callback_query':{'from':['a secret']}",
                "'message':{'message_id':1,'date':4611686018427387904,'text':'a secret'}",
                "'message':{'message_id':1,'date':1e300,'text':'a secret'}",
                "'message':{'message_id':1,'date':1,'edit_date':-9223372036854775808}",
                "'message':{'message_id':1,'date':1,'chat':{'id':1e99}}"
            })
    void parksAnUnreadableUpdateAndAnswersTheOthers(String bad) {
        server.queueUpdate("{" + bad.replace('\'', '"') + "}");
        server.write(ANN, "What did Smith say?");

        try (var bot = RunningBot.with(server, data)) {
            awaitUntil(() -> server.botTexts(ANN).size() == 1 && server.pendingUpdates() == 0);
            awaitUntil(() -> bot.store.inbox.count("parked") == 1);

            assertThat(bot.counted("verbatim.telegram.updates.skipped")).isEqualTo(1);
        }
    }

    static List<String> strangeBatches() {
        String depth = "[".repeat(5_000) + "]".repeat(5_000);
        return List.of(
                "{\"update_id\": 1, \"message\": {\"text\": %s}}".formatted(depth),
                "{\"update_id\": 1, \"message\": {\"date\": %s}}".formatted("9".repeat(5_000)),
                "{\"update_id\": 1099511627776, \"message\": {}}",
                "{\"update_id\": -5, \"message\": {}}",
                "{\"update_id\": \"one\"}",
                "[]",
                "null",
                "7");
    }

    @ParameterizedTest
    @MethodSource("strangeBatches")
    void answersTheOthersWhateverIsAmongTheUpdates(String strange) {
        String body = "{\"ok\": true, \"result\": [%s]}".formatted(strange);
        server.faults()
                .failNext("getUpdates", new InjectedFault.Page(200, "application/json", body));
        server.write(ANN, "What did Smith say?");

        try (var bot = RunningBot.with(server, data)) {
            awaitUntil(() -> server.botTexts(ANN).size() == 1);

            bot.awaitState(TelegramConnection.State.CONNECTED);
        }
    }

    @Test
    void answersHugeAndMalformedTexts() {
        var talk = new EchoUpdateHandler();
        List<String> texts =
                List.of("a".repeat(1 << 20), "\uD83D", "\uDE00 x \uD83D", "\u202E\u200F\u0000");
        texts.forEach(text -> talk.answers(text, () -> "read"));
        texts.forEach(text -> server.write(ANN, text));

        try (var _ = RunningBot.with(server, data, talk)) {
            awaitUntil(() -> server.botTexts(ANN).size() == texts.size());
        }
    }

    @Test
    void aQuestionWaitsWhileNothingCanBeFound() {
        var talk = new EchoUpdateHandler();
        var outage = new AtomicInteger(3);
        talk.answers(
                "trouble",
                () -> {
                    if (outage.getAndDecrement() > 0) {
                        throw new UpdateHandler.PostponedException(
                                new IllegalStateException("the search is not available"));
                    }
                    return "found";
                });
        server.write(ANN, "trouble");
        server.write(ANN, "behind it");

        try (var bot = RunningBot.with(server, data, talk)) {
            awaitUntil(() -> server.botTexts(ANN).size() == 2);

            assertThat(server.botTexts(ANN).getFirst()).isEqualTo("found");
            assertThat(Collections.frequency(talk.asked, "trouble")).isEqualTo(4);
            assertThat(bot.store.inbox.count("parked")).isZero();
        }
    }

    @Test
    void anOutageThatManyChatsWaitForIsLoggedOnce() {
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        var log = (Logger) LoggerFactory.getLogger(ChatWorker.class);
        log.addAppender(lines);
        var talk = new EchoUpdateHandler();
        talk.answers(
                "trouble",
                () -> {
                    throw new UpdateHandler.PostponedException(
                            new IllegalStateException("the search is not available"));
                });
        server.startChat(BEN);
        server.write(ANN, "trouble");
        server.write(BEN, "trouble");

        try (var _ = RunningBot.with(server, data, talk)) {
            awaitUntil(() -> Collections.frequency(talk.asked, "trouble") >= 6);

            assertThat(lines.list)
                    .filteredOn(line -> line.getLevel() == Level.ERROR)
                    .singleElement()
                    .asString()
                    .contains("the search is not available", "said once a minute");
        } finally {
            log.detachAppender(lines);
        }
    }

    @Test
    void apologizesAndParksAfterThreeFailures() {
        var talk = new EchoUpdateHandler();
        talk.answers(
                "trouble",
                () -> {
                    throw new IOException("the index is gone");
                });
        server.write(ANN, "trouble");
        server.write(ANN, "behind it");

        try (var bot = RunningBot.with(server, data, talk)) {
            awaitUntil(() -> server.botTexts(ANN).size() == 2);

            assertThat(server.botTexts(ANN).getFirst()).isEqualTo("FAILED");
            assertThat(Collections.frequency(talk.asked, "trouble")).isEqualTo(3);
            assertThat(bot.store.inbox.count("parked")).isEqualTo(1);
        }
    }

    @Test
    void parksNothingThatTheStoreKeepsFromBeingDecoded() {
        try (StoreFile file = StoreFile.in(data)) {
            var arrival = Inbox.Arrival.of(json(1, "What did Smith say?"), null);
            new DeliveryStore(file.store(), List.of(), List.of(), Clock.systemUTC())
                    .inbox.add(List.of(arrival)); // as if before a restart
        }
        var failing = new AtomicBoolean(true);
        var talk =
                new EchoUpdateHandler() {
                    @Override
                    public DecodedUpdate decode(JsonNode json) throws JsonProcessingException {
                        if (failing.getAndSet(false)) {
                            throw new DataAccessResourceFailureException("the disk is gone");
                        }
                        return super.decode(json);
                    }
                };

        try (var _ = RunningBot.with(server, data, talk)) {
            awaitUntil(() -> server.botTexts(ANN).size() == 1);
        }
    }

    private static JsonNode json(int id, String text) {
        return UpdateDecoder.JSON
                .createObjectNode()
                .put("update_id", id)
                .set(
                        "message",
                        UpdateDecoder.JSON
                                .createObjectNode()
                                .put("message_id", 1)
                                .put("date", 1)
                                .put("text", text)
                                .set(
                                        "chat",
                                        UpdateDecoder.JSON
                                                .createObjectNode()
                                                .put("id", ANN)
                                                .put("type", "private")));
    }

    @Test
    void parksWhatFailsEvenWhenItsUserIsTold() {
        var talk =
                new EchoUpdateHandler() {
                    @Override
                    public void handle(DecodedUpdate update, ReplyTransaction transaction) {
                        if (update.incoming() instanceof Incoming.Asked asked
                                && asked.text().equals("trouble")) {
                            throw new IllegalStateException("the index is gone");
                        }
                        super.handle(update, transaction);
                    }

                    @Override
                    public void apologize(
                            DecodedUpdate update,
                            FailureReason reason,
                            ReplyTransaction transaction) {
                        transaction.write(
                                _ -> {
                                    throw new IllegalStateException("and so is this");
                                });
                    }
                };
        server.write(ANN, "trouble");
        server.write(ANN, "behind it");

        try (var bot = RunningBot.with(server, data, talk)) {
            awaitUntil(() -> server.botTexts(ANN).size() == 1);

            assertThat(server.botTexts(ANN).getFirst()).contains("behind it");
            assertThat(bot.store.inbox.count("parked")).isEqualTo(1);
        }
    }
}
