package dev.verbatim.encoder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A persistent cache of passage vectors: a text is encoded once, whatever is edited, restarted or
/// rebuilt. Thread-safe, also across processes.
///
/// It is in SQLite and not in the index, because the index is deleted when it is damaged or of
/// another version, which is when a hundred thousand vectors are needed at once. Vectors are stored
/// as half-precision floats: half the size, and a cosine changes by less than 0.001.
public final class VectorCache implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(VectorCache.class);

    /// SQLite's primary error codes when a file is damaged or no database, and when it has other
    /// tables than those that are made here.
    private static final Set<Integer> DAMAGED = Set.of(1, 11, 26);

    /// A file that has become shorter than it says.
    private static final int SHORT_READ = 522;

    private final Path file;
    private final Encoder encoder;
    private Connection connection;

    private VectorCache(Path file, Connection connection, Encoder encoder) {
        this.file = file;
        this.connection = connection;
        this.encoder = encoder;
    }

    /// Opens the cache, and creates it when it is missing. A damaged one is deleted and made anew
    /// whenever the damage is noticed, since its content can be computed again.
    ///
    /// @param file created when missing, with its folder
    /// @throws IllegalStateException when the file can't be created
    public static VectorCache open(Path file, Encoder encoder) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return new VectorCache(file, connectOrRecreate(file), encoder);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(file + " can't be made", e);
        }
    }

    private static Connection connectOrRecreate(Path file) throws SQLException, IOException {
        try {
            return connect(file);
        } catch (SQLException damaged) {
            return recreate(file, damaged);
        }
    }

    private static Connection recreate(Path file, SQLException damaged)
            throws SQLException, IOException {
        LOG.warn("{} is damaged and recreated: {}", file, damaged.getMessage());
        for (String ending : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + ending));
        }
        return connect(file);
    }

    /// Makes the cache anew if an error says that it is damaged.
    ///
    /// @param action that failed
    private void recreateIfDamaged(SQLException error, String action) {
        boolean damaged =
                DAMAGED.contains(error.getErrorCode() & 0xff) || error.getErrorCode() == SHORT_READ;
        if (!damaged) {
            throw new IllegalStateException("the cache of vectors can't be " + action, error);
        }
        try {
            connection.close();
            connection = recreate(file, error);
        } catch (SQLException | IOException e) {
            e.addSuppressed(error);
            throw new IllegalStateException(file + " is damaged and can't be made again", e);
        }
    }

    private static Connection connect(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = 10000");
            // A vector lost in a power failure is computed again, so the log needn't be flushed.
            statement.execute("pragma journal_mode = wal");
            statement.execute("pragma synchronous = normal");
            statement.execute(
                    "create table if not exists vector"
                            + " (text_hash blob primary key, halves blob not null) without rowid");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    public Encoder encoder() {
        return encoder;
    }

    /// The vector of a passage or a sentence, from the cache if it is there.
    public float[] encodePassage(String passage) {
        byte[] key = key(encoder.model(), passage);
        float[] known = find(key);
        if (known != null) {
            return known;
        }
        byte[] halves = toHalves(encoder.encodePassage(passage));
        store(key, halves);
        return toFloats(halves);
    }

    /// The key of a text. A vector of another model has another one, so that both are kept, and
    /// going back to a model costs nothing.
    static byte[] key(String model, String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(model.getBytes(StandardCharsets.UTF_8));
            return digest.digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    private synchronized float @Nullable [] find(byte[] key) {
        try (PreparedStatement statement =
                connection.prepareStatement("select halves from vector where text_hash = ?")) {
            statement.setBytes(1, key);
            ResultSet row = statement.executeQuery();
            return row.next() ? toFloats(row.getBytes(1)) : null;
        } catch (SQLException e) {
            recreateIfDamaged(e, "read");
            return null;
        }
    }

    private synchronized void store(byte[] key, byte[] halves) {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "insert into vector (text_hash, halves) values (?, ?) on conflict do nothing")) {
            statement.setBytes(1, key);
            statement.setBytes(2, halves);
            statement.executeUpdate();
        } catch (SQLException e) {
            recreateIfDamaged(e, "written"); // the next time this text comes, it is encoded again
        }
    }

    static byte[] toHalves(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Short.BYTES);
        for (float value : vector) {
            bytes.putShort(Float.floatToFloat16(value));
        }
        return bytes.array();
    }

    private static float[] toFloats(byte[] halves) {
        ByteBuffer bytes = ByteBuffer.wrap(halves);
        float[] vector = new float[halves.length / Short.BYTES];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = Float.float16ToFloat(bytes.getShort());
        }
        return vector;
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the cache of vectors can't be closed", e);
        }
    }
}
