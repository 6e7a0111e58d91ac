package dev.verbatim.article.library;

import dev.verbatim.article.format.ArticleFormatException;
import dev.verbatim.store.Store;
import dev.verbatim.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// A replicator that keeps the content folders of several instances alike, through the store they
/// share: what an editor sends to one, or somebody copies into one's folder, reaches all within
/// seconds. Does nothing where there is one instance.
///
/// It compares three states of each file: in the folder, in the store, and as both were when they
/// were last alike, which it remembers in the data folder. What has changed on one side is carried
/// to the other. What has changed on both is taken from the store, and the folder's version is kept
/// in the data folder. An instance that comes with an empty folder is filled, and one that comes
/// with an old one forgets what was deleted meanwhile.
///
/// More than half of the files are never deleted in one go because a folder has lost them: it was
/// not mounted, or was emptied by mistake. They come back from the store.
public final class ContentReplicator implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ContentReplicator.class);
    private static final Duration INTERVAL = Duration.ofSeconds(3);

    // A file that was touched later may still be being written.
    private static final Duration SETTLED_AFTER = Duration.ofSeconds(2);

    // So few may be all there are.
    private static final int FEW = 3;

    private static final String STATE = "replicated.properties";
    private static final String VERSION = "/version";

    private final Path folder;
    private final Path dataFolder;
    private final ContentFolderWriter writer;
    private final ReplicatedFileStore store;
    private final Clock clock;
    private final Map<String, String> alike = new HashMap<>();
    private final Map<Path, Scanned> scanned = new HashMap<>();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("replication").factory());
    private long version;

    private record Scanned(ContentFile.Version version, String hash) {}

    public ContentReplicator(Path folder, Path dataFolder, Store store, Clock clock) {
        this.folder = folder;
        this.dataFolder = dataFolder;
        this.writer = new ContentFolderWriter(folder);
        this.store = new ReplicatedFileStore(store);
        this.clock = clock;
    }

    /// Replicates once before it returns, and then from time to time.
    public void start() {
        if (store.isShared()) {
            load();
            replicateOrWarn();
            var _ =
                    thread.scheduleWithFixedDelay(
                            this::replicateOrWarn,
                            INTERVAL.toMillis(),
                            INTERVAL.toMillis(),
                            TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void replicateOrWarn() {
        try {
            replicate();
        } catch (IOException | StoreException | DataAccessException e) {
            LOG.warn("The content folder isn't replicated now: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("The content folder isn't replicated", e);
        }
    }

    void replicate() throws IOException {
        writer.prepareFolder();
        Map<String, String> before = Map.copyOf(alike);
        long versionBefore = version;
        take(scan());
        give(scan());
        if (version != versionBefore || !alike.equals(before)) {
            save();
        }
    }

    /// The hashes of the files in the folder, by name.
    private Map<String, String> scan() throws IOException {
        FolderSnapshot snapshot = FolderSnapshot.of(folder, _ -> {});
        Map<String, String> hashes = new HashMap<>();
        for (Path name : snapshot.files().keySet()) {
            hash(snapshot, name, hashes);
            Path facts = ContentFile.factsOf(name);
            if (Files.isRegularFile(folder.resolve(facts))) {
                hash(snapshot, facts, hashes);
            }
        }
        scanned.keySet().removeIf(name -> !hashes.containsKey(name.toString()));
        return hashes;
    }

    private void hash(FolderSnapshot snapshot, Path name, Map<String, String> hashes)
            throws IOException {
        try {
            ContentFile.Version now = ContentFile.Version.of(folder.resolve(name));
            Scanned known = scanned.get(name);
            if (known == null || !known.version().equals(now)) {
                known = new Scanned(now, sha256(snapshot.file(name).bytes()));
                scanned.put(name, known);
            }
            hashes.put(name.toString(), known.hash());
        } catch (ArticleFormatException e) {
            LOG.debug("{} isn't replicated", name, e); // and isn't served, which is reported
        }
    }

    /// Carries what has changed in the store into the folder.
    private void take(Map<String, String> files) throws IOException {
        for (ReplicatedFileStore.Change change : store.changesAfter(version)) {
            String name = change.name();
            String here = files.get(name);
            String before = alike.get(name);
            boolean unchanged = here == null || here.equals(before);
            if (change.deleted()) {
                if (here != null && (unchanged || here.equals(change.hash()))) {
                    writer.delete(Path.of(name));
                }
                alike.remove(name);
            } else if (change.hash().equals(here)) {
                alike.put(name, here);
            } else if (!change.hash().equals(before)) { // else it is a change of this instance

                if (!unchanged) {
                    keep(name);
                }
                write(name);
            }
            version = change.version();
        }
    }

    private void write(String name) throws IOException {
        byte[] bytes = store.content(name).orElse(null);
        if (bytes != null) {
            writer.write(Path.of(name), bytes);
            alike.put(name, sha256(bytes));
        }
    }

    /// Keeps a file that has changed here and in the store.
    private void keep(String name) throws IOException {
        Path kept = dataFolder.resolve("replaced").resolve(clock.millis() + "-" + name);
        Files.createDirectories(Objects.requireNonNull(kept.getParent()));
        Files.copy(folder.resolve(name), kept, StandardCopyOption.REPLACE_EXISTING);
        LOG.warn("{} was changed here and by another instance: this one's is now {}", name, kept);
    }

    /// Carries what has changed in the folder into the store.
    private void give(Map<String, String> files) throws IOException {
        Instant settled = clock.instant().minus(SETTLED_AFTER);
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (!file.getValue().equals(alike.get(file.getKey()))
                    && isSettled(file.getKey(), settled)) {
                give(file.getKey());
            }
        }
        Set<String> lost = new LinkedHashSet<>(alike.keySet());
        lost.removeAll(files.keySet());
        if (lost.size() > FEW && lost.size() > alike.size() / 2) {
            LOG.warn("{} files are gone from {}; they are put back", lost.size(), folder);
            for (String name : lost) {
                write(name);
            }
            return;
        }
        for (String name : lost) {
            if (store.delete(name, version)) {
                alike.remove(name);
            }
        }
    }

    private boolean isSettled(String name, Instant before) throws IOException {
        return Files.getLastModifiedTime(folder.resolve(name)).toInstant().isBefore(before);
    }

    private void give(String name) throws IOException {
        byte[] bytes = writer.read(Path.of(name));
        String hash = sha256(bytes);
        if (bytes.length <= ContentFile.MAX_BYTES && store.put(name, hash, bytes, version)) {
            alike.put(name, hash);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }

    void load() {
        Path state = dataFolder.resolve(STATE);
        var properties = new Properties();
        if (Files.exists(state)) {
            try (InputStream in = Files.newInputStream(state)) {
                properties.load(in);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("{} can't be read, and is made anew: {}", state, e.getMessage());
            }
        }
        version = Long.parseLong(properties.getProperty(VERSION, "0"));
        properties.remove(VERSION);
        properties
                .stringPropertyNames()
                .forEach(name -> alike.put(name, properties.getProperty(name)));
    }

    private void save() throws IOException {
        var properties = new Properties();
        properties.putAll(alike);
        properties.setProperty(VERSION, String.valueOf(version));
        Files.createDirectories(dataFolder);
        Path part = dataFolder.resolve(STATE + ".part");
        try (OutputStream out = Files.newOutputStream(part)) {
            properties.store(out, "The content folder as it was last like the store.");
        }
        Files.move(part, dataFolder.resolve(STATE), StandardCopyOption.ATOMIC_MOVE);
    }
}
