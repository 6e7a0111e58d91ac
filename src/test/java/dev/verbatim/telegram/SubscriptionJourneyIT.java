package dev.verbatim.telegram;

import static dev.verbatim.telegram.AnsweringBot.EDITOR;
import static dev.verbatim.telegram.SmallNewsBot.GULLS;
import static dev.verbatim.telegram.SmallNewsBot.HARBOUR;
import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.Article;
import dev.verbatim.article.feed.FeedPoller;
import dev.verbatim.article.feed.FeedPoller.FeedPolling;
import dev.verbatim.article.feed.FeedPoller.FeedSettings;
import dev.verbatim.article.library.ArticleSubmissionService;
import dev.verbatim.article.web.LoopbackSite;
import dev.verbatim.article.web.WebArticleReader;
import dev.verbatim.article.web.WebFetcher;
import dev.verbatim.article.web.WebFetcher.FetchSettings;
import dev.verbatim.playground.botapi.MethodCall;
import dev.verbatim.playground.botapi.TelegramDriver;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.telegram.delivery.RunningBot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Journeys from a subscription to the announcement of a new article, over real HTTP.
@OnEachDatabase(inEveryBuild = false)
class SubscriptionJourneyIT {

    private static final long GROUP = -5;

    @TempDir private Path data;

    // Noon of the first of March in UTC, one o'clock for the bot.
    private final MutableClock clock = new MutableClock();
    private TelegramDriver server;
    private AnsweringBot bot;

    @BeforeEach
    void serve() throws IOException {
        server = RunningBot.server();
        server.group(GROUP, "Sailors", ANN);
        bot = AnsweringBot.with(server, data, clock);
    }

    @AfterEach
    void stop() {
        bot.close();
        server.close();
    }

    private String asked(long person, String words) {
        int before = server.sendCalls(person).size();
        server.write(person, words);
        return sent(person, before + 1);
    }

    private String askedInGroup(long person, String words) {
        int before = server.sendCalls(GROUP).size();
        server.write(GROUP, person, words);
        return sent(GROUP, before + 1);
    }

    private String sent(long chat, int messages) {
        awaitUntil(() -> server.sendCalls(chat).size() >= messages);
        return server.sendCalls(chat).get(messages - 1).text();
    }

    private void serveNew(Article... articles) {
        bot.articles =
                Arrays.stream(articles).collect(Collectors.toMap(Article::id, Function.identity()));
        for (Article article : articles) {
            bot.write(rows -> bot.stores.subscriptions.announce(article, rows));
        }
    }

    private void announce(Duration later) {
        clock.advance(later);
        bot.announcements.announceDue();
    }

    @Test
    void newArticleThatMatchesIsAnnouncedOnce() {
        String reply = asked(ANN, "/subscribe harbours");
        serveNew(HARBOUR, GULLS);
        bot.announcements.announceDue();
        announce(Duration.ofMinutes(1));
        announce(Duration.ofMinutes(1));
        serveNew(HARBOUR);
        announce(Duration.ofMinutes(1));

        assertThat(reply).contains("new articles here that are about: harbours", "/unsubscribe");
        assertThat(sent(ANN, 2))
                .isEqualTo(
                        "New among the articles:\n\nA harbour for Seaham · The Herald · October 12,"
                                + " 2022\n"
                                + SmallNewsBot.OPENED);
        assertThat(SmallNewsBot.links(server.sendCalls(ANN).getLast()))
                .containsExactly("https://example.org/harbour");
        asked(ANN, "/help");
        assertThat(server.sendCalls(ANN)).hasSize(3);
    }

    @Test
    void severalArticlesComeInOneMessage() {
        asked(ANN, "/subscribe all");
        Article[] many =
                IntStream.range(0, 12)
                        .mapToObj(
                                number ->
                                        SmallNewsBot.article(
                                                "a" + number,
                                                "Number " + number,
                                                "Something new has happened in Dalton today."))
                        .toArray(Article[]::new);
        serveNew(many);
        announce(Duration.ofMinutes(1));

        assertThat(sent(ANN, 2)).contains("Number 0", "And 4 more: /news");
        announce(Duration.ofMinutes(1));
        asked(ANN, "/help");
        assertThat(server.sendCalls(ANN)).hasSize(3);
    }

    @Test
    void nothingIsAnnouncedAtNight() {
        asked(ANN, "/subscribe all");
        clock.advance(Duration.ofHours(9));
        serveNew(HARBOUR);
        announce(Duration.ofMinutes(1));
        announce(Duration.ofHours(8));
        asked(ANN, "/help");
        assertThat(server.sendCalls(ANN)).hasSize(2);

        announce(Duration.ofHours(1));

        assertThat(sent(ANN, 3)).contains("A harbour for Seaham");
    }

    @Test
    void chatGetsOnlySoManyMessagesADay() {
        asked(ANN, "/subscribe all");
        for (int number = 0; number < 3; number++) {
            serveNew(SmallNewsBot.article("a" + number, "Number " + number, "News of the day."));
            announce(Duration.ofMinutes(5));
        }
        asked(ANN, "/help");
        assertThat(server.sendCalls(ANN)).hasSize(4);

        announce(Duration.ofDays(1));

        assertThat(sent(ANN, 5)).contains("Number 2");
    }

