package dev.verbatim.article.speech;

import dev.verbatim.article.TextSpan;
import dev.verbatim.article.sentence.Gender;
import dev.verbatim.article.sentence.Lexicon;
import dev.verbatim.article.sentence.WordClass;
import java.util.List;

/// A sentence as a row of tokens.
///
/// @param paragraph its number, counted from 0
record TokenizedSentence(Lexicon lexicon, int paragraph, List<SentenceToken> tokens) {

    // The longest entry of a lexicon: "in the words of".
    private static final int LONGEST_PHRASE = 4;

    TokenizedSentence {
        tokens = List.copyOf(tokens);
    }

    int size() {
        return tokens.size();
    }

    /// The token at a place, or [SentenceToken#NONE] outside of the sentence.
    SentenceToken at(int index) {
        return index < 0 || index >= tokens.size() ? SentenceToken.NONE : tokens.get(index);
    }

    boolean is(int index, WordClass kind) {
        return at(index).isWord() && lexicon.has(kind, at(index).lower());
    }

    boolean isRole(int index) {
        return at(index).isWord()
                && (lexicon.isRole(at(index).lower()) || begins(index, WordClass.ROLE_BEGINNING));
    }

    boolean isGroup(int index) {
        return at(index).isWord()
                && (lexicon.isGroup(at(index).lower()) || begins(index, WordClass.GROUP_BEGINNING));
    }

    private boolean begins(int index, WordClass kind) {
        boolean mayBeName = index > 0 && at(index).isCapital();
        return !mayBeName && lexicon.beginsAs(kind, at(index).lower());
    }

    boolean isAdverb(int index) {
        return at(index).isWord() && !at(index).isCapital() && lexicon.isAdverb(at(index).lower());
    }

    boolean isTitle(int index) {
        return at(index).isWord() && lexicon.isTitle(at(index).lower());
    }

    boolean isPronoun(int index) {
        return is(index, WordClass.PRONOUN_MALE)
                || is(index, WordClass.PRONOUN_FEMALE)
                || is(index, WordClass.PRONOUN_PLURAL);
    }

    /// What the first of some words that tells a gender tells.
    Gender gender(int from, int to) {
        Gender gender = Gender.UNKNOWN;
        for (int at = from; at < to; at++) {
            gender = gender.or(lexicon.gender(at(at).lower()));
        }
        return gender;
    }

    /// How many tokens from here make an entry of the lexicon; 0 when none does.
    int phraseLength(int from, WordClass kind) {
        int longest = 0;
        StringBuilder phrase = new StringBuilder();
        for (int length = 1; length <= LONGEST_PHRASE && at(from + length - 1).isWord(); length++) {
            phrase.append(length == 1 ? "" : " ").append(at(from + length - 1).lower());
            longest = lexicon.has(kind, phrase.toString()) ? length : longest;
        }
        return longest;
    }

    /// How many tokens up to here, which is not included, make an entry of the lexicon.
    int phraseLengthBefore(int to, WordClass kind) {
        for (int length = LONGEST_PHRASE; length > 0; length--) {
            if (phraseLength(to - length, kind) == length) {
                return length;
            }
        }
        return 0;
    }

    /// The words from one token to another, which is not included.
    TextSpan span(int from, int to) {
        return at(from).span().to(at(to - 1).span());
    }

    TextSpan span() {
        return span(0, size());
    }
}
