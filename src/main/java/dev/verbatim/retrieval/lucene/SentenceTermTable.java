package dev.verbatim.retrieval.lucene;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/// Which words stand in which of a passage's texts: in the passage as a whole, which is the first,
/// and in each of its sentences.
///
/// Made when the passage is indexed, because to analyse the candidates again for every question
/// took several times as long as the search that found them.
///
/// @param packed each word once, in the order of their bytes, and behind it a bit for each text
record SentenceTermTable(BytesRef packed) {

    /// @param texts the words of each, the passage first
    static SentenceTermTable of(List<List<String>> texts) {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        int width = (texts.size() + Byte.SIZE - 1) / Byte.SIZE;
        out.writeShort((short) width);
        byWord(texts)
                .forEach(
                        (word, places) -> {
                            out.writeString(word.utf8ToString());
                            out.writeBytes(Arrays.copyOf(places.toByteArray(), width));
                        });
        return new SentenceTermTable(new BytesRef(out.toArrayCopy()));
    }

    private static Map<BytesRef, BitSet> byWord(List<List<String>> texts) {
        Map<BytesRef, BitSet> byWord = new TreeMap<>();
        for (int i = 0; i < texts.size(); i++) {
            for (String word : texts.get(i)) {
                byWord.computeIfAbsent(new BytesRef(word), _ -> new BitSet()).set(i);
            }
        }
        return byWord;
    }

    /// What stands in each text, in sums of the weights; the passage first, and perhaps some zeros
    /// behind the last.
    ///
    /// @param words to be looked for, in the order of their bytes
    /// @param weights of these words
    double[] sums(List<BytesRef> words, double[] weights) {
        ByteArrayDataInput in = new ByteArrayDataInput(packed.bytes, packed.offset, packed.length);
        int width = in.readShort();
        double[] sums = new double[width * Byte.SIZE];
        BytesRef word = new BytesRef(packed.bytes, 0, 0);
        for (int next = 0; !in.eof() && next < words.size(); in.skipBytes(width)) {
            word.length = in.readVInt();
            word.offset = in.getPosition();
            in.skipBytes(word.length);
            next = atOrBehind(word, words, next);
            if (next < words.size() && words.get(next).bytesEquals(word)) {
                add(weights[next], in.getPosition(), sums);
            }
        }
        return sums;
    }

    private static int atOrBehind(BytesRef word, List<BytesRef> words, int from) {
        int at = from;
        while (at < words.size() && words.get(at).compareTo(word) < 0) {
            at++;
        }
        return at;
    }

    private void add(double weight, int bits, double[] sums) {
        for (int text = 0; text < sums.length; text++) {
            if ((packed.bytes[bits + text / Byte.SIZE] >> text % Byte.SIZE & 1) == 1) {
                sums[text] += weight;
            }
        }
    }
}
