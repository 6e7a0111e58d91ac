package dev.verbatim.article.speech;

import dev.verbatim.article.TextSpan;
import java.util.Locale;

/// A word or a mark of a sentence; a whole quotation, with its marks, is one token too, so that
/// whoever reads the words around it never looks inside by mistake.
///
/// @param lower the text in lower case and with a straight apostrophe, as a lexicon has it
record SentenceToken(Kind kind, TextSpan span, String text, String lower) {

    enum Kind {
        WORD,
        QUOTED,
        MARK,
        /// Before the first token and after the last.
        NONE
    }

    static final SentenceToken NONE = new SentenceToken(Kind.NONE, new TextSpan(0, 1), "", "");

    static SentenceToken of(Kind kind, TextSpan span, String whole) {
        String text = span.of(whole);
        String lower = kind == Kind.QUOTED ? "" : text.toLowerCase(Locale.ROOT).replace('’', '\'');
        return new SentenceToken(kind, span, text, lower);
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean isQuoted() {
        return kind == Kind.QUOTED;
    }

    boolean isMark(String marks) {
        return kind == Kind.MARK && marks.contains(text);
    }

    /// As a name is written: "Smith", and "al-Assad" too.
    boolean isCapital() {
        int hyphen = text.indexOf('-');
        return isWord()
                && (Character.isUpperCase(text.charAt(0))
                        || (hyphen > 0
                                && hyphen < 4
                                && hyphen + 1 < text.length()
                                && Character.isUpperCase(text.charAt(hyphen + 1))));
    }

    boolean isNumber() {
        return isWord() && Character.isDigit(text.charAt(0));
    }
}
