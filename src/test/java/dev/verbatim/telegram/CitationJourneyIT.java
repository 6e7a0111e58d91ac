package dev.verbatim.telegram;

import static dev.verbatim.telegram.SmallNewsBot.BOATS;
import static dev.verbatim.telegram.SmallNewsBot.COST;
import static dev.verbatim.telegram.SmallNewsBot.HARBOUR;
import static dev.verbatim.telegram.SmallNewsBot.OPENED;
import static dev.verbatim.telegram.SmallNewsBot.READY;
import static dev.verbatim.telegram.SmallNewsBot.SAID;
import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.await;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.Answer;
import dev.verbatim.article.Article;
import dev.verbatim.article.ContentChange;
import dev.verbatim.article.Passage;
import dev.verbatim.article.TextHash;
import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.store.DiskSearch;
import dev.verbatim.store.OnEachDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Journeys of citations that are checked later, over real HTTP.
@OnEachDatabase(inEveryBuild = false)
class CitationJourneyIT {

    private static final String BUTTON = "Still so?";
    private static final String FIFTY = "Fifty fishing boats sailed into the basin at noon.";

    @TempDir private Path data;

    private SmallNewsBot served;

    @BeforeEach
    void open() throws IOException {
        served = new SmallNewsBot(data);
        Passage boats = HARBOUR.passages().get(1);
        served.bot.answers(new Answer.Found(boats, boats.span(), null, 0.9));
    }

    @AfterEach
    void close() {
        served.close();
    }

    private static Article changed(String... paragraphs) {
        return SmallNewsBot.article("harbour", "A harbour for Seaham", paragraphs);
    }

    private MethodCall answer() {
        return served.ask(ANN, "How many boats came?");
    }

    private String alert() {
        awaitUntil(() -> !served.server.calls("answerCallbackQuery").isEmpty());
        JsonNode answered = served.server.calls("answerCallbackQuery").getFirst().parameters();
        assertThat(answered.path("show_alert").asBoolean(false)).isTrue();
        return answered.path("text").asString("");
    }

    @Test
    void anUnchangedPassageIsToldWithItsDate() {
        served.press(answer(), BUTTON);

        assertThat(alert()).startsWith("Unchanged since ");
    }

