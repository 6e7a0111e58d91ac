package dev.verbatim.encoder;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.SplittableRandom;

/// Vectors that cost nothing, put where the cache of vectors finds them, so that an index can be
/// measured at a size whose encoding would take hours.
///
/// A text's vector is the sum of its words', and a word's is pseudo-random: texts that share words
/// lie near each other, as real vectors do, and the graph has something to find.
public final class StandInVectors implements AutoCloseable {

    /// Words of the text are met again and again, the rare ones made up for a large collection not.
    private static final Cache<String, float[]> WORDS =
            Caffeine.newBuilder().maximumSize(20_000).build();

    private final Connection connection;

    private StandInVectors(Connection connection) {
        this.connection = connection;
    }

    /// Writes into a cache.
    ///
    /// @param file of a cache that is already open
    public static StandInVectors into(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        connection.setAutoCommit(false);
        return new StandInVectors(connection);
    }

    /// From now on the cache knows these texts.
    public void remember(Collection<String> texts) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "insert into vector (text_hash, halves) values (?, ?) on conflict do nothing")) {
            for (String text : texts) {
                statement.setBytes(1, VectorCache.key(Encoder.BUNDLED, text));
                statement.setBytes(2, VectorCache.toHalves(of(text)));
                statement.executeUpdate();
            }
        }
        connection.commit();
    }

    /// The unit vector of a text.
    public static float[] of(String text) {
        float[] sum = new float[Encoder.DIMENSIONS];
        for (String word : text.split(" ", -1)) {
            float[] vector = WORDS.get(word, StandInVectors::random);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector[i];
            }
        }
        return Encoder.unit(sum);
    }

    private static float[] random(String word) {
        SplittableRandom random = new SplittableRandom(word.hashCode());
        float[] vector = new float[Encoder.DIMENSIONS];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
