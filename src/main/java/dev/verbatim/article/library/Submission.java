package dev.verbatim.article.library;

import dev.verbatim.article.Article;
import dev.verbatim.article.Publication;
import dev.verbatim.article.format.ArticleFormat;
import dev.verbatim.article.format.ArticleFormatException;
import dev.verbatim.article.format.FrontMatter;
import dev.verbatim.article.format.Utf8Decoder;
import dev.verbatim.article.format.ValidationError;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An article that an editor submits: a file, or a text with a title. Immutable.
///
/// A text becomes a `.txt` file with front matter, and not Markdown, because Markdown would read
/// some of its words as markup, and they could not be quoted.
public final class Submission {

    private static final Pattern LINE_END = Pattern.compile("\n");
    private static final Pattern BLANK = Pattern.compile("\\s");

    /// The size limit of an article's file.
    public static final int MAX_BYTES = ContentFile.MAX_BYTES;

    private final Path name;
    private final Content content;
    private final byte[] facts;

    private Submission(Path name, Content content) {
        this(name, content, new byte[0]);
    }

    private Submission(Path name, Content content, byte[] facts) {
        this.name = name;
        this.content = content;
        this.facts = facts;
    }

    /// The same with facts, which are filed beside a file that is kept as it came.
    ///
    /// @param frontMatter in UTF-8; empty for none
    public Submission withFacts(byte[] frontMatter) {
        return new Submission(name, content, frontMatter.clone());
    }

    /// Front matter in UTF-8 that belongs beside the file; empty when there is none.
    public byte[] facts() {
        return facts.clone();
    }

    private interface Content {
        byte[] bytes() throws ArticleFormatException;
    }

    /// Whether a file has the extension of an article.
    public static boolean accepts(String fileName) {
        return ArticleFormat.of(FileName.of(fileName)).isPresent();
    }

    /// The extensions of files that are accepted.
    public static String accepted() {
        return ArticleFormat.listed();
    }

    /// The size limit of a file with this name.
    public static int maxBytes(String fileName) {
        return ArticleFormat.of(FileName.of(fileName))
                .map(ArticleFormat::maxBytes)
                .orElse(MAX_BYTES);
    }

    /// A file.
    ///
    /// @param name as it was sent; characters not allowed in the content folder are dropped or
    ///   replaced
    public static Submission file(String name, byte[] content) {
        byte[] bytes = content.clone();
        return new Submission(FileName.of(name), () -> bytes);
    }

    /// A file in folders of the content folder, which are made when they are missing.
    ///
    /// @param folders from the outermost one, and
    /// @param stem of the file's name; characters not allowed in them are dropped or replaced
    /// @param extension with the dot
    public static Submission inFolders(
            List<String> folders, String stem, String extension, byte[] content) {
        Path path = FileName.ofTitle(stem, extension);
        for (String folder : folders.reversed()) {
            path = FileName.of(folder).resolve(path);
        }
        return at(path, content);
    }

    /// A file that was named before: see [#path].
    public static Submission at(Path path, byte[] content) {
        byte[] bytes = content.clone();
        return new Submission(path, () -> bytes);
    }

    /// A text, which will be served character for character.
    ///
    /// @param title also makes the file's name
    /// @param url of the article's page
    public static Submission text(String title, @Nullable String url, String text) {
        String frontMatter = FrontMatter.write(title, url);
        return new Submission(
                FileName.ofTitle(title, ".txt"), () -> utf8(frontMatter + "\n" + checked(text)));
    }

    /// A message with a title on its first line, the page's address on the next, if there is one,
    /// and the text below.
    public static Submission message(String message) {
        String[] lines = LINE_END.split(message.strip(), 2);
        String rest = lines.length < 2 ? "" : lines[1].strip();
        String[] words = BLANK.split(rest, 2);
        return isAddress(words[0])
                ? text(lines[0], words[0], words.length < 2 ? "" : words[1].strip())
                : text(lines[0], null, rest);
    }

    private static boolean isAddress(String word) {
        try {
            return !Publication.parseUrl(word).toString().isEmpty();
        } catch (URISyntaxException e) {
            return false; // the text begins here
        }
    }

    // Decoded without the front matter, so that an error names the line that the editor wrote.
    private static String checked(String text) throws ArticleFormatException {
        return Utf8Decoder.decode(utf8(text));
    }

    // Strict: a lone surrogate would become a question mark that the editor never wrote.
    private static byte[] utf8(String text) throws ArticleFormatException {
        try {
            ByteBuffer buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new ArticleFormatException(
                    "has half a character in it", "Send it as a file in UTF-8");
        }
    }

    /// The file's path in the content folder.
    public Path path() {
        return name;
    }

    Path name() {
        return name;
    }

    /// The content of a file.
    ///
    /// @throws IllegalStateException for a text that can't be written as one
    public byte[] content() {
        try {
            return bytes();
        } catch (ArticleFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] bytes() throws ArticleFormatException {
        return content.bytes();
    }

    @Override
    public String toString() {
        return "Submission[" + name + "]";
    }

    /// An outcome of a check of a [Submission].
    public sealed interface CheckResult {

        /// It can be served.
        ///
        /// @param replaces whether it would take the place of the file at its path
        /// @param nameTaken whether another article has its id: another file, or this one with
        ///   another page in it
        record Acceptable(
                Article article,
                List<ValidationWarning> warnings,
                boolean replaces,
                boolean nameTaken)
                implements CheckResult {

            public Acceptable {
                warnings = List.copyOf(warnings);
            }
        }

        /// It can't be served as it is.
        record Unreadable(ValidationError error) implements CheckResult {}
    }

    /// An outcome of a [Submission].
    public sealed interface SubmissionResult {

        /// The article is in the content folder, and will be served in a moment.
        ///
        /// @param file relative to the content folder
        /// @param replaced whether it took the place of an article with the same id
        /// @param warnings for the editor
        record Saved(Path file, Article article, boolean replaced, List<ValidationWarning> warnings)
                implements SubmissionResult {

            public Saved {
                warnings = List.copyOf(warnings);
            }

            /// How many of the quotations have a speaker.
            public int attributedQuotations() {
                return (int) article.quotations().stream().filter(q -> q.speaker() != null).count();
            }
        }

        /// Another article has the same id, and stays. [ArticleSubmissionService#replace] replaces
        /// it.
        ///
        /// @param title of the existing article, or its file's name when it isn't served
        record NameTaken(String articleId, String title) implements SubmissionResult {}

        /// The article can't be served as it is. Nothing was written.
        record Refused(ValidationError error) implements SubmissionResult {}

        /// The article could not be written, for a reason outside it: no space, no permission.
        record Failed(String cause) implements SubmissionResult {}
    }
}
