package dev.verbatim.reader;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;

/// The pieces of a text and where they stand in it.
final class WordPieces {

    /// Of an empty text.
    static final WordPieces NONE = new WordPieces(new long[0], new CharSpan[0], new int[] {0}, 0);

    private final long[] ids;
    private final CharSpan[] places;
    private final int[] units;
    private final int size;

    /// @param ids in the vocabulary
    /// @param places in code points
    /// @param units where each code point begins, in UTF-16 units, and where the last one ends
    /// @param size how many of them there are
    private WordPieces(long[] ids, CharSpan[] places, int[] units, int size) {
        this.ids = ids;
        this.places = places;
        this.units = units;
        this.size = size;
    }

    static WordPieces of(String text, HuggingFaceTokenizer tokenizer) {
        Encoding encoding = tokenizer.encode(speakable(text), false, false);
        long[] ids = encoding.getIds();
        return new WordPieces(ids, encoding.getCharTokenSpans(), units(text), ids.length);
    }

    /// Half a surrogate pair can't be handed over; what stands in for it is as long.
    private static String speakable(String text) {
        return text.codePoints()
                .map(point -> isHalf(point) ? '\uFFFD' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    private static int[] units(String text) {
        int[] units = new int[text.codePointCount(0, text.length()) + 1];
        for (int point = 1; point < units.length; point++) {
            units[point] = text.offsetByCodePoints(units[point - 1], 1);
        }
        return units;
    }

    int size() {
        return size;
    }

    /// At most so many.
    WordPieces first(int count) {
        return new WordPieces(ids, places, units, Math.min(size, count));
    }

    /// Writes the ids into a row, from a place on.
    void copyTo(long[] row, int at) {
        System.arraycopy(ids, 0, row, at, size);
    }

    /// Where a piece begins, in UTF-16 units.
    int start(int piece) {
        return units[places[piece].getStart()];
    }

    /// Where it ends, exclusive.
    int end(int piece) {
        return units[places[piece].getEnd()];
    }
}
