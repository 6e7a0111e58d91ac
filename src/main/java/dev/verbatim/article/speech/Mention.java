package dev.verbatim.article.speech;

import dev.verbatim.article.TextSpan;
import dev.verbatim.article.sentence.Gender;
import dev.verbatim.article.speech.TokenizedSentence.Token;
import org.jspecify.annotations.Nullable;

/// A mention of a person or group in an article.
sealed interface Mention {

    TextSpan span();

    /// "NATO Secretary general Jens Stoltenberg": a name, with the role if the words around it have
    /// one.
    record Name(TextSpan span, TextSpan name, @Nullable TextSpan role, Gender gender)
            implements Mention {}

    /// "she".
    record Pronoun(TextSpan span, Gender gender, boolean plural) implements Mention {}

    /// "the Defence Ministry", "a spokesman": a person or group without a name.
    ///
    /// @param head the noun that says what it is
    record Description(
            TextSpan span, Token head, Sort sort, Definiteness definiteness, Gender gender)
            implements Mention {}

    /// A kind of source, by the lexicon's entry for a description's head.
    enum Sort {
        PERSON,
        GROUP,
        UNKNOWN
    }

    /// How definitely a description refers to its source.
    enum Definiteness {
        /// "the minister": perhaps one that was named.
        DEFINITE,
        /// "a minister", "ministers".
        INDEFINITE,
        /// "his minister", "some", or words that the lexicon doesn't have: nobody can be named.
        DEPENDENT
    }
}
