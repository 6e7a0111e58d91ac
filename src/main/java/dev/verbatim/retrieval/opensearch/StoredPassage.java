package dev.verbatim.retrieval.opensearch;

import dev.verbatim.article.TextSpan;
import dev.verbatim.retrieval.ranking.PassageEncoder.EncodedPassage;
import dev.verbatim.retrieval.ranking.PassageEncoder.PassageVectors;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Base64;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// A passage as the cluster stores it for candidates: packed into one value, since it is read for
/// every candidate of every question. Never changes, so it is cached by its id.
///
/// @param place in the order in which passages were indexed
/// @param paragraph its number in the article
/// @param span of the article's text
/// @param vector none for a language that the encoder doesn't know and that has no gloss
/// @param sentences the vectors of the sentences, packed
/// @param terms that occur in it and in each of its sentences, packed
record StoredPassage(
        long place,
        int paragraph,
        TextSpan span,
        FloatBuffer vector,
        ByteBuffer sentences,
        ByteBuffer terms) {

    private static final int HEADER = Long.BYTES + 5 * Integer.BYTES;

    /// The id of an article's passage.
    static String id(String fingerprint, int number) {
        return fingerprint + "-" + number;
    }

    /// The id of a passage's article.
    static String articleOf(String id) {
        return id.substring(0, id.indexOf('-'));
    }

    static StoredPassage of(EncodedPassage encoded, long place) {
        PassageVectors vectors = encoded.vectors();
        return new StoredPassage(
                place,
                encoded.passage().paragraph(),
                encoded.passage().span(),
                vectors == null ? FloatBuffer.allocate(0) : vectors.passage(),
                vectors == null ? ByteBuffer.allocate(0) : vectors.sentences(),
                encoded.terms());
    }

    String pack() {
        ByteBuffer packed =
                ByteBuffer.allocate(
                                HEADER
                                        + vector.remaining() * Float.BYTES
                                        + sentences.remaining()
                                        + terms.remaining())
                        .putLong(place)
                        .putInt(paragraph)
                        .putInt(span.start())
                        .putInt(span.end())
                        .putInt(vector.remaining())
                        .putInt(sentences.remaining());
        for (int i = vector.position(); i < vector.limit(); i++) {
            packed.putFloat(vector.get(i));
        }
        packed.put(sentences.duplicate()).put(terms.duplicate());
        return Base64.getEncoder().encodeToString(packed.array());
    }

    static StoredPassage unpack(String value) {
        ByteBuffer in = ByteBuffer.wrap(Base64.getDecoder().decode(value));
        long place = in.getLong();
        int paragraph = in.getInt();
        TextSpan span = new TextSpan(in.getInt(), in.getInt());
        float[] vector = new float[in.getInt()];
        int sentences = in.getInt();
        for (int i = 0; i < vector.length; i++) {
            vector[i] = in.getFloat();
        }
        ByteBuffer packed = in.slice(in.position(), sentences);
        in.position(in.position() + sentences);
        return new StoredPassage(
                place, paragraph, span, FloatBuffer.wrap(vector), packed, in.slice());
    }

    /// How many bytes it takes in memory.
    int size() {
        return HEADER + vector.capacity() * Float.BYTES + sentences.capacity() + terms.capacity();
    }

    /// With a unit vector; none where either is missing, or of another length.
    OptionalDouble cosine(float @Nullable [] question) {
        if (question == null || vector.capacity() != question.length) {
            return OptionalDouble.empty();
        }
        float sum = 0;
        for (int i = 0; i < question.length; i++) {
            sum += question[i] * vector.get(i);
        }
        return OptionalDouble.of(sum);
    }
}
