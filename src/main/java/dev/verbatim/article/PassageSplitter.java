package dev.verbatim.article;

import dev.verbatim.article.Article.Paragraph;
import java.util.ArrayList;
import java.util.List;

/// A splitter that cuts a paragraph too long for one passage between its sentences: into as few
/// pieces as possible, and among those cuts the one with the most equal pieces, because a long
/// piece and a leftover sentence retrieve and read badly.
///
/// Dynamic programming finds the best cuts up to each sentence, as for the lines of a justified
/// paragraph (Knuth and Plass 1981). A single sentence is never cut.
final class PassageSplitter {

    /// In characters. Longer passages tire readers, and the encoder reads 512 word pieces at most.
    static final int MAX_LENGTH = 1_200;

    // More than the squares of any two lengths, so that fewer pieces always cost less.
    private static final long COST_PER_PIECE = 1_000_000_000_000L;

    private final List<TextSpan> sentences;
    private final long[] costs;
    private final int[] cuts;

    private PassageSplitter(List<TextSpan> sentences) {
        this.sentences = sentences;
        this.costs = new long[sentences.size() + 1];
        this.cuts = new int[sentences.size() + 1];
    }

    /// The places of the passages, in order; they cover the paragraph but the blanks between them.
    static List<TextSpan> split(Paragraph paragraph) {
        boolean whole = paragraph.span().length() <= MAX_LENGTH || paragraph.sentences().size() < 2;
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
        return start == end - 1 || piece(start, end).length() <= MAX_LENGTH;
    }

    private static long cost(TextSpan piece) {
        return COST_PER_PIECE + (long) piece.length() * piece.length();
    }

    private TextSpan piece(int start, int end) {
        return sentences.get(start).to(sentences.get(end - 1));
    }
}
