package dev.verbatim.article.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.article.feed.FeedPoller.FeedPolling;
import dev.verbatim.article.feed.FeedPoller.FeedSettings;
import dev.verbatim.article.feed.FeedPoller.FeedState;
import dev.verbatim.article.library.ArticleSubmissionService;
import dev.verbatim.article.library.Library;
import dev.verbatim.article.web.LoopbackSite;
import dev.verbatim.article.web.WebArticleReader;
import dev.verbatim.article.web.WebFetcher;
import dev.verbatim.article.web.WebFetcher.FetchSettings;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.store.StoreFile;
import dev.verbatim.telegram.MutableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Feeds and their site on loopback, with every fault, over real HTTP.
@OnEachDatabase(inEveryBuild = false)
class FeedPollerIT {

    private static final String FEED = "/feed.xml";
    private static final Duration INTERVAL = Duration.ofMinutes(15);

    @TempDir Path data;

    private final MutableClock clock = new MutableClock();
    private final LoopbackSite site = new LoopbackSite();
    private final List<String> news = new ArrayList<>();
    private StoreFile store;
    private Library library;
    private WebFetcher fetcher;
    private FeedPoller poller;

    @BeforeEach
    void open() throws IOException {
        Path content = Files.createDirectory(data.resolve("content"));
        store = StoreFile.in(data);
        library = new Library(content, clock, _ -> {});
        fetcher =
                new WebFetcher(
                        new FetchSettings(true, "Verbatim/1.0", Duration.ofSeconds(2), true),
                        clock);
        var submissions = new ArticleSubmissionService(content, library, _ -> true);
        poller =
                new FeedPoller(
                        new FeedSettings(
                                List.of(site.address(FEED)),
                                new FeedPolling(INTERVAL, Duration.ofDays(30), Duration.ZERO)),
                        new WebArticleReader(fetcher, submissions, clock),
                        store.store());
        poller.onNew((article, _) -> news.add(article.publication().title()));
    }

    @AfterEach
    void close() {
        poller.stop();
        fetcher.close();
        library.close();
        store.close();
        site.close();
    }

    private void poll() {
        poller.pollDue();
        clock.advance(INTERVAL.multipliedBy(2));
    }

    private FeedState state() {
        return poller.states().getFirst();
    }

