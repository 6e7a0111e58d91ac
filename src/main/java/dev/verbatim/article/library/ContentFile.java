package dev.verbatim.article.library;

import dev.verbatim.article.format.ArticleFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// A file of the content folder, before anybody looks into it: its name and its bytes, if both are
/// fit.
record ContentFile(Path folder, Path path) {

    /// More than any article has; what is over it is a dump of something.
    static final int MOST_BYTES = 5_000_000;

    private static final Pattern UNFIT_IN_NAMES = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");

    Path name() {
        return folder.relativize(path);
    }

    /// The name without its ending.
    String id() {
        return id(path);
    }

    static String id(Path file) {
        String name = file.getFileName().toString();
        int ending = name.lastIndexOf('.');
        return ending < 0 ? name : name.substring(0, ending);
    }

    /// At most one byte more than an article may have: its size is judged by who reads it.
    byte[] bytes() throws ArticleFormatException, IOException {
        refuseUnfitName(path);
        try (InputStream in = Files.newInputStream(realInside())) {
            return in.readNBytes(MOST_BYTES + 1);
        }
    }

    static void refuseUnfitName(Path file) throws ArticleFormatException {
        if (UNFIT_IN_NAMES.matcher(file.getFileName().toString()).find()) {
            throw new ArticleFormatException(
                    "the name has a character that can't be seen", "Rename the file");
        }
    }

    /// Where the file really is, looked up before it is opened: what is outside the folder is none
    /// of the bot's business, and a pipe or a device would never end.
    private Path realInside() throws ArticleFormatException, IOException {
        Path real = real();
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

    private Path real() throws ArticleFormatException, IOException {
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

    /// Also when it's gone.
    boolean hasChangedSince(FileVersion version) {
        try {
            return !FileVersion.of(path).equals(version);
        } catch (IOException e) {
            return true;
        }
    }

    static void refuseUnfitSize(int bytes) throws ArticleFormatException {
        if (bytes == 0) {
            throw new ArticleFormatException("is empty", "Write a title and the article into it");
        }
        if (bytes > MOST_BYTES) {
            throw new ArticleFormatException("is over 5 MB", "Make articles of its parts");
        }
    }
}
