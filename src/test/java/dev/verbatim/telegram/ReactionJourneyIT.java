package dev.verbatim.telegram;

import static dev.verbatim.telegram.SmallNewsBot.GROUP;
import static dev.verbatim.telegram.SmallNewsBot.HARBOUR;
import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.Answer;
import dev.verbatim.article.Passage;
import dev.verbatim.store.OnEachDatabase;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Journeys of reactions to answers, over real HTTP.
@OnEachDatabase(inEveryBuild = false)
class ReactionJourneyIT {

    @TempDir private Path data;

    private SmallNewsBot served;

    @BeforeEach
    void open() throws IOException {
        served = new SmallNewsBot(data);
        Passage passage = HARBOUR.passages().getFirst();
        served.bot.answers(new Answer.Found(passage, passage.span(), null, 0.9));
    }

    @AfterEach
    void close() {
        served.close();
    }

    private int answer() {
        return served.server.messageOf(served.ask(ANN, "When did the harbour open?"));
    }

    private long helpful() {
        return served.bot.stores.answers.statistics().counts().helpful();
    }

    private long unhelpful() {
        return served.bot.stores.answers.statistics().counts().unhelpful();
    }

    @Test
    void aThumbIsARatingUntilItIsTakenBack() {
        int answer = answer();

        served.server.react(ANN, answer, "👎");
        awaitUntil(() -> unhelpful() == 1);
        served.server.react(ANN, answer, "👍");
        awaitUntil(() -> helpful() == 1);

        assertThat(unhelpful()).isZero();
        served.server.react(ANN, answer, "");
        awaitUntil(() -> helpful() == 0);
    }

    @Test
    void theButtonAndTheReactionOfAPersonAreOneRating() {
        int answer = answer();
        served.press(served.server.sendCalls(ANN).getLast(), "This answers it");
        awaitUntil(() -> helpful() == 1);

        served.server.react(ANN, answer, "👎");

        awaitUntil(() -> unhelpful() == 1);
        assertThat(helpful()).isZero();
    }

    @Test
    void anotherReactionRatesNothing() {
        int answer = answer();

        served.server.react(ANN, answer, "🔥");
        answer();

        assertThat(helpful() + unhelpful()).isZero();
    }

    @Test
    void aThumbIsForgottenWithWhoGaveIt() {
        served.server.react(ANN, answer(), "👎");
        awaitUntil(() -> unhelpful() == 1);

        served.ask(ANN, "/forget");

        awaitUntil(() -> unhelpful() == 0);
        assertThat(rows("feedback")).isZero();
        awaitUntil(() -> rows("inbox where content like '%reaction%'") == 0);
    }

    private int rows(String of) {
        return served.bot.store().<Integer>read(rows -> count(of, rows));
    }

    private static Integer count(String of, JdbcClient rows) {
        return rows.sql("select count(*) from " + of).query(Integer.class).single();
    }

    @Test
    void aReactionToWhatSomebodySaysIsNotStored() {
        int said = served.server.write(GROUP, BEN, "We meet at noon.");

        served.server.react(ANN, said, "👎");
        answer();

        assertThat(unhelpful()).isZero();
        assertThat(rows("inbox where chat_id = " + GROUP + " and content like '%reaction%'"))
                .isZero();
    }
}
