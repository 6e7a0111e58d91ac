package dev.verbatim.retrieval.lucene;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FileSwitchDirectory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NIOFSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sees to it that what is opened as the index is one: whole, and of this version.
///
/// That an index opens proves nothing: with a byte flipped it answers as if nothing were. So every
/// file's checksum is verified, and what fails is thrown away; it is derived from `content/`.
final class IndexDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(IndexDirectory.class);

    /// What is read here and there: doc values, and the vectors as they were made.
    private static final Set<String> UNMAPPED = Set.of("dvd", "vec");

    private IndexDirectory() {}

    /// The files of an index.
    ///
    /// What every question walks through is mapped into memory. What is read only of the few
    /// passages that are candidates is read into a buffer: mapped, its pages would become ours one
    /// by one, and they are most of the index.
    static Directory open(Path folder) throws IOException {
        return new FileSwitchDirectory(
                UNMAPPED, new NIOFSDirectory(folder), new MMapDirectory(folder), true);
    }

    /// Empties the folder unless a sound index of the given version is in it.
    ///
    /// @param version what a commit must say of itself
    /// @throws org.apache.lucene.store.LockObtainFailedException when another process has the index
    static void makeSound(Directory folder, Map<String, String> version) throws IOException {
        if (!DirectoryReader.indexExists(folder)) {
            return;
        }
        String fault = fault(folder, version);
        if (!fault.isEmpty()) {
            LOG.warn("The index is made anew from the articles: {}.", fault);
            for (String file : folder.listAll()) {
                folder.deleteFile(file);
            }
        }
    }

    private static String fault(Directory folder, Map<String, String> version) throws IOException {
        try (CheckIndex check = new CheckIndex(unmapped(folder))) {
            check.setLevel(CheckIndex.Level.MIN_LEVEL_FOR_CHECKSUM_CHECKS);
            check.setInfoStream(
                    new PrintStream(
                            OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
            if (!check.checkIndex().clean) {
                return "it is damaged";
            }
        }
        Map<String, String> found = SegmentInfos.readLatestCommit(folder).getUserData();
        return found.equals(version) ? "" : "it is of another version, " + found;
    }

    /// The same files, to be read into a buffer: of a file that is mapped, every page that was
    /// verified would stay in our memory, and that is the whole index.
    private static Directory unmapped(Directory folder) {
        return folder instanceof FileSwitchDirectory files ? files.getPrimaryDir() : folder;
    }
}
