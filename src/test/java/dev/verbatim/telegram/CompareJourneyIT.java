package dev.verbatim.telegram;

import static dev.verbatim.telegram.SmallNewsBot.BOATS;
import static dev.verbatim.telegram.SmallNewsBot.GROUP;
import static dev.verbatim.telegram.SmallNewsBot.GULLS;
import static dev.verbatim.telegram.SmallNewsBot.HARBOUR;
import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.Answer;
import dev.verbatim.article.Article;
import dev.verbatim.article.Passage;
import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.store.OnEachDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Journeys of two sources side by side, over real HTTP.
@OnEachDatabase(inEveryBuild = false)
class CompareJourneyIT {

    private static final String SIXTY = "About 60 fishing boats sailed into the new basin at noon.";
    private static final String OPENING = "Seaham opened its new harbour on Monday.";
    private static final String LIGHTHOUSE =
            "The lighthouse of Seaham will be painted white next spring.";
    private static final Article TIMES =
            SmallNewsBot.article("times", "Seaham has its harbour", OPENING, SIXTY, LIGHTHOUSE);
    private static final Article COURIER =
            SmallNewsBot.article(
                    "courier",
                    "A basin for Seaham",
                    "Some 40 fishing boats sailed into the new basin at noon.",
                    OPENING);

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
    void showsWhatBothSayAndWhereTheyDiffer() {
        served.serve(COURIER, TIMES);

        MethodCall compared = served.ask(ANN, "/compare courier times");

        assertThat(compared.text())
                .startsWith("1. A basin for Seaham")
                .contains("\n2. Seaham has its harbour")
                .contains("They differ:\nSome 40 fishing boats")
                .contains("Both say:\n" + OPENING)
                .contains("Only in 2:\n" + LIGHTHOUSE);
        assertThat(SmallNewsBot.marked(compared, "bold")).contains("40", "60");
    }

    @Test
    void theOnlyTwoNeedNoName() {
        served.serve(COURIER, TIMES);

        assertThat(served.ask(ANN, "/compare").text()).startsWith("1. A basin for Seaham");
    }

    @Test
    void titlesAreSetApartByAComma() {
        served.serve(COURIER, TIMES, GULLS);

        assertThat(served.ask(ANN, "/compare A basin, Gulls over").text())
                .startsWith("1. A basin for Seaham")
                .contains("2. Gulls over Dalton")
                .contains("By their words, they say nothing alike.");
    }

    @Test
    void withoutTwoArticlesItSaysHowItIsUsed() {
        assertThat(served.ask(ANN, "/compare harbour castle").text())
                .startsWith("Write two articles after /compare")
                .contains("1. A harbour for Seaham");
    }

    @Test
    void articlesInTwoLanguagesAreNotCompared() {
        Article german =
                new Article(
                        "hafen",
                        HARBOUR.publication().in(Locale.GERMAN),
                        HARBOUR.text(),
                        HARBOUR.paragraphs(),
                        List.of());
        served.serve(HARBOUR, german);

        assertThat(served.ask(ANN, "/compare 1 2").text()).contains("different languages");
    }

    @Test
    void inReplyToAnAnswerItShowsWhatAnotherArticleAnswers() {
        served.serve(HARBOUR, TIMES);
        Passage boats = HARBOUR.passages().get(1);
        served.bot.answers(new Answer.Found(boats, boats.span(), null, 0.9));
        MethodCall answer = served.ask(ANN, "How many boats came?");
        Passage sixty = TIMES.passages().get(1);
        served.bot.alone(new Answer.Found(sixty, sixty.span(), null, 0.9));

        served.server.reply(ANN, ANN, served.server.messageOf(answer), "/compare");

        served.awaitUntilSentTo(ANN, 2);
        MethodCall beside = served.server.sendCalls(ANN).getLast();
        assertThat(SmallNewsBot.marked(beside, "blockquote")).containsExactly(BOATS, SIXTY);
        assertThat(SmallNewsBot.marked(beside, "bold")).contains("60");
        assertThat(beside.text()).contains("Bold: numbers, dates and names");
    }

    @Test
    void anAnswerThatAnotherArticleGivesTooShowsBoth() {
        served.serve(COURIER, TIMES);
        served.bot.answers(found(COURIER, 0));
        served.bot.alone(found(TIMES, 1));

        MethodCall answer = served.ask(ANN, "How many boats came?");

        assertThat(SmallNewsBot.marked(answer, "blockquote"))
                .containsExactly("Some 40 fishing boats sailed into the new basin at noon.", SIXTY);
        assertThat(SmallNewsBot.marked(answer, "bold")).containsExactly("40", "60");
        assertThat(answer.text())
                .contains("\n\nAnother article answers it, too:\n" + SIXTY)
                .contains("Bold: numbers, dates and names");
        assertThat(answer.button("Context").isMissingNode()).isFalse();
    }

    @Test
    void anAnswerAboutAnotherMatterIsNoSecondSource() {
        served.serve(COURIER, TIMES);
        served.bot.answers(found(COURIER, 0));
        served.bot.alone(found(TIMES, 2));

        MethodCall answer = served.ask(ANN, "How many boats came?");

        assertThat(SmallNewsBot.marked(answer, "blockquote")).hasSize(1);
    }

    @Test
    void withoutASecondAnswerAboveTheGateNothingChanges() {
        served.serve(COURIER);
        served.bot.answers(found(COURIER, 0));
        String alone = served.ask(ANN, "How many boats came?").text();
        served.serve(COURIER, TIMES);
        served.bot.alone(
                new Answer.Closest(
                        TIMES.passages().get(1), TIMES.passages().get(1).span(), null, 0.6));

        assertThat(served.ask(ANN, "How many boats came?").text()).isEqualTo(alone);
    }

    private static Answer.Found found(Article article, int paragraph) {
        Passage passage = article.passages().get(paragraph);
        return new Answer.Found(passage, passage.span(), null, 0.9);
    }

    @Test
    void anotherPassageCanBeSetBesideTheAnswer() {
        served.serve(HARBOUR, TIMES);
        Passage boats = HARBOUR.passages().get(1);
        served.bot.answers(new Answer.Found(boats, boats.span(), null, 0.9));
        served.bot.ranking = List.of(boats, TIMES.passages().get(1));
        MethodCall answer = served.ask(ANN, "How many boats came?");

        served.press(answer, "Other passages");
        served.press(served.edit(1), "Side by side");

        assertThat(SmallNewsBot.marked(served.edit(2), "blockquote")).containsExactly(BOATS, SIXTY);
        served.press(served.edit(2), "« Back");
        assertThat(served.edit(3).text()).contains(SIXTY).doesNotContain(BOATS);
    }

    @Test
    void itWorksInAGroup() {
        served.serve(COURIER, TIMES);

        served.server.write(GROUP, ANN, "/compare");

        served.awaitUntilSentTo(GROUP, 1);
        assertThat(served.server.sendCalls(GROUP).getFirst().text()).contains("They differ:");
    }
}
