package dev.verbatim.telegram.update;

import dev.verbatim.telegram.message.CallbackData;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An update, without Telegram's types.
public sealed interface Incoming {

    /// What wants a reply.
    sealed interface Addressed extends Incoming {

        MessageContext context();
    }

    /// A question, or whatever else somebody wrote to us.
    ///
    /// @param text without the mention that addressed it to us
    /// @param repliedTo what it was a reply to
    record Asked(MessageContext context, String text, @Nullable RepliedTo repliedTo)
            implements Addressed {}

    /// A command.
    ///
    /// @param payload what stood behind it; a deep link's, for [Command#START]
    record Commanded(
            MessageContext context, Command command, String payload, @Nullable RepliedTo repliedTo)
            implements Addressed {}

    /// Something without words: a sticker, a photo, a voice message.
    record Chatted(MessageContext context) implements Addressed {}

    /// A button under one of our messages.
    ///
    /// @param queryId what the press is acknowledged by
    /// @param question the text of the message ours replied to; missing when it was deleted
    record Pressed(
            MessageContext context,
            String queryId,
            CallbackData callback,
            @Nullable String question)
            implements Addressed {}

    /// A file, in a private chat.
    ///
    /// @param fileName empty when it has none
    /// @param size in bytes; 0 when it isn't known
    /// @param caption empty when it has none
    record Uploaded(
            MessageContext context, String fileId, String fileName, long size, String caption)
            implements Addressed {}

    /// A file with what was said in a group before, to be added to what is kept.
    ///
    /// @param size in bytes; 0 when it isn't known
    record Exported(MessageContext context, String fileId, long size) implements Addressed {}

    /// A long message of somebody else's, passed on in a private chat.
    ///
    /// @param text every character of it
    record Forwarded(MessageContext context, String text) implements Addressed {}

    /// A message that was changed, not long after it was written, and is a question now.
    ///
    /// @param at when it was changed
    record Edited(Asked question, Instant at) implements Addressed {

        @Override
        public MessageContext context() {
            return question.context();
        }
    }

    /// What somebody types behind our name in whatever chat, and we offer something for.
    ///
    /// @param text empty while nothing is typed
    /// @param offset where the list goes on; empty at its beginning
    record InlineAsked(String queryId, long personId, Locale language, String text, String offset)
            implements Incoming {}

    /// We were taken into a group.
    ///
    /// @param context with no message; the person is who did it
    /// @param title the group's name
    /// @param asAdmin whether all messages reach us, as they reach every admin
    record Joined(MessageContext context, String title, boolean asAdmin) implements Incoming {}

    /// We were removed from a group, or blocked by a person.
    record Removed(long chatId) implements Incoming {}

    /// What wants none.
    ///
    /// @param reason for the log
    record Ignored(String reason) implements Incoming {}
}
