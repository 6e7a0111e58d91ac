package dev.verbatim.article.library;

import dev.verbatim.article.format.ArticleFormat;
import dev.verbatim.article.format.ArticleFormatException;
import dev.verbatim.article.format.FrontMatterWriter;
import dev.verbatim.article.format.Utf8Decoder;
import dev.verbatim.article.format.WebAddress;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// An article that an editor wants to have served: a file, or a text with a title. Immutable.
///
/// A text becomes a `.txt` file with front matter, and not Markdown, because in Markdown some of
/// what was written as words would be read as markup and not be quoted.
public final class Submission {

    /// So many bytes an article may have as a file.
    public static final int MAX_BYTES = ContentFile.MOST_BYTES;

    private final Path name;
    private final Content content;

    private Submission(Path name, Content content) {
        this.name = name;
        this.content = content;
    }

    private interface Content {
        byte[] bytes() throws ArticleFormatException;
    }

    /// Whether a file is of a kind that articles come as, by the ending of its name.
    public static boolean accepts(String fileName) {
        return ArticleFormat.of(FileName.of(fileName)).isPresent();
    }

    /// A file.
    ///
    /// @param name as it was sent; whatever of it isn't fit for a name in the content folder is
    ///   left out or replaced
    public static Submission file(String name, byte[] content) {
        byte[] bytes = content.clone();
        return new Submission(FileName.of(name), () -> bytes);
    }

    /// A text, which will be served character for character.
    ///
    /// @param title also names the article
    /// @param url of the page where the article stands
    public static Submission text(String title, @Nullable String url, String text) {
        FrontMatterWriter top = FrontMatterWriter.of(title, url);
        return new Submission(
                FileName.ofTitle(title, ".txt"), () -> utf8(top.lines() + "\n" + text(text)));
    }

    /// A message with a title on its first line, the page's address on the next, if it has one, and
    /// the text below.
    public static Submission message(String words) {
        String[] lines = words.strip().split("\n", 2);
        String rest = lines.length < 2 ? "" : lines[1].strip();
        String[] below = rest.split("\\s", 2);
        return isAddress(below[0])
                ? text(lines[0], below[0], below.length < 2 ? "" : below[1].strip())
                : text(lines[0], null, rest);
    }

    private static boolean isAddress(String word) {
        try {
            return !WebAddress.parse(word).toString().isEmpty();
        } catch (URISyntaxException e) {
            return false; // the text begins here
        }
    }

    // Looked at alone first, so that a fault is on the line where the editor wrote it.
    private static String text(String text) throws ArticleFormatException {
        return Utf8Decoder.decode(utf8(text));
    }

    // Half of a pair would become a question mark, which nobody wrote.
    private static byte[] utf8(String text) throws ArticleFormatException {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException e) {
            throw new ArticleFormatException(
                    "has half a character in it", "Send it as a file in UTF-8");
        }
    }

    /// Relative to the content folder, where it is one part of a path.
    Path name() {
        return name;
    }

    byte[] bytes() throws ArticleFormatException {
        return content.bytes();
    }

    @Override
    public String toString() {
        return "Submission[" + name + "]";
    }
}
