package dev.verbatim.telegram;

import static dev.verbatim.telegram.AnsweringBot.EDITOR;
import static dev.verbatim.telegram.SmallNewsBot.GROUP;
import static dev.verbatim.telegram.SmallNewsBot.GULLS;
import static dev.verbatim.telegram.SmallNewsBot.HARBOUR;
import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.verbatim.answer.Answer;
import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.store.DiskSearch;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.telegram.chat.ChatSettings;
import dev.verbatim.telegram.chat.SettingsStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Journeys from a question that the articles don't answer to the article that does, over real
/// HTTP.
@OnEachDatabase(inEveryBuild = false)
class PendingQuestionJourneyIT {

    private static final String OFFER = "🔔 Tell me when they do";
    private static final String QUESTION = "How many gulls nest in Dalton?";
    private static final Answer NONE = new Answer.NotFound(List.of(), 0, 1, 5);

    @TempDir private Path data;

    // Noon of the first of March in UTC, one o'clock for the bot.
    private final MutableClock clock = new MutableClock();
    private SmallNewsBot served;

    @BeforeEach
    void open() throws IOException {
        served = new SmallNewsBot(data, clock);
        served.bot.answers(NONE);
    }

    @AfterEach
    void close() {
        served.close();
    }

    private MethodCall askAndWait(String question) {
        MethodCall none = served.ask(ANN, question);
        int before = alerts().size();
        served.press(none, OFFER);
        awaitUntil(() -> alerts().size() > before);
        return none;
    }

    private List<String> alerts() {
        return served.server.calls("answerCallbackQuery").stream()
                .map(call -> call.parameters().path("text").asString(""))
                .toList();
    }

    private static Answer found(Article article) {
        Passage passage = article.passages().getFirst();
        return new Answer.Found(passage, passage.span(), null, 0.9);
    }

    /// An article comes that answers.
    private void publish() {
        clock.advance(Duration.ofHours(1));
        served.serve(HARBOUR, GULLS);
        served.bot.answers(found(GULLS));
        served.bot.pendingQuestions.answerDue();
    }

    private int pending() {
        return served.bot.store().<Integer>read(PendingQuestionJourneyIT::pending);
    }

    private static Integer pending(JdbcClient rows) {
        return rows.sql("select count(*) from pending_question").query(Integer.class).single();
    }

    /// The next message is the reply to a command: nothing came in between.
    private void nothingCame(int messages) {
        served.ask(ANN, "/articles");
        assertThat(served.server.sendCalls(ANN)).hasSize(messages + 1);
    }

    @Test
    void theAnswerComesOnceInReplyToTheQuestion() {
        int question = served.server.write(ANN, QUESTION);
        served.awaitUntilSentTo(ANN, 1);
        served.press(served.server.sendCalls(ANN).getFirst(), OFFER);
        awaitUntil(() -> pending() == 1);
        served.bot.pendingQuestions.answerDue();

        publish();

        served.awaitUntilSentTo(ANN, 2);
        MethodCall answer = served.server.sendCalls(ANN).getLast();
        assertThat(alerts().getFirst()).startsWith("I will answer here").contains("30 days");
        assertThat(answer.text())
                .startsWith("🔔 The articles answer this now: “" + QUESTION + "”\n\n")
                .contains("Thousands of gulls nest above the roofs of Dalton.")
                .contains("Gulls over Dalton");
        assertThat(answer.parameters().at("/reply_parameters/message_id").asInt())
                .isEqualTo(question);
        assertThat(pending()).isZero();
        served.bot.pendingQuestions.answerDue();
        nothingCame(2);
    }

    @Test
    void aWholeNewCollectionIsLookedAtWhereAQuestionWaits() {
        askAndWait(QUESTION);
        clock.advance(Duration.ofHours(1));
        served.serve(collection());
        served.bot.answers(found(GULLS));

        served.bot.pendingQuestions.answerDue();

        served.awaitUntilSentTo(ANN, 2);
        assertThat(served.server.sendCalls(ANN).getLast().text()).contains("Gulls over Dalton");
        assertThat(served.bot.history.notCompared()).isEmpty();
    }

    @Test
    void aWholeNewCollectionTakesNoTimeWhereNoneWaits() {
        served.serve(collection());

        served.bot.pendingQuestions.answerDue();

        assertThat(served.bot.history.notCompared()).isEmpty();
        await().during(Duration.ofMillis(500)).until(() -> served.bot.askedAlone.get() == 0);
    }

    /// So many that their speakers aren't asked about beforehand.
    private static Article[] collection() {
        return Stream.concat(
                        Stream.of(HARBOUR, GULLS),
                        IntStream.range(0, 30)
                                .mapToObj(
                                        number ->
                                                SmallNewsBot.article(
                                                        "news-" + number,
                                                        "News " + number,
                                                        "“It is " + number + "” said Jane Doe.")))
                .toArray(Article[]::new);
    }

