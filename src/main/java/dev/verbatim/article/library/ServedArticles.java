package dev.verbatim.article.library;

import dev.verbatim.article.Article;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.ContentChange;
import dev.verbatim.article.format.ArticleFormatException;
import dev.verbatim.article.format.ValidationError;
import dev.verbatim.article.format.Whitespace;
import dev.verbatim.article.library.ArticleReader.ReadResult;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// A registry of the articles that are served and the files that are refused, as far as the
/// listener has accepted them: a change that it rejected counts as not made, and is made again at
/// the next scan.
///
/// Keeps an entry per article but not its text, so tens of thousands cost little. One thread makes
/// changes; any thread may ask for the lists.
final class ServedArticles {

    private static final Logger LOG = LoggerFactory.getLogger(Library.class);

    // Reading takes most of the time; so many articles are in memory at once.
    private static final int PARALLEL_READS = Runtime.getRuntime().availableProcessors();

    private static final Comparator<Entry> BY_TITLE =
            Comparator.comparing((Entry entry) -> entry.info().publication().title())
                    .thenComparing(entry -> entry.info().articleId());

    private static final Comparator<Entry> NEWEST_FIRST =
            Comparator.comparing(Entry::day)
                    .thenComparing(Entry::modified)
                    .reversed()
                    .thenComparing(BY_TITLE);

    private final ArticleReader reader = new ArticleReader();
    private final Consumer<ContentChange> listener;
    private final ContentRemarks remarks = new ContentRemarks();
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final Map<Path, FileState> files = new ConcurrentHashMap<>();
    private Set<String> settled = Set.of();
    private boolean changed = true;

    /// A served article.
    ///
    /// @param file relative to the content folder
    /// @param fingerprint of the text, equal for equal words
    /// @param modified when the served version was written
    private record Entry(Path file, ArticleInfo info, String fingerprint, Instant modified) {

        LocalDate day() {
            LocalDate published = info.publication().published();
            return published == null ? LocalDate.ofInstant(modified, ZoneOffset.UTC) : published;
        }
    }

    /// What became of a file.
    ///
    /// @param version that was published or refused; missing when it is to be read again
    private record FileState(
            ContentFile.@Nullable Version version, @Nullable ValidationError refusal) {}

    /// A file that has been read.
    ///
    /// @param retry whether to read the same version again: permissions can change without a new
    ///   one
    private record ReadFile(ContentFile file, ReadResult result, boolean retry) {}

    ServedArticles(Consumer<ContentChange> listener) {
        this.listener = listener;
    }

    /// By title.
    List<ArticleInfo> articles() {
        return entries.values().stream().sorted(BY_TITLE).map(Entry::info).toList();
    }

    /// By publication date or, where that is missing, by the file's time.
    List<ArticleInfo> newestFirst() {
        return entries.values().stream().sorted(NEWEST_FIRST).map(Entry::info).toList();
    }

    Set<String> servedIds() {
        return Set.copyOf(entries.keySet());
    }

    /// An article whose id differs from this one only in upper and lower case.
    Optional<ArticleInfo> withSimilarName(String id) {
        return entries.values().stream()
                .map(Entry::info)
                .filter(other -> other.articleId().equalsIgnoreCase(id))
                .filter(other -> !other.articleId().equals(id))
                .min(Comparator.comparing(ArticleInfo::articleId));
    }

    /// The articles that have this text, by title.
    List<ArticleInfo> withText(String text) {
        String fingerprint = fingerprint(text);
        return entries.values().stream()
                .filter(entry -> entry.fingerprint().equals(fingerprint))
                .sorted(BY_TITLE)
                .map(Entry::info)
                .toList();
    }

    List<ValidationError> refusals() {
        return refusalStream().sorted(Comparator.comparing(ValidationError::file)).toList();
    }

    /// What editors should know of other files, a line each.
    List<String> remarks() {
        return remarks.lines();
    }

    private Stream<ValidationError> refusalStream() {
        return files.values().stream().map(FileState::refusal).filter(Objects::nonNull);
    }

    /// Whether a file is served in this version.
    boolean serves(Path name, ContentFile.Version version) {
        return new FileState(version, null).equals(files.get(name));
    }

    /// Whether a file was published or refused in this version.
    boolean isHandled(Path name, ContentFile.Version version) {
        FileState state = files.get(name);
        return state != null && version.equals(state.version());
    }

