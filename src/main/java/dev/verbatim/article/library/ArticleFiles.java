package dev.verbatim.article.library;

import dev.verbatim.article.format.ArticleFormat;
import dev.verbatim.article.format.ArticleFormatException;
import dev.verbatim.article.library.ArticleReader.ParsedArticle;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A repository of articles as files of the content folder, whether or not they are served yet: it
/// parses what is there or may be put there, and replaces one version of an article by another. One
/// thread writes at a time; any thread may parse.
final class ArticleFiles {

    private static final Logger LOG = LoggerFactory.getLogger(ArticleFiles.class);

    private final ArticleReader reader = new ArticleReader();
    private final ContentFolderWriter writer;

    ArticleFiles(ContentFolderWriter writer) {
        this.writer = writer;
    }

    /// Makes the folder, and finds the files of an article; more than one when two have its id.
    List<Path> of(String articleId) throws IOException {
        writer.prepareFolder();
        return writer.filesOf(articleId);
    }

    /// The file of an article that has exactly one.
    Path only(String articleId) throws ArticleFormatException, IOException {
        List<Path> files = writer.filesOf(articleId);
        if (files.size() != 1) {
            throw new ArticleFormatException("is not one file", "Remove the others");
        }
        return files.getFirst();
    }

    /// Parses a file as it is now, with the facts beside it.
    ParsedArticle parse(Path file) throws ArticleFormatException, IOException {
        return parse(file, writer.read(file), writer.facts(file));
    }

    /// Parses a submission as it would be served.
    ParsedArticle parse(Submission submission) throws ArticleFormatException {
        return parse(submission.name(), submission.bytes(), submission.facts());
    }

    /// A submission with the facts that editors gave to the file which it replaces, unless it
    /// brings its own.
    Submission withKnownFacts(Submission submission, List<Path> present)
            throws ArticleFormatException, IOException {
        return submission.facts().length > 0
                ? submission
                : submission.withFacts(writer.facts(target(present, submission)));
    }

    /// Where a submission is filed: in the place of the file with its name, in whichever folder.
    private static Path target(List<Path> present, Submission submission) {
        Path name = submission.name();
        return present.stream().filter(old -> old.endsWith(name)).findFirst().orElse(name);
    }

    private ParsedArticle parse(Path name, byte[] bytes, byte[] facts)
            throws ArticleFormatException {
        try {
            return reader.parse(name, bytes, facts);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("Reading {} failed", name, e);
            throw new ArticleFormatException("can't be read, " + e, "Send it as plain text");
        }
    }

    /// Whether the file with this name is of another page, as far as it says so.
    boolean hasOtherAddress(Path name, ParsedArticle parsed) throws IOException {
        URI address = parsed.article().publication().url();
        try {
            return address == null || !address.equals(parse(name).article().publication().url());
        } catch (ArticleFormatException e) {
            return true;
        }
    }

    /// Whether something is in the way of a new file; a folder with its name is no article.
    boolean isTaken(Path name) throws ArticleFormatException, IOException {
        if (writer.isFolder(name)) {
            throw new ArticleFormatException("has the name of a folder", "Give it another name");
        }
        return writer.exists(name);
    }

    /// Whether the only file of an article is the submitted one.
    boolean isOnly(Submission submission, List<Path> present)
            throws ArticleFormatException, IOException {
        return present.size() == 1
                && present.getFirst().endsWith(submission.name())
                && writer.hasContent(present.getFirst(), submission.bytes());
    }

    /// Writes the new file before it deletes old ones: whatever happens in between, one of them is
    /// served.
    ///
    /// @param present the files of the article so far
    /// @return the file that has it now
    Path replace(List<Path> present, Submission submission)
            throws ArticleFormatException, IOException {
        Path file = target(present, submission);
        if (submission.facts().length > 0) {
            writer.write(ContentFile.factsOf(file), submission.facts());
        }
        writer.write(file, submission.bytes());
        for (Path old : present) {
            if (!old.equals(file)) {
                writer.delete(old);
            }
        }
        return file;
    }

    /// A file with other facts: in its text, or beside a file that is kept as it came.
    Submission edited(Path file, SequencedMap<String, String> facts)
            throws ArticleFormatException, IOException {
        byte[] bytes = writer.read(file);
        ArticleFormat format = ArticleFormat.of(file).orElseThrow();
        if (format.isKeptAsItCame()) {
            byte[] edited = ArticleFormat.editFactsFile(writer.facts(file), facts);
            return Submission.at(file, bytes).withFacts(edited);
        }
        String title = parse(file).article().publication().title();
        return Submission.at(file, format.withFacts(bytes, facts, title));
    }

    void delete(List<Path> files) throws IOException {
        for (Path file : files) {
            writer.delete(file);
        }
    }
}
