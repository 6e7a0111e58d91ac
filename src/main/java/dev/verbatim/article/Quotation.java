package dev.verbatim.article;

import org.jspecify.annotations.Nullable;

/// Words somebody said, as the article has them: the field's triple of content, source and cue.
///
/// @param content the quoted words with their quotation marks
/// @param source the nearest mention of who said them: a name, "the minister", "she"
/// @param cue the words that tie content and source, such as "said" or "according to"
/// @param speaker who the mention stands for; missing when the article leaves a doubt, since a
///   wrong name is worse than none
public record Quotation(
        TextSpan content,
        @Nullable TextSpan source,
        @Nullable TextSpan cue,
        @Nullable Speaker speaker) {}
