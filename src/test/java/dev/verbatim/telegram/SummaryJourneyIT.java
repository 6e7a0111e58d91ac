package dev.verbatim.telegram;

import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Article;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.Publication;
import dev.verbatim.article.TextSpan;
import dev.verbatim.article.library.ArticleReader;
import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.telegram.delivery.RunningBot;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Journeys of summaries and news, over real HTTP.
class SummaryJourneyIT {

    private static final long GROUP = -5;
    private static final String OPENED = "The town of Seaham opened its new harbour on Monday.";
    private static final String BOATS = "Forty fishing boats sailed into the basin at noon.";
    private static final String SAID = "“The boats will come back,” said Mayor Jane Doe.";
    private static final String READY = "“We are ready for all of them,” she said.";
    private static final String COST = "The council spent nine million pounds on stone alone.";

    private static final Article HARBOUR =
            article("harbour", "A harbour for Seaham", OPENED, BOATS, SAID, READY, COST);
    private static final Article GULLS =
            article(
                    "gulls",
                    "Gulls over Dalton",
                    "Thousands of gulls nest above the roofs of Dalton.");

    @TempDir private Path data;
    private TelegramDriver server;
    private AnsweringBot bot;

    @BeforeEach
    void serve() throws IOException {
        server = RunningBot.server();
        server.group(GROUP, "Sailors");
        bot = AnsweringBot.with(server, data);
        served(HARBOUR);
    }

    private void served(Article... articles) {
        bot.articles = Arrays.stream(articles).collect(Collectors.toMap(Article::id, one -> one));
        bot.listings = Arrays.stream(articles).map(SummaryJourneyIT::listing).toList();
    }

    @AfterEach
    void stop() {
        bot.close();
        server.close();
    }

    @Test
    void summarizesTheOnlyArticleInItsOwnSentences() {
        MethodCall summary = ask(ANN, "/summary");

        assertThat(summary.text())
                .startsWith("A harbour for Seaham · The Herald · October 12, 2022\n\n" + OPENED)
                .contains("¶1");
        assertThat(marked(summary, "blockquote")).hasSize(3).contains(OPENED);
        assertThat(links(summary)).contains("https://example.org/harbour");
        assertThat(bot.asked).isEmpty();
    }

    @Test
    void lengthChangesInPlace() {
        MethodCall shortOne = ask(ANN, "/summary");

        press(shortOne, "Long");
        press(edit(1), "Short");

        assertThat(marked(edit(1), "blockquote")).hasSize(5).contains(READY);
        assertThat(edit(1).button("✓ Long").has("callback_data")).isTrue();
        assertThat(edit(2).text()).isEqualTo(shortOne.text());
        assertThat(server.sendCalls(ANN)).hasSize(1);
    }

    @Test
    void namesTheSpeakerWhenTheSentenceDoesNot() {
        MethodCall shortOne = ask(ANN, "/summary");

        press(shortOne, "Long");

        assertThat(edit(1).text()).contains(READY + "\n¶4 — Jane Doe").contains(SAID + "\n¶3\n");
    }

    @Test
    void linkOfAParagraphShowsTheSentenceInItsPassage() {
        MethodCall summary = ask(ANN, "/summary");
        String link =
                links(summary).stream().filter(url -> url.contains("start=")).findFirst().get();

        server.write(BEN, "/start " + link.substring(link.indexOf('=') + 1));

        awaitUntilSentTo(BEN, 1);
        MethodCall opened = server.sendCalls(BEN).getFirst();
        assertThat(opened.text()).contains("behind your link").contains(OPENED);
        assertThat(opened.button("Context").has("callback_data")).isTrue();
    }

    @Test
    void linkToAChangedArticleSaysSo() {
        MethodCall summary = ask(ANN, "/summary");
        String link =
                links(summary).stream().filter(url -> url.contains("start=")).findFirst().get();
        served(article("harbour", "A harbour for Seaham", BOATS, COST));

        server.write(BEN, "/start " + link.substring(link.indexOf('=') + 1));

        awaitUntilSentTo(BEN, 1);
        assertThat(server.sendCalls(BEN).getFirst().text()).contains("has changed since");
    }

    @Test
    void offersSeveralArticlesToChooseFrom() {
        served(HARBOUR, GULLS);
        MethodCall choice = ask(ANN, "/summary");

        press(choice, "2. Gulls over Dalton · The Herald · October 12,…");

        assertThat(choice.text()).contains("Which article");
        assertThat(edit(1).text()).startsWith("Gulls over Dalton").contains("Thousands of gulls");
    }

    @Test
    void articleIsFoundByNameNumberOrTitle() {
        served(HARBOUR, GULLS);

        assertThat(ask(ANN, "/summary gulls").text()).startsWith("Gulls over Dalton");
        assertThat(ask(ANN, "/summary 1").text()).startsWith("A harbour for Seaham");
        assertThat(ask(ANN, "/summary over dalton").text()).startsWith("Gulls over Dalton");
        assertThat(ask(ANN, "/summary lighthouse").text()).contains("“lighthouse”", "Which");
    }

