package dev.verbatim.article.speech;

import dev.verbatim.article.TextSpan;
import dev.verbatim.article.sentence.Lexicon;
import dev.verbatim.article.sentence.Lexicon.Gender;
import dev.verbatim.article.sentence.WordClass;
import java.util.List;
import java.util.Locale;

/// A sentence as a list of tokens, with what the lexicon says about them.
///
/// @param paragraph its number, counted from 0
record TokenizedSentence(Lexicon lexicon, int paragraph, List<Token> tokens) {

    // The longest entry of a lexicon: "in the words of".
    private static final int MAX_PHRASE_LENGTH = 4;

    TokenizedSentence {
        tokens = List.copyOf(tokens);
    }

    /// A word or a punctuation mark of a sentence. A whole quotation with its marks is one token
    /// too, so that rules for the words around it never look inside by mistake.
    ///
    /// @param lower the text in lower case and with a straight apostrophe, as a lexicon has it
    record Token(Kind kind, TextSpan span, String text, String lower) {

        enum Kind {
            WORD,
            QUOTED,
            MARK,
            /// Before the first token and after the last.
            NONE
        }

        static final Token NONE = new Token(Kind.NONE, new TextSpan(0, 1), "", "");

        static Token of(Kind kind, TextSpan span, String whole) {
            String text = span.of(whole);
            String lower =
                    kind == Kind.QUOTED ? "" : text.toLowerCase(Locale.ROOT).replace('’', '\'');
            return new Token(kind, span, text, lower);
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

        /// Capitalized as a name is: "Smith", and "al-Assad" too.
        boolean isCapitalized() {
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

    int size() {
        return tokens.size();
    }

    /// The token at an index, or [Token#NONE] outside of the sentence.
    Token at(int index) {
        return index < 0 || index >= tokens.size() ? Token.NONE : tokens.get(index);
    }

    boolean is(int index, WordClass kind) {
        return at(index).isWord() && lexicon.has(kind, at(index).lower());
    }

    boolean isRole(int index) {
        return at(index).isWord()
                && (lexicon.isRole(at(index).lower())
                        || hasPrefix(index, WordClass.ROLE_BEGINNING));
    }

    boolean isGroup(int index) {
        return at(index).isWord()
                && (lexicon.isGroup(at(index).lower())
                        || hasPrefix(index, WordClass.GROUP_BEGINNING));
    }

    private boolean hasPrefix(int index, WordClass kind) {
        boolean mayBeName = index > 0 && at(index).isCapitalized();
        return !mayBeName && lexicon.hasPrefix(kind, at(index).lower());
    }

    boolean isAdverb(int index) {
        return at(index).isWord()
                && !at(index).isCapitalized()
                && lexicon.isAdverb(at(index).lower());
    }

    /// A word that has no content of its own, or begins a verb.
    boolean isFunctionWord(int index) {
        return at(index).isWord()
                && lexicon.hasAny(
                        at(index).lower(),
                        WordClass.BREAK,
                        WordClass.LINK,
                        WordClass.OBLIQUE,
                        WordClass.DETERMINER,
                        WordClass.CONJUNCTION,
                        WordClass.THAT,
                        WordClass.WHO,
                        WordClass.FINITE,
                        WordClass.AUXILIARY,
                        WordClass.PRONOUN_NOBODY,
                        WordClass.VERB,
                        WordClass.VERB_QUOTED,
                        WordClass.PARTICIPLE);
    }

    /// A relative pronoun: not "die" in "die Leiterin" or "an der Universität".
    boolean isRelative(int index) {
        boolean article =
                is(index, WordClass.DETERMINER)
                        && (!at(index - 1).isMark(",") || isRole(index + 1) || isRole(index + 2));
        return is(index, WordClass.WHO) && !article;
    }

    boolean isTitle(int index) {
        return at(index).isWord() && lexicon.isTitle(at(index).lower());
    }

    boolean isPronoun(int index) {
        return is(index, WordClass.PRONOUN_MALE)
                || is(index, WordClass.PRONOUN_FEMALE)
                || is(index, WordClass.PRONOUN_PLURAL);
    }

    /// The gender of the first of some words that has one.
    Gender gender(int from, int to) {
        Gender gender = Gender.UNKNOWN;
        for (int at = from; at < to; at++) {
            gender = gender.or(lexicon.gender(at(at).lower()));
        }
        return gender;
    }

    /// How many tokens from here make an entry of the lexicon; 0 when none do.
    int phraseLength(int from, WordClass kind) {
        int longest = 0;
        StringBuilder phrase = new StringBuilder();
        for (int length = 1;
                length <= MAX_PHRASE_LENGTH && at(from + length - 1).isWord();
                length++) {
            phrase.append(length == 1 ? "" : " ").append(at(from + length - 1).lower());
            longest = lexicon.has(kind, phrase.toString()) ? length : longest;
        }
        return longest;
    }

    /// How many tokens before an index make an entry of the lexicon; 0 when none do.
    int phraseLengthBefore(int to, WordClass kind) {
        for (int length = MAX_PHRASE_LENGTH; length > 0; length--) {
            if (phraseLength(to - length, kind) == length) {
                return length;
            }
        }
        return 0;
    }

    /// The place in the text from one token to another, which is not included.
    TextSpan span(int from, int to) {
        return at(from).span().to(at(to - 1).span());
    }

    TextSpan span() {
        return span(0, size());
    }
}
