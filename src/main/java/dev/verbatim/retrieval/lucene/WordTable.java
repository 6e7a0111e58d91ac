package dev.verbatim.retrieval.lucene;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
/// @param texts in which texts a word stands; only the words that were looked for
record WordTable(Map<BytesRef, BitSet> texts) {

    /// The words of each text, packed: each word once, then a bit for each text.
    static BytesRef pack(List<Set<String>> texts) {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        int width = width(texts.size());
        out.writeShort((short) width);
        byWord(texts)
                .forEach(
                        (word, places) -> {
                            out.writeString(word);
                            out.writeBytes(Arrays.copyOf(places.toByteArray(), width));
                        });
        return new BytesRef(out.toArrayCopy());
    }

    private static int width(int texts) {
        return (texts + Byte.SIZE - 1) / Byte.SIZE;
    }

    private static Map<String, BitSet> byWord(List<Set<String>> texts) {
        Map<String, BitSet> byWord = new TreeMap<>();
        for (int i = 0; i < texts.size(); i++) {
            for (String word : texts.get(i)) {
                byWord.computeIfAbsent(word, _ -> new BitSet()).set(i);
            }
        }
        return byWord;
    }

    /// @param wanted words that are looked for
    static WordTable unpack(BytesRef packed, Set<BytesRef> wanted) {
        ByteArrayDataInput in = new ByteArrayDataInput(packed.bytes, packed.offset, packed.length);
        int width = in.readShort();
        Map<BytesRef, BitSet> texts = new HashMap<>();
        BytesRef word = new BytesRef(packed.bytes, 0, 0);
        while (!in.eof()) {
            word.length = in.readVInt();
            word.offset = in.getPosition();
            in.skipBytes(word.length);
            if (wanted.contains(word)) {
                texts.put(BytesRef.deepCopyOf(word), bits(packed, in.getPosition(), width));
            }
            in.skipBytes(width);
        }
        return new WordTable(texts);
    }

    private static BitSet bits(BytesRef packed, int start, int width) {
        return BitSet.valueOf(ByteBuffer.wrap(packed.bytes, start, width));
    }

    /// @param text counted from 0
    boolean has(BytesRef word, int text) {
        BitSet found = texts.get(word);
        return found != null && found.get(text);
    }
}
