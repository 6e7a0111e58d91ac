package dev.verbatim.telegram.update;

import dev.verbatim.telegram.message.CallbackData;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An update's meaning for the bot, without Telegram's types.
public sealed interface Incoming {

    /// A request that gets a reply.
    sealed interface Addressed extends Incoming {

        MessageContext context();
    }

    /// A question, or anything else that a user wrote to the bot.
    ///
    /// @param text without the mention that addressed it to the bot
    /// @param repliedTo the message that it replies to
    /// @param incidental whether only a reply or a command in its middle addresses it to the bot,
    ///   so that it may as well be a remark to the others in the group
    /// @param authorId whose words these are: the user's, or of the message that the user asks
    ///   about; 0 when that isn't known
    record Asked(
            MessageContext context,
            String text,
            @Nullable RepliedTo repliedTo,
            boolean incidental,
            long authorId)
            implements Addressed {

        /// A question in the user's own words.
        public Asked(
                MessageContext context,
                String text,
                @Nullable RepliedTo repliedTo,
                boolean incidental) {
            this(context, text, repliedTo, incidental, context.personId());
        }

        /// The same, addressed to the bot by more than a reply.
        public Asked(MessageContext context, String text, @Nullable RepliedTo repliedTo) {
            this(context, text, repliedTo, false);
        }
    }

    /// A command.
    ///
    /// @param payload what was written after it; a deep link's payload for [Command#START]
    record Commanded(
            MessageContext context, Command command, String payload, @Nullable RepliedTo repliedTo)
            implements Addressed {}

    /// Something without words that can be read: a sticker, a photo, a voice message.
    ///
    /// @param spoken whether the user speaks in it
    record Chatted(MessageContext context, boolean spoken) implements Addressed {}

    /// A press of a button under one of the bot's messages.
    ///
    /// @param queryId of the press, for its acknowledgement
    /// @param question the text of the message that the bot's one replied to; missing when it was
    ///   deleted
    /// @param onProtected whether the bot's message can't be forwarded or saved
    /// @param ephemeralId the number of the bot's message when only this user sees it; 0 when all
    ///   do
    record Pressed(
            MessageContext context,
            String queryId,
            CallbackData callback,
            @Nullable String question,
            boolean onProtected,
            int ephemeralId)
            implements Addressed {}

    /// A file of an editor, in a private chat.
    ///
    /// @param fileName empty when it has none
    /// @param size in bytes; 0 when it isn't known
    record Uploaded(MessageContext context, String fileId, String fileName, long size)
            implements Addressed {}

    /// A file with older messages of a group, to be imported into its archive.
    ///
    /// @param size in bytes; 0 when it isn't known
    record Exported(MessageContext context, String fileId, long size) implements Addressed {}

    /// A long message of another user, or a post of a channel, forwarded in a private chat.
    ///
    /// @param text every character of it
    /// @param post where it was posted; missing when that is no channel
    record Forwarded(MessageContext context, String text, @Nullable ChannelPost post)
            implements Addressed {

        /// A message of another user.
        public Forwarded(MessageContext context, String text) {
            this(context, text, null);
        }
    }

    /// A post of a channel, as it comes into the group that is linked to it.
    ///
    /// @param text empty when it has none
    record Posted(long chatId, ChannelPost post, String text) implements Incoming {}

    /// The place of a post in a channel.
    ///
    /// @param channel its title
    /// @param signature of the author; missing when the channel doesn't show it
    /// @param link to the post
    record ChannelPost(String channel, @Nullable String signature, Instant date, String link) {

        /// Its number in the channel.
        public String number() {
            return link.substring(link.lastIndexOf('/') + 1);
        }
    }

    /// A question that was edited soon after it was written.
    ///
    /// @param at when it was edited
    record Edited(Asked question, Instant at) implements Addressed {

        @Override
        public MessageContext context() {
            return question.context();
        }
    }

    /// An inline query: what a user types after the bot's name in any chat.
    ///
    /// @param text empty while nothing is typed
    /// @param offset where the list goes on; empty at its beginning
    record InlineAsked(String queryId, long personId, Locale language, String text, String offset)
            implements Incoming {}

    /// A question that mentions the bot in a chat which it isn't in. It can be answered once.
    ///
    /// @param asker who may use the bot or not
    /// @param text without the mention, or what the message replies to when it has no words of its
    ///   own; empty when there is nothing to answer
    /// @param about what the question refers to: the words that it replies to or quotes; empty for
    ///   none
    record GuestAsked(String queryId, Guest asker, String text, String about) implements Incoming {}

    /// Somebody who asks in a chat that the bot isn't in.
    ///
    /// @param language of the user's app
    record Guest(long personId, long chatId, Locale language) {}

    /// The bot was added to a group.
    ///
    /// @param context without a message; its user is the one who added the bot
    /// @param title the group's name
    /// @param asAdmin whether the bot is an admin there, and so gets all messages
    record Joined(MessageContext context, String title, boolean asAdmin) implements Incoming {}

    /// The bot was removed from a group, or blocked by a user.
    record Removed(long chatId) implements Incoming {}

    /// A user has changed a reaction to a message.
    ///
    /// @param context with that message
    record Reacted(MessageContext context, Rating rating) implements Incoming {

        /// What a reaction says of the message.
        public enum Rating {
            GOOD,
            BAD,
            /// It was taken back.
            NONE
        }
    }

    /// An update that needs no reply.
    ///
    /// @param reason for the log
    record Ignored(String reason) implements Incoming {}

    /// The message that an incoming message replies to.
    ///
    /// @param messageId 0 when it is in another chat
    /// @param ours whether the bot wrote it
    /// @param text its words or its caption, or those that the user has quoted; empty when it has
    ///   none
    /// @param quoted whether the user has quoted its words
    /// @param authorId who wrote it; 0 when that isn't known
    record RepliedTo(int messageId, boolean ours, String text, boolean quoted, long authorId) {}
}
