package dev.verbatim.article.speech;

import dev.verbatim.article.Quotation;
import dev.verbatim.article.sentence.SentenceSplitter;
import dev.verbatim.article.sentence.WordClass;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the quoted words of a sentence look like, and where they stand in it.
final class QuotedText {

    // A name of a work, an operation or a manner of speaking is shorter than this.
    private static final int LONGEST_TITLE = 7;
    // Fewer words in marks without a source are hardly ever a quotation.
    private static final int SHORTEST_ALONE = 5;
    private static final int SHORTEST_ENDED = 3;
    private static final int LONGEST_INTRODUCTION = 14;
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final String MARKS = ",.:;—–-!?…";

    private final TokenizedSentence sentence;
    private final boolean onlyQuoted;

    QuotedText(TokenizedSentence sentence) {
        this.sentence = sentence;
        this.onlyQuoted = sentence.tokens().stream().noneMatch(SentenceToken::isWord);
    }

    int skipMarks(int from) {
        int at = from;
        while (sentence.at(at).isMark(MARKS)) {
            at++;
        }
        return at;
    }

    /// Looked at from the end, so that a row of marks before many quoted words is gone over once.
    boolean onlyMarks(int from, int to) {
        int at = to;
        while (at > from && sentence.at(at - 1).isMark(MARKS)) {
            at--;
        }
        return at == from;
    }

    /// Words in marks that make up a clause: with a stop or comma inside the marks or behind them,
    /// or first in their sentence.
    Quotation.Kind kind(int at) {
        boolean clause = at == 0 || sentence.at(at - 1).isMark(MARKS);
        boolean ended = at == 0 || endsInside(at) || sentence.at(at + 1).isMark(MARKS);
        return clause && ended ? Quotation.Kind.DIRECT : Quotation.Kind.MIXED;
    }

    private boolean endsInside(int at) {
        String text = sentence.at(at).text();
        return inside(text)
                .chars()
                .skip(Math.max(0, inside(text).length() - 1))
                .anyMatch(last -> ",.!?…;—–-".indexOf(last) >= 0);
    }

    private static String inside(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && SentenceSplitter.isMarkOrBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && SentenceSplitter.isMarkOrBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /// Directly behind the words "so-called", "the film" and the like.
    boolean isNamed(int at) {
        return sentence.is(at - 1, WordClass.NAMING);
    }

    /// Every longer word capitalised, as in names of works and operations: “Steadfast Noon”.
    boolean isTitle(int at) {
        String[] all = BLANKS.split(inside(sentence.at(at).text()), LONGEST_TITLE + 1);
        return isNamed(at)
                || (isCapitalised(all)
                        && all.length <= LONGEST_TITLE
                        && (at > 0 || !endsInside(at)));
    }

    private boolean isCapitalised(String[] all) {
        long capitals = Stream.of(all).filter(QuotedText::isCapital).count();
        return capitals > 1
                && Stream.of(all)
                        .filter(word -> !isSmall(word))
                        .allMatch(word -> word.isEmpty() || !Character.isLowerCase(word.charAt(0)));
    }

    private static boolean isCapital(String word) {
        return !word.isEmpty() && Character.isUpperCase(word.charAt(0));
    }

    private boolean isSmall(String word) {
        return sentence.lexicon()
                .hasAny(
                        word,
                        WordClass.LINK,
                        WordClass.OBLIQUE,
                        WordClass.DETERMINER,
                        WordClass.CONJUNCTION);
    }

    /// The sentence has no other words, and these are many enough to be a sentence.
    boolean standAlone(int at) {
        return onlyQuoted && isSentence(at);
    }

    /// Nothing but marks follows, and these are many enough to be a sentence.
    boolean closesSentence(int at) {
        return skipMarks(at + 1) == sentence.size() && isSentence(at);
    }

    private boolean isSentence(int at) {
        int words = BLANKS.split(inside(sentence.at(at).text()), SHORTEST_ALONE).length;
        return words >= SHORTEST_ALONE || (words >= SHORTEST_ENDED && endsInside(at));
    }

    /// A comma or words in marks come before: what follows is an insertion.
    boolean isSetOff(int from) {
        return sentence.at(from - 1).isQuoted() || sentence.at(from - 1).isMark(",—–-");
    }

    /// The quoted words before are over: a mark or they themselves say so.
    boolean closesBefore(int next) {
        return sentence.at(next - 1).isMark(MARKS) || sentence.at(next - 1).isQuoted();
    }

    /// Between a cue and quoted words: "told reporters on Tuesday:", "said that".
    boolean isIntroduced(int from, int at) {
        boolean near = at - from <= LONGEST_INTRODUCTION;
        return near && (sentence.at(at - 1).isMark(":,") || sentence.is(at - 1, WordClass.THAT));
    }
}