    @Test
    void articleThatIsNotServedYetWaits() {
        asked(ANN, "/subscribe all");
        serveNew(HARBOUR);
        bot.articles = Map.of();
        announce(Duration.ofMinutes(1));
        bot.articles = Map.of(HARBOUR.id(), HARBOUR);

        announce(Duration.ofMinutes(1));

        assertThat(sent(ANN, 2)).contains("A harbour for Seaham");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/unsubscribe", "/unsubscribe all", "/unsubscribe Harbour", "/optout"})
    void subscriptionEnds(String command) {
        asked(ANN, "/subscribe harbour");
        serveNew(HARBOUR);

        assertThat(asked(ANN, command)).isEqualTo("I announce that here no more.");
        assertThat(bot.stores.subscriptions.words(ANN)).isEmpty();
    }

    @Test
    void forgetDeletesSubscriptionsAndWhatWaits() {
        asked(ANN, "/subscribe all");
        serveNew(HARBOUR);

        asked(ANN, "/forget");

        assertThat(bot.stores.subscriptions.words(ANN)).isEmpty();
        assertThat(bot.store().<Integer>read(SubscriptionJourneyIT::announcements)).isZero();
    }

    private static Integer announcements(JdbcClient rows) {
        return rows.sql("select count(*) from announcement").query(Integer.class).single();
    }

    @Test
    void saysWhatIsSubscribedTo() {
        assertThat(asked(ANN, "/subscribe")).contains("/subscribe harbour", "/subscribe all");
        assertThat(asked(ANN, "/unsubscribe")).startsWith("Nothing is subscribed to here");
        asked(ANN, "/subscribe Harbour");
        asked(ANN, "/subscribe all");
        asked(ANN, "/subscribe HARBOUR");

        assertThat(asked(ANN, "/subscribe")).contains("• harbour\n").contains("• all articles");
        assertThat(asked(ANN, "/privacy")).contains("• harbour\n");
    }

    @Test
    void chatHasOnlySoManySubscriptions() {
        for (int number = 0; number < 10; number++) {
            asked(ANN, "/subscribe topic" + number);
        }

        assertThat(asked(ANN, "/subscribe harbour")).startsWith("This chat has 10 subscriptions");
        assertThat(bot.stores.subscriptions.words(ANN)).hasSize(10);
    }

    @Test
    void adminsSubscribeAGroup() {
        String name = "@a_bot";
        server.setEphemeralMessages(false); // each notice is one call
        assertThat(askedInGroup(BEN, "/subscribe" + name + " all")).startsWith("Only admins");
        assertThat(askedInGroup(ANN, "/subscribe" + name + " all")).contains("every new article");
        serveNew(HARBOUR);

        announce(Duration.ofMinutes(1));

        assertThat(sent(GROUP, 3)).contains("A harbour for Seaham");
        assertThat(askedInGroup(BEN, "/unsubscribe" + name)).startsWith("Only admins");
    }

    @Test
    void articleThatAnEditorAddsIsAnnounced() {
        asked(ANN, "/subscribe all");
        asked(EDITOR, "/add A harbour for Seaham\n\n" + SmallNewsBot.OPENED);
        bot.articles =
                Map.of(
                        "a-harbour-for-seaham",
                        SmallNewsBot.article(
                                "a-harbour-for-seaham",
                                "A harbour for Seaham",
                                SmallNewsBot.OPENED));

        announce(Duration.ofMinutes(1));

        assertThat(sent(ANN, 2)).contains("A harbour for Seaham");
    }

    @Test
    void articleOfAFeedIsAnnounced() {
        asked(ANN, "/subscribe harbour");
        try (var site = new LoopbackSite();
                var fetcher =
                        new WebFetcher(
                                new FetchSettings(
                                        true, "Verbatim/1.0", Duration.ofSeconds(3), true),
                                clock)) {
            FeedPoller feeds = poller(site, fetcher);
            putFeed(site, "Gulls over Dalton");
            feeds.pollDue();
            putFeed(site, "Gulls over Dalton", "A harbour for Seaham");
            clock.advance(Duration.ofHours(1));
            feeds.pollDue();
            feeds.stop();
        }
        bot.articles =
                Map.of(
                        "a-harbour-for-seaham",
                        SmallNewsBot.article(
                                "a-harbour-for-seaham",
                                "A harbour for Seaham",
                                SmallNewsBot.OPENED));

        announce(Duration.ofMinutes(1));

        assertThat(sent(ANN, 2)).contains("A harbour for Seaham").doesNotContain("Gulls");
    }

    private FeedPoller poller(LoopbackSite site, WebFetcher fetcher) {
        var submissions =
                new ArticleSubmissionService(
                        data.resolve("content"), bot.editableLibrary, _ -> true);
        var feeds =
                new FeedPoller(
                        new FeedSettings(
                                List.of(site.address("/feed")),
                                new FeedPolling(
                                        Duration.ofMinutes(15),
                                        Duration.ofDays(90),
                                        Duration.ZERO)),
                        new WebArticleReader(fetcher, submissions, clock),
                        bot.store());
        feeds.onNew(bot.stores.subscriptions::announce);
        return feeds;
    }

    private static void putFeed(LoopbackSite site, String... titles) {
        String items =
                Arrays.stream(titles)
                        .map(
                                title ->
                                        "<item><guid>%s</guid><title>%s</title><description>%s</description></item>"
                                                .formatted(title, title, SmallNewsBot.COST))
                        .collect(Collectors.joining());
        site.put(
                "/feed",
                LoopbackSite.of(
                        "text/xml",
                        "<rss version=\"2.0\"><channel><title>The Herald</title><link>http://a.b/</link><description>d</description>"
                                + items
                                + "</channel></rss>"));
    }

    @Test
    void refusedChatIsToldNothing() {
        asked(ANN, "/subscribe all");
        serveNew(HARBOUR);
        asked(EDITOR, "/block " + ANN);
        announce(Duration.ofMinutes(1));
        MethodCall last = server.sendCalls(ANN).getLast();

        assertThat(last.text()).contains("every new article");
    }
}
