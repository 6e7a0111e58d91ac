package dev.verbatim.retrieval.ranking;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A table of the terms that occur in each text of a passage: in the passage as a whole, which is
/// the first text, and in each of its sentences.
///
/// It is built when the passage is indexed, because analysing the candidates again for every
/// question took several times as long as the search that found them.
///
/// @param packed each term once, in the order of their bytes, each followed by a bit for each text
record SentenceTermTable(ByteBuffer packed) {

    /// A length is written in groups of so many bits, the lowest first; a further bit says whether
    /// there are more.
    private static final int GROUP = 7;

    private static final int MORE = 1 << GROUP;

    /// @param texts the terms of each, the passage first
    static byte[] pack(List<List<String>> texts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int width = (texts.size() + Byte.SIZE - 1) / Byte.SIZE;
        out.write(width);
        out.write(width >> Byte.SIZE);
        byTerm(texts)
                .forEach(
                        (term, occurrences) -> {
                            writeLength(term.length, out);
                            out.writeBytes(term);
                            out.writeBytes(Arrays.copyOf(occurrences.toByteArray(), width));
                        });
        return out.toByteArray();
    }

    private static Map<byte[], BitSet> byTerm(List<List<String>> texts) {
        Map<byte[], BitSet> byTerm = new TreeMap<>(Arrays::compareUnsigned);
        for (int i = 0; i < texts.size(); i++) {
            for (String term : texts.get(i)) {
                byte[] bytes = term.getBytes(StandardCharsets.UTF_8);
                byTerm.computeIfAbsent(bytes, _ -> new BitSet()).set(i);
            }
        }
        return byTerm;
    }

    private static void writeLength(int length, ByteArrayOutputStream out) {
        int left = length;
        while (left >= MORE) {
            out.write(left % MORE | MORE);
            left >>= GROUP;
        }
        out.write(left);
    }

    /// The summed weights of the concepts in each text; the passage first, and perhaps some zeros
    /// after the last. A concept weighs in a text what the heaviest of its terms that occur there
    /// weighs.
    ///
    /// @param terms to search for, in their order
    /// @param concepts how many there are; each term has the number of its own
    double[] sums(List<ConceptTerm> terms, int concepts) {
        ByteBuffer in = packed.duplicate();
        int width = (in.get() & 0xff) | (in.get() << Byte.SIZE);
        double[][] weights = new double[width * Byte.SIZE][concepts];
        int next = 0;
        while (in.hasRemaining() && next < terms.size()) {
            ByteBuffer term = read(in, readLength(in));
            ByteBuffer bits = read(in, width);
            next = firstNotBefore(term, terms, next);
            for (int at = next; at < terms.size() && terms.get(at).compareTo(term) == 0; at++) {
                add(terms.get(at), bits, weights);
            }
        }
        return Arrays.stream(weights).mapToDouble(text -> Arrays.stream(text).sum()).toArray();
    }

    private static int readLength(ByteBuffer in) {
        byte group = in.get();
        int length = group & (MORE - 1);
        for (int shift = GROUP; group < 0; shift += GROUP) {
            group = in.get();
            length |= (group & (MORE - 1)) << shift;
        }
        return length;
    }

    private static ByteBuffer read(ByteBuffer in, int length) {
        ByteBuffer bytes = in.slice(in.position(), length);
        in.position(in.position() + length);
        return bytes;
    }

    private static int firstNotBefore(ByteBuffer term, List<ConceptTerm> terms, int from) {
        int at = from;
        while (at < terms.size() && terms.get(at).compareTo(term) < 0) {
            at++;
        }
        return at;
    }

    private static void add(ConceptTerm term, ByteBuffer bits, double[][] weights) {
        for (int text = 0; text < weights.length; text++) {
            if ((bits.get(text / Byte.SIZE) >> text % Byte.SIZE & 1) == 1) {
                weights[text][term.concept()] =
                        Math.max(weights[text][term.concept()], term.weight());
            }
        }
    }

    /// A term that a question's concept may be expressed by, in the order of their bytes.
    ///
    /// @param term in UTF-8
    /// @param concept its number
    record ConceptTerm(ByteBuffer term, int concept, double weight)
            implements Comparable<ConceptTerm> {

        static ConceptTerm of(String term, int concept, double weight) {
            return new ConceptTerm(
                    ByteBuffer.wrap(term.getBytes(StandardCharsets.UTF_8)), concept, weight);
        }

        @Override
        public int compareTo(ConceptTerm other) {
            return compareTo(other.term);
        }

        int compareTo(ByteBuffer other) {
            return compareUnsigned(term, other);
        }

        private static int compareUnsigned(ByteBuffer one, ByteBuffer other) {
            return Arrays.compareUnsigned(
                    one.array(),
                    one.arrayOffset(),
                    one.arrayOffset() + one.limit(),
                    other.array(),
                    other.arrayOffset(),
                    other.arrayOffset() + other.limit());
        }
    }
}
