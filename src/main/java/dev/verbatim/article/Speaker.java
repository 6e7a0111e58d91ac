package dev.verbatim.article;

import org.jspecify.annotations.Nullable;

/// A person or group that an article quotes.
///
/// @param name as full as the article has it: "Jens Stoltenberg", even for a quotation by "he"
/// @param role in the article's words ("NATO Secretary general"), if it has one
public record Speaker(String name, @Nullable String role) {}