    /// Reads files in parallel, and publishes or refuses them one after the other, in their order.
    /// The last good version of a refused file stays served.
    void update(FolderSnapshot snapshot, List<Path> names) {
        for (int start = 0; start < names.size(); start += PARALLEL_READS) {
            int end = Math.min(start + PARALLEL_READS, names.size());
            names.subList(start, end).parallelStream()
                    .map(name -> read(snapshot.file(name)))
                    .toList()
                    .forEach(read -> apply(read, snapshot));
        }
    }

    /// A failure is a refusal of this file, so that it stops no other.
    private ReadFile read(ContentFile file) {
        try {
            return new ReadFile(file, reader.read(file), false);
        } catch (UncheckedIOException e) {
            return new ReadFile(file, unreadable(file, String.valueOf(e.getCause())), true);
        } catch (RuntimeException | Error e) {
            LOG.error("Reading {} failed", file.name(), e);
            return new ReadFile(file, unreadable(file, e.toString()), false);
        }
    }

    private static ReadResult unreadable(ContentFile file, String cause) {
        return new ReadResult.Refused(
                new ArticleFormatException(
                                "can't be read, " + cause,
                                "Look at the file and at who may read it")
                        .in(file.name()));
    }

    private void apply(ReadFile read, FolderSnapshot snapshot) {
        ContentFile file = read.file();
        ContentFile.Version version = snapshot.version(file.name());
        Entry entry = entries.get(file.id());
        if (entry != null
                && !entry.file().equals(file.name())
                && snapshot.files().containsKey(entry.file())) {
            refuse(sameName(file, entry.file()), null);
        } else if (!file.hasChangedSince(version)) {
            // Otherwise it was read half old, half new, and has to stop changing first.
            switch (read.result()) {
                case ReadResult.Read(Article article, var omitted) -> {
                    remarks.put(file.name(), omitted);
                    publish(article, file.name(), version);
                }
                case ReadResult.Refused(ValidationError error) ->
                        refuse(error, read.retry() ? null : version);
            }
        }
    }

    private static ValidationError sameName(ContentFile file, Path served) {
        return new ArticleFormatException(
                        "has the same name as " + served + ", which is served",
                        "Give one of them another name")
                .in(file.name());
    }

    private void publish(Article article, Path file, ContentFile.Version version) {
        if (!notifyListener(new ContentChange.Published(article))) {
            return;
        }
        int paragraphs = article.paragraphs().size();
        entries.put(
                article.id(),
                new Entry(
                        file,
                        new ArticleInfo(article.id(), article.publication(), paragraphs),
                        fingerprint(article.text()),
                        version.modified().toInstant()));
        files.put(file, new FileState(version, null));
        changed = true;
        LOG.atLevel(level()).log("Serving {}, {} paragraphs", file, paragraphs);
    }

    // At the start the total says more than a line per article.
    private Level level() {
        return settled.isEmpty() ? Level.DEBUG : Level.INFO;
    }

    private void refuse(ValidationError error, ContentFile.@Nullable Version version) {
        FileState previous = files.put(error.file(), new FileState(version, error));
        if (previous == null || !error.equals(previous.refusal())) {
            LOG.warn("Refused {}", error);
        }
    }

    void withdraw(String articleId) {
        if (notifyListener(new ContentChange.Withdrawn(articleId))) {
            entries.remove(articleId);
            changed = true;
            LOG.info("No longer serving {}", articleId);
        }
    }

    /// Forgets files that are gone, so that they are new when they come back.
    void forgetMissing(FolderSnapshot snapshot) {
        files.keySet().retainAll(snapshot.files().keySet());
        remarks.update(snapshot);
    }

    /// Reports that the whole folder has been read, unless the listener knows it already.
    ///
    /// @param present ids of every file, served or not
    void settle(Set<String> present) {
        Set<String> ids = new HashSet<>(present);
        ids.addAll(entries.keySet());
        if (!ids.equals(settled)) {
            ContentRemarks.logSimilarNames(ids, settled);
        }
        if ((changed || !ids.equals(settled)) && notifyListener(new ContentChange.Settled(ids))) {
            LOG.info(
                    "Serving {} articles, {} files refused",
                    entries.size(),
                    refusalStream().count());
            settled = Set.copyOf(ids);
            changed = false;
        }
    }

    /// Whether the listener accepted the change. Whatever goes wrong there, the folder is watched
    /// on.
    private boolean notifyListener(ContentChange change) {
        try {
            listener.accept(change);
            return true;
        } catch (RuntimeException e) {
            LOG.error("A change of the content could not be taken; it is tried again soon", e);
            return false;
        }
    }

    // 122 bits of a hash: no two texts will ever share them by chance.
    private static String fingerprint(String text) {
        byte[] words = Whitespace.squeezed(text).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(words).toString();
    }
}
