package dev.verbatim.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A search for words in the bytes of files, as anybody with access to the disk could do. Where the
/// store is in PostgreSQL, which overwrites what is deleted when it gets to it, in the rows of its
/// tables instead.
public final class DiskSearch {

    private DiskSearch() {}

    /// The files under a folder, or the tables, that have the words in them.
    public static List<Path> filesContaining(String words, Path folder) {
        return PostgresServer.remembered(folder)
                .map(url -> PostgresServer.tablesContaining(words, url))
                .orElseGet(() -> filesOnDisk(words, folder));
    }

    private static List<Path> filesOnDisk(String words, Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> has(words, file)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean has(String words, Path file) {
        try {
            // One char for each byte, so the words have to be ASCII.
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
