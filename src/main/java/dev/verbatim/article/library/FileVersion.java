package dev.verbatim.article.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/// What tells two contents of a file apart without reading it.
///
/// @param key of the file itself, so that one moved over another counts as a change
record FileVersion(long size, FileTime modified, String key) {

    /// Of what a link points to, or, when it points to nothing, of the link.
    static FileVersion of(Path file) throws IOException {
        return Files.exists(file)
                ? of(Files.readAttributes(file, BasicFileAttributes.class))
                : of(
                        Files.readAttributes(
                                file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    }

    private static FileVersion of(BasicFileAttributes attributes) {
        return new FileVersion(
                attributes.size(),
                attributes.lastModifiedTime(),
                String.valueOf(attributes.fileKey()));
    }
}
