package dev.verbatim.article.library;

import dev.verbatim.article.format.ArticleFormat;
import dev.verbatim.article.format.ArticleFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.regex.Pattern;

/// A file of the content folder before it is parsed: its name and, when both are acceptable, its
/// bytes.
record ContentFile(Path folder, Path path) {

    /// More than any article has; a larger file is a dump of something.
    static final int MAX_BYTES = ArticleFormat.MAX_BYTES;

    private static final int MEGABYTE = 1_000_000;

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");

    /// A fingerprint that tells two contents of a file apart without reading them.
    ///
    /// @param key identifies the file itself, so that one moved over another counts as a change
    record Version(long size, FileTime modified, String key) {

        /// Follows a link; describes the link itself when its target is missing.
        static Version of(Path file) throws IOException {
            return Files.exists(file)
                    ? of(Files.readAttributes(file, BasicFileAttributes.class))
                    : of(
                            Files.readAttributes(
                                    file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        }

        private static Version of(BasicFileAttributes attributes) {
            return new Version(
                    attributes.size(),
                    attributes.lastModifiedTime(),
                    String.valueOf(attributes.fileKey()));
        }
    }

    /// The path relative to the content folder.
    Path name() {
        return folder.relativize(path);
    }

    /// The article's id: the file's name without its extension.
    String id() {
        return id(path);
    }

    static String id(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /// Reads at most one byte more than an article may have: [#checkSize] then refuses it.
    byte[] bytes() throws ArticleFormatException, IOException {
        if (INVISIBLE.matcher(path.getFileName().toString()).find()) {
            throw new ArticleFormatException(
                    "the name has a character that can't be seen", "Rename the file");
        }
        try (InputStream in = Files.newInputStream(realPathInside())) {
            return in.readNBytes(MAX_BYTES + 1);
        }
    }

    /// The real path, checked before the file is opened: a link must not lead out of the folder,
    /// and reading a pipe or a device would never end.
    private Path realPathInside() throws ArticleFormatException, IOException {
        Path real = realPath();
        if (!real.startsWith(folder.toRealPath())) {
            throw new ArticleFormatException(
                    "is a link to a place outside the content folder", "Copy the file here");
        }
        if (!Files.isRegularFile(real)) {
            throw new ArticleFormatException(
                    "is not a file", "Remove it, or write the article into a file");
        }
        return real;
    }

    private Path realPath() throws ArticleFormatException, IOException {
        try {
            return path.toRealPath();
        } catch (NoSuchFileException | FileSystemLoopException e) {
            if (!Files.isSymbolicLink(path)) {
                throw e;
            }
            throw new ArticleFormatException(
                    "is a link to nothing", "Remove it, or copy the article here");
        }
    }

    /// Whether the file has another version now, or is gone.
    boolean hasChangedSince(Version version) {
        try {
            return !Version.of(path).equals(version);
        } catch (IOException e) {
            return true;
        }
    }

    static void checkSize(ArticleFormat format, int bytes) throws ArticleFormatException {
        if (bytes == 0) {
            throw new ArticleFormatException("is empty", "Write a title and the article into it");
        }
        if (bytes > format.maxBytes()) {
            throw new ArticleFormatException(
                    "is over " + format.maxBytes() / MEGABYTE + " MB",
                    "Make articles of its parts");
        }
    }
}
