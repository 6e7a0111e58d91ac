package dev.verbatim.article.library;

import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/// An attempt at reading a file, which has come to its end.
record ReadTask(ContentFile file, Future<ReadResult> reading) {

    /// Files that are read side by side: so many are in memory at once.
    private static final int AT_ONCE = Runtime.getRuntime().availableProcessors();

    /// Reads files side by side, which takes most of the time of taking them, and hands on what
    /// came of it one after the other, in the order of the files.
    static void all(List<ContentFile> files, ArticleReader reader, Consumer<ReadTask> taker) {
        for (int start = 0; start < files.size(); start += AT_ONCE) {
            int end = Math.min(start + AT_ONCE, files.size());
            sideBySide(files.subList(start, end), reader).forEach(taker);
        }
    }

    private static List<ReadTask> sideBySide(List<ContentFile> files, ArticleReader reader) {
        return files.parallelStream().map(file -> of(file, reader)).toList();
    }

    /// A failure is kept, so that it stops no other file.
    private static ReadTask of(ContentFile file, ArticleReader reader) {
        FutureTask<ReadResult> reading =
                new FutureTask<>(() -> reader.read(file.folder(), file.path()));
        reading.run();
        return new ReadTask(file, reading);
    }

    boolean hasFailed() {
        return reading.state() == Future.State.FAILED;
    }
}
