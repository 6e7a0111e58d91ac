package dev.verbatim.reader;

import java.util.Arrays;

/// A question and a passage as the network takes them: `[CLS] question [SEP] passage [SEP]`.
///
/// What is too long is cut, the question after so many pieces that even a rambling one leaves room
/// for the passage.
///
/// @param question its pieces
/// @param passage its pieces, as many of them as are read
record ReaderInput(WordPieces question, WordPieces passage) {

    private static final int LONGEST_QUESTION = 48;

    /// A passage is at most 1,200 characters and rarely has more than 300 pieces.
    private static final int LONGEST = 384;

    private static final long BEGIN = 101;
    private static final long SEPARATOR = 102;

    static ReaderInput of(WordPieces question, WordPieces passage) {
        WordPieces asked = question.first(LONGEST_QUESTION);
        return new ReaderInput(asked, passage.first(LONGEST - asked.size() - 3));
    }

    /// Where the passage begins among the pieces.
    int passageStart() {
        return question.size() + 2;
    }

    private int size() {
        return passageStart() + passage.size() + 1;
    }

    long[] ids() {
        long[] ids = new long[size()];
        ids[0] = BEGIN;
        question.copyTo(ids, 1);
        ids[question.size() + 1] = SEPARATOR;
        passage.copyTo(ids, passageStart());
        ids[ids.length - 1] = SEPARATOR;
        return ids;
    }

    /// All of it counts: nothing is padded.
    long[] mask() {
        long[] mask = new long[size()];
        Arrays.fill(mask, 1);
        return mask;
    }

    /// 0 for the question, 1 for the passage.
    long[] kinds() {
        long[] kinds = new long[size()];
        Arrays.fill(kinds, passageStart(), kinds.length, 1);
        return kinds;
    }
}
