package dev.verbatim.retrieval.lucene;

import dev.verbatim.encoder.Encoder;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/// The vectors of a passage's sentences, packed: a byte a number and a scale a vector.
///
/// A quarter of the size of floats, and a cosine moves by about 0.001. They are read for the few
/// passages that are candidates, never searched, so they need no index of their own.
final class SentenceVectors {

    private static final int SIZE = Float.BYTES + Encoder.DIMENSIONS;

    private SentenceVectors() {}

    static BytesRef pack(List<float[]> vectors) {
        ByteBuffer packed = ByteBuffer.allocate(vectors.size() * SIZE);
        vectors.forEach(vector -> pack(vector, packed));
        return new BytesRef(packed.array());
    }

    private static void pack(float[] vector, ByteBuffer packed) {
        float largest = Float.MIN_NORMAL;
        for (float value : vector) {
            largest = Math.max(largest, Math.abs(value));
        }
        packed.putFloat(largest / Byte.MAX_VALUE);
        for (float value : vector) {
            packed.put((byte) Math.round(value / largest * Byte.MAX_VALUE));
        }
    }

    /// The cosine of each packed vector with a unit vector, in order.
    static List<Double> cosines(BytesRef packed, float[] question) {
        ByteBuffer bytes = ByteBuffer.wrap(packed.bytes, packed.offset, packed.length);
        List<Double> cosines = new ArrayList<>();
        while (bytes.hasRemaining()) {
            cosines.add((double) bytes.getFloat() * dotProduct(bytes, question));
        }
        return cosines;
    }

    private static float dotProduct(ByteBuffer bytes, float[] question) {
        float sum = 0;
        for (float value : question) {
            sum += value * bytes.get();
        }
        return sum;
    }
}