    @Test
    void theLateAnswerHasTheButtonsOfAnyOther() {
        askAndWait(QUESTION);
        publish();
        served.awaitUntilSentTo(ANN, 2);

        served.press(served.server.sendCalls(ANN).getLast(), "This answers it");

        awaitUntil(() -> served.bot.stores.answers.statistics().counts().helpful() == 1);
    }

    @Test
    void theAnswerComesInTheTopicOfAGroup() {
        served.server.write(
                GROUP,
                BEN,
                "/ask " + QUESTION,
                "{\"message_thread_id\": 9, \"is_topic_message\": true}");
        served.awaitUntilSentTo(GROUP, 1);
        MethodCall none = served.server.sendCalls(GROUP).getFirst();
        served.server.pressButton(
                BEN,
                served.server.messageOf(none),
                none.button(OFFER).path("callback_data").asString());
        awaitUntil(() -> pending() == 1);

        publish();

        served.awaitUntilSentTo(GROUP, 2);
        MethodCall answer = served.server.sendCalls(GROUP).getLast();
        assertThat(answer.text()).contains("Thousands of gulls");
        assertThat(answer.parameters().path("message_thread_id").asInt()).isEqualTo(9);
        assertThat(answer.parameters().at("/reply_parameters/message_id").asInt())
                .isEqualTo(none.parameters().at("/reply_parameters/message_id").asInt());
    }

    @Test
    void onlyWhoAskedIsTold() {
        served.server.write(GROUP, BEN, "/ask " + QUESTION);
        served.awaitUntilSentTo(GROUP, 1);

        served.press(served.server.sendCalls(GROUP).getFirst(), OFFER);

        awaitUntil(() -> !alerts().isEmpty());
        assertThat(alerts()).containsExactly("Only who asked the question can be told.");
        assertThat(pending()).isZero();
    }

    @Test
    void aChangedArticleAnswersToo() {
        askAndWait(QUESTION);
        Article changed =
                SmallNewsBot.article("harbour", "A harbour for Seaham", "Nine gulls nest there.");
        clock.advance(Duration.ofHours(1));
        served.serve(changed);
        served.bot.answers(found(changed));

        served.bot.pendingQuestions.answerDue();

        served.awaitUntilSentTo(ANN, 2);
        assertThat(served.server.sendCalls(ANN).getLast().text()).contains("Nine gulls nest");
    }

    @Test
    void anArticleThatWasThereBeforeIsNoNews() {
        askAndWait(QUESTION);
        clock.advance(Duration.ofHours(1));
        served.serve(HARBOUR, GULLS);
        served.bot.answers(found(HARBOUR));

        served.bot.pendingQuestions.answerDue();

        nothingCame(1);
        assertThat(pending()).isEqualTo(1);
    }

    @Test
    void whatOnlyComesCloseIsNoAnswer() {
        askAndWait(QUESTION);
        clock.advance(Duration.ofHours(1));
        served.serve(HARBOUR, GULLS);
        Passage passage = GULLS.passages().getFirst();
        served.bot.answers(new Answer.Closest(passage, passage.span(), null, 0.4));

        served.bot.pendingQuestions.answerDue();

        nothingCame(1);
        assertThat(pending()).isEqualTo(1);
    }

    @Test
    void aQuestionThatHasNothingInCommonWithTheArticleIsNotAskedAgain() {
        askAndWait("Who won the marathon in Berlin?");
        served.bot.pendingQuestions.answerDue();
        int asked = served.bot.asked.size();

        publish();

        assertThat(served.bot.asked).hasSize(asked);
        nothingCame(1);
    }

    @Test
    void anArticleThatCameBeforeTheButtonWasPressedAnswersAtOnce() {
        MethodCall none = served.ask(ANN, QUESTION);
        publish();

        served.press(none, OFFER);
        awaitUntil(() -> pending() == 1);
        served.bot.pendingQuestions.answerDue();

        served.awaitUntilSentTo(ANN, 2);
        assertThat(served.server.sendCalls(ANN).getLast().text()).contains("Thousands of gulls");
    }

    @Test
    void theAnswerWaitsForTheMorning() {
        askAndWait(QUESTION);
        clock.advance(Duration.ofHours(10));
        publish();
        nothingCame(1);

        clock.advance(Duration.ofHours(8));
        served.bot.pendingQuestions.answerDue();

        served.awaitUntilSentTo(ANN, 3);
        assertThat(served.server.sendCalls(ANN).getLast().text()).startsWith("🔔");
    }

    @Test
    void pressingAgainTakesItBack() {
        MethodCall none = askAndWait(QUESTION);

        served.press(none, OFFER);

        awaitUntil(() -> alerts().size() == 2);
        assertThat(alerts().getLast())
                .isEqualTo("I no longer wait for an answer to this question.");
        publish();
        nothingCame(1);
    }

