package dev.verbatim.article.library;

import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.ContentChange;
import dev.verbatim.article.format.ValidationError;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A library that watches the content folder, reads every article in it, and reports changes to its
/// listener. Thread-safe.
///
/// There is one way to notice a change: a [Crawler] compares the whole folder with what is served.
/// A watch only says when to crawl; the library crawls every ten seconds anyway, for network drives
/// and whatever else a watch misses.
public final class Library implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Library.class);

    private static final Duration SETTLED_AFTER = Duration.ofSeconds(1);
    private static final Duration CRAWL_INTERVAL = Duration.ofSeconds(10);
    private static final Duration MISSING_FOLDER_INTERVAL = Duration.ofSeconds(2);

    /// Reading and indexing leave a core to the answers, where there is more than one: the parallel
    /// streams of a pool's tasks stay in that pool.
    private static final int PARALLELISM =
            Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final ServedArticles served;
    private final Crawler crawler;
    private final FolderWatcher watcher = new FolderWatcher();
    private final CrawlCounter crawls = new CrawlCounter();
    private final ForkJoinPool threads;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean started;
    private final Duration settledAfter;

    public Library(Path folder, Clock clock, Consumer<ContentChange> listener) {
        this(folder, clock, listener, SETTLED_AFTER);
    }

    Library(Path folder, Clock clock, Consumer<ContentChange> listener, Duration settledAfter) {
        this.served = new ServedArticles(listener);
        this.crawler = new Crawler(folder, clock, settledAfter, served);
        this.settledAfter = settledAfter;
        this.threads = new ForkJoinPool(PARALLELISM, Library::thread, null, false);
    }

    /// A counter of crawls, for callers that wait until a crawl that began after their call has
    /// found everything up to date. Thread-safe.
    private static final class CrawlCounter {

        private long begun;
        private long upToDate;
        private boolean closed;

        synchronized void begin() {
            begun++;
        }

        synchronized void endUpToDate() {
            upToDate = begun;
            notifyAll();
        }

        synchronized void close() {
            closed = true;
            notifyAll();
        }

        /// The number of the first crawl that is sure to see what is in the folder now.
        synchronized long next() {
            return begun + 1;
        }

        /// Whether this crawl or a later one ends up to date within the time.
        synchronized boolean await(long crawl, Duration timeout) throws InterruptedException {
            long end = System.nanoTime() + timeout.toNanos();
            while (upToDate < crawl && !closed) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
            return upToDate >= crawl;
        }
    }

    private static ForkJoinWorkerThread thread(ForkJoinPool pool) {
        ForkJoinWorkerThread thread =
                ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
        thread.setName("library");
        thread.setContextClassLoader(Library.class.getClassLoader()); // the jar's, not the system's
        return thread;
    }

    /// Starts reading and watching on the library's own threads; returns at once.
    public void start() {
        started = true;
        threads.execute(this::run);
    }

    private void run() {
        try {
            while (!watcher.isClosed()) {
                crawlAndWait();
            }
        } catch (InterruptedException e) {
            LOG.warn("The content folder is no longer watched: the thread was interrupted");
        } finally {
            crawler.started().countDown();
            crawls.close();
            stopped.countDown();
        }
    }

    private void crawlAndWait() throws InterruptedException {
        crawls.begin();
        switch (crawler.crawl(watcher::add)) {
            case UP_TO_DATE -> {
                crawls.endUpToDate();
                watcher.await(CRAWL_INTERVAL);
            }
            case UNSETTLED -> watcher.pause(settledAfter.dividedBy(4));
            case NO_FOLDER -> watcher.pause(MISSING_FOLDER_INTERVAL);
        }
    }

    /// Waits until the whole folder has been read and the listener has accepted it, or until the
    /// library is closed. Doesn't wait for a file that never stops changing.
    public void awaitSettled() throws InterruptedException {
        crawler.started().await();
    }

    /// Crawls at once, and waits until everything now in the folder has been handled, or until the
    /// library is closed.
    ///
    /// @return whether it has been, within the time
    boolean awaitUpToDate(Duration timeout) throws InterruptedException {
        long crawl = crawls.next();
        watcher.wake();
        return crawls.await(crawl, timeout);
    }

    /// Whether a file is served in this version.
    boolean serves(Path name, ContentFile.Version version) {
        return served.serves(name, version);
    }

    /// A served article whose id differs from this one only in upper and lower case.
    Optional<ArticleInfo> withSimilarName(String id) {
        return served.withSimilarName(id);
    }

    /// The served articles that have this text.
    List<ArticleInfo> withText(String text) {
        return served.withText(text);
    }

    /// The served articles, by title.
    public List<ArticleInfo> articles() {
        return served.articles();
    }

    /// The served articles, the newest first: by publication date or, where that is missing, by the
    /// time of the file.
    public List<ArticleInfo> newestFirst() {
        return served.newestFirst();
    }

    /// The files that are not served in their present version, and why.
    public List<ValidationError> refusals() {
        return served.refusals();
    }

    /// What editors should know of files that are served or are no articles, a line each.
    public List<String> remarks() {
        return served.remarks();
    }

    /// Stops watching after the listener has finished its current change.
    @Override
    public void close() {
        watcher.close();
        try {
            if (started
                    && !isOwnThread()
                    && !stopped.await(CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The content folder's listener did not finish in {}", CLOSE_TIMEOUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdown();
    }

    private boolean isOwnThread() {
        return Thread.currentThread() instanceof ForkJoinWorkerThread worker
                && worker.getPool().equals(threads);
    }
}
