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

    private final Connection connection;
    private final Encoder encoder;

    private VectorCache(Connection connection, Encoder encoder) {
        this.connection = connection;
        this.encoder = encoder;
    }

    /// Opens the cache, and creates it when it is missing. A damaged one is deleted, since its
    /// content can be computed again.
    ///
    /// @param file created when missing, with its folder
    /// @throws IllegalStateException when the file can't be created
    public static VectorCache open(Path file, Encoder encoder) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return new VectorCache(connectOrRecreate(file), encoder);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(file + " can't be made", e);
        }
    }

    private static Connection connectOrRecreate(Path file) throws SQLException, IOException {
        try {
            return connect(file);
        } catch (SQLException damaged) {
            LOG.warn("{} is damaged and recreated: {}", file, damaged.getMessage());
            for (String ending : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + ending));
            }
            return connect(file);
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
        byte[] key = key(passage);
        float[] known = find(key);
        if (known != null) {
            return known;
        }
        byte[] halves = toHalves(encoder.encodePassage(passage));
        store(key, halves);
        return toFloats(halves);
    }

    static byte[] key(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Encoder.MODEL.getBytes(StandardCharsets.UTF_8));
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
            throw new IllegalStateException("the cache of vectors can't be read", e);
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
            throw new IllegalStateException("the cache of vectors can't be written", e);
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
