package dev.verbatim.reader;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.util.Arrays;
import java.util.stream.IntStream;

/// A question and a passage as the network takes them: `[CLS] question [SEP] context [SEP] passage
/// [SEP]`, without the context and its mark when there is none.
///
/// Texts that are too long are truncated. Question and context have limits of their own, so that
/// even long ones leave room for the passage. Of a long passage that part is read which has most of
/// the question's words: the time that reading takes grows faster than the length.
///
/// @param question its word pieces
/// @param context what the passage leaves unsaid
/// @param passage its word pieces, as many of them as are read
record ReaderInput(WordPieces question, WordPieces context, WordPieces passage) {

    private static final int MAX_QUESTION_PIECES = 48;
    private static final int MAX_CONTEXT_PIECES = 64;

    /// A passage has at most 1,200 characters and seldom more than 200 pieces.
    private static final int MAX_PIECES = 256;

    private static final long CLS = 101;
    private static final long SEP = 102;

    static ReaderInput of(WordPieces question, WordPieces context, WordPieces passage) {
        var input =
                new ReaderInput(
                        question.first(MAX_QUESTION_PIECES),
                        context.first(MAX_CONTEXT_PIECES),
                        WordPieces.NONE);
        return new ReaderInput(
                input.question,
                input.context,
                passage.windowSharing(question, MAX_PIECES - input.size()));
    }

    /// The index of the passage's first piece.
    int passageStart() {
        int contextLength = context.size() == 0 ? 0 : context.size() + 1;
        return question.size() + 2 + contextLength;
    }

    private int size() {
        return passageStart() + passage.size() + 1;
    }

    long[] inputIds() {
        long[] ids = new long[size()];
        ids[0] = CLS;
        question.copyIdsTo(ids, 1);
        ids[question.size() + 1] = SEP;
        context.copyIdsTo(ids, question.size() + 2);
        ids[passageStart() - 1] = SEP;
        passage.copyIdsTo(ids, passageStart());
        ids[ids.length - 1] = SEP;
        return ids;
    }

    /// 1 everywhere: nothing is padded.
    long[] attentionMask() {
        long[] mask = new long[size()];
        Arrays.fill(mask, 1);
        return mask;
    }

    /// 0 for question and context, 1 for the passage.
    long[] tokenTypeIds() {
        long[] types = new long[size()];
        Arrays.fill(types, passageStart(), types.length, 1);
        return types;
    }

    /// The word pieces of a text, with their offsets in it.
    static final class WordPieces {

        /// Those of an empty text.
        static final WordPieces NONE =
                new WordPieces(new long[0], new CharSpan[0], new int[] {0}, 0, 0);

        private final long[] ids;
        private final CharSpan[] codePointSpans;
        private final int[] charOffsets;
        private final int from;
        private final int size;

        /// @param ids in the vocabulary
        /// @param codePointSpans of each piece, counted in code points
        /// @param charOffsets of each code point in UTF-16 units, then the length of the text
        /// @param from the first of the pieces that count
        /// @param size how many of them count
        private WordPieces(
                long[] ids, CharSpan[] codePointSpans, int[] charOffsets, int from, int size) {
            this.ids = ids;
            this.codePointSpans = codePointSpans;
            this.charOffsets = charOffsets;
            this.from = from;
            this.size = size;
        }

        static WordPieces of(String text, HuggingFaceTokenizer tokenizer) {
            Encoding encoding = tokenizer.encode(withoutLoneSurrogates(text), false, false);
            long[] ids = encoding.getIds();
            return new WordPieces(
                    ids, encoding.getCharTokenSpans(), charOffsets(text), 0, ids.length);
        }

        /// The tokenizer's native part refuses half a surrogate pair. Its replacement has the same
        /// length.
        private static String withoutLoneSurrogates(String text) {
            return text.codePoints()
                    .map(point -> isSurrogate(point) ? '\uFFFD' : point)
                    .collect(
                            StringBuilder::new,
                            StringBuilder::appendCodePoint,
                            StringBuilder::append)
                    .toString();
        }

        private static boolean isSurrogate(int point) {
            return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        }

        private static int[] charOffsets(String text) {
            int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
            for (int point = 1; point < offsets.length; point++) {
                offsets[point] = text.offsetByCodePoints(offsets[point - 1], 1);
            }
            return offsets;
        }

        int size() {
            return size;
        }

        /// The first `limit` pieces, or all when there are fewer.
        WordPieces first(int limit) {
            return window(from, Math.min(size, limit));
        }

        /// The `limit` pieces in a row that have most in common with a question, or all when there
        /// are fewer. Of equal ones the first.
        WordPieces windowSharing(WordPieces question, int limit) {
            if (size <= limit) {
                return this;
            }
            int[] before = sharedBefore(question);
            int best = 0;
            for (int start = 1; start + limit <= size; start++) {
                if (before[start + limit] - before[start] > before[best + limit] - before[best]) {
                    best = start;
                }
            }
            return window(from + best, limit);
        }

        /// How many pieces before each one, and in all, are a question's.
        private int[] sharedBefore(WordPieces question) {
            int[] before = new int[size + 1];
            for (int piece = 0; piece < size; piece++) {
                before[piece + 1] = before[piece] + (question.contains(ids[from + piece]) ? 1 : 0);
            }
            return before;
        }

        private WordPieces window(int start, int length) {
            return new WordPieces(ids, codePointSpans, charOffsets, start, length);
        }

        private boolean contains(long id) {
            return IntStream.range(from, from + size).anyMatch(at -> ids[at] == id);
        }

        private void copyIdsTo(long[] target, int index) {
            System.arraycopy(ids, from, target, index, size);
        }

        /// Where a piece starts, in UTF-16 units.
        int start(int piece) {
            return charOffsets[codePointSpans[from + piece].getStart()];
        }

        /// Where a piece ends, exclusive.
        int end(int piece) {
            return charOffsets[codePointSpans[from + piece].getEnd()];
        }
    }
}
