package dev.verbatim.telegram;

import static dev.verbatim.telegram.SmallNewsBot.BOATS;
import static dev.verbatim.telegram.SmallNewsBot.COST;
import static dev.verbatim.telegram.SmallNewsBot.GROUP;
import static dev.verbatim.telegram.SmallNewsBot.GULLS;
import static dev.verbatim.telegram.SmallNewsBot.HARBOUR;
import static dev.verbatim.telegram.SmallNewsBot.OPENED;
import static dev.verbatim.telegram.SmallNewsBot.READY;
import static dev.verbatim.telegram.SmallNewsBot.SAID;
import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.playground.botapi.MethodCall;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Journeys of summaries, over real HTTP.
class SummaryJourneyIT {

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
    void summarizesTheOnlyArticleInItsOwnSentences() {
        MethodCall summary = served.ask(ANN, "/summary");

        assertThat(summary.text())
                .startsWith("A harbour for Seaham · The Herald · October 12, 2022\n\n" + OPENED)
                .contains("¶1");
        assertThat(SmallNewsBot.marked(summary, "blockquote")).hasSize(3).contains(OPENED);
        assertThat(SmallNewsBot.links(summary)).contains("https://example.org/harbour");
        assertThat(served.bot.asked).isEmpty();
    }

    @Test
    void lengthChangesInPlace() {
        MethodCall shortOne = served.ask(ANN, "/summary");

        served.press(shortOne, "Long");
        served.press(served.edit(1), "Short");

        assertThat(SmallNewsBot.marked(served.edit(1), "blockquote")).hasSize(5).contains(READY);
        assertThat(served.edit(1).button("✓ Long").has("callback_data")).isTrue();
        assertThat(served.edit(2).text()).isEqualTo(shortOne.text());
        assertThat(served.server.sendCalls(ANN)).hasSize(1);
    }

    @Test
    void namesTheSpeakerWhenTheSentenceDoesNot() {
        MethodCall shortOne = served.ask(ANN, "/summary");

        served.press(shortOne, "Long");

        assertThat(served.edit(1).text())
                .contains(READY + "\n¶4 — Jane Doe")
                .contains(SAID + "\n¶3\n");
    }

    @Test
    void linkOfAParagraphShowsTheSentenceInItsPassage() {
        MethodCall summary = served.ask(ANN, "/summary");
        String link =
                SmallNewsBot.links(summary).stream()
                        .filter(url -> url.contains("start="))
                        .findFirst()
                        .get();

        served.server.write(BEN, "/start " + link.substring(link.indexOf('=') + 1));

        served.awaitUntilSentTo(BEN, 1);
        MethodCall opened = served.server.sendCalls(BEN).getFirst();
        assertThat(opened.text()).contains("behind your link").contains(OPENED);
        assertThat(opened.button("Context").has("callback_data")).isTrue();
    }

    @Test
    void linkToAChangedArticleSaysSo() {
        MethodCall summary = served.ask(ANN, "/summary");
        String link =
                SmallNewsBot.links(summary).stream()
                        .filter(url -> url.contains("start="))
                        .findFirst()
                        .get();
        served.serve(SmallNewsBot.article("harbour", "A harbour for Seaham", BOATS, COST));

        served.server.write(BEN, "/start " + link.substring(link.indexOf('=') + 1));

        served.awaitUntilSentTo(BEN, 1);
        assertThat(served.server.sendCalls(BEN).getFirst().text()).contains("has changed since");
    }

    @Test
    void offersSeveralArticlesToChooseFrom() {
        served.serve(HARBOUR, GULLS);
        MethodCall choice = served.ask(ANN, "/summary");

        served.press(choice, "2. Gulls over Dalton · The Herald · October 12,…");

        assertThat(choice.text()).contains("Which article");
        assertThat(served.edit(1).text())
                .startsWith("Gulls over Dalton")
                .contains("Thousands of gulls");
    }

    @Test
    void articleIsFoundByNameNumberOrTitle() {
        served.serve(HARBOUR, GULLS);

        assertThat(served.ask(ANN, "/summary gulls").text()).startsWith("Gulls over Dalton");
        assertThat(served.ask(ANN, "/summary 1").text()).startsWith("A harbour for Seaham");
        assertThat(served.ask(ANN, "/summary over dalton").text()).startsWith("Gulls over Dalton");
        assertThat(served.ask(ANN, "/summary lighthouse").text()).contains("“lighthouse”", "Which");
    }

    @Test
    void replyToAnAnswerSummarizesItsArticle() {
        served.serve(HARBOUR, ShipsArticle.ARTICLE);
        served.bot.answers(ShipsArticle.FOUND);
        served.ask(ANN, "What colour were the ships?");

        served.server.reply(ANN, served.server.lastBotMessage(ANN), "/summary");

        served.awaitUntilSentTo(ANN, 2);
        assertThat(served.server.sendCalls(ANN).getLast().text()).startsWith("The ships");
    }

    @Test
    void buttonOfARemovedArticleSaysSo() {
        MethodCall summary = served.ask(ANN, "/summary");
        served.serve(GULLS);

        served.press(summary, "Long");

        awaitUntil(() -> !served.server.calls("answerCallbackQuery").isEmpty());
        assertThat(
                        served.server
                                .calls("answerCallbackQuery")
                                .getFirst()
                                .parameters()
                                .path("text")
                                .asString())
                .contains("no longer have this article");
        assertThat(served.server.calls("editMessageText")).isEmpty();
    }

    @Test
    void articleWithoutSentencesSaysSo() {
        served.serve(SmallNewsBot.article("he", "About him", "He came. He saw."));

        assertThat(served.ask(ANN, "/summary").text()).contains("no sentence that can stand alone");
    }

    @Test
    void summaryInAGroupIsAReply() {
        served.server.setPrivacyMode(false);
        served.server.write(GROUP, BEN, "A summary would be nice.");
        int asking = served.server.write(GROUP, ANN, "/summary@a_bot");

        served.awaitUntilSentTo(GROUP, 1);

        assertThat(served.server.sendCalls(GROUP)).hasSize(1);
        assertThat(
                        served.server
                                .sendCalls(GROUP)
                                .getFirst()
                                .parameters()
                                .at("/reply_parameters/message_id")
                                .asInt())
                .isEqualTo(asking);
    }
}
