package dev.verbatim.retrieval.ranking;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// A codec for the vectors of a passage's sentences: a byte a number, and a scale for each vector.
///
/// It takes a quarter of the size of floats, and changes a cosine by about 0.001. The vectors are
/// read for the few passages that are candidates, and never searched, so they need no index of
/// their own.
final class SentenceVectors {

    private SentenceVectors() {}

    static byte[] pack(List<float[]> vectors) {
        int size = vectors.stream().mapToInt(vector -> Float.BYTES + vector.length).sum();
        ByteBuffer packed = ByteBuffer.allocate(size);
        vectors.forEach(vector -> pack(vector, packed));
        return packed.array();
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
    static List<Double> cosines(ByteBuffer packed, float[] question) {
        List<Double> cosines = new ArrayList<>();
        int size = Float.BYTES + question.length;
        for (int at = packed.position(); at < packed.limit(); at += size) {
            int numbers = packed.arrayOffset() + at + Float.BYTES;
            float product = dotProduct(packed.array(), numbers, question);
            cosines.add((double) packed.getFloat(at) * product);
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
