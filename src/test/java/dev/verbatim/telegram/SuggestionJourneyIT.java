package dev.verbatim.telegram;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.Answer;
import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.store.OnEachDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Journeys of what is suggested under the message that the articles don't answer, over real HTTP.
@OnEachDatabase(inEveryBuild = false)
class SuggestionJourneyIT {

    private static final String ABOUT = "What the articles are about";

    @TempDir private Path data;
    private ShipsBot ships;

    @BeforeEach
    void serve() throws IOException {
        ships = new ShipsBot(data);
        ships.bot().answers(new Answer.NotFound(ShipsArticle.ARTICLE.passages(), 0.1, 1, 3));
    }

    @AfterEach
    void stop() {
        ships.close();
    }

    @Test
    void theArticleThatHasSomethingNearIsNamedOnce() {
        MethodCall no = ships.ask("How deep is the sea?");

        assertThat(no.button("The ships").path("callback_data").asString(""))
                .startsWith("summary ");
        assertThat(no.parameters().at("/reply_markup/inline_keyboard").toString())
                .containsOnlyOnce("The ships");
    }

    @ParameterizedTest
    @CsvSource({"The ships, /summary", "What the articles are about, /news"})
    void whatIsSuggestedComesBelowTheNo(String label, String command) {
        String wanted = ships.ask(command).text();
        MethodCall no = ships.ask("How deep is the sea?");

        ships.press(ANN, no, label);

        awaitUntil(() -> ships.server.sendCalls(ANN).size() == 3);
        assertThat(ships.server.sendCalls(ANN).getLast().text()).isEqualTo(wanted);
        assertThat(ships.server.calls("editMessageText")).isEmpty();
    }

    @Test
    void inAGroupItIsSeenByWhoAsksForIt() {
        MethodCall no = ships.askInGroup(ANN, "/ask How deep is the sea?");

        ships.press(BEN, no, "The ships");

        awaitUntil(() -> ships.server.sendCalls(ShipsBot.GROUP).size() == 2);
        MethodCall shown = ships.server.sendCalls(ShipsBot.GROUP).getLast();
        assertThat(shown.parameters().at("/ephemeral_message_parameters/receiver_user_id").asLong())
                .isEqualTo(BEN);
        assertThat(shown.text()).contains("The ships");
    }

    @Test
    void whatTheArticlesAreAboutIsSuggestedWhereNothingIsNear() {
        ships.bot().answers(new Answer.NotFound(List.of(), 0.1, 1, 3));

        assertThat(ships.ask("How deep is the sea?").button(ABOUT).isMissingNode()).isFalse();
    }
}
