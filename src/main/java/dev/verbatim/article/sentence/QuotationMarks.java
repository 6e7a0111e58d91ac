package dev.verbatim.article.sentence;

import dev.verbatim.article.Paragraph;
import dev.verbatim.article.TextSpan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/// The quotation marks of one paragraph, paired: “ ”, " ", „ “, « », » «, ‘ ’, ' ', `` '' and 「 」.
///
/// One pass with a stack, so time is linear in the paragraph. Which side a mark is on is told by
/// the mark itself, or, where languages differ or the mark is straight, by the blanks around it. An
/// apostrophe is no mark; a mark without its partner pairs with nothing, so it swallows nothing.
public final class QuotationMarks {

    /// The pairs that lie in no other pair, and the place where words are opened and not closed (or
    /// -1): a quotation that runs on in the next paragraph.
    public record Pairs(List<TextSpan> outermost, int openAt) {

        public boolean opensAt(int place) {
            return openAt == place
                    || (!outermost.isEmpty() && outermost.getFirst().start() == place);
        }

        /// Whether a place has some of quoted words, and not all of them.
        boolean isCutBy(TextSpan place) {
            return (openAt >= 0 && openAt < place.end())
                    || isInside(place.start())
                    || isInside(place.end());
        }

        /// The only pair that may go across a boundary is the last one that begins before it.
        private boolean isInside(int boundary) {
            int found =
                    Collections.binarySearch(
                            outermost,
                            new TextSpan(boundary, boundary + 1),
                            Comparator.comparingInt(TextSpan::start));
            int last = found < 0 ? -found - 2 : found - 1;
            return last >= 0 && outermost.get(last).end() > boundary;
        }
    }

    private final String text;
    private final TextSpan paragraph;
    private final QuoteStack open = new QuoteStack();
    private final QuoteDirection sides;
    private final List<TextSpan> pairs = new ArrayList<>();

    private QuotationMarks(String text, TextSpan paragraph) {
        this.text = text;
        this.paragraph = paragraph;
        this.sides = new QuoteDirection(text, paragraph, open);
    }

    public static Pairs in(String text, TextSpan paragraph) {
        return new QuotationMarks(text, paragraph).scan();
    }

    /// The sentences of a paragraph that can be shown alone: those that don't begin or end inside
    /// of quoted words.
    ///
    /// @param text of the article
    public static List<TextSpan> uncutSentences(String text, Paragraph paragraph) {
        Pairs marks = in(text, paragraph.span());
        return paragraph.sentences().stream().filter(span -> !marks.isCutBy(span)).toList();
    }

    /// Whether a character is a quotation mark of any kind, an apostrophe included.
    static boolean isMark(char c) {
        return QuoteStyle.of(c) != null || c == '`';
    }

    private Pairs scan() {
        for (int at = paragraph.start(); at < paragraph.end(); ) {
            int width = widthOfMark(at);
            if (width > 0) {
                take(at, width);
            }
            at += Math.max(1, width);
        }
        return new Pairs(outermost(), open.firstLeftOpen());
    }

    /// Two backticks, or two straight apostrophes, are one mark, as typewriters and treebanks have
    /// it.
    private int widthOfMark(int at) {
        char c = text.charAt(at);
        if ((c == '`' || c == '\'') && sides.after(at, 1) == c) {
            return 2;
        }
        return QuoteStyle.of(c) == null ? 0 : 1;
    }

    private void take(int at, int width) {
        QuoteStyle family = width == 2 ? QuoteStyle.DOUBLE : QuoteStyle.of(text.charAt(at));
        if (family == null) {
            return;
        }
        switch (sides.of(family, at, width)) {
            case OPENS -> open.open(new QuoteStack.Mark(family, text.charAt(at), at));
            case CLOSES -> close(family, at + width);
            case NEITHER -> {}
        }
    }

    private void close(QuoteStyle family, int end) {
        int start = open.close(family);
        if (start >= 0) {
            pairs.add(new TextSpan(start, end));
        }
    }

    private List<TextSpan> outermost() {
        pairs.sort(Comparator.comparingInt(TextSpan::start));
        List<TextSpan> outermost = new ArrayList<>();
        for (TextSpan pair : pairs) {
            if (outermost.isEmpty() || pair.start() >= outermost.getLast().end()) {
                outermost.add(pair);
            }
        }
        return List.copyOf(outermost);
    }
}
