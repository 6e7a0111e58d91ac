package dev.verbatim.article;

import org.jspecify.annotations.Nullable;

/// A quotation: the usual triple of content, source and cue, and the speaker it was resolved to.
///
/// @param content the quoted words with their quotation marks; of indirect speech, the clause
/// @param source the nearest mention of the speaker: a name, "the minister", "she"
/// @param cue the words that tie content and source, such as "said" or "according to"
/// @param speaker the person that the mention refers to; missing when the article leaves a doubt,
///   since a wrong name is worse than none
public record Quotation(
        TextSpan content,
        Kind kind,
        @Nullable TextSpan source,
        @Nullable TextSpan cue,
        @Nullable Speaker speaker) {

    /// A kind of quotation, by how much of the wording is the speaker's.
    public enum Kind {
        /// "“We are ready,” she said": whole quoted sentences.
        DIRECT,
        /// She called the plan “a first step”: some quoted words in the article's own sentence.
        MIXED,
        /// She said that they were ready: the speaker's thought in the article's words.
        INDIRECT
    }

    /// A person or group that an article quotes.
    ///
    /// @param name as full as the article has it: "Jens Stoltenberg", even for a quotation by "he"
    /// @param role in the article's words ("NATO Secretary general"), if it has one
    public record Speaker(String name, @Nullable String role) {}
}
