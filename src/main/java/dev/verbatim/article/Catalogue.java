package dev.verbatim.article;

import java.io.UncheckedIOException;
import java.nio.file.Path;
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

/// What is served and what is refused, as far as the listener has taken it: a change that it didn't
/// take counts as not made, and is made again when the folder is looked at next.
///
/// Keeps no article, only its listing, so tens of thousands cost little. One thread makes changes;
/// any may ask for the lists.
final class Catalogue {

    private static final Logger LOG = LoggerFactory.getLogger(Library.class);

    private final ArticleReader reader = new ArticleReader();
    private final Consumer<ContentChange> listener;
    private final Map<Path, FileVersion> handled = new HashMap<>();
    private final Map<String, Path> sources = new HashMap<>();
    private final Map<String, Listing> listings = new ConcurrentHashMap<>();
    private final Map<Path, Refusal> refusals = new ConcurrentHashMap<>();
    private Set<String> told = Set.of();
    private boolean changed = true;

    Catalogue(Consumer<ContentChange> listener) {
        this.listener = listener;
    }

    List<Listing> listings() {
        return listings.values().stream()
                .sorted(
                        Comparator.comparing((Listing listing) -> listing.publication().title())
                                .thenComparing(Listing::articleId))
                .toList();
    }

    List<Refusal> refusals() {
        return refusals.values().stream().sorted(Comparator.comparing(Refusal::file)).toList();
    }

    Set<String> servedIds() {
        return Set.copyOf(listings.keySet());
    }

    boolean has(Path name, FileVersion version) {
        return version.equals(handled.get(name));
    }

    /// Publishes what a file holds, or refuses it; then what was published of it before stays.
    void take(Contents contents, Path name) {
        ContentFile file = contents.file(name);
        Path source = sources.getOrDefault(file.id(), name);
        if (!source.equals(name) && contents.files().containsKey(source)) {
            refuse(twice(file, source));
            return;
        }
        try {
            FileVersion version = contents.version(name);
            take(file, version, reader.read(contents.root(), file.path()));
        } catch (UncheckedIOException e) {
            refuse(unreadable(file, e));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("Reading {} failed", file.name(), e);
            refuse(unreadable(file, e));
            handled.put(name, contents.version(name));
        }
    }

    private void take(ContentFile file, FileVersion version, Reading reading) {
        if (file.hasChangedSince(version)) {
            return; // what was read is half old, half new, and the new version has to settle
        }
        boolean done =
                switch (reading) {
                    case Reading.Read(Article article) -> publish(file, article);
                    case Reading.Refused(Refusal refusal) -> refuse(refusal);
                };
        if (done) {
            handled.put(file.name(), version);
        }
    }

    private boolean publish(ContentFile file, Article article) {
        if (!tell(new ContentChange.Published(article))) {
            return false;
        }
        int paragraphs = article.paragraphs().size();
        listings.put(article.id(), new Listing(article.id(), article.publication(), paragraphs));
        sources.put(article.id(), file.name());
        refusals.remove(file.name());
        changed = true;
        LOG.info("Serving {}, {} paragraphs", file.name(), paragraphs);
        return true;
    }

    private boolean refuse(Refusal refusal) {
        if (!refusal.equals(refusals.put(refusal.file(), refusal))) {
            LOG.warn("Refused {}", refusal);
        }
        return true;
    }

    private static Refusal twice(ContentFile file, Path source) {
        return new Fault(
                        "has the same name as " + source + ", which is served",
                        "Give one of them another name")
                .in(file.name());
    }

    private static Refusal unreadable(ContentFile file, Throwable cause) {
        return new Fault(
                        "can't be read: " + cause.getMessage(),
                        "Look at the file and who may read it")
                .in(file.name());
    }

    void withdraw(String articleId) {
        if (tell(new ContentChange.Withdrawn(articleId))) {
            listings.remove(articleId);
            sources.remove(articleId);
            changed = true;
            LOG.info("No longer serving {}", articleId);
        }
    }

    /// Forgets files that are gone, so that they are new when they come back.
    void forgetMissing(Contents contents) {
        handled.keySet().retainAll(contents.files().keySet());
        refusals.keySet().retainAll(contents.files().keySet());
    }

    /// Tells the listener that all there is has been read, unless that is what it heard last.
    ///
    /// @param present ids of every file, served or not
    void settle(Set<String> present) {
        Set<String> ids = new HashSet<>(present);
        ids.addAll(listings.keySet());
        if ((changed || !ids.equals(told)) && tell(new ContentChange.Settled(ids))) {
            told = Set.copyOf(ids);
            changed = false;
        }
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
