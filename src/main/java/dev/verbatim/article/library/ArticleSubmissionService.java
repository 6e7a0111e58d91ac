package dev.verbatim.article.library;

import dev.verbatim.article.Article;
import dev.verbatim.article.ArticleInfo;
import dev.verbatim.article.format.ArticleFormatException;
import dev.verbatim.article.format.ValidationError;
import dev.verbatim.article.library.Submission.CheckResult;
import dev.verbatim.article.library.Submission.SubmissionResult;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A service that takes articles from editors while the bot runs. It reads a submission exactly as
/// a file of the content folder is read, and writes it there only when it can be served. The
/// [Library] notices it like any other file, so there is one way by which articles are served.
///
/// Thread-safe; one submission is handled at a time.
public final class ArticleSubmissionService {

    private static final Logger LOG = LoggerFactory.getLogger(ArticleSubmissionService.class);

    private final Library library;
    private final ArticleLinter linter;
    private final ContentFolderWriter writer;
    private final ArticleFiles files;

    /// @param folder the content folder
    /// @param library that watches it
    /// @param encoded whether the encoder has vectors for a language
    public ArticleSubmissionService(Path folder, Library library, Predicate<Locale> encoded) {
        this.library = library;
        this.linter = new ArticleLinter(library, encoded);
        this.writer = new ContentFolderWriter(folder);
        this.files = new ArticleFiles(writer);
    }

    /// The served articles and the refused files.
    ///
    /// @param remarks on other files, a line each
    /// @param complete whether everything that was in the folder when the caller asked is in it
    public record FolderStatus(
            List<ArticleInfo> served,
            List<ValidationError> refused,
            List<String> remarks,
            boolean complete) {

        public FolderStatus {
            served = List.copyOf(served);
            refused = List.copyOf(refused);
            remarks = List.copyOf(remarks);
        }
    }

    /// An article of the folder, served or refused.
    ///
    /// @param title or the file's name, when it isn't served
    public record ArticleName(String articleId, String title) {}

    /// An outcome of a removal.
    public sealed interface RemovalResult {

        /// The file is deleted, and the article will be withdrawn in a moment.
        ///
        /// @param title or the file's name, when it wasn't served
        record Removed(String articleId, String title) implements RemovalResult {}

        /// There is no such article.
        record NotFound(String articleId) implements RemovalResult {}

        /// The file could not be deleted, for a reason outside it.
        record Failed(String cause) implements RemovalResult {}
    }

    /// Saves an article, unless another has its id. The same file once more counts as saved, so a
    /// caller that isn't sure may submit it again.
    public SubmissionResult submit(Submission submission) {
        return save(submission, false);
    }

    /// Saves an article in the place of the one with its id, if there is one.
    public SubmissionResult replace(Submission submission) {
        return save(submission, true);
    }

    /// Reads a submission as it would be served, and saves nothing.
    public CheckResult check(Submission submission) {
        Path name = submission.name();
        try {
            ArticleReader.ParsedArticle parsed = files.parse(submission);
            List<Path> present = present(parsed.article().id());
            return new CheckResult.Acceptable(
                    parsed.article(),
                    linter.warnings(parsed),
                    present.contains(name),
                    present.stream().anyMatch(file -> !file.equals(name))
                            || (present.contains(name) && files.hasOtherAddress(name, parsed)));
        } catch (ArticleFormatException e) {
            return new CheckResult.Unreadable(e.in(name));
        } catch (IOException e) {
            LOG.error("The content folder can't be read", e);
            return new CheckResult.Unreadable(
                    new ArticleFormatException("can't be checked, " + cause(e), "Try it again")
                            .in(name));
        }
    }

    private synchronized List<Path> present(String articleId) throws IOException {
        return files.of(articleId);
    }

    private synchronized SubmissionResult save(Submission submitted, boolean replacing) {
        Path name = submitted.name();
        try {
            ArticleReader.ParsedArticle alone = files.parse(submitted);
            List<Path> present = files.of(alone.article().id());
            Submission submission = files.withKnownFacts(submitted, present);
            ArticleReader.ParsedArticle parsed =
                    submission.facts().length == 0 ? alone : files.parse(submission);
            boolean isTaken = files.isTaken(name);
            return replacing || (present.isEmpty() && !isTaken)
                    ? write(submission, present, parsed)
                    : existing(submission, present, parsed);
        } catch (ArticleFormatException e) {
            ValidationError error = e.in(name);
            LOG.info("Not filed: {}", error);
            return new SubmissionResult.Refused(error);
        } catch (IOException e) {
            LOG.error("{} could not be written", name, e);
            return new SubmissionResult.Failed(cause(e));
        }
    }

