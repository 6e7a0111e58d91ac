package dev.verbatim.article.library;

import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.format.ArticleFormatException;
import dev.verbatim.article.format.ValidationError;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where editors hand in articles while the bot runs. What is handed in is read exactly as a file
/// of the content folder is, and written there only when it can be served; the [Library] notices it
/// like any other file, so there is one way by which an article comes to be served.
///
/// Thread-safe; one submission is filed at a time.
public final class ArticleSubmissionService {

    private static final Logger LOG = LoggerFactory.getLogger(ArticleSubmissionService.class);

    private final ArticleReader reader = new ArticleReader();
    private final Library library;
    private final ArticleLinter linter;
    private final ContentFolderWriter writer;

    /// @param folder the content folder
    /// @param library that watches it
    /// @param spoken whether the encoder has vectors for a language
    public ArticleSubmissionService(Path folder, Library library, Predicate<Locale> spoken) {
        this.library = library;
        this.linter = new ArticleLinter(library, spoken);
        this.writer = new ContentFolderWriter(folder);
    }

    /// What is served and what is refused.
    ///
    /// @param complete whether it is sure to be all there was in the folder when it was asked for
    public record FolderStatus(List<ArticleInfo> served, List<ValidationError> refused, boolean complete) {

        public FolderStatus {
            served = List.copyOf(served);
            refused = List.copyOf(refused);
        }
    }

    /// An article of the folder, served or refused.
    ///
    /// @param title or the file's name, when it isn't served
    public record ArticleName(String articleId, String title) {}

    /// Files an article, unless another has its id. The same file once more is filed, and not
    /// another: so whoever isn't sure whether it was filed may submit it again.
    public SubmissionResult submit(Submission submission) {
        return file(submission, false);
    }

    /// Files an article in the place of the one with its id, if there is one.
    public SubmissionResult replace(Submission submission) {
        return file(submission, true);
    }

    private synchronized SubmissionResult file(Submission submission, boolean replacing) {
        Path name = submission.name();
        try {
            byte[] bytes = submission.bytes();
            ParsedArticle parsedArticle = proof(name, bytes);
            writer.tidy();
            refuseNameOfFolder(name);
            List<Path> present = writer.filesOf(parsedArticle.article().id());
            if (replacing || (present.isEmpty() && !writer.has(name))) {
                return put(name, bytes, present, parsedArticle);
            }
            Optional<Path> same = same(present, name, bytes);
            return same.isPresent()
                    ? new SubmissionResult.Saved(
                            same.get(),
                            parsedArticle.article(),
                            false,
                            linter.warnings(parsedArticle))
                    : taken(parsedArticle.article().id(), name);
        } catch (ArticleFormatException articleFormatException) {
            return refused(articleFormatException.in(name));
        } catch (IOException e) {
            LOG.error("{} could not be written", name, e);
            return new SubmissionResult.Failed(cause(e));
        }
    }

    /// The only file of the article, when it has this name and these bytes.
    private Optional<Path> same(List<Path> present, Path name, byte[] bytes) throws IOException {
        return present.size() == 1
                        && present.getFirst().endsWith(name)
                        && writer.holds(present.getFirst(), bytes)
                ? Optional.of(present.getFirst())
                : Optional.empty();
    }

    private ParsedArticle proof(Path name, byte[] bytes) throws ArticleFormatException {
        try {
            return reader.proof(name, bytes);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("Reading {} failed", name, e);
            throw new ArticleFormatException("can't be read, " + e, "Send it as plain text");
        }
    }

    private void refuseNameOfFolder(Path name) throws ArticleFormatException, IOException {
        if (writer.hasFolder(name)) {
            throw new ArticleFormatException("has the name of a folder", "Give it another name");
        }
    }

    private SubmissionResult taken(String articleId, Path name) {
        return new SubmissionResult.NameTaken(articleId, title(articleId).orElse(name.toString()));
    }

