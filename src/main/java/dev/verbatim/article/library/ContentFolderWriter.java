package dev.verbatim.article.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The content folder as it is written to. A file is there as a whole, on the disk, or not at all;
/// links are replaced and deleted, never followed; and nothing outside the folder is touched.
final class ContentFolderWriter {

    private static final Logger LOG = LoggerFactory.getLogger(ContentFolderWriter.class);

    // Hidden, and with an ending of no article, so that nobody reads it who watches the folder.
    private static final String BEFORE = ".submitted-";
    private static final String BEHIND = ".part";

    private final Path folder;

    ContentFolderWriter(Path folder) {
        this.folder = folder;
    }

    /// Makes the folder, if it is missing, and deletes what a process left that was ended while it
    /// wrote.
    void tidy() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, BEFORE + "*" + BEHIND)) {
            for (Path part : left) {
                Files.delete(part);
            }
        }
    }

    /// The files of an article, served or refused, relative to the folder; more than one when two
    /// have the same id.
    List<Path> filesOf(String articleId) throws IOException {
        return files().stream().filter(file -> ContentFile.id(file).equals(articleId)).toList();
    }

    /// All files of articles, served or refused, relative to the folder.
    List<Path> files() throws IOException {
        return List.copyOf(FolderSnapshot.of(folder, _ -> {}).files().keySet());
    }

    boolean has(Path name) throws IOException {
        return Files.exists(inside(name), LinkOption.NOFOLLOW_LINKS);
    }

    boolean hasFolder(Path name) throws IOException {
        return Files.isDirectory(inside(name), LinkOption.NOFOLLOW_LINKS);
    }

    /// Whether a file has exactly these bytes.
    boolean holds(Path name, byte[] bytes) throws IOException {
        Path file = inside(name);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.size(file) == bytes.length
                && Arrays.equals(Files.readAllBytes(file), bytes);
    }

    FileVersion version(Path name) throws IOException {
        return FileVersion.of(inside(name));
    }

    void put(Path name, byte[] bytes) throws IOException {
        Path target = inside(name);
        Path part = inside(Path.of(BEFORE + UUID.randomUUID() + BEHIND));
        try {
            write(part, bytes);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        force(folderOf(target));
    }

    private static void write(Path part, byte[] bytes) throws IOException {
        try (FileChannel file =
                FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                file.write(left);
            }
            file.force(true);
        }
    }

    // So that the name survives a power cut like the bytes. Not every system can do it.
    private static void force(Path folder) {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException e) {
            LOG.debug("The names in {} are not forced to the disk", folder, e);
        }
    }

    void delete(Path name) throws IOException {
        Path file = inside(name);
        Files.deleteIfExists(file);
        force(folderOf(file));
        LOG.info("Deleted {}", name);
    }

    private static Path folderOf(Path place) {
        return Objects.requireNonNull(place.getParent());
    }

    /// The place of a name, when it and every folder on the way lie in the content folder.
    private Path inside(Path name) throws IOException {
        Path root = folder.toRealPath();
        Path place = root.resolve(name);
        Path parent = folderOf(place);
        if (!place.normalize().equals(place)
                || !parent.startsWith(root)
                || !parent.toRealPath().equals(parent)) {
            throw new IOException(name + " is not in the content folder");
        }
        return place;
    }
}
