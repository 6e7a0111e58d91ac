package dev.verbatim.article.speech;

/// A mention and the tokens of its sentence that it takes, apposition included.
///
/// @param to the first token behind it
record NounPhrase(Mention mention, int from, int to) {}
