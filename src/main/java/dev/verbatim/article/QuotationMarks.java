package dev.verbatim.article;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The quotation marks of one paragraph, paired: “ ”, " ", „ “, « », » «, ‘ ’, ' ', `` '' and 「 」.
///
/// One pass with a stack, so time is linear in the paragraph. Which side a mark is on is told by
/// the mark itself, or, where languages differ or the mark is straight, by the blanks around it. An
/// apostrophe is no mark; a mark without its partner pairs with nothing, so it swallows nothing.
final class QuotationMarks {

    /// The pairs that lie in no other pair, and the place where words are opened and not closed (or
    /// -1): a quotation that runs on in the next paragraph.
    record Pairs(List<TextSpan> outermost, int openAt) {

        boolean opensAt(int place) {
            return openAt == place
                    || (!outermost.isEmpty() && outermost.getFirst().start() == place);
        }
    }

    /// Marks that can be each other's partner.
    private enum Family {
        DOUBLE,
        SINGLE,
        GUILLEMETS,
        SINGLE_GUILLEMETS,
        CORNERS
    }

    private enum Side {
        OPENS,
        CLOSES,
        NEITHER
    }

    private record Mark(Family family, char character, int start) {}

    private static final String DOUBLE = "“”„‟\"＂";
    private static final String SINGLE = "‘’‚‛'";
    private static final Set<String> LOOSE_ENDINGS = Set.of("s", "re", "ve", "ll", "m", "d", "t");
    private static final String BEFORE_OPENING = "([{—–-/¿¡";
    private static final String AFTER_CLOSING = ".,;:!?)]}—–-/…";

    private final String text;
    private final TextSpan paragraph;
    private final Deque<Mark> open = new ArrayDeque<>();
    private final Map<Family, Integer> openOf = new EnumMap<>(Family.class);
    private final List<TextSpan> pairs = new ArrayList<>();

    private QuotationMarks(String text, TextSpan paragraph) {
        this.text = text;
        this.paragraph = paragraph;
    }

    static Pairs in(String text, TextSpan paragraph) {
        return new QuotationMarks(text, paragraph).scan();
    }

    /// Whether a character is a quotation mark of any kind, an apostrophe included.
    static boolean isMark(char c) {
        return family(c) != null || c == '`';
    }

    private Pairs scan() {
        for (int at = paragraph.start(); at < paragraph.end(); ) {
            int width = widthOfMark(at);
            if (width > 0) {
                take(at, width);
            }
            at += Math.max(1, width);
        }
        return new Pairs(outermost(), firstLeftOpen());
    }

    /// Two backticks, or two straight apostrophes, are one mark, as typewriters and treebanks have
    /// it.
    private int widthOfMark(int at) {
        char c = text.charAt(at);
        if ((c == '`' || c == '\'') && after(at, 1) == c) {
            return 2;
        }
        return family(c) == null ? 0 : 1;
    }

    private void take(int at, int width) {
        Family family = width == 2 ? Family.DOUBLE : family(text.charAt(at));
        if (family == null) {
            return;
        }
        switch (side(family, at, width)) {
            case OPENS -> push(new Mark(family, text.charAt(at), at));
            case CLOSES -> close(family, at + width);
            case NEITHER -> {}
        }
    }

    private void push(Mark mark) {
        open.push(mark);
        openOf.merge(mark.family, 1, Integer::sum);
    }

    private void close(Family family, int end) {
        while (isOpen(family)) {
            Mark mark = pop();
            if (mark.family == family) {
                pairs.add(new TextSpan(mark.start, end));
                return;
            }
        }
    }

    private Mark pop() {
        Mark mark = open.pop();
        openOf.merge(mark.family, -1, Integer::sum);
        return mark;
    }

    private boolean isOpen(Family family) {
        return openOf.getOrDefault(family, 0) > 0;
    }

