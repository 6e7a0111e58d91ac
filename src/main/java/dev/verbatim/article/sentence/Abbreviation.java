package dev.verbatim.article.sentence;

import java.util.Locale;

/// The word before a full stop, which may be an abbreviation instead of a sentence's last word.
///
/// @param opensSentence whether it is the sentence's first word
record Abbreviation(String word, boolean opensSentence, Lexicon lexicon) {

    private static final int MAX_LENGTH = 40;

    /// @param start of the sentence
    /// @param stop the place of the full stop
    static Abbreviation before(String text, int start, int stop, Lexicon lexicon) {
        String word = text.substring(start(text, start, stop), stop);
        return new Abbreviation(word, stop - start == word.length(), lexicon);
    }

    /// Whether no sentence ends here, whatever follows.
    ///
    /// @param beforeNumber whether a number follows
    boolean neverEnds(boolean beforeNumber) {
        return lexicon.has(WordClass.ABBREVIATION_NAME, lower())
                || (beforeNumber && lexicon.has(WordClass.ABBREVIATION_NUMBER, lower()))
                || isListNumber();
    }

    private static int start(String text, int start, int stop) {
        int at = stop;
        while (at > start && stop - at < MAX_LENGTH && isInWord(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static boolean isInWord(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-';
    }

    /// "1." at the start of a sentence.
    private boolean isListNumber() {
        return isNumber() && opensSentence;
    }

    /// In the lexicon, or with the form of an abbreviation: "J.", "U.S.", "e.g." and, where
    /// ordinals are written so, "3.".
    boolean isLikely() {
        return lexicon.has(WordClass.ABBREVIATION, lower())
                || (word.length() == 1 && Character.isLetter(word.charAt(0)))
                || isDotted()
                || (isNumber() && word.length() <= 2 && lexicon.has(WordClass.ORDINAL, "yes"));
    }

    private boolean isNumber() {
        return !word.isEmpty() && word.chars().allMatch(Character::isDigit);
    }

    /// Every full stop follows one or two letters: "p.m", "z.B", "Ph.D".
    private boolean isDotted() {
        int letters = 0;
        boolean dotted = false;
        for (int at = 0; at < word.length(); at++) {
            boolean dot = word.charAt(at) == '.';
            dotted |= dot && letters > 0;
            letters = dot ? 0 : letters + 1;
            if (letters > 2 || Character.isDigit(word.charAt(at))) {
                return false;
            }
        }
        return dotted;
    }

    private String lower() {
        return word.toLowerCase(Locale.ROOT);
    }
}
