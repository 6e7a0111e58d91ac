package dev.verbatim.telegram;

/// An update, without Telegram's types.
sealed interface Incoming {
    record Asked(long chatId, int messageId, String text) implements Incoming {}
}
