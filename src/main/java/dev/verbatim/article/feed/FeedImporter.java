package dev.verbatim.article.feed;

import dev.verbatim.article.Article;
import dev.verbatim.article.feed.FeedParser.Item;
import dev.verbatim.article.feed.FeedParser.ParsedFeed;
import dev.verbatim.article.feed.FeedPoller.FeedPolling;
import dev.verbatim.article.feed.FeedStore.FeedRow;
import dev.verbatim.article.feed.FeedStore.ItemRow;
import dev.verbatim.article.library.ArticleSubmissionService;
import dev.verbatim.article.library.Submission.SubmissionResult;
import dev.verbatim.article.web.PageOrigin;
import dev.verbatim.article.web.WebArticleReader;
import dev.verbatim.article.web.WebArticleReader.PageResult;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An importer that files the items of feeds, replaces those that were corrected, and removes those
/// that have expired. For one thread.
final class FeedImporter {

    private static final Logger LOG = LoggerFactory.getLogger(FeedImporter.class);

    private static final String FOLDER = "feeds";

    // So many at a time: the rest is taken the next times.
    private static final int MAX_ITEMS = 50;
    private static final int MAX_FAILURES = 3;

    // What a feed has is the whole article from so many characters on; with fewer it is taken where
    // the page can't be had.
    private static final int FULL_TEXT = 1_500;
    private static final int SOME_TEXT = 300;

    // What was published earlier is no news any more.
    private static final Duration RECENT = Duration.ofDays(2);

    // An item that was removed is remembered, because a feed may still list it.
    private static final Duration REMEMBERED = Duration.ofDays(400);

    private final FeedPolling settings;
    private final WebArticleReader pages;
    private final ArticleSubmissionService submissions;
    private final FeedStore store;
    private final Clock clock;
    private volatile BiConsumer<Article, JdbcClient> listener = (_, _) -> {};

    /// An item while it is taken.
    ///
    /// @param known what became of it before
    /// @param afterBacklog whether the feed had been read before, so that what comes now is new
    private record Visit(FeedRow feed, Item item, @Nullable ItemRow known, boolean afterBacklog) {

        @Nullable Path file() {
            return known == null ? null : known.file();
        }

        boolean isNews(Instant now) {
            boolean isOld =
                    item.published() != null && item.published().isBefore(now.minus(RECENT));
            return afterBacklog && file() == null && !isOld;
        }

        PageOrigin origin() {
            Map<String, String> facts = new HashMap<>();
            facts.put("title", item.title());
            facts.put("author", item.author());
            facts.put("publisher", feed.name());
            if (item.published() != null) {
                LocalDate day = LocalDate.ofInstant(item.published(), ZoneOffset.UTC);
                facts.put("published", day.toString());
            }
            facts.values().removeIf(String::isBlank);
            return new PageOrigin(List.of(FOLDER, feed.name()), item.title(), facts, file());
        }
    }

    FeedImporter(FeedPolling settings, WebArticleReader pages, FeedStore store) {
        this.settings = settings;
        this.pages = pages;
        this.submissions = pages.submissions();
        this.store = store;
        this.clock = pages.clock();
    }

    void onNew(BiConsumer<Article, JdbcClient> newListener) {
        listener = newListener;
    }

    /// Takes what is new and what has changed, the newest of it first.
    ///
    /// @return whether that was everything
    boolean take(FeedRow feed, ParsedFeed parsed) {
        Map<String, ItemRow> known = store.items(feed.address());
        List<Item> wanted = new ArrayList<>();
        for (Item item : parsed.items()) {
            if (isWanted(item, known.get(item.key()))) {
                wanted.add(item);
            }
        }
        boolean complete = wanted.size() <= MAX_ITEMS;
        boolean isNews = feed.wasRead() && complete;
        for (Item item : wanted.subList(0, Math.min(MAX_ITEMS, wanted.size()))) {
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
            Visit visit = new Visit(feed, item, known.get(item.key()), isNews);
            complete &= take(visit);
        }
        return complete;
    }

    private boolean isWanted(Item item, @Nullable ItemRow known) {
        if (known == null) {
            return item.published() == null || item.published().isAfter(oldest());
        }
        boolean failed = known.failures() > 0 && known.failures() < MAX_FAILURES;
        boolean corrected = known.file() != null && !known.fingerprint().equals(item.fingerprint());
        return failed || corrected;
    }

    private Instant oldest() {
        return clock.instant().minus(settings.keep());
    }

    /// Whether there is nothing left to be done for this item.
    private boolean take(Visit visit) {
        PageResult result = read(visit.item, visit.origin());
        boolean isRemoved =
                visit.file() != null
                        && result instanceof PageResult.Prepared(_, var check)
                        && !check.replaces();
        if (isRemoved) {
            // by an editor, who won't want it back
            store.save(row(visit, null, 0), _ -> {});
            return true;
        }
        return switch (result) {
            case PageResult.Prepared readable -> file(visit, readable);
            case PageResult.Unreadable(var line) -> fail(visit, line);
        };
    }

    private PageResult read(Item item, PageOrigin origin) {
        int length = item.text().length();
        if (item.link().isEmpty() || length >= FULL_TEXT) {
            return pages.readText(item.html(), item.link(), origin);
        }
        pause();
        PageResult page = pages.read(item.link(), origin);
        return page instanceof PageResult.Unreadable && length >= SOME_TEXT
                ? pages.readText(item.html(), item.link(), origin)
                : page;
    }

    private void pause() {
        try {
            Thread.sleep(settings.pause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean file(Visit visit, PageResult.Prepared readable) {
        return switch (submissions.replace(readable.submission())) {
            case SubmissionResult.Saved saved -> {
                Consumer<JdbcClient> also =
                        visit.isNews(clock.instant())
                                ? rows -> listener.accept(saved.article(), rows)
                                : _ -> {};
                store.save(row(visit, saved.file(), 0), also);
                yield true;
            }
            case SubmissionResult.Refused(var error) -> fail(visit, error.toString());
            case SubmissionResult.Failed(var cause) -> fail(visit, cause);
            case SubmissionResult.NameTaken taken ->
                    throw new IllegalStateException(taken + " is not replaced");
        };
    }

    /// A known article stays as it is until the correction can be read.
    private boolean fail(Visit visit, String line) {
        int failures = visit.known == null ? 1 : visit.known.failures() + 1;
        boolean givenUp = failures >= MAX_FAILURES;
        LOG.info("{}: {}{}", visit.feed.name(), line, givenUp ? " It is given up." : "");
        store.save(row(visit, visit.file(), failures), _ -> {});
        return givenUp;
    }

    private ItemRow row(Visit visit, @Nullable Path file, int failures) {
        return new ItemRow(
                visit.feed.address(),
                visit.item.key(),
                file,
                visit.item.fingerprint(),
                clock.instant(),
                failures);
    }

    /// Removes the articles that were filed too long ago, also those of feeds that are no longer in
    /// the settings.
    void removeExpired() {
        for (ItemRow item : store.articlesBefore(oldest())) {
            if (submissions.removeFile(Objects.requireNonNull(item.file()))) {
                store.save(item.withoutFile(), _ -> {});
            }
        }
        store.forget(oldest().minus(REMEMBERED));
    }
}