    private Side side(Family family, int at, int width) {
        char c = text.charAt(at);
        return switch (c) {
            case '„', '‟', '‚', '`', '「', '『' -> Side.OPENS;
            case '」', '』' -> Side.CLOSES;
            case '“' -> isOpen(family) && looksClosing(at, width) ? Side.CLOSES : Side.OPENS;
            case '”' -> !isOpen(family) && looksOpening(at, width) ? Side.OPENS : Side.CLOSES;
            case '«', '‹' -> openedBy(family, c == '«' ? '»' : '›') ? Side.CLOSES : Side.OPENS;
            case '»', '›' -> !isOpen(family) && looksOpening(at, width) ? Side.OPENS : Side.CLOSES;
            case '‘' -> Character.isLetter(after(at, 1)) ? Side.OPENS : Side.NEITHER;
            case '’', '‛' -> closesSingle(at) ? Side.CLOSES : Side.NEITHER;
            case '\'' -> width == 2 ? straight(family, at, width) : straightSingle(at);
            default -> straight(family, at, width);
        };
    }

    private boolean openedBy(Family family, char character) {
        Mark top = open.peek();
        return top != null && top.family == family && top.character == character;
    }

    private Side straight(Family family, int at, int width) {
        if (looksOpening(at, width)) {
            return Side.OPENS;
        }
        return looksClosing(at, width) || isOpen(family) ? Side.CLOSES : Side.OPENS;
    }

    private Side straightSingle(int at) {
        if (looksOpening(at, 1) && Character.isLetter(after(at, 1))) {
            return isLooseEnding(at + 1) ? Side.NEITHER : Side.OPENS;
        }
        return closesSingle(at) ? Side.CLOSES : Side.NEITHER;
    }

    /// "Ukraine 's" and "we 're", as treebanks have them.
    private boolean isLooseEnding(int from) {
        int to = from;
        while (to < paragraph.end() && to - from < 3 && Character.isLetter(text.charAt(to))) {
            to++;
        }
        return isBlank(after(to, 0)) && LOOSE_ENDINGS.contains(text.substring(from, to));
    }

    /// A single mark closes only what is innermost, and not where it is more likely the apostrophe
    /// of "the ministers’ talks".
    private boolean closesSingle(int at) {
        Mark top = open.peek();
        boolean possessive =
                Character.toLowerCase(before(at, 1)) == 's'
                        && after(at, 1) == ' '
                        && Character.isLowerCase(after(at, 2));
        return top != null
                && top.family == Family.SINGLE
                && !Character.isWhitespace(before(at, 1))
                && !Character.isLetterOrDigit(after(at, 1))
                && !possessive;
    }

    private boolean looksOpening(int at, int width) {
        char previous = before(at, 1);
        return (isBlank(previous) || BEFORE_OPENING.indexOf(previous) >= 0 || isMark(previous))
                && !isBlank(after(at, width))
                && (isBlank(previous) || AFTER_CLOSING.indexOf(after(at, width)) < 0);
    }

    private boolean looksClosing(int at, int width) {
        char next = after(at, width);
        return !isBlank(before(at, 1))
                && (isBlank(next) || AFTER_CLOSING.indexOf(next) >= 0 || isMark(next));
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private char before(int at, int by) {
        return at - by < paragraph.start() ? ' ' : text.charAt(at - by);
    }

    private char after(int at, int by) {
        return at + by >= paragraph.end() ? ' ' : text.charAt(at + by);
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

    private int firstLeftOpen() {
        return open.reversed().stream()
                .filter(mark -> mark.family == Family.DOUBLE || mark.family == Family.GUILLEMETS)
                .mapToInt(Mark::start)
                .findFirst()
                .orElse(-1);
    }

    private static @Nullable Family family(char c) {
        if (DOUBLE.indexOf(c) >= 0) {
            return Family.DOUBLE;
        }
        if (SINGLE.indexOf(c) >= 0) {
            return Family.SINGLE;
        }
        return switch (c) {
            case '«', '»' -> Family.GUILLEMETS;
            case '‹', '›' -> Family.SINGLE_GUILLEMETS;
            case '「', '」', '『', '』' -> Family.CORNERS;
            default -> null;
        };
    }
}
