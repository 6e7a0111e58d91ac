package dev.verbatim.article.speech;

import dev.verbatim.article.Quotation;
import dev.verbatim.article.sentence.SentenceSplitter;
import dev.verbatim.article.sentence.WordClass;
import dev.verbatim.article.speech.TokenizedSentence.Token;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The quoted words of a sentence: what they look like, and where they are in it.
final class QuotedText {

    // Names of works and operations, and figures of speech, are shorter than this.
    private static final int MAX_TITLE_WORDS = 7;
    // Fewer quoted words without a source are hardly ever a quotation.
    private static final int MIN_WORDS_ALONE = 5;
    private static final int MIN_WORDS_ENDED = 3;
    private static final int MAX_INTRODUCTION = 14;
    private static final int MAX_TERM_WORDS = 4;
    // "told the members of the committee"
    private static final int MAX_RECIPIENT = 6;
    private static final Pattern BLANKS = Pattern.compile("\\s++");
    private static final String MARKS = ",.:;—–-!?…";

    private final TokenizedSentence sentence;
    private final boolean onlyQuoted;

    QuotedText(TokenizedSentence sentence) {
        this.sentence = sentence;
        this.onlyQuoted = sentence.tokens().stream().noneMatch(Token::isWord);
    }

    int skipMarks(int from) {
        int at = from;
        while (sentence.at(at).isMark(MARKS)) {
            at++;
        }
        return at;
    }

    /// Scans from the end, so that a row of marks before many quoted words is scanned once.
    boolean areOnlyMarks(int from, int to) {
        int at = to;
        while (at > from && sentence.at(at - 1).isMark(MARKS)) {
            at--;
        }
        return at == from;
    }

    /// Direct when the quoted words are a clause: with a stop or comma inside the marks or after
    /// them, or first in their sentence.
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

    /// After words such as "so-called" or "the film", or with every longer word capitalized, as in
    /// names of works and operations: “Steadfast Noon”.
    boolean isTitle(int at) {
        String[] words = BLANKS.split(inside(sentence.at(at).text()), MAX_TITLE_WORDS + 1);
        return sentence.is(at - 1, WordClass.NAMING)
                || (isTitleCase(words)
                        && words.length <= MAX_TITLE_WORDS
                        && (at > 0 || !endsInside(at)));
    }

    /// A term or a name in marks that nobody said: 'the "green wave" scheme', "the ferry “Hope”".
    boolean isTerm(int at) {
        return isShort(at)
                && (isAttribute(at)
                        || (isCapitalized(inside(sentence.at(at).text())) && isAfterNoun(at)));
    }

    /// A few capitalized words that are no sentence: "dem „Stadtblatt“".
    boolean isName(int at) {
        return isShort(at) && isCapitalized(inside(sentence.at(at).text()));
    }

    private boolean isShort(int at) {
        int words = BLANKS.split(inside(sentence.at(at).text()), MAX_TERM_WORDS + 1).length;
        return words <= MAX_TERM_WORDS && !endsInside(at);
    }

    private boolean isAttribute(int at) {
        boolean determiner = sentence.is(at - 1, WordClass.DETERMINER);
        Token next = sentence.at(at + 1);
        return determiner
                && next.isWord()
                && !next.lower().startsWith("'")
                && !sentence.isFunctionWord(at + 1)
                && !sentence.isAdverb(at + 1);
    }

    private boolean isAfterNoun(int at) {
        boolean noun =
                sentence.at(at - 1).isWord()
                        && !sentence.isFunctionWord(at - 1)
                        && !sentence.isAdverb(at - 1)
                        && !sentence.isPronoun(at - 1)
                        && !sentence.is(at - 1, WordClass.NEGATION);
        for (int before = at - 2; noun && before >= Math.max(0, at - MAX_RECIPIENT); before--) {
            noun = !sentence.is(before, WordClass.VERB_TOLD);
        }
        return noun;
    }

    private boolean isTitleCase(String[] words) {
        long capitalized = Stream.of(words).filter(QuotedText::isCapitalized).count();
        return capitalized > 1
                && Stream.of(words)
                        .filter(word -> !isSmall(word))
                        .allMatch(word -> word.isEmpty() || !Character.isLowerCase(word.charAt(0)));
    }

    private static boolean isCapitalized(String word) {
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

    /// The sentence has no other words, and these are enough to be a sentence.
    boolean standAlone(int at) {
        return onlyQuoted && isSentence(at);
    }

    /// Only marks follow, and these words are enough to be a sentence.
    boolean closesSentence(int at) {
        return skipMarks(at + 1) == sentence.size() && isSentence(at);
    }

    private boolean isSentence(int at) {
        int words = BLANKS.split(inside(sentence.at(at).text()), MIN_WORDS_ALONE).length;
        return words >= MIN_WORDS_ALONE || (words >= MIN_WORDS_ENDED && endsInside(at));
    }

    /// A comma or quoted words come before: what follows is an insertion.
    boolean isSetOff(int from) {
        return sentence.at(from - 1).isQuoted() || sentence.at(from - 1).isMark(",—–-");
    }

    /// The quoted words end before: with a mark, or directly.
    boolean closesBefore(int next) {
        return sentence.at(next - 1).isMark(MARKS) || sentence.at(next - 1).isQuoted();
    }

    /// Between a cue and quoted words: "told reporters on Tuesday:", "said that".
    boolean isIntroduced(int from, int at) {
        boolean near = at - from <= MAX_INTRODUCTION;
        return near && (sentence.at(at - 1).isMark(":,") || sentence.is(at - 1, WordClass.THAT));
    }
}
