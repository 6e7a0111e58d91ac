package dev.verbatim.retrieval.lucene;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A log of how far a long indexing run is, so that nobody takes the first reading of many
/// articles, at some ten passages a second and core, for a hang. Short runs aren't logged.
final class IndexingProgress {

    private static final Logger LOG = LoggerFactory.getLogger(IndexingProgress.class);
    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(10);

    /// After a pause this long, a new run starts.
    private static final long PAUSE = 2 * INTERVAL;

    private long start = System.nanoTime();
    private long last = start;
    private long logged = start;
    private int articles;
    private int passages;

    /// Counts an article.
    void add(int passagesOfArticle) {
        long now = System.nanoTime();
        if (now - last > PAUSE) {
            start = now;
            logged = now;
            articles = 0;
            passages = 0;
        }
        last = now;
        articles++;
        passages += passagesOfArticle;
        if (now - logged > INTERVAL) {
            logged = now;
            log(TimeUnit.NANOSECONDS.toSeconds(now - start));
        }
    }

    private void log(long seconds) {
        LOG.info(
                "Indexing: {} articles, {} passages so far, {} passages a second.",
                articles,
                passages,
                passages / Math.max(1, seconds));
    }
}
