package dev.verbatim.telegram.update;

/// The message that an incoming message replies to.
///
/// @param ours whether the bot wrote it
/// @param text its words or its caption; empty when it has none
public record RepliedTo(int messageId, boolean ours, String text) {}
