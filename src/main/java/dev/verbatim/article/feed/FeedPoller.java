package dev.verbatim.article.feed;

import dev.verbatim.article.Article;
import dev.verbatim.article.feed.FeedParser.ParsedFeed;
import dev.verbatim.article.feed.FeedStore.FeedRow;
import dev.verbatim.article.web.FetchResult;
import dev.verbatim.article.web.FetchResult.Fetched;
import dev.verbatim.article.web.WebArticleReader;
import dev.verbatim.article.web.WebFetcher.Validators;
import dev.verbatim.store.Store;
import dev.verbatim.store.StoreException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A poller of the feeds in the settings, one after the other on a thread of its own.
///
/// A feed is asked once in an interval, a little earlier or later each time, and only for what has
/// changed since. One that can't be read is asked less and less often, up to once a day, and never
/// before it wants to be.
public final class FeedPoller implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FeedPoller.class);

    private static final Duration TICK = Duration.ofSeconds(20);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);
    private static final int MAX_DOUBLINGS = 10;
    private static final double JITTER = 0.1;

    private final FeedSettings settings;
    private final WebArticleReader pages;
    private final FeedStore store;
    private final FeedImporter importer;
    private final Clock clock;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("feeds").factory());
    private volatile boolean running;

    /// Settings of feeds.
    ///
    /// @param feeds addresses of RSS and Atom feeds
    @ConfigurationProperties("verbatim")
    public record FeedSettings(@DefaultValue List<String> feeds, @DefaultValue FeedPolling feed) {

        public FeedSettings {
            feeds = feeds.stream().map(String::strip).filter(one -> !one.isEmpty()).toList();
        }
    }

    /// How feeds are asked.
    ///
    /// @param interval between two times
    /// @param keep how long an article of a feed is kept
    /// @param pause between two pages of a site
    public record FeedPolling(
            @DefaultValue("15m") Duration interval,
            @DefaultValue("90d") Duration keep,
            @DefaultValue("1s") Duration pause) {}

    /// The state of a feed.
    ///
    /// @param name empty before it was read
    /// @param read when it could be read the last time; [Instant#EPOCH] for never
    /// @param articles how many of it are filed
    /// @param problem why it can't be read now; empty when it can
    public record FeedState(
            String address, String name, Instant read, int articles, String problem) {}

    public FeedPoller(FeedSettings settings, WebArticleReader pages, Store store) {
        this.settings = settings;
        this.pages = pages;
        this.store = new FeedStore(store);
        this.clock = pages.clock();
        this.importer = new FeedImporter(settings.feed(), pages, this.store);
    }

    /// Has each new article told, with what is committed together with it. Not the articles that a
    /// feed had already when it was read for the first time.
    public void onNew(BiConsumer<Article, JdbcClient> listener) {
        importer.onNew(listener);
    }

    @Override
    public void start() {
        running = true;
        if (!settings.feeds().isEmpty()) {
            var _ =
                    thread.scheduleWithFixedDelay(
                            this::pollDue, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    public List<FeedState> states() {
        return settings.feeds().stream().map(store::feed).map(this::state).toList();
    }

    private FeedState state(FeedRow feed) {
        return new FeedState(
                feed.address(),
                feed.name(),
                feed.read(),
                store.articles(feed.address()),
                feed.problem());
    }

    /// Asks the feeds that are due, and removes what has expired, if it is this instance that
    /// works. What fails is tried again later.
    public void pollDue() {
        if (!store.isWorker()) {
            return;
        }
        try {
            for (String address : settings.feeds()) {
                FeedRow feed = store.feed(address);
                if (!feed.due().isAfter(clock.instant())
                        && !Thread.currentThread().isInterrupted()) {
                    poll(feed);
                }
            }
            importer.removeExpired();
        } catch (StoreException e) {
            LOG.warn("Feeds wait: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("Feeds can't be asked", e);
        }
    }

    private void poll(FeedRow feed) {
        switch (pages.fetch(feed.address(), feed.validators())) {
            case Fetched fetched -> take(feed, fetched);
            case FetchResult.NotModified _ -> save(feed, feed.validators());
            case FetchResult.Failed failed -> fail(feed, failed.problem(), failed.retryAfter());
        }
    }

    /// As long as something of it is left to be done, the whole feed is asked for again.
    private void take(FeedRow feed, Fetched fetched) {
        try {
            ParsedFeed parsed = FeedParser.parse(fetched);
            FeedRow named = feed.name().isEmpty() ? named(feed, parsed) : feed;
            boolean complete = importer.take(named, parsed);
            save(named, complete ? fetched.validators() : Validators.NONE);
        } catch (IOException e) {
            LOG.debug("{} can't be read", feed.address(), e);
            fail(feed, String.valueOf(e.getMessage()), Duration.ZERO);
        }
    }

    private static FeedRow named(FeedRow feed, ParsedFeed parsed) {
        return new FeedRow(
                feed.address(),
                FeedParser.name(parsed, feed.address()),
                feed.validators(),
                feed.asked(),
                feed.read(),
                feed.due(),
                feed.failures(),
                feed.problem());
    }

    private void save(FeedRow feed, Validators validators) {
        Instant now = clock.instant();
        Instant due = now.plus(jittered(settings.feed().interval()));
        store.save(new FeedRow(feed.address(), feed.name(), validators, now, now, due, 0, ""));
    }

    private void fail(FeedRow feed, String problem, Duration retryAfter) {
        if (!problem.equals(feed.problem())) {
            LOG.warn("The feed {} {}", feed.address(), problem);
        }
        int failures = feed.failures() + 1;
        Duration pause =
                settings.feed().interval().multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
        Duration shorter = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        Duration longer = shorter.compareTo(retryAfter) > 0 ? shorter : retryAfter;
        Instant now = clock.instant();
        store.save(
                new FeedRow(
                        feed.address(),
                        feed.name(),
                        feed.validators(),
                        now,
                        feed.read(),
                        now.plus(jittered(longer)),
                        failures,
                        problem));
    }

    /// So that feeds that were asked together aren't for ever. Never earlier than a site wants.
    private static Duration jittered(Duration pause) {
        double longer = 1 + ThreadLocalRandom.current().nextDouble() * JITTER;
        return Duration.ofMillis((long) (pause.toMillis() * longer));
    }
}
