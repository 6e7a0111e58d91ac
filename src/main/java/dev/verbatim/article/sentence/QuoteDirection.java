package dev.verbatim.article.sentence;

import dev.verbatim.article.TextSpan;
import java.util.Set;

/// A classifier of quotation marks as opening or closing: by the mark itself or, where languages
/// differ or the mark is straight, by the blanks around it and by the marks that are open.
final class QuoteDirection {

    enum Side {
        OPENS,
        CLOSES,
        /// An apostrophe.
        NEITHER
    }

    private static final Set<String> CONTRACTIONS = Set.of("s", "re", "ve", "ll", "m", "d", "t");
    private static final String BEFORE_OPENING = "([{—–-/¿¡";
    private static final String AFTER_CLOSING = ".,;:!?)]}—–-/…";

    private final String text;
    private final TextSpan paragraph;
    private final QuoteStack open;

    QuoteDirection(String text, TextSpan paragraph, QuoteStack open) {
        this.text = text;
        this.paragraph = paragraph;
        this.open = open;
    }

    Side of(QuoteStack.Style style, int at, int width) {
        char c = text.charAt(at);
        return switch (c) {
            case '„', '‟', '‚', '`', '「', '『' -> Side.OPENS;
            case '」', '』' -> Side.CLOSES;
            case '“' -> open.isOpen(style) && looksClosing(at, width) ? Side.CLOSES : Side.OPENS;
            case '”' -> !open.isOpen(style) && looksOpening(at, width) ? Side.OPENS : Side.CLOSES;
            case '«', '‹' ->
                    open.isInnermost(style, c == '«' ? '»' : '›') ? Side.CLOSES : Side.OPENS;
            case '»', '›' ->
                    !open.isOpen(style) && looksOpening(at, width) ? Side.OPENS : Side.CLOSES;
            case '‘' -> Character.isLetter(after(at, 1)) ? Side.OPENS : Side.NEITHER;
            case '’', '‛' -> closesSingle(at) ? Side.CLOSES : Side.NEITHER;
            case '\'' -> width == 2 ? straight(style, at, width) : straightSingle(at);
            default -> straight(style, at, width);
        };
    }

    private Side straight(QuoteStack.Style style, int at, int width) {
        if (looksOpening(at, width)) {
            return Side.OPENS;
        }
        return looksClosing(at, width) || open.isOpen(style) ? Side.CLOSES : Side.OPENS;
    }

    private Side straightSingle(int at) {
        if (looksOpening(at, 1) && Character.isLetter(after(at, 1))) {
            return isDetachedContraction(at + 1) ? Side.NEITHER : Side.OPENS;
        }
        return closesSingle(at) ? Side.CLOSES : Side.NEITHER;
    }

    /// "Ukraine 's" and "we 're", as treebanks have them.
    private boolean isDetachedContraction(int from) {
        int to = from;
        while (to < paragraph.end() && to - from < 3 && Character.isLetter(text.charAt(to))) {
            to++;
        }
        return SentenceSplitter.isBlank(after(to, 0))
                && CONTRACTIONS.contains(text.substring(from, to));
    }

    /// A single mark closes only the innermost quotation, and not where it is more likely the
    /// apostrophe of "the ministers’ talks".
    private boolean closesSingle(int at) {
        boolean possessive =
                Character.toLowerCase(before(at, 1)) == 's'
                        && after(at, 1) == ' '
                        && Character.isLowerCase(after(at, 2));
        return open.isInnermost(QuoteStack.Style.SINGLE)
                && !Character.isWhitespace(before(at, 1))
                && !Character.isLetterOrDigit(after(at, 1))
                && !possessive;
    }

    private boolean looksOpening(int at, int width) {
        char previous = before(at, 1);
        return (SentenceSplitter.isBlank(previous)
                        || BEFORE_OPENING.indexOf(previous) >= 0
                        || QuotationMarks.isMark(previous))
                && !SentenceSplitter.isBlank(after(at, width))
                && (SentenceSplitter.isBlank(previous)
                        || AFTER_CLOSING.indexOf(after(at, width)) < 0);
    }

    private boolean looksClosing(int at, int width) {
        char next = after(at, width);
        return !SentenceSplitter.isBlank(before(at, 1))
                && (SentenceSplitter.isBlank(next)
                        || AFTER_CLOSING.indexOf(next) >= 0
                        || QuotationMarks.isMark(next));
    }

    private char before(int at, int by) {
        return at - by < paragraph.start() ? ' ' : text.charAt(at - by);
    }

    char after(int at, int by) {
        return at + by >= paragraph.end() ? ' ' : text.charAt(at + by);
    }
}