    @Test
    void theButtonHoldsNoMoreThanTelegramTakes() {
        assertThat(answer().button(BUTTON).path("callback_data").asString(""))
                .startsWith("cite ")
                .hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void aChangeElsewhereLeavesThePassageUnchanged() {
        MethodCall answer = answer();
        served.serve(changed("The town of Seaham shut its old harbour.", BOATS, SAID, READY, COST));

        served.press(answer, BUTTON);

        assertThat(alert())
                .startsWith("This passage is unchanged since ")
                .contains("Elsewhere the article has changed");
    }

    @Test
    void aChangedPassageIsShownWordByWord() {
        MethodCall answer = answer();
        served.serve(changed(OPENED, FIFTY, SAID, READY, COST));

        served.press(answer, BUTTON);

        served.awaitUntilSentTo(ANN, 2);
        MethodCall told = served.server.sendCalls(ANN).getLast();
        assertThat(told.text())
                .startsWith("This passage has changed since.")
                .contains("• “Fifty” instead of “Forty”");
        assertThat(SmallNewsBot.marked(told, "blockquote")).containsExactly(BOATS, FIFTY);
        assertThat(SmallNewsBot.marked(told, "bold")).containsExactly("Forty", "Fifty");
    }

    @Test
    void aPassageThatIsGoneIsShownAsItWas() {
        MethodCall answer = answer();
        served.serve(changed(OPENED, SAID, READY, COST));

        served.press(answer, BUTTON);

        served.awaitUntilSentTo(ANN, 2);
        MethodCall told = served.server.sendCalls(ANN).getLast();
        assertThat(told.text()).contains("no longer has this passage");
        assertThat(SmallNewsBot.marked(told, "blockquote")).containsExactly(BOATS);
    }

    @Test
    void inAGroupAChangeIsShownToWhoAsksOnly() {
        checkChangedPassageInGroup(BEN);

        awaitUntil(() -> served.server.sendCalls(SmallNewsBot.GROUP).size() == 2);
        JsonNode told = served.server.sendCalls(SmallNewsBot.GROUP).getLast().parameters();
        assertThat(told.path("text").asString("")).contains("• “Fifty” instead of “Forty”");
        assertThat(told.at("/ephemeral_message_parameters/receiver_user_id").asLong())
                .isEqualTo(BEN);
    }

    @Test
    void aGroupOfAnOldServerSeesTheChangeAsAReplyToTheAnswer() {
        served.server.setEphemeralMessages(false);

        int answer = checkChangedPassageInGroup(BEN);

        awaitUntil(() -> served.server.sendCalls(SmallNewsBot.GROUP).size() == 2);
        JsonNode told = served.server.sendCalls(SmallNewsBot.GROUP).getLast().parameters();
        assertThat(told.path("text").asString("")).contains("• “Fifty” instead of “Forty”");
        assertThat(told.has("ephemeral_message_parameters")).isFalse();
        assertThat(told.at("/reply_parameters/message_id").asInt()).isEqualTo(answer);
    }

    /// Returns the number of the answer whose citation is checked.
    private int checkChangedPassageInGroup(long person) {
        served.server.write(SmallNewsBot.GROUP, ANN, "/ask How many boats came?");
        awaitUntil(() -> !served.server.sendCalls(SmallNewsBot.GROUP).isEmpty());
        MethodCall answer = served.server.sendCalls(SmallNewsBot.GROUP).getFirst();
        served.serve(changed(OPENED, FIFTY, SAID, READY, COST));
        int messageId = served.server.messageOf(answer);
        served.server.pressButton(
                person, messageId, answer.button(BUTTON).path("callback_data").asString(""));
        return messageId;
    }

    @Test
    void theLinkOfACitationTellsAnybodyTheSame() {
        String code = ShipsBot.code(answer());
        served.serve(changed(OPENED, FIFTY, SAID, READY, COST));

        served.server.write(BEN, "/start " + code);

        served.awaitUntilSentTo(BEN, 1);
        assertThat(served.server.sendCalls(BEN).getFirst().text())
                .contains("• “Fifty” instead of “Forty”");
    }

    @Test
    void theLinkOfAnUnchangedPassageShowsItWithItsDate() {
        String code = ShipsBot.code(answer());

        served.server.write(BEN, "/start " + code);

        served.awaitUntilSentTo(BEN, 1);
        assertThat(served.server.sendCalls(BEN).getFirst().text())
                .contains("Unchanged since ")
                .contains(BOATS);
    }

    @Test
    void whoIsToldOfAChangeIsNotNoted() {
        String code = ShipsBot.code(answer());
        served.serve(changed(OPENED, FIFTY, SAID, READY, COST));

        served.server.write(BEN, "/start " + code);

        served.awaitUntilSentTo(BEN, 1);
        assertThat(rowsOfBen()).isZero();
    }

    @Test
    void whoOpensAPassageIsForgottenLikeWhoAsks() {
        String code = ShipsBot.code(answer());
        served.server.write(BEN, "/start " + code);
        served.awaitUntilSentTo(BEN, 1);
        assertThat(rowsOfBen()).isEqualTo(1);

        served.ask(BEN, "/forget");

        awaitUntil(() -> rowsOfBen() == 0);
    }

    private int rowsOfBen() {
        return served.bot.store().<Integer>read(CitationJourneyIT::rowsOfBen);
    }

    private static Integer rowsOfBen(JdbcClient rows) {
        return rows.sql("select count(*) from given_answer where person_id = " + BEN)
                .query(Integer.class)
                .single();
    }

    @Test
    void onlyChangedParagraphsAreKeptAndNoneOfAnArticleThatIsGone() {
        served.serve(changed(OPENED, FIFTY, SAID, READY, COST));
        assertThat(DiskSearch.filesContaining(BOATS, data)).isNotEmpty();
        assertThat(DiskSearch.filesContaining(COST, data)).isEmpty();

        served.bot.history.record(
                new ContentChange.Withdrawn("harbour"), _ -> Optional.of(HARBOUR));

        await().untilAsserted(() -> assertThat(DiskSearch.filesContaining(BOATS, data)).isEmpty());
    }

    @Test
    void anEarlierVersionThatComesBackIsServedSinceThen() {
        served.serve(changed(OPENED, FIFTY, SAID, READY, COST));
        served.serve(HARBOUR);

        List<Optional<String>> kept =
                List.of(
                        served.bot.history.replaced("harbour", hash(FIFTY)),
                        served.bot.history.replaced("harbour", hash(OPENED)));

        assertThat(kept).containsExactly(Optional.of(FIFTY), Optional.empty());
    }

    private static int hash(String words) {
        return (int) TextHash.of(words);
    }
}
