package dev.verbatim.article.sentence;

import dev.verbatim.article.TextSpan;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/// A splitter that divides paragraphs into sentences: the units that an answer emphasizes and that
/// are encoded as one vector. Thread-safe.
///
/// The JDK's [BreakIterator] proposes boundaries, and so do quotation marks and footnotes after a
/// full stop, which it doesn't recognize in every language; [SentenceBoundaryDetector] rejects the
/// wrong ones. A quotation of several sentences in one pair of marks is never split: each half
/// would have a mark without its partner, and only one of them would get the speaker's name.
public final class SentenceSplitter {

    private static final String STOPS = ".!?…。！？";
    private static final int MAX_FOOTNOTE = 5;
    private static final int MAX_NUMBER = 4;
    private static final char BULLET = '•';
    private static final String BRACKETS_AFTER_STOPS = ")]}";

    /// The sentences of one paragraph as places in the whole text, without surrounding blanks.
    /// Together they cover everything in the paragraph but blanks.
    public List<TextSpan> split(String text, TextSpan paragraph, Locale language) {
        List<TextSpan> quoted = QuotationMarks.in(text, paragraph).outermost();
        SentenceBoundaryDetector detector =
                new SentenceBoundaryDetector(text, paragraph, quoted, Lexicon.of(language));
        BitSet starts = possibleStarts(text, paragraph, language);
        quoted.forEach(quotation -> proposeAfterQuotation(text, quotation, paragraph, starts));
        List<TextSpan> sentences = new ArrayList<>();
        int start = skipBlanks(text, paragraph.start(), paragraph.end());
        for (int at = starts.nextSetBit(start + 1 - paragraph.start());
                at >= 0;
                at = starts.nextSetBit(at + 1)) {
            int next = paragraph.start() + at;
            if (isItem(text, next, paragraph.end()) || detector.isBoundary(start, next)) {
                sentences.add(new TextSpan(start, endBefore(text, next)));
                start = next;
            }
        }
        if (start < paragraph.end()) {
            sentences.add(new TextSpan(start, endBefore(text, paragraph.end())));
        }
        return sentences;
    }

    /// Counted from the paragraph's start: the set is as long as its last place, and an article may
    /// have a million paragraphs.
    private static BitSet possibleStarts(String text, TextSpan paragraph, Locale language) {
        BitSet starts = new BitSet(paragraph.length());
        proposeByJdk(text, paragraph, language, starts);
        proposeAfterStops(text, paragraph, starts);
        proposeItems(text, paragraph, starts);
        starts.clear(paragraph.length());
        return starts;
    }

    private static void proposeByJdk(
            String text, TextSpan paragraph, Locale language, BitSet starts) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(language);
        breaks.setText(paragraph.of(text));
        for (int at = breaks.first(); at != BreakIterator.DONE; at = breaks.next()) {
            int next = skipBlanks(text, paragraph.start() + at, paragraph.end());
            starts.set(next - paragraph.start());
        }
    }

    private static void proposeAfterStops(String text, TextSpan paragraph, BitSet starts) {
        for (int at = paragraph.start(); at < paragraph.end(); at++) {
            if (STOPS.indexOf(text.charAt(at)) >= 0) {
                int end = skipClosing(text, at + 1, paragraph.end());
                int next = skipBlanks(text, end, paragraph.end());
                if (next > end) {
                    starts.set(next - paragraph.start());
                }
            }
        }
    }

    private static void proposeItems(String text, TextSpan paragraph, BitSet starts) {
        int lineEnd = text.indexOf('\n', paragraph.start());
        while (lineEnd >= 0 && lineEnd < paragraph.end()) {
            int next = skipBlanks(text, lineEnd, paragraph.end());
            if (isItem(text, next, paragraph.end())) {
                starts.set(next - paragraph.start());
            }
            lineEnd = text.indexOf('\n', lineEnd + 1);
        }
    }

    /// Whether an item of a list begins here: a line with a bullet or a number in front.
    private static boolean isItem(String text, int from, int end) {
        int at = from;
        while (at < end && at - from < MAX_NUMBER && Character.isDigit(text.charAt(at))) {
            at++;
        }
        boolean numbered = at > from && at < end && ".)".indexOf(text.charAt(at)) >= 0;
        boolean marked = numbered || (at == from && at < end && text.charAt(at) == BULLET);
        return marked
                && at + 1 < end
                && text.charAt(at + 1) == ' '
                && from > 0
                && isOnNewLine(text, from);
    }

    private static boolean isOnNewLine(String text, int at) {
        int before = at - 1;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        return before >= 0 && text.charAt(before) == '\n';
    }

    /// After a quotation that ends as a sentence does, even with a blank before its last mark.
    private static void proposeAfterQuotation(
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

    /// Skips the marks and brackets that belong to the ending sentence, and its footnotes: "…”[5]".
    private static int skipClosing(String text, int from, int end) {
        int at = from;
        int next = skipOneClosing(text, at, end);
        while (next > at) {
            at = next;
            next = skipOneClosing(text, at, end);
        }
        return at;
    }

    private static int skipOneClosing(String text, int at, int end) {
        if (at >= end || text.charAt(at) != '[') {
            return at < end && closes(text.charAt(at)) ? at + 1 : at;
        }
        int bracket = text.indexOf(']', at, Math.min(end, at + MAX_FOOTNOTE));
        return bracket < 0 ? at : bracket + 1;
    }

    private static boolean closes(char c) {
        return QuotationMarks.isMark(c) || BRACKETS_AFTER_STOPS.indexOf(c) >= 0;
    }

    private static int skipBlanks(String text, int from, int end) {
        int at = from;
        while (at < end && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// The end of the text before a place, without the blanks directly before it.
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
