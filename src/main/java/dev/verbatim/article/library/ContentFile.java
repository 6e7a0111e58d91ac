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

    // A file of facts has a few lines.
    private static final int MAX_FACTS = 64_000;
    private static final String FACTS = ".facts";

    private static final int MEGABYTE = 1_000_000;

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");

    /// A fingerprint that tells two contents of a file apart without reading them.
    ///
    /// @param key identifies the file itself, so that one moved over another counts as a change
    record Version(long size, FileTime modified, String key) {

        /// Follows a link; describes the link itself when its target is missing. The facts beside
        /// it count as a part of it.
        static Version of(Path file) throws IOException {
            Version version = ofAlone(file);
            Path facts = factsOf(file);
            return mayHaveFacts(file) && Files.exists(facts)
                    ? version.with(ofAlone(facts))
                    : version;
        }

        private static Version ofAlone(Path file) throws IOException {
            return Files.exists(file)
                    ? of(Files.readAttributes(file, BasicFileAttributes.class))
                    : of(
                            Files.readAttributes(
                                    file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        }

        private Version with(Version facts) {
            FileTime last = modified.compareTo(facts.modified) < 0 ? facts.modified : modified;
            return new Version(size, last, key + "/" + modified + "/" + facts);
        }

        private static Version of(BasicFileAttributes attributes) {
            return new Version(
                    attributes.size(),
                    attributes.lastModifiedTime(),
                    String.valueOf(attributes.fileKey()));
        }
    }

    /// The file beside this one that has the facts which editors gave to it.
    static Path factsOf(Path file) {
        return file.resolveSibling(file.getFileName() + FACTS);
    }

    /// Whether a file has a place for facts of its own.
    private static boolean mayHaveFacts(Path file) {
        return ArticleFormat.of(file).filter(ArticleFormat::isKeptAsItCame).isPresent();
    }

    /// Whether this is a file of facts beside the article that they belong to.
    static boolean isFacts(Path file) {
        String name = file.getFileName().toString();
        Path article =
                file.resolveSibling(name.substring(0, Math.max(0, name.length() - FACTS.length())));
        return name.endsWith(FACTS) && mayHaveFacts(article) && Files.exists(article);
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

    /// The facts beside the file; empty when there are none.
    byte[] facts() throws ArticleFormatException, IOException {
        Path facts = factsOf(path);
        if (!mayHaveFacts(path) || !Files.exists(facts)) {
            return new byte[0];
        }
        try (InputStream in =
                Files.newInputStream(new ContentFile(folder, facts).realPathInside())) {
            byte[] bytes = in.readNBytes(MAX_FACTS + 1);
            if (bytes.length > MAX_FACTS) {
                throw new ArticleFormatException(
                        "has more than " + MAX_FACTS / 1000 + " kB of facts beside it",
                        "Write a few lines such as title: … into " + facts.getFileName());
            }
            return bytes;
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
