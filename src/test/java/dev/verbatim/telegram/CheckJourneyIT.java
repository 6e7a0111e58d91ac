package dev.verbatim.telegram;

import static dev.verbatim.telegram.SmallNewsBot.GROUP;
import static dev.verbatim.telegram.SmallNewsBot.GULLS;
import static dev.verbatim.telegram.SmallNewsBot.HARBOUR;
import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.telegram.chat.ChatSettings;
import dev.verbatim.telegram.chat.SettingsStore;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Journeys of quotations that are checked, over real HTTP.
@OnEachDatabase(inEveryBuild = false)
class CheckJourneyIT {

    @TempDir private Path data;

    private SmallNewsBot served;

    @BeforeEach
    void open() throws IOException {
        served = new SmallNewsBot(data);
    }

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void anExactQuotationComesWithSpeakerAndPlace() {
        MethodCall check = served.ask(ANN, "/check Jane Doe: \"The boats will come back\"");

        assertThat(check.text())
                .startsWith("✓ Exact")
                .contains("— Jane Doe")
                .contains("A harbour for Seaham · The Herald · October 12, 2022 · ¶3");
        assertThat(SmallNewsBot.marked(check, "blockquote")).containsExactly(SmallNewsBot.SAID);
        assertThat(SmallNewsBot.links(check)).anyMatch(url -> url.contains("/harbour#:~:text="));
    }

    @Test
    void anAlteredQuotationShowsWhatWasAltered() {
        MethodCall check =
                served.ask(ANN, "/check “The council spent ninety million pounds on stone”");

        assertThat(check.text()).startsWith("≠ Altered").contains("• “ninety” instead of “nine”");
        assertThat(SmallNewsBot.marked(check, "bold")).contains("nine");
    }

    @Test
    void aLostNegationIsNamed() {
        MethodCall check = served.ask(ANN, "/check “We are not ready for all of them”");

        assertThat(check.text()).contains("• Added: “not” (a negation)");
    }

    @Test
    void wordsOfAnotherSpeakerAreToldApart() {
        MethodCall check = served.ask(ANN, "/check Ben Hall said: “The boats will come back”");

        assertThat(check.text())
                .startsWith("✗ Said by somebody else. The message names Ben Hall")
                .contains("— Jane Doe");
    }

    @Test
    void inventedWordsAreNotInTheArticles() {
        MethodCall check = served.ask(ANN, "/check “The harbour will be sold to a bank”");

        assertThat(check.text())
                .isEqualTo(
                        "✗ Not in the articles. Searched: 1 article.\n"
                                + "“The harbour will be sold to a bank”");
    }

    @Test
    void everyQuotationOfAMessageIsChecked() {
        MethodCall check =
                served.ask(ANN, "/check “The boats will come back” and “the boats will sink”");

        assertThat(check.text()).contains("✓ Exact").contains("≠ Altered");
    }

    @Test
    void inAGroupItChecksTheMessageThatItRepliesTo() {
        int said = served.server.write(GROUP, BEN, "Doe said “The boats will not come back”");

        served.server.reply(GROUP, ANN, said, "/check");

        served.awaitUntilSentTo(GROUP, 1);
        assertThat(served.server.sendCalls(GROUP).getFirst().text())
                .startsWith("≠ Altered")
                .contains("Added: “not”");
    }

    @Test
    void withoutWordsItSaysHowItIsUsed() {
        assertThat(served.ask(ANN, "/check").text()).contains("Reply to a message with /check");
    }

    @Test
    void onlyTheArticlesOfTheChatAreSearched() {
        served.serve(HARBOUR, GULLS);
        served.bot.write(
                rows ->
                        SettingsStore.save(
                                ANN, ChatSettings.DEFAULT.withToggledArticle("gulls"), rows));

        MethodCall check = served.ask(ANN, "/check “The boats will come back”");

        assertThat(check.text()).startsWith("✗ Not in the articles");
    }

    @Test
    void itIsInTheHelp() {
        assertThat(served.ask(ANN, "/help").text()).contains("/check – did somebody really say");
    }
}