    @Test
    void aPersonHasOnlySoManyInAChat() {
        for (String thing : List.of("gulls", "terns", "swans")) {
            askAndWait("How many " + thing + " nest in Dalton?");
        }

        askAndWait("How many geese nest in Dalton?");

        assertThat(alerts().getLast()).startsWith("You already wait for 3 answers here.");
        assertThat(pending()).isEqualTo(3);
    }

    @Test
    void theSettingsListThemAndDeleteThem() {
        askAndWait(QUESTION);
        askAndWait("How many terns nest in Dalton?");
        MethodCall settings = served.ask(ANN, "/settings");

        served.press(settings, "Questions to be answered later: 2");
        served.press(served.edit(1), "✕ " + QUESTION);
        MethodCall rest = served.edit(2);
        served.press(rest, "Delete all");

        assertThat(rest.button("✕ How many terns nest in Dalton?").isMissingNode()).isFalse();
        assertThat(rest.button("✕ " + QUESTION).isMissingNode()).isTrue();
        assertThat(served.edit(3).text()).isEqualTo("No question waits for an answer.");
        assertThat(pending()).isZero();
    }

    @Test
    void theSettingsOfOthersHaveThemNot() {
        askAndWait(QUESTION);

        MethodCall settings = served.ask(BEN, "/settings");

        assertThat(settings.button("Questions").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/forget", "/optout"})
    void nothingIsLeftOnTheDiskWhenThePersonLeaves(String command) {
        askAndWait("How many kiwicode888 nest in Dalton?");

        served.ask(ANN, command);
        awaitUntil(() -> pending() == 0);
        served.ask(ANN, "/forget");

        awaitUntil(() -> filesWith("kiwicode888").isEmpty());
    }

    @Test
    void nothingIsLeftOnTheDiskWhenItExpires() {
        askAndWait("How many kiwicode888 nest in Dalton?");
        assertThat(filesWith("kiwicode888")).isNotEmpty();
        clock.advance(Duration.ofDays(91));

        served.bot.stores.purgeExpired();

        assertThat(pending()).isZero();
        awaitUntil(() -> filesWith("kiwicode888").isEmpty());
    }

    private List<Path> filesWith(String word) {
        return DiskSearch.filesContaining(word, data);
    }

    @Test
    void itIsOfferedToNobodyWhoseWordsAreNotKept() {
        served.server.write(GROUP, BEN, "/optout");
        served.awaitUntilSentTo(GROUP, 1);

        served.server.write(GROUP, BEN, "/ask " + QUESTION);

        served.awaitUntilSentTo(GROUP, 2);
        assertThat(served.server.sendCalls(GROUP).getLast().button(OFFER).isMissingNode()).isTrue();
    }

    @Test
    void optingOutOfAGroupEndsIt() {
        served.server.write(GROUP, ANN, "/ask " + QUESTION);
        served.awaitUntilSentTo(GROUP, 1);
        served.press(served.server.sendCalls(GROUP).getFirst(), OFFER);
        awaitUntil(() -> pending() == 1);

        served.server.write(GROUP, ANN, "/optout");

        awaitUntil(() -> pending() == 0);
    }

    @Test
    void anEditedQuestionIsAnother() {
        int question = served.server.write(ANN, QUESTION);
        served.awaitUntilSentTo(ANN, 1);
        served.press(served.server.sendCalls(ANN).getFirst(), OFFER);
        awaitUntil(() -> pending() == 1);

        served.server.edit(question, "How many terns nest in Dalton?", 1);

        awaitUntil(() -> pending() == 0);
    }

    @Test
    void itIsSaidInTheLanguageOfTheChat() {
        served.bot.write(
                rows ->
                        SettingsStore.save(
                                ANN, ChatSettings.DEFAULT.withLanguage(Locale.GERMAN), rows));
        MethodCall none = served.ask(ANN, QUESTION);
        served.press(none, "🔔 Sag mir dann Bescheid");
        awaitUntil(() -> pending() == 1);

        publish();

        served.awaitUntilSentTo(ANN, 2);
        assertThat(served.server.sendCalls(ANN).getLast().text())
                .startsWith("🔔 Die Artikel beantworten das jetzt: „" + QUESTION + "“");
    }

    @Test
    void aBlockedChatIsToldNothing() {
        askAndWait(QUESTION);
        served.ask(EDITOR, "/block " + ANN);

        publish();

        awaitUntil(() -> pending() == 0);
        assertThat(served.server.sendCalls(ANN)).hasSize(1);
    }

    @Test
    void aRestartLosesNoQuestion() throws IOException {
        askAndWait(QUESTION);
        served.close();
        served = new SmallNewsBot(data, clock);
        served.server.startChat(ANN);

        publish();

        served.awaitUntilSentTo(ANN, 1);
        assertThat(served.server.sendCalls(ANN).getFirst().text()).contains("Thousands of gulls");
    }

    @Test
    void privacyTellsOfThem() {
        askAndWait(QUESTION);

        assertThat(served.ask(ANN, "/privacy").text())
                .contains("questions that I shall answer later: 1. ")
                .contains("after 30 days at the latest");
    }
}
