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
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What is in the content folder at one moment: the files that are articles by their names, and
/// links that lead out of it.
///
/// Links are followed to files, but not to folders: one inside the folder is read where it stands,
/// and one outside is refused like every link that leads out.
///
/// @param root the folder's real path
/// @param files by their names relative to the folder
/// @param unreadable folders that might have held more
record FolderSnapshot(Path root, SortedMap<Path, FileVersion> files, List<Path> unreadable) {

    static FolderSnapshot none(Path root) {
        return new FolderSnapshot(root, new TreeMap<>(), new ArrayList<>());
    }

    /// @param entered is told each folder before it is read, so that nothing is missed by whoever
    ///   watches it from then on
    static FolderSnapshot of(Path folder, Consumer<Path> entered) throws IOException {
        FolderSnapshot snapshot = none(folder.toRealPath());
        Files.walkFileTree(snapshot.root, snapshot.new Walk(entered));
        return snapshot;
    }

    /// Whether a file that isn't here is gone for sure.
    boolean isWhole() {
        return unreadable.isEmpty();
    }

    Set<String> articleIds() {
        return files.keySet().stream()
                .map(name -> file(name).id())
                .collect(Collectors.toUnmodifiableSet());
    }

    ContentFile file(Path name) {
        return new ContentFile(root, root.resolve(name));
    }

    /// @param name of one of the files
    FileVersion version(Path name) {
        return Objects.requireNonNull(files.get(name));
    }

    private final class Walk extends SimpleFileVisitor<Path> {

        private final Consumer<Path> entered;

        private Walk(Consumer<Path> entered) {
            this.entered = entered;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (!folder.equals(root) && isHidden(folder)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            entered.accept(folder);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            if (attributes.isSymbolicLink() ? isArticleOrLeadsOut(file) : isArticle(file)) {
                add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        private void add(Path file) throws IOException {
            try {
                files.put(root.relativize(file), FileVersion.of(file));
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
