package dev.verbatim.article;

import org.jspecify.annotations.Nullable;

/// Words somebody said, as the article has them: the field's triple of content, source and cue.
///
/// @param content the quoted words with their quotation marks; of indirect speech, the clause
/// @param source the nearest mention of who said them: a name, "the minister", "she"
/// @param cue the words that tie content and source, such as "said" or "according to"
/// @param speaker who the mention stands for; missing when the article leaves a doubt, since a
///   wrong name is worse than none
public record Quotation(
        TextSpan content,
        Kind kind,
        @Nullable TextSpan source,
        @Nullable TextSpan cue,
        @Nullable Speaker speaker) {

    /// How much of the wording is the speaker's.
    public enum Kind {
        /// "“We are ready,” she said": whole sentences in marks.
        DIRECT,
        /// She called the plan “a first step”: some words in marks, in a sentence of the article's.
        MIXED,
        /// She said that they were ready: the thought is the speaker's, the words are the
        /// article's.
        INDIRECT
    }
}
