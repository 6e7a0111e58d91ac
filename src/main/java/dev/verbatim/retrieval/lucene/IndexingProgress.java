package dev.verbatim.retrieval.lucene;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says how far long work has come, so that nobody takes a first reading of many articles, at some
/// ten passages a second and core, for a hang. Short work goes unsaid.
final class IndexingProgress {

    private static final Logger LOG = LoggerFactory.getLogger(IndexingProgress.class);
    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(10);

    /// Work after a pause as long as this is new work.
    private static final long PAUSE = 2 * INTERVAL;

    private long begin = System.nanoTime();
    private long last = begin;
    private long said = begin;
    private int articles;
    private int passages;

    /// An article was taken in.
    void add(int itsPassages) {
        long now = System.nanoTime();
        if (now - last > PAUSE) {
            begin = now;
            said = now;
            articles = 0;
            passages = 0;
        }
        last = now;
        articles++;
        passages += itsPassages;
        if (now - said > INTERVAL) {
            said = now;
            say(TimeUnit.NANOSECONDS.toSeconds(now - begin));
        }
    }

    private void say(long seconds) {
        LOG.info(
                "Indexing: {} articles, {} passages so far, {} passages a second.",
                articles,
                passages,
                passages / Math.max(1, seconds));
    }
}