    @Test
    void replyToAnAnswerSummarizesItsArticle() {
        served(HARBOUR, ShipsArticle.ARTICLE);
        bot.answers(ShipsArticle.FOUND);
        ask(ANN, "What colour were the ships?");

        server.reply(ANN, server.lastBotMessage(ANN), "/summary");

        awaitUntilSentTo(ANN, 2);
        assertThat(server.sendCalls(ANN).getLast().text()).startsWith("The ships");
    }

    @Test
    void buttonOfARemovedArticleSaysSo() {
        MethodCall summary = ask(ANN, "/summary");
        served(GULLS);

        press(summary, "Long");

        awaitUntil(() -> !server.calls("answerCallbackQuery").isEmpty());
        assertThat(
                        server.calls("answerCallbackQuery")
                                .getFirst()
                                .parameters()
                                .path("text")
                                .asString())
                .contains("no longer have this article");
        assertThat(server.calls("editMessageText")).isEmpty();
    }

    @Test
    void articleWithoutSentencesSaysSo() {
        served(article("he", "About him", "He came. He saw."));

        assertThat(ask(ANN, "/summary").text()).contains("no sentence that can stand alone");
    }

    @Test
    void summaryInAGroupIsAReply() {
        server.setPrivacyMode(false);
        server.write(GROUP, BEN, "A summary would be nice.");
        int asking = server.write(GROUP, ANN, "/summary@a_bot");

        awaitUntilSentTo(GROUP, 1);

        assertThat(server.sendCalls(GROUP)).hasSize(1);
        assertThat(
                        server.sendCalls(GROUP)
                                .getFirst()
                                .parameters()
                                .at("/reply_parameters/message_id")
                                .asInt())
                .isEqualTo(asking);
    }

    @Test
    void newsHasItsSources() {
        served(GULLS, HARBOUR);

        MethodCall news = ask(ANN, "/news");

        assertThat(news.text())
                .startsWith("What is new")
                .containsSubsequence("Gulls over Dalton", "Thousands of gulls", "¶1")
                .containsSubsequence("A harbour for Seaham", OPENED, "¶1");
    }

    @Test
    void sameFactIsShownWithBothSources() {
        served(
                HARBOUR,
                article(
                        "pier",
                        "Seaham has a harbour",
                        "On Monday Seaham opened the town’s new harbour."));

        MethodCall news = ask(ANN, "/news");

        assertThat(news.text())
                .containsSubsequence(
                        "A harbour for Seaham", OPENED, "Also in: Seaham has a harbour");
        assertThat(news.text().split("Seaham has a harbour", -1)).hasSize(2);
    }

    @Test
    void pagesThroughLongNews() {
        served(
                IntStream.range(0, 20)
                        .mapToObj(SummaryJourneyIT::longArticle)
                        .toArray(Article[]::new));
        MethodCall first = ask(ANN, "/news");

        press(first, "More »");
        press(edit(1), "« Back");

        assertThat(first.text().length()).isLessThanOrEqualTo(4096);
        assertThat(edit(1).text()).doesNotContain("Ship 0 ").isNotEqualTo(first.text());
        assertThat(edit(2).text()).isEqualTo(first.text());
    }

    private static Article longArticle(int number) {
        return article(
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

    @Test
    void saysThatThereAreNoArticles() {
        served();

        assertThat(ask(ANN, "/summary").text()).contains("no articles");
        assertThat(ask(ANN, "/news").text()).contains("no articles");
    }

    private static ArticleInfo listing(Article article) {
        return new ArticleInfo(article.id(), article.publication(), article.paragraphs().size());
    }

    private static Article article(String id, String title, String... paragraphs) {
        List<TextSpan> places = new ArrayList<>();
        int start = 0;
        for (String paragraph : paragraphs) {
            places.add(new TextSpan(start, start + paragraph.length()));
            start += paragraph.length() + 2;
        }
        var publication =
                new Publication(
                        title,
                        "The Herald",
                        null,
                        LocalDate.of(2022, 10, 12),
                        URI.create("https://example.org/" + id),
                        Locale.ENGLISH,
                        null);
        return new ArticleReader().read(id, publication, String.join("\n\n", paragraphs), places);
    }

    private MethodCall ask(long person, String words) {
        int before = server.sendCalls(person).size();
        server.write(person, words);
        awaitUntilSentTo(person, before + 1);
        return server.sendCalls(person).getLast();
    }

    private void press(MethodCall message, String label) {
        server.pressButton(
                ANN,
                server.messageOf(message),
                message.button(label).path("callback_data").asString());
    }

    private MethodCall edit(int number) {
        awaitUntil(() -> server.calls("editMessageText").size() >= number);
        return server.calls("editMessageText").get(number - 1);
    }

    private void awaitUntilSentTo(long chat, int messages) {
        awaitUntil(() -> server.sendCalls(chat).size() >= messages);
    }

    private static List<String> marked(MethodCall call, String type) {
        return call.parameters()
                .path("entities")
                .valueStream()
                .filter(entity -> entity.path("type").asString("").equals(type))
                .map(entity -> words(call, entity))
                .toList();
    }

    private static String words(MethodCall call, JsonNode entity) {
        int offset = entity.path("offset").asInt();
        return call.text().substring(offset, offset + entity.path("length").asInt());
    }

    private static List<String> links(MethodCall call) {
        return call.parameters()
                .path("entities")
                .valueStream()
                .map(entity -> entity.path("url").asString(""))
                .filter(url -> !url.isEmpty())
                .toList();
    }
}
