package dev.verbatim.article.speech;

import dev.verbatim.article.TextSpan;
import org.jspecify.annotations.Nullable;

/// A cue: the words that tie content and source, such as "said" or "according to".
///
/// @param from the first token of verb and source together
/// @param to the first token after them
/// @param verb the token of the verb, or the first of the preposition
/// @param words the verb with its auxiliaries, or the preposition
record SpeechCue(int from, int to, int verb, TextSpan words, Form form, @Nullable Mention source) {

    /// A form of cue, which decides what content it can have.
    enum Form {
        /// "said": anything, quoted or not.
        SPEECH,
        /// "called": quoted words only.
        QUOTING,
        /// "adding": what follows, from the source of the verb before.
        PARTICIPLE,
        /// "according to".
        PREPOSITION
    }
}