    /// Saved already when the only file of the article has this name and these bytes.
    private SubmissionResult existing(
            Submission submission, List<Path> present, ArticleReader.ParsedArticle parsed)
            throws ArticleFormatException, IOException {
        String articleId = parsed.article().id();
        return files.isOnly(submission, present)
                ? new SubmissionResult.Saved(
                        present.getFirst(), parsed.article(), false, linter.warnings(parsed))
                : new SubmissionResult.NameTaken(
                        articleId, title(articleId).orElse(submission.name().toString()));
    }

    private SubmissionResult write(
            Submission submission, List<Path> present, ArticleReader.ParsedArticle parsed)
            throws ArticleFormatException, IOException {
        List<ValidationWarning> warnings = linter.warnings(parsed);
        boolean replaced = !present.isEmpty() || files.isTaken(submission.name());
        Path file = files.replace(present, submission);
        LOG.info(
                "Filed {}, {} bytes{}",
                file,
                submission.bytes().length,
                replaced ? ", replaced" : "");
        return new SubmissionResult.Saved(file, parsed.article(), replaced, warnings);
    }

    /// Changes facts of an article: in its file, or in a file of facts beside one that is kept as
    /// it came. A value that can't be used changes nothing.
    ///
    /// @param facts new values by their keys, as in front matter
    public synchronized SubmissionResult edit(
            String articleId, SequencedMap<String, String> facts) {
        Path name = Path.of(articleId);
        try {
            name = files.only(articleId);
            Submission edited = files.edited(name, facts);
            ArticleReader.ParsedArticle parsed = files.parse(edited);
            List<ArticleFormatException> problems = parsed.body().frontMatter().omitted();
            if (!problems.isEmpty()) {
                throw problems.getFirst();
            }
            return write(edited, List.of(name), parsed);
        } catch (ArticleFormatException e) {
            return new SubmissionResult.Refused(e.in(name));
        } catch (IOException e) {
            LOG.error("{} could not be changed", name, e);
            return new SubmissionResult.Failed(cause(e));
        }
    }

    /// Deletes an article's files.
    public synchronized RemovalResult remove(String articleId) {
        Optional<String> title = title(articleId);
        try {
            List<Path> present = writer.filesOf(articleId);
            files.delete(present);
            return present.isEmpty()
                    ? new RemovalResult.NotFound(articleId)
                    : new RemovalResult.Removed(
                            articleId, title.orElse(present.getFirst().toString()));
        } catch (IOException e) {
            LOG.error("{} could not be removed", articleId, e);
            return new RemovalResult.Failed(cause(e));
        }
    }

    /// Deletes one file.
    ///
    /// @return false when it can't be deleted now; one that is gone already counts as deleted
    public synchronized boolean removeFile(Path file) {
        try {
            writer.delete(file);
            return true;
        } catch (IOException e) {
            LOG.warn("{} could not be removed: {}", file, cause(e));
            return false;
        }
    }

    /// Reads an article as its file is now, whether or not it is served yet; empty when it isn't in
    /// one file that can be read.
    public Optional<Article> read(String articleId) {
        try {
            return Optional.of(files.parse(files.only(articleId)).article());
        } catch (ArticleFormatException | IOException e) {
            LOG.info("{} can't be read now: {}", articleId, e.getMessage());
            return Optional.empty();
        }
    }

    /// Finds the articles that an editor may mean: the one with this id or file name; else those
    /// with this title; else those with the words in the id or the title.
    public List<ArticleName> find(String words) {
        return new ArticleFinder(library, writer).find(words);
    }

    private Optional<String> title(String articleId) {
        return library.articles().stream()
                .filter(article -> article.articleId().equals(articleId))
                .map(article -> article.publication().title())
                .findFirst();
    }

    // Some exceptions have paths of the machine in their messages, which editors must not see.
    private static String cause(IOException e) {
        String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }

    /// Waits until a saved article is served in this version.
    ///
    /// @return whether it is, within the time
    public boolean awaitServed(SubmissionResult.Saved saved, Duration timeout)
            throws InterruptedException {
        try {
            ContentFile.Version version = writer.version(saved.file());
            return library.awaitUpToDate(timeout) && library.serves(saved.file(), version);
        } catch (IOException e) {
            LOG.info("{} is gone before it was served: {}", saved.file(), e.toString());
            return false;
        }
    }

    /// The status as of the last crawl.
    public FolderStatus status() {
        return status(false);
    }

    /// Crawls the folder, for changes that no watch reports, and waits until everything in it has
    /// been handled.
    public FolderStatus reload(Duration timeout) throws InterruptedException {
        boolean complete = library.awaitUpToDate(timeout);
        return status(complete);
    }

    private FolderStatus status(boolean complete) {
        return new FolderStatus(
                library.articles(), library.refusals(), library.remarks(), complete);
    }
}
