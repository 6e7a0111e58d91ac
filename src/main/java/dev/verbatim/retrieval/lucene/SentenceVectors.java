package dev.verbatim.retrieval.lucene;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/// A codec for the vectors of a passage's sentences: a byte a number, and a scale for each vector.
///
/// It takes a quarter of the size of floats, and changes a cosine by about 0.001. The vectors are
/// read for the few passages that are candidates, and never searched, so they need no index of
/// their own.
final class SentenceVectors {

    private SentenceVectors() {}

    static BytesRef pack(List<float[]> vectors) {
        int size = vectors.stream().mapToInt(vector -> Float.BYTES + vector.length).sum();
        ByteBuffer packed = ByteBuffer.allocate(size);
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
        int size = Float.BYTES + question.length;
        for (int at = bytes.position(); at < bytes.limit(); at += size) {
            float product = dotProduct(packed.bytes, at + Float.BYTES, question);
            cosines.add((double) bytes.getFloat(at) * product);
        }
        return cosines;
    }

    /// Four independent sums, so that the processor can add to one while it waits for another.
    private static float dotProduct(byte[] bytes, int start, float[] question) {
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        int whole = question.length - question.length % 4;
        for (int i = 0; i < whole; i += 4) {
            first += question[i] * bytes[start + i];
            second += question[i + 1] * bytes[start + i + 1];
            third += question[i + 2] * bytes[start + i + 2];
            fourth += question[i + 3] * bytes[start + i + 3];
        }
        for (int i = whole; i < question.length; i++) {
            first += question[i] * bytes[start + i];
        }
        return first + second + (third + fourth);
    }
}
