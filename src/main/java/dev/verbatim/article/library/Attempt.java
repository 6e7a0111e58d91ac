package dev.verbatim.article.library;

import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/// An attempt at reading a file, which has come to its end.
record Attempt(ContentFile file, Future<Reading> reading) {

    /// Files that are read side by side: so many are in memory at once.
    private static final int AT_ONCE = Runtime.getRuntime().availableProcessors();

    /// Reads files side by side, which takes most of the time of taking them, and hands on what
    /// came of it one after the other, in the order of the files.
    static void all(List<ContentFile> files, ArticleReader reader, Consumer<Attempt> taker) {
        for (int start = 0; start < files.size(); start += AT_ONCE) {
            int end = Math.min(start + AT_ONCE, files.size());
            sideBySide(files.subList(start, end), reader).forEach(taker);
        }
    }

    private static List<Attempt> sideBySide(List<ContentFile> files, ArticleReader reader) {
        return files.parallelStream().map(file -> of(file, reader)).toList();
    }

    /// A failure is kept, so that it stops no other file.
    private static Attempt of(ContentFile file, ArticleReader reader) {
        FutureTask<Reading> reading =
                new FutureTask<>(() -> reader.read(file.folder(), file.path()));
        reading.run();
        return new Attempt(file, reading);
    }

    boolean hasFailed() {
        return reading.state() == Future.State.FAILED;
    }
}
