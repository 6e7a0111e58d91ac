package dev.verbatim.article.library;

import dev.verbatim.article.format.ArticleFormat;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A snapshot of the content folder: the files that are articles by their names, and links that
/// lead out of the folder.
///
/// Links to files are followed, links to folders are not: a linked folder inside the content folder
/// is read where it is, and one outside is refused like every link that leads out.
///
/// @param root the folder's real path
/// @param files by their names relative to the folder
/// @param ignored files of other kinds, some of them when there are very many
/// @param unreadable folders that might have held more
record FolderSnapshot(
        Path root,
        SortedMap<Path, ContentFile.Version> files,
        SortedSet<Path> ignored,
        List<Path> unreadable) {

    private static final int MAX_IGNORED = 10_000;

    static FolderSnapshot empty(Path root) {
        return new FolderSnapshot(root, new TreeMap<>(), new TreeSet<>(), new ArrayList<>());
    }

    /// @param onFolder is called with each folder before it is listed, so that a watch registered
    ///   there misses nothing
    static FolderSnapshot of(Path folder, Consumer<Path> onFolder) throws IOException {
        FolderSnapshot snapshot = empty(folder.toRealPath());
        Files.walkFileTree(snapshot.root, snapshot.new Visitor(onFolder));
        return snapshot;
    }

    /// Whether a file that isn't here is certainly gone.
    boolean isComplete() {
        return unreadable.isEmpty();
    }

    Set<String> articleIds() {
        return files.keySet().stream().map(ContentFile::id).collect(Collectors.toUnmodifiableSet());
    }

    ContentFile file(Path name) {
        return new ContentFile(root, root.resolve(name));
    }

    /// @param name of one of the files
    ContentFile.Version version(Path name) {
        return Objects.requireNonNull(files.get(name));
    }

    private final class Visitor extends SimpleFileVisitor<Path> {

        private final Consumer<Path> onFolder;

        private Visitor(Consumer<Path> onFolder) {
            this.onFolder = onFolder;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (!folder.equals(root) && isHidden(folder)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            onFolder.accept(folder);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            if (attributes.isSymbolicLink() ? isArticleOrLeadsOut(file) : isArticle(file)) {
                add(file);
            } else if (attributes.isRegularFile()
                    && ArticleFormat.isVisible(file)
                    && !ContentFile.isFacts(file)
                    && ignored.size() < MAX_IGNORED) {
                ignored.add(root.relativize(file));
            }
            return FileVisitResult.CONTINUE;
        }

        private void add(Path file) throws IOException {
            try {
                files.put(root.relativize(file), ContentFile.Version.of(file));
            } catch (NoSuchFileException e) {
                files.remove(root.relativize(file)); // gone since the folder was listed
            }
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            if (!(e instanceof NoSuchFileException)) {
                unreadable.add(root.relativize(file));
            }
            return FileVisitResult.CONTINUE;
        }

        private boolean isArticleOrLeadsOut(Path link) throws IOException {
            if (Files.isDirectory(link)) {
                return !isHidden(link) && !link.toRealPath().startsWith(root);
            }
            return isArticle(link);
        }

        private static boolean isArticle(Path file) {
            return ArticleFormat.of(file).isPresent();
        }

        private static boolean isHidden(Path file) {
            return file.getFileName().toString().startsWith(".");
        }
    }
}
