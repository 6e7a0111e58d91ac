package dev.verbatim.article;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where editors hand in articles while the bot runs. What is handed in is read exactly as a file
/// of the content folder is, and written there only when it can be served; the [Library] notices it
/// like any other file, so there is one way by which an article comes to be served.
///
/// Thread-safe; one submission is filed at a time.
public final class Desk {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final ArticleReader reader = new ArticleReader();
    private final Library library;
    private final Proofreader proofreader;
    private final Shelf shelf;

    /// @param folder the content folder
    /// @param library that watches it
    /// @param spoken whether the encoder has vectors for a language
    public Desk(Path folder, Library library, Predicate<Locale> spoken) {
        this.library = library;
        this.proofreader = new Proofreader(library, spoken);
        this.shelf = new Shelf(folder);
    }

    /// What is served and what is refused.
    ///
    /// @param complete whether it is sure to be all there was in the folder when it was asked for
    /// @param complete whether that is all there is in the folder
    public record Stock(List<Listing> served, List<Refusal> refused, boolean complete) {

        public Stock {
            served = List.copyOf(served);
            refused = List.copyOf(refused);
        }
    }

    /// Files an article, unless another has its id.
    public Filing submit(Submission submission) {
        return file(submission, false);
    }

    /// Files an article in the place of the one with its id, if there is one.
    public Filing replace(Submission submission) {
        return file(submission, true);
    }

    private synchronized Filing file(Submission submission, boolean replacing) {
        Path name = submission.name();
        try {
            byte[] bytes = submission.bytes();
            Proof proof = proof(name, bytes);
            shelf.tidy();
            refuseNameOfFolder(name);
            List<Path> present = shelf.filesOf(proof.article().id());
            return !replacing && (!present.isEmpty() || shelf.has(name))
                    ? taken(proof.article().id(), name)
                    : put(name, bytes, present, proof);
        } catch (Fault fault) {
            return refused(fault.in(name));
        } catch (IOException e) {
            LOG.error("{} could not be written", name, e);
            return new Filing.Failed(cause(e));
        }
    }

    private Proof proof(Path name, byte[] bytes) throws Fault {
        try {
            return reader.proof(name, bytes);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("Reading {} failed", name, e);
            throw new Fault("can't be read, " + e, "Send it as plain text");
        }
    }

    private void refuseNameOfFolder(Path name) throws Fault, IOException {
        if (shelf.hasFolder(name)) {
            throw new Fault("has the name of a folder", "Give it another name");
        }
    }

    private Filing taken(String articleId, Path name) {
        return new Filing.NameTaken(articleId, title(articleId).orElse(name.toString()));
    }

    // First the new file, then the old ones away: whatever happens in between, one of them is
    // served.
    private Filing put(Path name, byte[] bytes, List<Path> present, Proof proof)
            throws IOException {
        List<Doubt> doubts = proofreader.doubts(proof);
        Path file = present.stream().filter(old -> old.endsWith(name)).findFirst().orElse(name);
        boolean replaced = !present.isEmpty() || shelf.has(file);
        shelf.put(file, bytes);
        for (Path old : present) {
            if (!old.equals(file)) {
                shelf.delete(old);
            }
        }
        LOG.info("Filed {}, {} bytes{}", file, bytes.length, replaced ? ", replaced" : "");
        return new Filing.Filed(file, proof.article(), replaced, doubts);
    }

    private static Filing refused(Refusal refusal) {
        LOG.info("Not filed: {}", refusal);
        return new Filing.Refused(refusal);
    }

    /// Deletes an article's file.
    public synchronized Removal remove(String articleId) {
        Optional<String> title = title(articleId);
        try {
            List<Path> files = shelf.filesOf(articleId);
            for (Path file : files) {
                shelf.delete(file);
            }
            return files.isEmpty()
                    ? new Removal.NotFound(articleId)
                    : new Removal.Removed(articleId, title.orElse(files.getFirst().toString()));
        } catch (IOException e) {
            LOG.error("{} could not be removed", articleId, e);
            return new Removal.Failed(cause(e));
        }
    }

    private Optional<String> title(String articleId) {
        return library.listings().stream()
                .filter(listing -> listing.articleId().equals(articleId))
                .map(listing -> listing.publication().title())
                .findFirst();
    }

    // Of the exception's own words some have paths of the machine in them.
    private static String cause(IOException e) {
        String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }

    /// Waits until a filed article is served in this version.
    ///
    /// @return whether it is, within the time
    public boolean awaitServed(Filing.Filed filed, Duration patience) throws InterruptedException {
        try {
            FileVersion version = shelf.version(filed.file());
            return library.awaitUpToDate(patience) && library.serves(filed.file(), version);
        } catch (IOException e) {
            LOG.info("{} is gone before it was served: {}", filed.file(), e.toString());
            return false;
        }
    }

    /// What is served and what is refused, as far as it has been noticed.
    public Stock stock() {
        return new Stock(library.listings(), library.refusals(), false);
    }

    /// Has the folder looked at, and waits until all that is in it has been taken: for what was
    /// changed where no watch reports it.
    public Stock reload(Duration patience) throws InterruptedException {
        boolean complete = library.awaitUpToDate(patience);
        return new Stock(library.listings(), library.refusals(), complete);
    }
}
