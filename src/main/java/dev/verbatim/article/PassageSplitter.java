package dev.verbatim.article;

import java.util.ArrayList;
import java.util.List;

/// Cuts a paragraph that is too long for one passage between its sentences: into as few pieces as
/// fit, and among those cuts the one with the most equal pieces, because a long piece with a
/// sentence left over retrieves and reads badly.
///
/// Optimal cuts up to each sentence are found from the first to the last, as for lines of a
/// justified paragraph (Knuth and Plass 1981). A sentence that is too long alone stays whole.
final class PassageSplitter {

    /// In characters. A reader takes in about so much at once, and the encoder reads 512 word
    /// pieces at most.
    static final int LIMIT = 1_200;

    // Fewer pieces come first, whatever their sizes: more than the squares of any two lengths.
    private static final long PIECE = 1_000_000_000_000L;

    private final List<TextSpan> sentences;
    private final long[] costs;
    private final int[] cuts;

    private PassageSplitter(List<TextSpan> sentences) {
        this.sentences = sentences;
        this.costs = new long[sentences.size() + 1];
        this.cuts = new int[sentences.size() + 1];
    }

    /// Places of the passages, in order; they cover the paragraph but the blanks between them.
    static List<TextSpan> of(Paragraph paragraph) {
        boolean whole = paragraph.span().length() <= LIMIT || paragraph.sentences().size() < 2;
        return whole
                ? List.of(paragraph.span())
                : new PassageSplitter(paragraph.sentences()).pieces();
    }

    private List<TextSpan> pieces() {
        for (int end = 1; end <= sentences.size(); end++) {
            findBestCutBefore(end);
        }
        List<TextSpan> pieces = new ArrayList<>();
        for (int end = sentences.size(); end > 0; end = cuts[end]) {
            pieces.add(piece(cuts[end], end));
        }
        return List.copyOf(pieces.reversed());
    }

    private void findBestCutBefore(int end) {
        costs[end] = Long.MAX_VALUE;
        for (int start = end - 1; start >= 0 && fits(start, end); start--) {
            long cost = costs[start] + cost(piece(start, end));
            if (cost < costs[end]) {
                costs[end] = cost;
                cuts[end] = start;
            }
        }
    }

    private boolean fits(int start, int end) {
        return start == end - 1 || piece(start, end).length() <= LIMIT;
    }

    private static long cost(TextSpan piece) {
        return PIECE + (long) piece.length() * piece.length();
    }

    private TextSpan piece(int start, int end) {
        return sentences.get(start).to(sentences.get(end - 1));
    }
}
