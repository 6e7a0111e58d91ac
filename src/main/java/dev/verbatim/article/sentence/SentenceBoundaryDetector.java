package dev.verbatim.article.sentence;

import dev.verbatim.article.TextSpan;
import java.util.List;
import java.util.Locale;

/// A detector that decides which possible sentence boundaries of a paragraph are real. To be called
/// in the order of the text.
///
/// When in doubt there is no boundary: two sentences taken for one are still readable, half a
/// sentence isn't.
final class SentenceBoundaryDetector {

    // A passage's size: a longer quotation can't be emphasized as a whole, and marks that far apart
    // are often not partners at all.
    private static final int MAX_QUOTATION = 1_200;
    private static final int MAX_NAME_WORDS = 4;

    private final String text;
    private final TextSpan paragraph;
    private final Lexicon lexicon;
    private final List<TextSpan> quotations;
    private int quotation;

    SentenceBoundaryDetector(
            String text, TextSpan paragraph, List<TextSpan> quoted, Lexicon lexicon) {
        this.text = text;
        this.paragraph = paragraph;
        this.lexicon = lexicon;
        this.quotations = quoted.stream().filter(pair -> pair.length() <= MAX_QUOTATION).toList();
    }

    /// Whether the sentence that begins at `start` ends before `next`, where a word begins.
    boolean isBoundary(int start, int next) {
        return !isQuoted(next)
                && !continuesAt(next)
                && !isAbbreviation(start, next)
                && !isAttributedAt(next);
    }

    private boolean isQuoted(int next) {
        while (quotation < quotations.size() && quotations.get(quotation).end() <= next) {
            quotation++;
        }
        return quotation < quotations.size() && quotations.get(quotation).start() < next;
    }

    /// With lower case, or with the dash or comma after quoted words: "“Why?” — she asked".
    private boolean continuesAt(int next) {
        char first = text.charAt(skipOpening(next));
        return Character.isLowerCase(first)
                || ",;:".indexOf(text.charAt(next)) >= 0
                || ("—–-".indexOf(text.charAt(next)) >= 0 && isMarkBefore(next));
    }

    private int skipOpening(int from) {
        int at = from;
        while (at < paragraph.end() - 1 && opens(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean opens(char c) {
        return QuotationMarks.isMark(c) || "([".indexOf(c) >= 0;
    }

    private boolean isMarkBefore(int next) {
        return QuotationMarks.isMark(text.charAt(lastBefore(next)));
    }

    /// The character before the closing mark.
    private char lastInside(int next) {
        return text.charAt(Math.max(paragraph.start(), lastBefore(next) - 1));
    }

    private int lastBefore(int next) {
        int at = next - 1;
        while (at > paragraph.start() && SentenceSplitter.isBlank(text.charAt(at))) {
            at--;
        }
        return at;
    }

    private boolean isAbbreviation(int start, int next) {
        int stop = lastBefore(next);
        if (text.charAt(stop) != '.') {
            return false;
        }
        Abbreviation word = Abbreviation.before(text, start, stop, lexicon);
        boolean number = Character.isDigit(text.charAt(next));
        return word.neverEnds(number) || (word.isLikely() && (number || !startsSentence(next)));
    }

    private boolean startsSentence(int next) {
        int first = skipOpening(next);
        int end = wordEnd(first);
        boolean initial = end == first + 1 && end < paragraph.end() && text.charAt(end) == '.';
        return first > next || (!initial && lexicon.has(WordClass.STARTER, lower(first, end)));
    }

    /// "“Why not?” Smith asked." is one sentence, though its second part looks like another.
    private boolean isAttributedAt(int next) {
        if (!isMarkBefore(next) || "?!…".indexOf(lastInside(next)) < 0) {
            return false;
        }
        int at = next;
        for (int words = 0; words < MAX_NAME_WORDS && at < paragraph.end(); words++) {
            int end = wordEnd(at);
            if (lexicon.has(WordClass.VERB, lower(at, end))) {
                return words > 0
                        && (end == paragraph.end() || ".,:".indexOf(text.charAt(end)) >= 0);
            }
            at = Math.min(end + 1, paragraph.end());
        }
        return false;
    }

    private int wordEnd(int from) {
        int at = from;
        while (at < paragraph.end() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private String lower(int from, int to) {
        return text.substring(from, to).toLowerCase(Locale.ROOT);
    }
}
