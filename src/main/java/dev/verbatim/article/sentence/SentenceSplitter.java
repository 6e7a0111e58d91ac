package dev.verbatim.article.sentence;

import dev.verbatim.article.TextSpan;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/// Finds sentences.
///
/// The JDK's [BreakIterator] proposes where one may end, and so do quotation marks and footnotes
/// behind a full stop, which it doesn't know in every language; [SentenceBoundaryDetector] turns
/// down those that are none. A sentence is what an answer emphasises and what is encoded as one
/// vector. A quotation of several sentences in one pair of marks stays whole all the same: cut in
/// two, each half would have one mark without its partner, and the speaker's name would go with
/// only one of them.
public final class SentenceSplitter {

    private static final String STOPS = ".!?…。！？";
    private static final int LONGEST_FOOTNOTE = 5;
    private static final String BEHIND_STOPS = ")]}";

    /// The sentences of one paragraph, as places in the whole text, without the blanks around them:
    /// together they cover everything in the paragraph but blanks.
    public List<TextSpan> split(String text, TextSpan paragraph, Locale language) {
        List<TextSpan> quoted = QuotationMarks.in(text, paragraph).outermost();
        SentenceBoundaryDetector ends =
                new SentenceBoundaryDetector(text, paragraph, quoted, Lexicon.of(language));
        BitSet starts = possibleStarts(text, paragraph, language);
        quoted.forEach(quotation -> proposedByMarks(text, quotation, paragraph, starts));
        List<TextSpan> sentences = new ArrayList<>();
        int start = skipBlanks(text, paragraph.start(), paragraph.end());
        for (int at = starts.nextSetBit(start + 1 - paragraph.start());
                at >= 0;
                at = starts.nextSetBit(at + 1)) {
            int next = paragraph.start() + at;
            if (ends.between(start, next)) {
                sentences.add(new TextSpan(start, endBefore(text, next)));
                start = next;
            }
        }
        if (start < paragraph.end()) {
            sentences.add(new TextSpan(start, endBefore(text, paragraph.end())));
        }
        return sentences;
    }

    /// Counted from the paragraph's start: a set is as long as its last place, and an article may
    /// have a million paragraphs.
    private static BitSet possibleStarts(String text, TextSpan paragraph, Locale language) {
        BitSet starts = new BitSet(paragraph.length());
        proposedByJdk(text, paragraph, language, starts);
        proposedByStops(text, paragraph, starts);
        starts.clear(paragraph.length());
        return starts;
    }

    private static void proposedByJdk(
            String text, TextSpan paragraph, Locale language, BitSet starts) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(language);
        breaks.setText(paragraph.of(text));
        for (int at = breaks.first(); at != BreakIterator.DONE; at = breaks.next()) {
            int next = skipBlanks(text, paragraph.start() + at, paragraph.end());
            starts.set(next - paragraph.start());
        }
    }

    private static void proposedByStops(String text, TextSpan paragraph, BitSet starts) {
        for (int at = paragraph.start(); at < paragraph.end(); at++) {
            if (STOPS.indexOf(text.charAt(at)) >= 0) {
                int behind = skipClosing(text, at + 1, paragraph.end());
                int next = skipBlanks(text, behind, paragraph.end());
                if (next > behind) {
                    starts.set(next - paragraph.start());
                }
            }
        }
    }

    /// Behind a quotation that ends as a sentence does, with a blank before its last mark too.
    private static void proposedByMarks(
            String text, TextSpan quotation, TextSpan paragraph, BitSet starts) {
        int last = quotation.end() - 1;
        while (last > quotation.start() && isMarkOrBlank(text.charAt(last))) {
            last--;
        }
        int next = skipBlanks(text, quotation.end(), paragraph.end());
        if (STOPS.indexOf(text.charAt(last)) >= 0 && next < paragraph.end()) {
            starts.set(next - paragraph.start());
        }
    }

    public static boolean isMarkOrBlank(char c) {
        return QuotationMarks.isMark(c) || isBlank(c);
    }

    /// Behind the marks and brackets that belong to the sentence that ends, and its footnotes:
    /// "…”[5]".
    private static int skipClosing(String text, int from, int end) {
        int at = from;
        int behind = behindClosing(text, at, end);
        while (behind > at) {
            at = behind;
            behind = behindClosing(text, at, end);
        }
        return at;
    }

    private static int behindClosing(String text, int at, int end) {
        if (at >= end || text.charAt(at) != '[') {
            return at < end && closes(text.charAt(at)) ? at + 1 : at;
        }
        int bracket = text.indexOf(']', at, Math.min(end, at + LONGEST_FOOTNOTE));
        return bracket < 0 ? at : bracket + 1;
    }

    private static boolean closes(char c) {
        return QuotationMarks.isMark(c) || BEHIND_STOPS.indexOf(c) >= 0;
    }

    private static int skipBlanks(String text, int from, int end) {
        int at = from;
        while (at < end && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    public static int endBefore(String text, int from) {
        int end = from;
        while (isBlank(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    public static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
