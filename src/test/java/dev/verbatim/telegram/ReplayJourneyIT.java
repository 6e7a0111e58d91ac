package dev.verbatim.telegram;

import static dev.verbatim.telegram.AnsweringBot.EDITOR;
import static dev.verbatim.telegram.SmallNewsBot.GROUP;
import static dev.verbatim.telegram.SmallNewsBot.HARBOUR;
import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.Answer;
import dev.verbatim.article.Passage;
import dev.verbatim.store.DiskSearch;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.telegram.chat.ChatSettings;
import dev.verbatim.telegram.chat.SettingsStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Journeys of questions that an editor has asked again, over real HTTP.
@OnEachDatabase(inEveryBuild = false)
class ReplayJourneyIT {

    private static final Answer NONE = new Answer.NotFound(List.of(), 0.1, 1, 5);

    @TempDir private Path data;

    private final MutableClock clock = new MutableClock();
    private SmallNewsBot served;

    @BeforeEach
    void open() throws IOException {
        served = new SmallNewsBot(data, clock);
        served.bot.answers(found(1));
    }

    @AfterEach
    void close() {
        served.close();
    }

    private static Answer found(int paragraph) {
        Passage passage = HARBOUR.passages().get(paragraph - 1);
        return new Answer.Found(passage, passage.span(), null, 0.9);
    }

    private List<String> logged() {
        return served.bot.stores.questionLog.last(10).stream()
                .map(entry -> entry.question())
                .toList();
    }

    @Test
    void whatIsAnsweredOtherwiseIsListed() {
        served.ask(ANN, "When did the harbour open?");
        served.bot.answers(NONE);
        served.ask(ANN, "How many boats came?");
        served.bot.alone(found(2));

        String report = served.ask(EDITOR, "/replay").text();

        assertThat(report)
                .startsWith("2 questions were asked again; 0 are answered as before.")
                .contains("Answered by another passage: 1\n• When did the harbour open?")
                .contains("harbour ¶ 1 (0.90) → harbour ¶ 2 (0.90)")
                .contains("Newly answered: 1\n• How many boats came?")
                .contains("– (0.10) → harbour ¶ 2 (0.90)")
                .doesNotContain("No longer");
    }

    @Test
    void theStatisticsComeWithAPictureAndItsWords() {
        served.ask(ANN, "When did the harbour open?");
        clock.advance(Duration.ofDays(1));
        served.bot.answers(NONE);
        served.ask(ANN, "How many boats came?");
        served.ask(ANN, "How many gulls came?");

        served.ask(EDITOR, "/stats");

        awaitUntil(() -> served.server.calls("sendPhoto").size() == 1);
        assertThat(
                        served.server
                                .calls("sendPhoto")
                                .getFirst()
                                .parameters()
                                .path("caption")
                                .asString())
                .startsWith("Questions a day from February 17, 2026 to March 2, 2026: ")
                .contains(" 0, 0, 1, 2. Green: answered");
    }

    @Test
    void theStatisticsOfNothingHaveNoPicture() {
        served.ask(EDITOR, "/stats");
        served.ask(ANN, "/stats");

        served.ask(ANN, "/articles");
        assertThat(served.server.calls("sendPhoto")).isEmpty();
    }

    @Test
    void onlyTheLastOnesAreAskedAgain() {
        served.ask(ANN, "When did the harbour open?");
        served.ask(ANN, "How many boats came?");
        served.bot.alone(NONE);

        String report = served.ask(EDITOR, "/replay 1").text();

        assertThat(report).contains("No longer answered: 1\n• How many boats came?");
    }

    @Test
    void onlyEditorsMay() {
        served.ask(ANN, "When did the harbour open?");

        assertThat(served.ask(ANN, "/replay").text()).doesNotContain("asked again");
    }

    @Test
    void aNumberIsExpected() {
        assertThat(served.ask(EDITOR, "/replay everything").text()).contains("/replay 50");
        assertThat(served.ask(EDITOR, "/replay").text()).contains("verbatim.memory.questions");
    }

    @Test
    void aQuestionToChosenArticlesIsNotKept() {
        served.bot.write(
                rows ->
                        SettingsStore.save(
                                ANN, ChatSettings.DEFAULT.withToggledArticle("harbour"), rows));

        served.ask(ANN, "When did the harbour open?");

        assertThat(logged()).isEmpty();
    }

    @Test
    void nothingIsKeptOfWhoHasOptedOut() {
        served.server.write(GROUP, BEN, "/optout");
        served.awaitUntilSentTo(GROUP, 1);

        served.server.write(GROUP, BEN, "/ask When did the harbour open?");

        served.awaitUntilSentTo(GROUP, 2);
        assertThat(logged()).isEmpty();
    }

    @Test
    void nothingIsLeftOnTheDiskAfterForget() {
        served.ask(ANN, "When did kiwicode888 open?");
        assertThat(logged()).hasSize(1);

        served.ask(ANN, "/forget");

        awaitUntil(() -> logged().isEmpty());
        awaitUntil(() -> DiskSearch.filesContaining("kiwicode888", data).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/forget", "/optout"})
    void nothingIsLeftOnTheDiskWhenWhoAskedLeavesTheGroupsMemory(String command) {
        served.server.write(GROUP, BEN, "/ask When did kiwicode888 open?");
        served.awaitUntilSentTo(GROUP, 1);
        assertThat(logged()).hasSize(1);

        served.server.write(GROUP, BEN, command);

        served.awaitUntilSentTo(GROUP, 2);
        awaitUntil(() -> logged().isEmpty());
        awaitUntil(() -> DiskSearch.filesContaining("kiwicode888", data).isEmpty());
    }

    @Test
    void aQuestionIsGoneWhenItsTimeIsUp() {
        served.ask(ANN, "When did the harbour open?");
        clock.advance(Duration.ofDays(32));

        served.bot.stores.purgeExpired();

        assertThat(logged()).isEmpty();
    }
}
