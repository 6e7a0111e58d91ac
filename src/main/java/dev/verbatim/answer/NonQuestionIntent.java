package dev.verbatim.answer;

/// An intent of a message that asks nothing about the articles.
public enum NonQuestionIntent {
    GREETING,
    THANKS,
    FAREWELL,
    /// "Ok", "yes", "no", "lol".
    ACKNOWLEDGMENT,
    /// "Who are you?", "What can you do?"
    ABOUT_THE_BOT,
    /// Emoji, stickers, punctuation, nothing at all.
    NO_WORDS,
    /// Too long, or no language: key mashing, base64, a pasted log.
    NOISE,
    /// A command that the bot doesn't have, such as `/artciles`.
    UNKNOWN_COMMAND
}