    // First the new file, then the old ones away: whatever happens in between, one of them is
    // served.
    private SubmissionResult put(
            Path name, byte[] bytes, List<Path> present, ParsedArticle parsedArticle)
            throws IOException {
        List<ValidationWarning> doubts = linter.warnings(parsedArticle);
        Path file = present.stream().filter(old -> old.endsWith(name)).findFirst().orElse(name);
        boolean replaced = !present.isEmpty() || writer.has(file);
        writer.put(file, bytes);
        for (Path old : present) {
            if (!old.equals(file)) {
                writer.delete(old);
            }
        }
        LOG.info("Filed {}, {} bytes{}", file, bytes.length, replaced ? ", replaced" : "");
        return new SubmissionResult.Saved(file, parsedArticle.article(), replaced, doubts);
    }

    private static SubmissionResult refused(ValidationError error) {
        LOG.info("Not filed: {}", error);
        return new SubmissionResult.Refused(error);
    }

    /// Deletes an article's file.
    public synchronized RemovalResult remove(String articleId) {
        Optional<String> title = title(articleId);
        try {
            List<Path> files = writer.filesOf(articleId);
            for (Path file : files) {
                writer.delete(file);
            }
            return files.isEmpty()
                    ? new RemovalResult.NotFound(articleId)
                    : new RemovalResult.Removed(
                            articleId, title.orElse(files.getFirst().toString()));
        } catch (IOException e) {
            LOG.error("{} could not be removed", articleId, e);
            return new RemovalResult.Failed(cause(e));
        }
    }

    /// The articles that somebody may mean by some words: the one with this id or file name; else
    /// those with this title; else those with the words in the id or the title.
    public List<ArticleName> find(String words) {
        String wanted = folded(words);
        List<ArticleName> all = inFolder();
        return Stream.<Predicate<ArticleName>>of(
                        named -> isNameOf(words.strip(), named),
                        named -> folded(named.title()).equals(wanted),
                        named ->
                                folded(named.title()).contains(wanted)
                                        || folded(named.articleId()).contains(wanted))
                .map(means -> all.stream().filter(means).toList())
                .filter(meant -> !meant.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<ArticleName> inFolder() {
        Stream<ArticleName> served =
                library.articles().stream()
                        .map(one -> new ArticleName(one.articleId(), one.publication().title()));
        Stream<ArticleName> files =
                files().stream().map(file -> new ArticleName(ContentFile.id(file), file.toString()));
        return Stream.concat(served, files)
                .collect(Collectors.groupingBy(ArticleName::articleId, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(List::getFirst)
                .toList();
    }

    // What was filed a moment ago, or is refused, is in the folder only.
    private List<Path> files() {
        try {
            return writer.files();
        } catch (IOException e) {
            LOG.warn("The content folder can't be listed: {}", e.toString());
            return List.of();
        }
    }

    private static boolean isNameOf(String words, ArticleName named) {
        return words.equals(named.articleId())
                || (Submission.accepts(words)
                        && ContentFile.id(FileName.of(words)).equals(named.articleId()));
    }

    private static String folded(String words) {
        return words.strip().toLowerCase(Locale.ROOT);
    }

    private Optional<String> title(String articleId) {
        return library.articles().stream()
                .filter(articleInfo -> articleInfo.articleId().equals(articleId))
                .map(articleInfo -> articleInfo.publication().title())
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
    public boolean awaitServed(SubmissionResult.Saved saved, Duration patience)
            throws InterruptedException {
        try {
            FileVersion version = writer.version(saved.file());
            return library.awaitUpToDate(patience) && library.serves(saved.file(), version);
        } catch (IOException e) {
            LOG.info("{} is gone before it was served: {}", saved.file(), e.toString());
            return false;
        }
    }

    /// What is served and what is refused, as far as it has been noticed.
    public FolderStatus status() {
        return new FolderStatus(library.articles(), library.refusals(), false);
    }

    /// Has the folder looked at, and waits until all that is in it has been taken: for what was
    /// changed where no watch reports it.
    public FolderStatus reload(Duration patience) throws InterruptedException {
        boolean complete = library.awaitUpToDate(patience);
        return new FolderStatus(library.articles(), library.refusals(), complete);
    }
}
