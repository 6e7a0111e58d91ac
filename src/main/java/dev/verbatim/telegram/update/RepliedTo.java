package dev.verbatim.telegram.update;

/// The message that somebody's message replies to.
///
/// @param ours whether it is one of our own
/// @param text its words or its caption; empty when it has none
public record RepliedTo(int messageId, boolean ours, String text) {}
