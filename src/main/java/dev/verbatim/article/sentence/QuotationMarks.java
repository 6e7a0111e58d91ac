package dev.verbatim.article.sentence;

import dev.verbatim.article.Article.Paragraph;
import dev.verbatim.article.TextSpan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/// A scanner that pairs the quotation marks of one paragraph: “ ”, " ", „ “, « », » «, ‘ ’, ' ', ``
/// '' and 「 」.
///
/// One pass with a stack, so time is linear in the paragraph. [QuoteDirection] decides which side a
/// mark is on. An apostrophe is no mark, and a mark without its partner pairs with nothing.
public final class QuotationMarks {

    /// The pairs of a paragraph.
    ///
    /// @param outermost the pairs that lie in no other pair
    /// @param openAt the place of a mark that is opened and not closed, since its quotation may
    ///   continue in the next paragraph; -1 when there is none
    public record Pairs(List<TextSpan> outermost, int openAt) {

        public boolean opensAt(int place) {
            return openAt == place
                    || (!outermost.isEmpty() && outermost.getFirst().start() == place);
        }

        /// Whether a place includes a part of a quotation, but not all of it.
        boolean isCutBy(TextSpan place) {
            return (openAt >= 0 && openAt < place.end())
                    || isInside(place.start())
                    || isInside(place.end());
        }

        /// Only the last pair that begins before a boundary can contain it.
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
    private final QuoteDirection direction;
    private final List<TextSpan> pairs = new ArrayList<>();

    private QuotationMarks(String text, TextSpan paragraph) {
        this.text = text;
        this.paragraph = paragraph;
        this.direction = new QuoteDirection(text, paragraph, open);
    }

    public static Pairs in(String text, TextSpan paragraph) {
        return new QuotationMarks(text, paragraph).scan();
    }

    /// The sentences of a paragraph that can be shown alone: those that don't begin or end inside a
    /// quotation.
    ///
    /// @param text of the article
    public static List<TextSpan> uncutSentences(String text, Paragraph paragraph) {
        Pairs marks = in(text, paragraph.span());
        return paragraph.sentences().stream().filter(span -> !marks.isCutBy(span)).toList();
    }

    /// Whether a character is a quotation mark of any kind, an apostrophe included.
    static boolean isMark(char c) {
        return QuoteStack.Style.of(c) != null || c == '`';
    }

    private Pairs scan() {
        for (int at = paragraph.start(); at < paragraph.end(); ) {
            int width = markWidth(at);
            if (width > 0) {
                addMark(at, width);
            }
            at += Math.max(1, width);
        }
        return new Pairs(outermost(), open.firstLeftOpen());
    }

    /// Two backticks or two straight apostrophes are one mark, as in typewriting and treebanks.
    private int markWidth(int at) {
        char c = text.charAt(at);
        if ((c == '`' || c == '\'') && direction.after(at, 1) == c) {
            return 2;
        }
        return QuoteStack.Style.of(c) == null ? 0 : 1;
    }

    private void addMark(int at, int width) {
        QuoteStack.Style style =
                width == 2 ? QuoteStack.Style.DOUBLE : QuoteStack.Style.of(text.charAt(at));
        if (style == null) {
            return;
        }
        switch (direction.of(style, at, width)) {
            case OPENS -> open.open(new QuoteStack.Mark(style, text.charAt(at), at));
            case CLOSES -> close(style, at + width);
            case NEITHER -> {}
        }
    }

    private void close(QuoteStack.Style style, int end) {
        int start = open.close(style);
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
