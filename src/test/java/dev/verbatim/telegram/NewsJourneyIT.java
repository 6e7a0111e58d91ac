package dev.verbatim.telegram;

import static dev.verbatim.telegram.SmallNewsBot.GULLS;
import static dev.verbatim.telegram.SmallNewsBot.HARBOUR;
import static dev.verbatim.telegram.SmallNewsBot.OPENED;
import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Article;
import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.store.OnEachDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Journeys of news, over real HTTP.
@OnEachDatabase(inEveryBuild = false)
class NewsJourneyIT {

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
    void newsHasItsSources() {
        served.serve(GULLS, HARBOUR);

        MethodCall news = served.ask(ANN, "/news");

        assertThat(news.text())
                .startsWith("What is new")
                .containsSubsequence("Gulls over Dalton", "Thousands of gulls", "¶1")
                .containsSubsequence("A harbour for Seaham", OPENED, "¶1");
    }

    @Test
    void sameFactIsShownWithBothSources() {
        served.serve(
                HARBOUR,
                SmallNewsBot.article(
                        "pier",
                        "Seaham has a harbour",
                        "On Monday Seaham opened the town’s new harbour."));

        MethodCall news = served.ask(ANN, "/news");

        assertThat(news.text())
                .containsSubsequence(
                        "A harbour for Seaham", OPENED, "Also in: Seaham has a harbour");
        assertThat(news.text().split("Seaham has a harbour", -1)).hasSize(2);
    }

    @Test
    void pagesThroughLongNews() {
        served.serve(
                IntStream.range(0, 20)
                        .mapToObj(NewsJourneyIT::longArticle)
                        .toArray(Article[]::new));
        MethodCall first = served.ask(ANN, "/news");

        served.press(first, "More »");
        served.press(served.edit(1), "« Back");

        assertThat(first.text().length()).isLessThanOrEqualTo(4096);
        assertThat(served.edit(1).text()).doesNotContain("Ship 0 ").isNotEqualTo(first.text());
        assertThat(served.edit(2).text()).isEqualTo(first.text());
    }

    @Test
    void saysThatThereAreNoArticles() {
        served.serve();

        assertThat(served.ask(ANN, "/summary").text()).contains("no articles");
        assertThat(served.ask(ANN, "/news").text()).contains("no articles");
    }

    private static Article longArticle(int number) {
        return SmallNewsBot.article(
                "ship" + number,
                "Ship " + number + " has come",
                "Ship "
                        + number
                        + " came from harbour"
                        + number
                        + " far away"
                        + " and on".repeat(60)
                        + ".");
    }
}
