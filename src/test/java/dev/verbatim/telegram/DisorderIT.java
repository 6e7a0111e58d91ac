package dev.verbatim.telegram;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.telegram.delivery.RunningBot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Questions and their edits arrive in any order, and the edits twice. In the end each question has
/// one answer, to its last wording.
@OnEachDatabase(inEveryBuild = false)
class DisorderIT {

    private static final int QUESTIONS = 4;
    private static final int FIRST = 900;
    private static final int LAST_WORDING = 2;

    @TempDir private Path data;
    private TelegramDriver server;
    private AnsweringBot bot;

    @BeforeEach
    void serve() throws IOException {
        server = RunningBot.server();
        bot = AnsweringBot.with(server, data);
    }

    @AfterEach
    void stop() {
        bot.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void outcomeIsTheSameInAnyOrder(long seed) {
        List<String> updates = updates();
        Collections.shuffle(updates, new Random(seed));

        updates.forEach(server::queueUpdate);
        server.write(ANN, "Was that all?");
        RunningBot.awaitUntil(() -> server.sendCalls(ANN).size() > QUESTIONS);

        assertThat(bot.asked).endsWith("Was that all?");
        assertThat(server.sendCalls(ANN)).hasSize(QUESTIONS + 1);
        for (int message = FIRST; message < FIRST + QUESTIONS; message++) {
            assertThat(bot.stores.answers.findByQuestion(ANN, message))
                    .map(answer -> answer.asked().question())
                    .contains(wording(message, LAST_WORDING));
        }
    }

    private static List<String> updates() {
        List<String> updates = new ArrayList<>();
        long now = Instant.now().getEpochSecond();
        for (int message = FIRST; message < FIRST + QUESTIONS; message++) {
            updates.add(update("message", message, 0, now));
            for (int edit = 1; edit <= LAST_WORDING; edit++) {
                updates.add(update("edited_message", message, edit, now));
                updates.add(update("edited_message", message, edit, now));
            }
        }
        return updates;
    }

    private static String update(String kind, int message, int wording, long now) {
        String edited = wording == 0 ? "" : "\"edit_date\": %d,".formatted(now + wording);
        return """
        {"%s": {"message_id": %d, "date": %d, %s "text": "%s",
          "chat": {"id": %d, "type": "private", "first_name": "Ann"},
          "from": {"id": %d, "is_bot": false, "first_name": "Ann", "language_code": "en"}}}
        """
                .formatted(kind, message, now, edited, wording(message, wording), ANN, ANN);
    }

    private static String wording(int message, int wording) {
        return "Question %d, wording %d?".formatted(message, wording);
    }
}
