package dev.verbatim.article.library;

import dev.verbatim.article.Article;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.ContentChange;
import dev.verbatim.article.format.ArticleFormatException;
import dev.verbatim.article.format.ValidationError;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// What is served and what is refused, as far as the listener has taken it: a change that it didn't
/// take counts as not made, and is made again when the folder is looked at next.
///
/// Keeps no article, only its listing, so tens of thousands cost little. One thread makes changes;
/// any may ask for the lists.
final class ServedArticles {

    private static final Logger LOG = LoggerFactory.getLogger(Library.class);

    private final ArticleReader reader = new ArticleReader();
    private final Consumer<ContentChange> listener;
    private final Map<Path, FileVersion> handled = new ConcurrentHashMap<>();
    private final Map<String, Path> sources = new HashMap<>();
    private final Map<String, ArticleInfo> listings = new ConcurrentHashMap<>();
    private final Map<String, TextFingerprint> texts = new ConcurrentHashMap<>();
    private final Map<String, Instant> came = new ConcurrentHashMap<>();
    private final Map<Path, ValidationError> refusals = new ConcurrentHashMap<>();
    private Set<String> told = Set.of();
    private boolean changed = true;

    ServedArticles(Consumer<ContentChange> listener) {
        this.listener = listener;
    }

    List<ArticleInfo> listings() {
        return listings.values().stream()
                .sorted(
                        Comparator.comparing(
                                        (ArticleInfo articleInfo) ->
                                                articleInfo.publication().title())
                                .thenComparing(ArticleInfo::articleId))
                .toList();
    }

    List<ArticleInfo> newestFirst() {
        Comparator<ArticleInfo> day = Comparator.comparing(this::day);
        return listings().stream().sorted(day.thenComparing(this::came).reversed()).toList();
    }

    private LocalDate day(ArticleInfo articleInfo) {
        LocalDate published = articleInfo.publication().published();
        return published == null
                ? LocalDate.ofInstant(came(articleInfo), ZoneOffset.UTC)
                : published;
    }

    private Instant came(ArticleInfo articleInfo) {
        return came.getOrDefault(articleInfo.articleId(), Instant.EPOCH);
    }

    List<ValidationError> refusals() {
        return refusals.values().stream()
                .sorted(Comparator.comparing(ValidationError::file))
                .toList();
    }

    /// Whether a file is served in this version.
    boolean serves(Path name, FileVersion version) {
        return has(name, version) && !refusals.containsKey(name);
    }

    /// The articles that have this text.
    List<ArticleInfo> withText(TextFingerprint text) {
        return listings().stream()
                .filter(articleInfo -> text.equals(texts.get(articleInfo.articleId())))
                .toList();
    }

    Set<String> servedIds() {
        return Set.copyOf(listings.keySet());
    }

    boolean has(Path name, FileVersion version) {
        return version.equals(handled.get(name));
    }

    /// Publishes what the files hold, or refuses it; then what was published of them before stays.
    void take(FolderSnapshot snapshot, List<Path> names) {
        ReadTask.all(
                names.stream().map(snapshot::file).toList(),
                reader,
                readTask -> take(snapshot, readTask));
    }

    private void take(FolderSnapshot snapshot, ReadTask readTask) {
        ContentFile file = readTask.file();
        Path source = sources.getOrDefault(file.id(), file.name());
        if (!source.equals(file.name()) && snapshot.files().containsKey(source)) {
            refuse(sameName(file, source));
        } else if (readTask.hasFailed()) {
            fail(file, snapshot.version(file.name()), readTask.reading().exceptionNow());
        } else {
            take(file, snapshot.version(file.name()), readTask.reading().resultNow());
        }
    }

    // What has changed meanwhile was read half old, half new, and settles again first.
    private void take(ContentFile file, FileVersion version, ReadResult readResult) {
        if (!file.hasChangedSince(version) && isTaken(file, readResult)) {
            handled.put(file.name(), version);
            came.put(file.id(), version.modified().toInstant());
        }
    }

    private void fail(ContentFile file, FileVersion version, Throwable failure) {
        if (failure instanceof UncheckedIOException unreadable) {
            refuseUnreadable(file, version, unreadable);
            return;
        }
        LOG.error("Reading {} failed", file.name(), failure);
        refuse(unreadable(file, failure.toString()));
        handled.put(file.name(), version);
    }

    // Not counted as handled: who may read a file can change without a new version.
    private void refuseUnreadable(ContentFile file, FileVersion version, UncheckedIOException e) {
        if (!file.hasChangedSince(version)) {
            refuse(unreadable(file, String.valueOf(e.getCause())));
        }
    }

    private boolean isTaken(ContentFile file, ReadResult readResult) {
        return switch (readResult) {
            case ReadResult.Read(Article article) -> publish(file, article);
            case ReadResult.Refused(ValidationError error) -> refuse(error);
        };
    }

    private boolean publish(ContentFile file, Article article) {
        if (!tell(new ContentChange.Published(article))) {
            return false;
        }
        int paragraphs = article.paragraphs().size();
        listings.put(
                article.id(), new ArticleInfo(article.id(), article.publication(), paragraphs));
        texts.put(article.id(), TextFingerprint.of(article.text()));
        sources.put(article.id(), file.name());
        refusals.remove(file.name());
        changed = true;
        LOG.atLevel(level()).log("Serving {}, {} paragraphs", file.name(), paragraphs);
        return true;
    }

    private boolean refuse(ValidationError error) {
        if (!error.equals(refusals.put(error.file(), error))) {
            LOG.warn("Refused {}", error);
        }
        return true;
    }

    private static ValidationError sameName(ContentFile file, Path source) {
        return new ArticleFormatException(
                        "has the same name as " + source + ", which is served",
                        "Give one of them another name")
                .in(file.name());
    }

    private static ValidationError unreadable(ContentFile file, String cause) {
        return new ArticleFormatException(
                        "can't be read, " + cause, "Look at the file and at who may read it")
                .in(file.name());
    }

    void withdraw(String articleId) {
        if (tell(new ContentChange.Withdrawn(articleId))) {
            listings.remove(articleId);
            sources.remove(articleId);
            texts.remove(articleId);
            came.remove(articleId);
            changed = true;
            LOG.info("No longer serving {}", articleId);
        }
    }

    /// Forgets files that are gone, so that they are new when they come back.
    void forgetMissing(FolderSnapshot snapshot) {
        handled.keySet().retainAll(snapshot.files().keySet());
        refusals.keySet().retainAll(snapshot.files().keySet());
    }

    /// Tells the listener that all there is has been read, unless that is what it heard last.
    ///
    /// @param present ids of every file, served or not
    void settle(Set<String> present) {
        Set<String> ids = new HashSet<>(present);
        ids.addAll(listings.keySet());
        if ((changed || !ids.equals(told)) && tell(new ContentChange.Settled(ids))) {
            LOG.info("Serving {} articles, {} files refused", listings.size(), refusals.size());
            told = Set.copyOf(ids);
            changed = false;
        }
    }

    // At the start the sum of it says more than a line an article.
    private Level level() {
        return told.isEmpty() ? Level.DEBUG : Level.INFO;
    }

    // Whatever goes wrong in the listener, the folder is watched on.
    private boolean tell(ContentChange change) {
        try {
            listener.accept(change);
            return true;
        } catch (RuntimeException e) {
            LOG.error("A change of the content could not be taken; it is tried again soon", e);
            return false;
        }
    }
}
