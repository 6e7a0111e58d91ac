package dev.verbatim.telegram.delivery;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.telegram.update.DecodedUpdate;
import dev.verbatim.telegram.update.Incoming;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// After a standstill of ten hours: of a chat's questions the last three are answered, the newest
/// first, and the chat is told that there were others.
@OnEachDatabase
class BacklogIT {

    private static final long GROUP = -50;

    private final long tenHoursAgo = Clock.systemUTC().instant().getEpochSecond() - 10 * 3600;

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
    @ValueSource(ints = {10, 99, 100, 101, 130, 199, 250, 620})
    void theLastThreeAreAnsweredHoweverManyThereAre(int questions) {
        IntStream.range(0, questions).forEach(this::ask);

        assertOnlyTheLastThreeAreAnswered(questions);
    }

    /// What isn't stored or gets no reply makes a poll look smaller than it was.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'message': {'message_id': 9, 'date': %d, 'text': 'just talking',"
                        + " 'from': {'id': 8}, 'chat': {'id': -50, 'type': 'group'}}}",
                "{'message': {'message_id': 9, 'date': %d, 'sticker': {},"
                        + " 'from': {'id': 8}, 'chat': {'id': 8, 'type': 'private'}}}",
                "{'callback_query': {'id': '1', 'from': {'id': 8}}}",
                "{'message': 'what is that?'}"
            })
    void thePolicyHoldsWhateverElseWaits(String other) {
        for (int number = 0; number < 130; number++) {
            if (number == 50 || number == 51) {
                server.queueUpdate(other.replace('\'', '"').formatted(tenHoursAgo + number));
            }
            ask(number);
        }

        assertOnlyTheLastThreeAreAnswered(130);
    }

    @Test
    void thePolicyHoldsWhenTheBotIsStoppedMeanwhile() {
        IntStream.range(0, 130).forEach(this::ask);
        try (var bot = RunningBot.with(server, data, new Discreet())) {
            awaitUntil(() -> bot.store.inbox.lastPlace() >= 100);
        }
        IntStream.range(130, 160).forEach(this::ask);

        try (var bot = RunningBot.with(server, data, new Discreet())) {
            awaitUntil(() -> server.pendingUpdates() == 0);
            awaitUntil(() -> bot.store.inbox.count("waiting") == 0);
            awaitUntil(() -> bot.store.outbox.count("waiting") == 0);
        }
        assertThat(server.botTexts(ANN)).hasSizeLessThanOrEqualTo(8);
        assertThat(server.botTexts(ANN)).contains(answer(159), answer(158), answer(157));
    }

    @Test
    void theNewestQuestionComesFirstAlsoWhenItIsFresh() {
        IntStream.range(0, 3).forEach(this::ask);
        server.write(ANN, "question 3");

        try (var bot = RunningBot.with(server, data, new Discreet())) {
            awaitUntil(() -> bot.store.outbox.count("sent") == 4);
        }

        assertThat(server.botTexts(ANN))
                .containsExactly(answer(3), answer(2), answer(1), answer(0));
    }

    /// The parts without words would else be the last three.
    @Test
    void anAlbumCountsAsOneRequest() {
        IntStream.range(0, 3).forEach(this::ask);
        IntStream.range(0, 10).forEach(this::sendPart);

        try (var bot = RunningBot.with(server, data, new Discreet())) {
            awaitUntil(
                    () ->
                            bot.store.inbox.lastPlace() == 13
                                    && bot.store.inbox.count("waiting") == 0
                                    && bot.store.outbox.count("waiting") == 0);
        }

        assertThat(server.botTexts(ANN)).containsExactly(answer(3), "MISSED", answer(2), answer(1));
    }

    private void sendPart(int number) {
        server.send(
                ANN,
                "{\"media_group_id\": \"7\", \"date\": %d, \"photo\": []%s}"
                        .formatted(
                                tenHoursAgo + 3,
                                number == 0 ? ", \"caption\": \"question 3\"" : ""));
    }

    private void assertOnlyTheLastThreeAreAnswered(int questions) {
        try (var bot = RunningBot.with(server, data, new Discreet())) {
            awaitUntil(
                    () ->
                            server.pendingUpdates() == 0
                                    && bot.store.inbox.lastPlace() > 0
                                    && bot.store.inbox.count("waiting") == 0
                                    && bot.store.outbox.count("waiting") == 0);
        }
        assertThat(server.botTexts(ANN))
                .isEqualTo(
                        List.of(
                                answer(questions - 1),
                                "MISSED",
                                answer(questions - 2),
                                answer(questions - 3)));
    }

    private void ask(int number) {
        server.send(
                ANN,
                "{\"text\": \"question %d\", \"date\": %d}"
                        .formatted(number, tenHoursAgo + number));
    }

    private static String answer(int number) {
        return EchoUpdateHandler.ANSWER + " question " + number;
    }

    /// Keeps nothing of groups.
    private static final class Discreet extends EchoUpdateHandler {

        @Override
        public boolean mayStore(DecodedUpdate update) {
            return update.envelope().chatId() != GROUP
                    && !(update.incoming() instanceof Incoming.Ignored);
        }
    }
}
