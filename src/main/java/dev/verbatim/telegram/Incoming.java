package dev.verbatim.telegram;

import org.jspecify.annotations.Nullable;

/// An update, without Telegram's types.
sealed interface Incoming {

    /// What wants a reply.
    sealed interface Addressed extends Incoming {

        Origin origin();
    }

    /// A question, or whatever else somebody wrote.
    record Asked(Origin origin, String text) implements Addressed {}

    /// A command.
    ///
    /// @param payload what stood behind it; a deep link's, for [Command#START]
    record Commanded(Origin origin, Command command, String payload) implements Addressed {}

    /// Something without words: a sticker, a photo, a voice message.
    record Chatted(Origin origin) implements Addressed {}

    /// A button under one of our messages.
    ///
    /// @param queryId what the press is acknowledged by
    /// @param question the text of the message ours replied to; missing when it was deleted
    record Pressed(Origin origin, String queryId, Press press, @Nullable String question)
            implements Addressed {}

    /// What wants none.
    ///
    /// @param reason for the log
    record Ignored(String reason) implements Incoming {}
}
