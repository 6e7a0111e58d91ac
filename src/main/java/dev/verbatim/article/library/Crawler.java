package dev.verbatim.article.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at the whole content folder and brings the [ServedArticles] up to date with it.
///
/// A file is taken when it has stopped changing, so that half an article is never read: when it has
/// looked the same for a while, or was last changed long before this look. It is withdrawn when it
/// has stayed away as long, since some editors save by deleting first.
final class Crawler {

    /// What a crawl leaves behind.
    enum Outcome {
        /// All there is has been taken.
        UP_TO_DATE,
        /// Something is still being written.
        UNSETTLED,
        /// There is no folder to look at.
        NO_FOLDER
    }

    private static final Logger LOG = LoggerFactory.getLogger(Library.class);

    // A file that is written all the time must not keep the others from being announced.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path folder;
    private final Clock clock;
    private final Duration settledAfter;
    private final ServedArticles served;
    private final Debouncer<Path, FileVersion> arriving;
    private final Debouncer<String, Boolean> leaving;
    private final CountDownLatch settled = new CountDownLatch(1);
    private final long born = System.nanoTime();
    private String trouble = "";

    Crawler(Path folder, Clock clock, Duration settledAfter, ServedArticles served) {
        this.folder = folder;
        this.clock = clock;
        this.settledAfter = settledAfter;
        this.served = served;
        this.arriving = new Debouncer<>(settledAfter);
        this.leaving = new Debouncer<>(settledAfter);
    }

    /// Opened when the folder has been taken as a whole once, or isn't there.
    CountDownLatch settled() {
        return settled;
    }

    /// @param entered is told each folder before it is read
    Outcome crawl(Consumer<Path> entered) {
        try {
            FolderSnapshot snapshot = FolderSnapshot.of(folder, entered);
            report(snapshot.unreadable().isEmpty() ? "" : "can't read " + snapshot.unreadable());
            return take(snapshot);
        } catch (IOException e) {
            report(Files.exists(folder) ? e.toString() : "it does not exist");
            return withoutFolder();
        }
    }

    // Once for each trouble, not each time that the folder is looked at.
    private void report(String trouble) {
        if (!trouble.equals(this.trouble) && !trouble.isEmpty()) {
            LOG.error(
                    "The content folder {}: {}. What was read before stays served.",
                    folder.toAbsolutePath(),
                    trouble);
        }
        this.trouble = trouble;
    }

    private Outcome withoutFolder() {
        if (settled.getCount() > 0) {
            settle(FolderSnapshot.none(folder));
        }
        return Outcome.NO_FOLDER;
    }

    private Outcome take(FolderSnapshot snapshot) {
        boolean waiting = takeSettled(snapshot);
        if (snapshot.isWhole()) {
            waiting |= withdrawMissing(snapshot);
        }
        if (!waiting || System.nanoTime() - born > PATIENCE.toNanos()) {
            settle(snapshot);
        }
        return waiting ? Outcome.UNSETTLED : Outcome.UP_TO_DATE;
    }

    /// Whether something has to be waited for.
    private boolean takeSettled(FolderSnapshot snapshot) {
        served.forgetMissing(snapshot);
        arriving.keepOnly(snapshot.files().keySet());
        List<Path> settledFiles = new ArrayList<>();
        boolean waiting = false;
        for (Map.Entry<Path, FileVersion> file : snapshot.files().entrySet()) {
            if (served.has(file.getKey(), file.getValue())) {
                continue;
            }
            if (isSettled(file.getKey(), file.getValue())) {
                settledFiles.add(file.getKey());
            } else {
                waiting = true;
            }
        }
        served.take(snapshot, settledFiles);
        return waiting;
    }

    private boolean isSettled(Path name, FileVersion version) {
        Instant recently = clock.instant().minus(settledAfter);
        return version.modified().toInstant().isBefore(recently)
                || arriving.isSettled(name, version);
    }

    /// Whether something has to be waited for.
    private boolean withdrawMissing(FolderSnapshot snapshot) {
        Set<String> missing = new HashSet<>(served.servedIds());
        missing.removeAll(snapshot.articleIds());
        leaving.keepOnly(missing);
        boolean waiting = false;
        for (String articleId : missing) {
            if (leaving.isSettled(articleId, true)) {
                served.withdraw(articleId);
            } else {
                waiting = true;
            }
        }
        return waiting;
    }

    private void settle(FolderSnapshot snapshot) {
        if (snapshot.isWhole()) {
            served.settle(snapshot.articleIds());
        }
        settled.countDown();
    }
}
