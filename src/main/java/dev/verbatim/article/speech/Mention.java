package dev.verbatim.article.speech;

import dev.verbatim.article.TextSpan;
import dev.verbatim.article.sentence.Gender;
import org.jspecify.annotations.Nullable;

/// Words of an article that stand for somebody.
sealed interface Mention {

    TextSpan span();

    /// "NATO Secretary general Jens Stoltenberg": a name, and the role if the words around it say
    /// one.
    record Name(TextSpan span, TextSpan name, @Nullable TextSpan role, Gender gender)
            implements Mention {}

    /// "she".
    record Pronoun(TextSpan span, Gender gender, boolean plural) implements Mention {}

    /// "the Defence Ministry", "a spokesman": somebody without a name.
    ///
    /// @param head the noun that says what they are
    record Description(
            TextSpan span, SentenceToken head, Sort sort, Definiteness definiteness, Gender gender)
            implements Mention {}

    /// What the lexicon knows of a description's head.
    enum Sort {
        PERSON,
        GROUP,
        UNKNOWN
    }

    /// How a description picks out whom it means.
    enum Definiteness {
        /// "the minister": one that was named, perhaps.
        DEFINITE,
        /// "a minister", "ministers".
        INDEFINITE,
        /// "his minister", "some", or nothing the lexicon knows: no name to give.
        DEPENDENT
    }
}
