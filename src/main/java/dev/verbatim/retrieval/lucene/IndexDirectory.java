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

/// The directory of the index on disk: opens it, and makes sure that what is in it is complete and
/// of this version.
///
/// That an index opens proves nothing: with a flipped byte it answers as if it were sound. So the
/// checksum of every file is verified. An index that fails is deleted, since it is derived from
/// `content/`.
final class IndexDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(IndexDirectory.class);

    /// Files with random access: doc values, and the original vectors.
    private static final Set<String> UNMAPPED = Set.of("dvd", "vec");

    private IndexDirectory() {}

    /// Opens the files of an index.
    ///
    /// What every question searches is mapped into memory. What is read of the few candidates only
    /// is read into a buffer: if it were mapped, its pages would fill the memory one by one, and
    /// they are most of the index.
    static Directory open(Path folder) throws IOException {
        return new FileSwitchDirectory(
                UNMAPPED, new NIOFSDirectory(folder), new MMapDirectory(folder), true);
    }

    /// Empties the folder unless it has a sound index of the given version.
    ///
    /// @param version the user data that a commit must have
    /// @throws org.apache.lucene.store.LockObtainFailedException when another process has the index
    static void deleteUnlessSound(Directory folder, Map<String, String> version)
            throws IOException {
        if (!DirectoryReader.indexExists(folder)) {
            return;
        }
        String fault = fault(folder, version);
        if (!fault.isEmpty()) {
            LOG.warn("The index is rebuilt from the articles: {}.", fault);
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

    /// The same files, read into a buffer: of a mapped file every verified page would stay in
    /// memory, and that is the whole index.
    private static Directory unmapped(Directory folder) {
        return folder instanceof FileSwitchDirectory files ? files.getPrimaryDir() : folder;
    }
}
