package dev.verbatim.telegram;

/// The bot on Telegram.
final class Bot {}
