package dev.verbatim.article.library;

import dev.verbatim.article.format.ArticleFormatException;
import java.io.IOException;
import java.io.InputStream;
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

/// A writer of the content folder. A file is on the disk as a whole or not at all; links are
/// replaced and deleted, never followed; nothing outside the folder is touched.
final class ContentFolderWriter {

    private static final Logger LOG = LoggerFactory.getLogger(ContentFolderWriter.class);

    // Hidden, and not an article's extension, so that no crawl reads a partial file.
    private static final String PART_PREFIX = ".submitted-";
    private static final String PART_SUFFIX = ".part";

    private final Path folder;

    ContentFolderWriter(Path folder) {
        this.folder = folder;
    }

    /// Creates the folder if it is missing, and deletes the partial files of a process that was
    /// killed while writing.
    void prepareFolder() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        try (DirectoryStream<Path> parts =
                Files.newDirectoryStream(folder, PART_PREFIX + "*" + PART_SUFFIX)) {
            for (Path part : parts) {
                Files.delete(part);
            }
        }
    }

    /// The files of an article, served or refused, relative to the folder; more than one when two
    /// have the same id.
    List<Path> filesOf(String articleId) throws IOException {
        return files().stream().filter(file -> ContentFile.id(file).equals(articleId)).toList();
    }

    /// The files of all articles, served or refused, relative to the folder.
    List<Path> files() throws IOException {
        return List.copyOf(FolderSnapshot.of(folder, _ -> {}).files().keySet());
    }

    boolean exists(Path name) throws IOException {
        return Files.exists(resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    boolean isFolder(Path name) throws IOException {
        return Files.isDirectory(resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    /// Whether a file has exactly these bytes.
    boolean hasContent(Path name, byte[] bytes) throws IOException {
        Path file = resolve(name);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.size(file) == bytes.length
                && Arrays.equals(Files.readAllBytes(file), bytes);
    }

    /// Reads at most one byte more than an article may have.
    byte[] read(Path name) throws IOException {
        try (InputStream in = Files.newInputStream(resolve(name), LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(ContentFile.MAX_BYTES + 1);
        }
    }

    /// The facts beside a file; empty when there are none.
    byte[] facts(Path name) throws ArticleFormatException, IOException {
        return new ContentFile(folder.toRealPath(), resolve(name)).facts();
    }

    ContentFile.Version version(Path name) throws IOException {
        return ContentFile.Version.of(resolve(name));
    }

    /// Writes a file, in folders that are made when they are missing.
    void write(Path name, byte[] bytes) throws IOException {
        makeFolders(name);
        Path target = resolve(name);
        Path part = resolve(Path.of(PART_PREFIX + UUID.randomUUID() + PART_SUFFIX));
        try {
            writeAndForce(part, bytes);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        forceFolder(parent(target));
    }

    /// One folder after the other, so that a link on the way is noticed before it is followed.
    private void makeFolders(Path name) throws IOException {
        for (int depth = 1; depth < name.getNameCount(); depth++) {
            Path above = resolve(name.subpath(0, depth));
            if (!Files.isDirectory(above, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(above);
                forceFolder(parent(above));
            }
        }
    }

    private static void writeAndForce(Path part, byte[] bytes) throws IOException {
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
    private static void forceFolder(Path folder) {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException e) {
            LOG.debug("The names in {} are not forced to the disk", folder, e);
        }
    }

    /// Deletes a file, with the facts beside it.
    void delete(Path name) throws IOException {
        Path file = resolve(name);
        Files.deleteIfExists(file);
        Files.deleteIfExists(ContentFile.factsOf(file));
        forceFolder(parent(file));
        LOG.info("Deleted {}", name);
    }

    private static Path parent(Path path) {
        return Objects.requireNonNull(path.getParent());
    }

    /// The path of a name, if it and every folder on the way lie in the content folder.
    private Path resolve(Path name) throws IOException {
        Path root = folder.toRealPath();
        Path path = root.resolve(name);
        Path parent = parent(path);
        if (!path.normalize().equals(path)
                || !parent.startsWith(root)
                || (Files.exists(parent, LinkOption.NOFOLLOW_LINKS)
                        && !parent.toRealPath().equals(parent))) {
            throw new IOException(name + " is not in the content folder");
        }
        return path;
    }
}
