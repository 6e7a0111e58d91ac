package dev.verbatim.article.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A crawler that compares the whole content folder with the [ServedArticles] and brings them up to
/// date.
///
/// A file is read when it has stopped changing, so that half an article is never served: when its
/// version has been the same for a while, or is older than that at the first look. An article is
/// withdrawn when its file has been missing as long, since some editors save by deleting first.
final class Crawler {

    /// A result of one crawl.
    enum Outcome {
        /// Every file has been handled.
        UP_TO_DATE,
        /// Some file is still changing.
        UNSETTLED,
        /// The folder doesn't exist or can't be read.
        NO_FOLDER
    }

    private static final Logger LOG = LoggerFactory.getLogger(Library.class);

    // A file that never stops changing must not keep the others from being announced.
    private static final Duration LONGEST_START = Duration.ofSeconds(5);

    private final Path folder;
    private final Clock clock;
    private final Duration settledAfter;
    private final ServedArticles served;
    private final Debouncer<Path, ContentFile.Version> changing;
    private final Debouncer<String, Boolean> missing;
    private final CountDownLatch started = new CountDownLatch(1);
    private final long startNanos = System.nanoTime();
    private String lastProblem = "";

    Crawler(Path folder, Clock clock, Duration settledAfter, ServedArticles served) {
        this.folder = folder;
        this.clock = clock;
        this.settledAfter = settledAfter;
        this.served = served;
        this.changing = new Debouncer<>(settledAfter);
        this.missing = new Debouncer<>(settledAfter);
    }

    /// A debouncer, which reports a key as stable once its value has been the same for a given
    /// time. Uses the monotonic clock, because the wall clock can be set.
    private static final class Debouncer<K, V> {

        private final long nanos;
        private final Map<K, Observation<V>> observations = new HashMap<>();

        private Debouncer(Duration time) {
            this.nanos = time.toNanos();
        }

        private record Observation<V>(V value, long firstSeen) {}

        boolean isStable(K key, V value) {
            long now = System.nanoTime();
            Observation<V> first = observations.get(key);
            if (first == null || !first.value().equals(value)) {
                observations.put(key, new Observation<>(value, now));
                return false;
            }
            return now - first.firstSeen() >= nanos;
        }

        /// Forgets all other keys, so that they have to become stable again.
        void retain(Set<K> keys) {
            observations.keySet().retainAll(keys);
        }
    }

    /// Opens when the whole folder has been handled once, or is missing.
    CountDownLatch started() {
        return started;
    }

    /// @param onFolder is called with each folder before it is listed
    Outcome crawl(Consumer<Path> onFolder) {
        try {
            FolderSnapshot snapshot = FolderSnapshot.of(folder, onFolder);
            report(snapshot.unreadable().isEmpty() ? "" : "can't read " + snapshot.unreadable());
            return update(snapshot);
        } catch (IOException e) {
            report(Files.exists(folder) ? e.toString() : "it does not exist");
            if (started.getCount() > 0) {
                settle(FolderSnapshot.empty(folder));
            }
            return Outcome.NO_FOLDER;
        }
    }

    // Logs a problem once, not at every crawl.
    private void report(String problem) {
        if (!problem.equals(lastProblem) && !problem.isEmpty()) {
            LOG.error(
                    "The content folder {}: {}. What was read before stays served.",
                    folder.toAbsolutePath(),
                    problem);
        }
        lastProblem = problem;
    }

    private Outcome update(FolderSnapshot snapshot) {
        boolean unsettled = updateSettled(snapshot);
        if (snapshot.isComplete()) {
            unsettled |= withdrawMissing(snapshot);
        }
        if (!unsettled || System.nanoTime() - startNanos > LONGEST_START.toNanos()) {
            settle(snapshot);
        }
        return unsettled ? Outcome.UNSETTLED : Outcome.UP_TO_DATE;
    }

    /// @return whether some file is still changing
    private boolean updateSettled(FolderSnapshot snapshot) {
        served.forgetMissing(snapshot);
        changing.retain(snapshot.files().keySet());
        List<Path> settled = new ArrayList<>();
        boolean unsettled = false;
        for (Map.Entry<Path, ContentFile.Version> file : snapshot.files().entrySet()) {
            if (served.isHandled(file.getKey(), file.getValue())) {
                continue;
            }
            if (isSettled(file.getKey(), file.getValue())) {
                settled.add(file.getKey());
            } else {
                unsettled = true;
            }
        }
        served.update(snapshot, settled);
        return unsettled;
    }

    private boolean isSettled(Path name, ContentFile.Version version) {
        Instant recently = clock.instant().minus(settledAfter);
        return version.modified().toInstant().isBefore(recently)
                || changing.isStable(name, version);
    }

    /// @return whether some article may still have to be withdrawn
    private boolean withdrawMissing(FolderSnapshot snapshot) {
        Set<String> ids = new HashSet<>(served.servedIds());
        ids.removeAll(snapshot.articleIds());
        missing.retain(ids);
        boolean unsettled = false;
        for (String articleId : ids) {
            if (missing.isStable(articleId, true)) {
                served.withdraw(articleId);
            } else {
                unsettled = true;
            }
        }
        return unsettled;
    }

    private void settle(FolderSnapshot snapshot) {
        if (snapshot.isComplete()) {
            served.settle(snapshot.articleIds());
        }
        started.countDown();
    }
}
