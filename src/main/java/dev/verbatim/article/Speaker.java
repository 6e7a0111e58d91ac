package dev.verbatim.article;

import org.jspecify.annotations.Nullable;

/// Somebody whose words an article quotes.
///
/// @param name as full as the article has it: "Jens Stoltenberg", though the quotation says "he"
/// @param role as the article words it ("NATO Secretary general"), if it does
public record Speaker(String name, @Nullable String role) {}