    private List<String> files() {
        Path feeds = data.resolve("content/feeds");
        try (Stream<Path> files = Files.exists(feeds) ? Files.walk(feeds) : Stream.empty()) {
            return files.filter(Files::isRegularFile)
                    .map(file -> feeds.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String file(String name) {
        try {
            return Files.readString(data.resolve("content/feeds").resolve(name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void putFeed(String... items) {
        site.put(FEED, LoopbackSite.of("application/rss+xml", rss(items)));
    }

    private static String rss(String... items) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
                <title>The Herald</title><link>http://example.org/</link><description>d</description>
                %s</channel></rss>
                """
                .formatted(String.join("\n", items))
                .strip();
    }

    private String item(String id, String title) {
        return "<item><guid isPermaLink=\"false\">%s</guid><title>%s</title><link>%s</link><pubDate>%s</pubDate></item>"
                .formatted(
                        id,
                        title,
                        site.address("/" + id),
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                clock.instant().atOffset(ZoneOffset.UTC)));
    }

    private void putPage(String id, String title, String words) {
        site.putHtml(
                "/" + id,
                "<html lang=en><head><title>%s</title></head><body><article><h1>%s</h1><p>%s</p></article></body></html>"
                        .formatted(title, title, words));
    }

    @Test
    void filesThePageOfEachItemWithWhatTheFeedKnows() {
        putFeed(item("a", "The bridge is open"), item("b", "The tower"));
        putPage("a", "The bridge is open", "The bridge was opened by the mayor on Monday.");
        putPage("b", "The tower", "The tower was closed by the mayor on Monday.");

        poll();

        assertThat(files())
                .containsExactly("The-Herald/the-bridge-is-open.html", "The-Herald/the-tower.html");
        assertThat(file("The-Herald/the-bridge-is-open.html"))
                .contains("url: '" + site.address("/a") + "'", "publisher: 'The Herald'")
                .contains("published: '2026-03-01'", "fetched: '2026-03-01T12:00:00Z'")
                .contains("The bridge was opened by the mayor on Monday.");
        assertThat(state().name()).isEqualTo("The Herald");
        assertThat(state().articles()).isEqualTo(2);
        assertThat(state().problem()).isEmpty();
    }

    @Test
    void onlyWhatComesAfterTheFirstTimeIsNews() {
        putFeed(item("a", "The bridge"));
        putPage("a", "The bridge", "The bridge was opened by the mayor on Monday.");
        putPage("b", "The tower", "The tower was closed by the mayor on Monday.");
        poll();
        putFeed(item("a", "The bridge"), item("b", "The tower"));
        poll();
        poll();

        assertThat(news).containsExactly("The tower");
    }

    @Test
    void fullTextOfAFeedNeedsNoPage() {
        String text = "<p>The bridge was opened by the mayor on Monday.</p>".repeat(40);
        putFeed(
                item("a", "The bridge")
                        .replace(
                                "</item>",
                                "<content:encoded><![CDATA["
                                        + text
                                        + "]]></content:encoded></item>"));

        poll();

        assertThat(file("The-Herald/the-bridge.html")).contains("title: 'The bridge'", text);
        assertThat(site.requests()).containsOnly("/robots.txt", FEED);
    }

    @Test
    void atomIsReadToo() {
        putPage("a", "The bridge", "The bridge was opened by the mayor on Monday.");
        site.put(
                FEED,
                LoopbackSite.of(
                        "application/atom+xml",
                        """
                        <feed xmlns="http://www.w3.org/2005/Atom"><title type="html">A &amp;amp; B</title>
                        <id>urn:x</id><updated>2026-03-01T10:00:00Z</updated>
                        <entry><id>urn:a</id><title>The bridge</title><link href="/a"/>
                        <updated>2026-03-01T10:00:00Z</updated><author><name>Jane Doe</name></author>
                        </entry></feed>
                        """));

        poll();

        assertThat(file("A-B/the-bridge.html")).contains("author: 'Jane Doe'");
    }

    @Test
    void asksOnlyForWhatHasChangedAndNotTooOften() {
        List<String> asked = new ArrayList<>();
        site.put(
                FEED,
                exchange -> {
                    String tag = exchange.getRequestHeaders().getFirst("If-None-Match");
                    String date = exchange.getRequestHeaders().getFirst("If-Modified-Since");
                    asked.add(tag + " " + date);
                    exchange.getResponseHeaders().set("ETag", "\"v1\"");
                    exchange.getResponseHeaders().set("Last-Modified", "yesterday");
                    (tag == null ? LoopbackSite.of("text/xml", rss()) : LoopbackSite.status(304))
                            .serve(exchange);
                });
        poller.pollDue();
        clock.advance(Duration.ofMinutes(14));
        poller.pollDue();
        clock.advance(Duration.ofMinutes(4));
        poller.pollDue();

        assertThat(asked).containsExactly("null null", "\"v1\" yesterday");
        assertThat(state().problem()).isEmpty();
    }

    @Test
    void correctedItemReplacesItsArticleAndIsNoNews() {
        putFeed(item("a", "The bridge"));
        putPage("a", "The bridge", "The bridge was opened by the mayor on Monday.");
        poll();
        putFeed(item("a", "The bridge, corrected"));
        putPage("a", "The bridge, corrected", "The bridge was opened by nobody on Monday.");
        poll();

        assertThat(files()).containsExactly("The-Herald/the-bridge.html");
        assertThat(file("The-Herald/the-bridge.html")).contains("opened by nobody");
        assertThat(news).isEmpty();
    }

    @Test
    void articleThatAnEditorRemovedDoesNotComeBack() throws IOException {
        putFeed(item("a", "The bridge"));
        putPage("a", "The bridge", "The bridge was opened by the mayor on Monday.");
        poll();
        Files.delete(data.resolve("content/feeds/The-Herald/the-bridge.html"));
        putFeed(item("a", "The bridge, corrected"));
        poll();
        poll();

        assertThat(files()).isEmpty();
    }

    @Test
    void oldArticlesOfFeedsAreRemovedAndNoOthers() throws IOException {
        Files.writeString(data.resolve("content/own.md"), "---\ntitle: Own\n---\nWords.\n");
        putFeed(item("a", "The bridge"));
        putPage("a", "The bridge", "The bridge was opened by the mayor on Monday.");
        poll();
        clock.advance(Duration.ofDays(31));
        poll();
        poll();

        assertThat(files()).isEmpty();
        assertThat(data.resolve("content/own.md")).exists();
    }

    @Test
    void thousandsOfItemsAreTakenALittleAtATime() {
        putFeed(
                IntStream.range(0, 3_000)
                        .mapToObj(number -> item("n" + number, "Item " + number))
                        .toArray(String[]::new));
        IntStream.range(0, 120)
                .forEach(
                        number ->
                                putPage(
                                        "n" + number,
                                        "Item " + number,
                                        "Number " + number + " was opened by the mayor."));
        poll();
        int first = files().size();
        poll();

        assertThat(first).isEqualTo(50);
        assertThat(files()).hasSize(100);
        assertThat(news).isEmpty();
    }

    @Test
    void itemsWithTheSameIdAreToldApartByTheirLinks() {
        String a = item("a", "The bridge").replace(">a</guid>", ">same</guid>");
        String b = item("b", "The tower").replace(">b</guid>", ">same</guid>");
        putPage("a", "The bridge", "The bridge was opened by the mayor on Monday.");
        putPage("b", "The tower", "The tower was closed by the mayor on Monday.");
        putFeed(a, b, a);

        poll();

        assertThat(files()).hasSize(2);
    }

    @Test
    void articlesWithTheSameTitleGetTheirOwnNames() {
        putPage("a", "News", "The bridge was opened by the mayor on Monday.");
        putPage("b", "News", "The tower was closed by the mayor on Monday.");
        putFeed(item("a", "News"), item("b", "News"));

        poll();

        assertThat(files()).hasSize(2).contains("The-Herald/news.html");
    }

    @Test
    void feedThatHasMovedIsFollowed() {
        site.put(FEED, LoopbackSite.redirect("/new.xml"));
        site.put("/new.xml", LoopbackSite.of("text/xml", rss(item("a", "The bridge"))));
        putPage("a", "The bridge", "The bridge was opened by the mayor on Monday.");

        poll();

        assertThat(files()).hasSize(1);
    }

    @Test
    void pageThatCannotBeReadIsTriedAgainAndThenGivenUp() {
        putFeed(item("a", "The bridge"), item("b", "The tower"));
        putPage("a", "The bridge", "The bridge was opened by the mayor on Monday.");
        site.put("/b", LoopbackSite.status(503));
        for (int time = 0; time < 5; time++) {
            poll();
        }

        assertThat(files()).hasSize(1);
        assertThat(site.requests().stream().filter("/b"::equals)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410, 500, 503})
    void feedThatFailsIsAskedLessAndLessOften(int status) {
        site.put(FEED, LoopbackSite.status(status));
        for (int minute = 0; minute < 24 * 60; minute += 15) {
            poller.pollDue();
            clock.advance(Duration.ofMinutes(15));
        }

        assertThat(site.requests().stream().filter(FEED::equals)).hasSizeBetween(4, 8);
        assertThat(state().problem()).isEqualTo("is answered with HTTP status " + status);
    }

    @Test
    void siteThatWantsToBeLeftAloneIs() {
        site.put(
                FEED,
                exchange -> {
                    exchange.getResponseHeaders().set("Retry-After", "86400");
                    exchange.sendResponseHeaders(429, -1);
                });
        poller.pollDue();
        clock.advance(Duration.ofHours(23));
        poller.pollDue();

        assertThat(site.requests().stream().filter(FEED::equals)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "<html><body>Not found</body></html>",
                "<rss><channel><item>",
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
                        + "<rss version=\"2.0\"><channel><title>&b;</title></channel></rss>",
                "<!DOCTYPE rss SYSTEM \"file:///etc/passwd\"><rss version=\"2.0\"><channel/></rss>"
            })
    void whatIsNoFeedIsAProblemThatIsTold(String garbage) {
        site.put(FEED, LoopbackSite.of("application/rss+xml", garbage));

        poll();

        assertThat(state().problem()).isEqualTo("is no feed in RSS or Atom");
        assertThat(files()).isEmpty();
    }

    @Test
    void externalEntityIsNotFetched() {
        site.put("/secret", LoopbackSite.of("text/plain", "secret"));
        site.put(
                FEED,
                LoopbackSite.of(
                        "text/xml",
                        "<!DOCTYPE rss [<!ENTITY x SYSTEM \"%s\">]>"
                                        .formatted(site.address("/secret"))
                                + rss("<item><title>&x;</title></item>").substring(38)));

        poll();

        assertThat(site.requests()).doesNotContain("/secret");
        assertThat(files()).isEmpty();
    }

    @Test
    void feedThatIsNestedTooDeepIsNoFeed() {
        String deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);
        putFeed("<item><title>x</title>" + deep + "</item>");

        poll();
        putFeed(item("a", "The bridge"));
        putPage("a", "The bridge", "The bridge was opened by the mayor on Monday.");
        poll();
        clock.advance(Duration.ofHours(1));
        poll();

        assertThat(files()).hasSize(1);
    }

    @Test
    void slowFeedIsGivenUpInTime() {
        site.put(
                FEED,
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    try {
                        Thread.sleep(5_000);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });

        poll();

        assertThat(state().problem()).isEqualTo("takes more than 2 seconds");
    }

    @Test
    void scriptsInAFeedAreNoWords() {
        String text = "<p>The bridge was opened by the mayor.</p>".repeat(50);
        putFeed(
                item("a", "The <b>bridge</b>".replace("<", "&lt;"))
                        .replace(
                                "</item>",
                                "<content:encoded><![CDATA[<script>alert(1)</script>%s]]></content:encoded></item>"
                                        .formatted(text)));

        poll();

        assertThat(file("The-Herald/the-bridge.html")).contains("title: 'The bridge'");
        assertThat(files().stream().collect(Collectors.joining())).doesNotContain("script");
    }

    @Test
    void feedInAnotherCharsetIsRead() {
        site.put(
                FEED,
                LoopbackSite.of(
                        "text/xml",
                        rss(item("a", "La cigüeña"))
                                .replace("UTF-8", "ISO-8859-1")
                                .getBytes(StandardCharsets.ISO_8859_1)));
        putPage("a", "La cigüeña", "La cigüeña volvió el lunes a la torre de la iglesia.");

        poll();

        assertThat(files()).containsExactly("The-Herald/la-cigüeña.html");
    }
}
