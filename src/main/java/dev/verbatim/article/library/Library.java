package dev.verbatim.article.library;

import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.ContentChange;
import dev.verbatim.article.format.ValidationError;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The content folder, watched: reads every article in it, and tells its listener what changed.
/// Thread-safe.
///
/// There is one way to notice a change: look at the whole folder, and compare. A watch only says
/// when to look; every ten seconds it is done anyway, for network drives and whatever else a watch
/// misses. A file is read when it has stopped changing, and withdrawn when it has stayed away,
/// since some editors save by deleting first.
public final class Library implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Library.class);

    private static final Duration SETTLED_AFTER = Duration.ofSeconds(1);
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(10);
    private static final Duration LOOK_FOR_FOLDER_AFTER = Duration.ofSeconds(2);
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(10);

    private final ServedArticles served;
    private final Crawler crawler;
    private final FolderWatcher watch = new FolderWatcher();
    private final ScanBarrier barrier = new ScanBarrier();
    private final Thread thread;
    private final Duration settledAfter;

    public Library(Path folder, Clock clock, Consumer<ContentChange> listener) {
        this(folder, clock, listener, SETTLED_AFTER);
    }

    Library(Path folder, Clock clock, Consumer<ContentChange> listener, Duration settledAfter) {
        this.served = new ServedArticles(listener);
        this.crawler = new Crawler(folder, clock, settledAfter, served);
        this.settledAfter = settledAfter;
        this.thread = Thread.ofPlatform().daemon().name("library").unstarted(this::run);
    }

    /// Starts reading and watching, on a thread of its own; returns at once.
    public void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!watch.isClosed()) {
                crawlAndWait();
            }
        } catch (InterruptedException e) {
            LOG.warn("The content folder is no longer watched: somebody interrupted the thread");
        } finally {
            crawler.settled().countDown();
            barrier.close();
        }
    }

    private void crawlAndWait() throws InterruptedException {
        barrier.begin();
        Crawler.Outcome outcome = crawler.crawl(watch::add);
        barrier.end(outcome == Crawler.Outcome.UP_TO_DATE);
        switch (outcome) {
            case UP_TO_DATE -> watch.await(LOOK_AGAIN_AFTER);
            case UNSETTLED -> watch.pause(settledAfter.dividedBy(4));
            case NO_FOLDER -> watch.pause(LOOK_FOR_FOLDER_AFTER);
        }
    }

    /// Waits until the folder has been read as a whole and the listener has taken all of it, or
    /// until this is closed. A file written to without end is not waited for.
    public void awaitSettled() throws InterruptedException {
        crawler.settled().await();
    }

    /// Looks at the folder at once, and waits until all that is in it now has been taken, or until
    /// this is closed.
    ///
    /// @return whether it has, within the time
    boolean awaitUpToDate(Duration patience) throws InterruptedException {
        long round = barrier.next();
        watch.wake();
        return barrier.await(round, patience);
    }

    /// Whether a file is served in this version.
    boolean serves(Path name, FileVersion version) {
        return served.serves(name, version);
    }

    /// The served articles that have this text.
    List<ArticleInfo> withText(TextFingerprint text) {
        return served.withText(text);
    }

    /// What is served, by title.
    public List<ArticleInfo> articles() {
        return served.listings();
    }

    /// What is served, by when it was published or, where that isn't said, when its file came; the
    /// newest first.
    public List<ArticleInfo> newestFirst() {
        return served.newestFirst();
    }

    /// The files that are not served in their present version, and why.
    public List<ValidationError> refusals() {
        return served.refusals();
    }

    /// Ends the watching, after the listener has finished what it is doing.
    @Override
    public void close() {
        watch.close();
        try {
            if (isElsewhere() && !thread.join(LONGEST_GOODBYE)) {
                LOG.warn("The content folder's listener did not finish in {}", LONGEST_GOODBYE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isElsewhere() {
        return thread.isAlive() && !thread.equals(Thread.currentThread());
    }
}
